import path from 'node:path';
import { build } from 'esbuild';
import type { MochaOptions } from './mocha.ts';

/**
 * Bundles suites into one CommonJS file that VS Code's extension host can run: it exports `run()`.
 * `vscode` and mocha are found at run time, so `outFile` must lie inside the repository.
 *
 * @param suites names of files in `test/vscode/suites`: `['smoke']`
 */
export async function bundleSuites(suites: readonly string[], outFile: string, options: MochaOptions): Promise<void> {
  const files = suites.map((suite) => `{ file: 'test/vscode/suites/${suite}.ts', define: () => import('./suites/${suite}.ts') }`);
  await build({
    stdin: {
      contents: `
        import { runMocha } from './mocha.ts';
        export const run = () => runMocha(${JSON.stringify(options)}, [${files.join(', ')}]);`,
      resolveDir: path.resolve(import.meta.dirname),
      loader: 'ts',
    },
    outfile: outFile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    // Mocha's own entry is an ES module; its inner one needs no translation.
    alias: { mocha: 'mocha/lib/mocha.cjs' },
    external: ['vscode', 'mocha/lib/mocha.cjs'],
    logLevel: 'error',
  });
}
