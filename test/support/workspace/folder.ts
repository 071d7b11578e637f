import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { initialised } from '../git.ts';

/** Settings of every call; tidying up takes two processes more after each commit. */
const SETTINGS = ['protocol.file.allow=always', 'init.defaultBranch=main', 'maintenance.auto=false', 'gc.auto=0'];

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: tmpdir(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: path.join(tmpdir(), 'no-such-git-configuration'),
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@localhost',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@localhost',
  // No samples of hooks in every repository.
  GIT_TEMPLATE_DIR: '',
};

/** A folder for one test on the real disk: `new Folder({ 'docs/a.md': '# A' })`. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'reqtrace-')));

  constructor(files: Readonly<Record<string, string | Buffer>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  at(name: string): string {
    return path.join(this.path, name);
  }

  write(name: string, content: string | Buffer = ''): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
  }

  remove(name: string): void {
    rmSync(this.at(name), { recursive: true });
  }

  /** Runs git in the folder or one below. */
  git(args: readonly string[], below = '', environment: Readonly<Record<string, string>> = {}): void {
    if (initialised(this.at(below), args)) return;
    execFileSync('git', [...SETTINGS.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: this.at(below),
      env: { ...ENVIRONMENT, ...environment },
      stdio: 'pipe',
    });
  }

  /** Every file with the time of its last change, those of git included. */
  state(): Record<string, number> {
    const names = readdirSync(this.path, { recursive: true, encoding: 'utf8' });
    return Object.fromEntries(names.map((name) => [name, statSync(this.at(name)).mtimeMs]));
  }

  delete(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Makes folders for the tests of one `describe` and deletes them after each. */
export function folders(): (files?: Readonly<Record<string, string | Buffer>>) => Folder {
  const made: Folder[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) folder.delete();
  });
  return (files) => {
    const folder = new Folder(files);
    made.push(folder);
    return folder;
  };
}
