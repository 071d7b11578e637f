import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { HarnessError, repositoryRoot } from './vscode/obtain.ts';

/** The same sources make the same archive, whenever and wherever it is packed: times in it are local ones. */
const SAME_BYTES = { SOURCE_DATE_EPOCH: String(Date.UTC(2000, 0, 1) / 1000), TZ: 'UTC' };
const VSCE = path.join(repositoryRoot, 'node_modules/@vscode/vsce/vsce');

/**
 * Packs the extension as it is built now (`npm run build` first) into `file`.
 *
 * @returns the absolute path of the VSIX.
 * @throws HarnessError with vsce's own message.
 */
export async function packageExtension(file: string): Promise<string> {
  const target = path.resolve(file);
  await vsce(['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', target]);
  return target;
}

/** The files that go into the VSIX, relative to the repository root, sorted: `['LICENSE', 'README.md', …]`. */
export async function packagedFiles(): Promise<string[]> {
  const listed = await vsce(['ls', '--no-dependencies']);
  return listed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .sort();
}

async function vsce(args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [VSCE, ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, ...SAME_BYTES },
    });
    return stdout;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new HarnessError(`vsce ${args[0] ?? ''}: ${(stderr ?? '').trim() || message}`);
  }
}
