import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Random } from '../../index/random.ts';
import type { OtherGits } from './otherGits.ts';

/** Something that people and programs do to a repository; whether it can be done in the state that the repository is in does not matter. */
export interface Operation {
  /** `git commit --amend`. */
  readonly name: string;
  readonly run: (world: World) => void;
  /** How often it is taken, against 1 of most. */
  readonly weight?: number;
}

const PATHS = [
  'docs/a.md',
  'docs/b.md',
  'docs/sub/c.md',
  'docs/ü ö.md',
  'new/k.md',
  'new/deep/l.md',
  'top.md',
  'src/a.ts',
  'src/b.ts',
  'src/deep/c.ts',
  'test/a.test.ts',
  'lib/x/README.md',
  'reports/junit.xml',
];

/** A repository that lives, with a cache beside it. */
export class World {
  readonly random: Random;
  readonly others: OtherGits;
  /** Everything of this world: the repository, its worktrees, the cache, a home. */
  readonly place = realpathSync(mkdtempSync(path.join(tmpdir(), 'reqtrace-fuzz-')));
  /** The workspace folder: the repository, or a folder in it. */
  readonly root: string;
  readonly repository = path.join(this.place, 'repository');
  readonly cache = path.join(this.place, 'cache');
  #made = 0;

  constructor(random: Random, others: OtherGits) {
    this.random = random;
    this.others = others;
    mkdirSync(path.join(this.place, 'home'));
    mkdirSync(this.repository);
    this.git('init', '-q', '-b', 'main', ...(random.oneIn(8) ? ['--separate-git-dir', path.join(this.place, 'git')] : []));
    this.root = random.oneIn(6) ? path.join(this.repository, 'docs') : this.repository;
    for (const name of PATHS) if (!random.oneIn(4) || name === 'docs/a.md') this.write(name, this.text(name));
    this.write('reqtrace.yaml', 'version: 1\n');
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'first');
    this.git('branch', 'other');
  }

  /** Runs git in the repository; whether it can do what is asked depends on the state that it is in. */
  git(...args: readonly string[]): string {
    return this.program('git', args);
  }

  program(program: string, args: readonly string[], input = '', cwd = this.repository): string {
    const { stdout } = spawnSync(program, args, { cwd, env: this.environment(), encoding: 'utf8', input, timeout: 60_000 });
    return stdout ?? '';
  }

  /** Of nobody's machine. */
  environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: path.join(this.place, 'home'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_EDITOR: 'true',
      GIT_SEQUENCE_EDITOR: 'true',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@localhost',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@localhost',
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: 'protocol.file.allow',
      GIT_CONFIG_VALUE_0: 'always',
      GIT_CONFIG_KEY_1: 'maintenance.auto',
      GIT_CONFIG_VALUE_1: 'false',
    };
  }

  at(name: string): string {
    return path.join(this.repository, name);
  }

  /** Absolute: `.git` of the repository, wherever it lies. */
  gitFolder(): string {
    return path.resolve(this.repository, this.git('rev-parse', '--git-dir').trim());
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }

  append(name: string, text: string): void {
    this.write(name, (this.isFile(name) ? readFileSync(this.at(name), 'utf8') : '') + text);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  remove(name: string): void {
    rmSync(this.at(name), { recursive: true, force: true });
  }

  isFile(name: string): boolean {
    return existsSync(this.at(name)) && lstatSync(this.at(name)).isFile();
  }

  /** A path that may be there. */
  path(): string {
    return this.random.pick(PATHS);
  }

  /** A file that is there. */
  file(): string {
    const files = PATHS.filter((name) => this.isFile(name));
    return files.length ? this.random.pick(files) : 'docs/a.md';
  }

  folder(): string {
    return this.random.pick(['docs', 'docs/sub', 'new', 'new/deep', 'src', 'src/deep', 'lib/x', 'reports', 'test']);
  }

  /** A name that nobody had. */
  fresh(prefix: string): string {
    this.#made += 1;
    return `${prefix}${this.#made}`;
  }

  /** A branch, tag or older commit. */
  revision(): string {
    const names = this.git('for-each-ref', '--format=%(refname:short)').split('\n').filter(Boolean);
    return this.random.pick([...names, 'HEAD', 'HEAD~1', 'HEAD~2', 'main', 'other']);
  }

  /** Names in a folder of the repository. */
  names(folder: string): string[] {
    try {
      return readdirSync(this.at(folder));
    } catch {
      return [];
    }
  }

  /** What a file of that name may hold; all texts of one name are of one size, so that only their content tells them apart. */
  text(name: string): string {
    const digit = (): number => this.random.below(9) + 1;
    if (name.endsWith('.md')) {
      return `## REQ-${digit()}: Title ${digit()}\n\n**Acceptance Criteria**:\n\n- [ ] one ${digit()}\n- [ ] two ${digit()}\n`;
    }
    if (name.endsWith('.xml')) {
      return `<testsuite name="s"><testcase classname="a" name="one ${digit()}">${this.random.pick(['<failure/>', '<skipped/>'])}</testcase></testsuite>\n`;
    }
    const kind = name.startsWith('test/') ? 'verifies  ' : 'implements';
    return `// @${kind} REQ-${digit()}/AC${this.random.below(2) + 1}\ntest("one ${digit()}", () => {});\n`;
  }

  delete(): void {
    rmSync(this.place, { recursive: true, force: true });
  }
}
