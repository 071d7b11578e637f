import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Path of Neovim: `NVIM_PATH` if set, else the first `nvim` of PATH. On a Debian CI machine (`CI=true`, root) without any,
 * Debian's own is installed first; nowhere else is anything installed.
 *
 * @returns undefined where there is none.
 */
export function findNeovim(env: NodeJS.ProcessEnv, log: (line: string) => void): string | undefined {
  const found = onPath(env);
  if (found !== undefined || env['CI'] !== 'true' || process.platform !== 'linux' || process.getuid?.() !== 0) return found;
  log('no Neovim found: installing neovim with apt-get …');
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'neovim'], options);
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
