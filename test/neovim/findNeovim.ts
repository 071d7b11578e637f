import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackage, mayInstall } from '../../scripts/debian.ts';

/**
 * Path of Neovim: `NVIM_PATH` if set, else the first `nvim` of PATH. On a Debian CI machine (`CI=true`, root) without any,
 * Debian's own is installed first; nowhere else is anything installed.
 *
 * @returns undefined where there is none.
 */
export async function findNeovim(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<string | undefined> {
  const found = onPath(env);
  if (found !== undefined || !mayInstall(env)) return found;
  log('no Neovim found: installing neovim with apt-get …');
  try {
    await installPackage('neovim', 'nvim', env);
  } catch (error) {
    log(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return onPath(env);
}

function onPath(env: NodeJS.ProcessEnv): string | undefined {
  if (env['NVIM_PATH']) return env['NVIM_PATH'];
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, process.platform === 'win32' ? 'nvim.exe' : 'nvim'))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
