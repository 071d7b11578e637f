import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The command that starts ReqTrace: a published version through npx if one is asked for, else the checkout of this action,
 * which is built first where it is not.
 *
 * @param {string} version a version or a tag of the npm package, or nothing.
 * @returns {{ command: string, args: string[] }}
 */
export function reqtrace(version) {
  if (version) {
    // It becomes part of a command line on Windows.
    if (!/^[\w.-]+$/u.test(version)) throw new Error(`"${version}" is no version of reqtrace`);
    return { command: 'npx', args: ['--yes', `reqtrace@${version}`] };
  }
  const bundle = join(HERE, 'dist', 'cli.cjs');
  if (!existsSync(bundle)) {
    must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    must(process.execPath, ['esbuild.config.mjs']);
  }
  return { command: process.execPath, args: [bundle] };
}

/**
 * Runs ReqTrace and waits for it.
 *
 * @param {{ command: string, args: string[] }} cli
 * @param {string[]} args
 * @returns {{ code: number, stdout: string, stderr: string }} code 2 where it could not even start.
 */
export function run({ command, args: first }, args) {
  const shell = process.platform === 'win32' && command === 'npx';
  const { status, stdout, stderr, error } = spawnSync(command, [...first, ...args], { encoding: 'utf8', maxBuffer: 1 << 30, shell });
  return { code: status ?? 2, stdout: stdout ?? '', stderr: error ? `${error.message}\n` : (stderr ?? '') };
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function must(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0) throw new Error(`"${command} ${args.join(' ')}" failed in ${HERE}`);
}
