import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRun } from './testRun.ts';

/*
 * To start a program takes a process with much memory, such as one of Mocha's, longer than the program itself. So git is started as seldom as
 * can be.
 */

/** One git that adds everything and commits it: `git(['-c', ADD_AND_COMMIT, 'record', '-m', 'first'])`. It starts the two itself, for less. */
export const ADD_AND_COMMIT = 'alias.record=!git add --all && git commit --quiet';

/** Nothing of the machine's own settings, and no samples of hooks. */
const PLAIN: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: path.join(tmpdir(), 'no-such-git-configuration'),
  GIT_TEMPLATE_DIR: '',
};

let empty: string | undefined;

/**
 * Does what `git init` does, by a copy of what it made the first time. The branch is `main`.
 *
 * @returns false where these arguments ask for more than that, or there is a repository already: then git is to be asked.
 * @example
 * initialised('/tmp/new', ['init', '-q', '-b', 'main']) // true
 */
export function initialised(folder: string, args: readonly string[]): boolean {
  const [command, ...rest] = args.filter((each) => !['-q', '--quiet', '--initial-branch=main'].includes(each));
  const asked = rest.join(' ').replace(/^-b main(?: |$)/u, '');
  if (command !== 'init' || /^-|\s/u.test(asked)) return false;
  const root = path.resolve(folder, asked);
  if (existsSync(path.join(root, '.git'))) return false;
  mkdirSync(root, { recursive: true });
  cpSync(emptyRepository(), path.join(root, '.git'), { recursive: true });
  return true;
}

function emptyRepository(): string {
  if (empty === undefined) {
    const folder = inRun('empty-');
    execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder, env: PLAIN, stdio: 'pipe' });
    empty = path.join(folder, '.git');
  }
  return empty;
}
