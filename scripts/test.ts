import { spawn } from 'node:child_process';
import { once } from 'node:events';

/*
 * `npm test`: everything that has to hold. VS Code and Neovim mostly wait, for windows and for the network on a new machine, so they are
 * tested while everything else is. What is said beside the main lane is printed when a step ends.
 */

/** Scripts of package.json, run one after the other until one fails. */
interface Lane {
  readonly steps: readonly string[];
  /** Whether its output is printed as it comes. */
  readonly isMain?: boolean;
}

const LANES: readonly Lane[] = [
  { steps: ['lint', 'typecheck', 'format:check', 'knip', 'test:unit'], isMain: true },
  { steps: ['test:neovim', 'test:vscode'] },
];

async function run({ steps, isMain = false }: Lane): Promise<readonly string[]> {
  for (const step of steps) {
    const started = performance.now();
    const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', ...output(isMain)], shell: process.platform === 'win32' });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(data));
    const [code] = (await once(child, 'close')) as [number | null];
    process.stdout.write(Buffer.concat(said));
    console.log(`${code === 0 ? '✔' : '✘'} ${step} (${Math.round((performance.now() - started) / 1000)} s)`);
    if (code !== 0) return [step];
  }
  return [];
}

function output(isMain: boolean): readonly ['inherit' | 'pipe', 'inherit' | 'pipe'] {
  return isMain ? ['inherit', 'inherit'] : ['pipe', 'pipe'];
}

const failed = (await Promise.all(LANES.map(run))).flat();
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
