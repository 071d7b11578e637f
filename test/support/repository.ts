import { execFileSync } from 'node:child_process';
import { runCli } from '../../src/cli/run.ts';
import { ADD_AND_COMMIT } from './git.ts';
import { Folder } from './workspace/folder.ts';
import type { RunResult } from './sandbox.ts';

/** A git repository of its own on disk, with commits that have the same hashes at every run, and the CLI run in it. */
export class Repository extends Folder {
  #commits = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    super(files);
    this.git(['init', '-q', '-b', 'main']);
    if (Object.keys(files).length) this.commit('first');
  }

  /** Writes files (`null` deletes one) and commits everything. */
  commit(message: string, files: Readonly<Record<string, string | null>> = {}): void {
    this.change(files);
    this.#commits += 1;
    const date = `2026-01-01T00:00:${String(this.#commits).padStart(2, '0')}Z`;
    this.git(['-c', ADD_AND_COMMIT, 'record', '--allow-empty', '-m', message, '--date', date]);
  }

  change(files: Readonly<Record<string, string | null>>): void {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) this.remove(path);
      else this.write(path, text);
    }
  }

  /** What git prints, without the line end. */
  ask(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  }

  run(argv: readonly string[], below = ''): Promise<RunResult> {
    return runIn(this.at(below), argv);
  }
}

/** Runs the CLI in a folder, on a fixed day and without a cache. */
export async function runIn(cwd: string, argv: readonly string[]): Promise<RunResult> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    write(text: string) {
      written[name] += text;
    },
  });
  const code = await runCli([...argv.slice(0, 1), '--today', '2026-11-21', '--no-cache', ...argv.slice(1)], {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cwd,
    env: {},
  });
  return { code, ...written };
}

/** Makes repositories for the tests of one `describe` and deletes them after each. */
export function repositories(): (files?: Readonly<Record<string, string>>) => Repository {
  const made: Repository[] = [];
  afterEach(() => {
    for (const repository of made.splice(0)) repository.delete();
  });
  return (files) => {
    const repository = new Repository(files);
    made.push(repository);
    return repository;
  };
}
