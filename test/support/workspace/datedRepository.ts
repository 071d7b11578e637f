import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { ADD_AND_COMMIT } from '../git.ts';
import { Folder } from './folder.ts';

/** A git repository whose commits are made on given days, so that they have the same hashes at every run. */
export class DatedRepository extends Folder {
  constructor() {
    super();
    this.git(['init', '-q', '-b', 'main']);
  }

  /** Writes files (`null` deletes one) and commits everything. @param when `2026-01-05`, at noon, a day with a time, or what git takes for one. */
  commitOn(when: string, files: Readonly<Record<string, string | null>> = {}): void {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(this.at(path), { force: true });
      else this.write(path, text);
    }
    this.on(when, '-c', ADD_AND_COMMIT, 'record', '--allow-empty', '-m', when);
  }

  /** Many commits of one branch for the price of one. Files on the disk stay as they are. @param commits as `commitOn` takes them; `when` is a time. */
  commitAll(commits: readonly { readonly when: string; readonly files: Readonly<Record<string, string | null>> }[]): void {
    const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const stream = commits.flatMap(({ when, files }) => [
      `commit refs/heads/main\ncommitter Test <test@localhost> ${Date.parse(when) / 1000} +0000\n${data(when)}`,
      ...Object.entries(files).map(([path, text]) => (text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`)),
    ]);
    execFileSync('git', ['fast-import', '--quiet'], { cwd: this.path, input: stream.join(''), stdio: 'pipe' });
  }

  /** Makes a new repository what this one is. */
  copyTo(other: DatedRepository): void {
    cpSync(this.path, other.path, { recursive: true, preserveTimestamps: true });
  }

  /** Runs a command of git with the clock at that time. */
  on(when: string, ...args: readonly string[]): void {
    const date = /T|^@/u.test(when) ? when : `${when}T12:00:00Z`;
    this.git(args, '', { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
  }

  /** What git prints, without the line end. */
  ask(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.path, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  }
}

/** Makes repositories for the tests of one file and deletes them after each. */
export function datedRepositories(): () => DatedRepository {
  const made: DatedRepository[] = [];
  afterEach(() => {
    for (const repository of made.splice(0)) repository.delete();
  });
  return () => {
    const repository = new DatedRepository();
    made.push(repository);
    return repository;
  };
}
