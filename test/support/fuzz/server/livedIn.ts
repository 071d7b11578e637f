import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Random } from '../../index/random.ts';
import type { Client } from '../../server/client.ts';
import { TestFolder } from '../../server/client.ts';

/** What a person or a program does while a server runs. */
export interface ServerOperation {
  /** `save`. */
  readonly name: string;
  readonly run: (life: LivedIn) => unknown;
  /** How often it is taken, against 1 of most. */
  readonly weight?: number;
}

export const DOCUMENTS = ['docs/a.md', 'docs/b.md', 'docs/deep/c.md', 'top.md'];
export const SOURCES = ['src/a.ts', 'src/b.ts', 'src/deep/c.ts', 'test/a.test.ts', 'test/b.test.ts'];
export const RESULTS = ['reports/junit.xml', 'build/test-results/TEST-a.xml', 'a/b/c/d/reports/junit.xml', 'coverage/lcov.info'];

/** A folder that a server follows, with the texts of its editors. */
export class LivedIn {
  readonly random: Random;
  readonly client: Client;
  readonly folder: TestFolder;
  /** Texts of open editors by path. */
  readonly open = new Map<string, string>();
  /** Outside of the folder. */
  readonly outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'reqtrace-outside-')));
  #seen: ReadonlyMap<string, string> = new Map();

  constructor(random: Random, start: (environment: Readonly<Record<string, string>>) => Client) {
    this.random = random;
    this.folder = new TestFolder({ 'reqtrace.yaml': 'version: 1\n' });
    for (const name of [...DOCUMENTS, ...SOURCES, ...RESULTS]) this.folder.write(name, this.text(name));
    writeFileSync(this.globalConfiguration, `[core]\n\texcludesFile = ${path.join(this.outside, 'excludes')}\n`);
    this.git('init', '-q', '-b', 'main');
    this.git('add', '-A');
    this.git('commit', '-qm', 'first');
    this.git('branch', 'other');
    this.#seen = this.#look();
    this.client = start(this.environment);
  }

  get globalConfiguration(): string {
    return path.join(this.outside, 'gitconfig');
  }

  /** Of git, for everybody who asks it here. */
  get environment(): Readonly<Record<string, string>> {
    return { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: this.globalConfiguration, REQTRACE_CACHE_DIR: path.join(this.outside, 'cache') };
  }

  git(...args: readonly string[]): void {
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@localhost', '-c', 'maintenance.auto=false', ...args], {
      cwd: this.folder.path,
      env: { PATH: process.env['PATH'], GIT_EDITOR: 'true', ...this.environment },
      stdio: 'ignore',
    });
  }

  at(name: string): string {
    return path.join(this.folder.path, name);
  }

  /** The text on the disk; empty where there is none. */
  read(name: string): string {
    try {
      return readFileSync(this.at(name), 'utf8');
    } catch {
      return '';
    }
  }

  isFile(name: string): boolean {
    return lstatSync(this.at(name), { throwIfNoEntry: false })?.isFile() ?? false;
  }

  /** Tells the server what came, changed and went since last time, in any order, as a watcher does: of what went the topmost folder. */
  async tell(): Promise<void> {
    const before = this.#seen;
    const now = this.#look();
    this.#seen = now;
    const gone = [...before.keys()].filter((name) => !now.has(name));
    const changes = [
      ...gone
        .filter((name) => !gone.includes(path.posix.dirname(name)))
        .map((name) => ({ uri: this.folder.uriOf(name), type: 3 as const })),
      ...[...now].filter(([name]) => !before.has(name)).map(([name]) => ({ uri: this.folder.uriOf(name), type: 1 as const })),
      ...[...now]
        .filter(([name, stamp]) => before.has(name) && before.get(name) !== stamp)
        .map(([name]) => ({ uri: this.folder.uriOf(name), type: 2 as const })),
    ];
    for (let at = changes.length - 1; at > 0; at -= 1) {
      const other = this.random.below(at + 1);
      const [one, two] = [changes[at], changes[other]];
      if (one && two) [changes[at], changes[other]] = [two, one];
    }
    for (let at = 0; at < changes.length;) {
      const size = this.random.below(20) + 1;
      await this.client.watched(...changes.slice(at, at + size));
      at += size;
    }
  }

  /** What a file of that name may hold; all of one name have one size. */
  text(name: string): string {
    const digit = (): number => this.random.below(9) + 1;
    if (name.endsWith('.md')) {
      return `## REQ-${digit()}: Title ${digit()}\n\n**Acceptance Criteria**:\n\n- [ ] one ${digit()}\n- [ ] two ${digit()}\n\n[x](b.md)\n`;
    }
    if (name.endsWith('.info')) return `SF:src/a.ts\nDA:2,${this.random.below(2)}\nend_of_record\n`;
    if (name.endsWith('.xml')) {
      const outcome = this.random.pick(['<failure/>', '<skipped/>', '<!-- ok -->'.slice(0, 10)]).padEnd(10);
      return `<testsuite name="s"><testcase classname="a" name="one ${digit()}">${outcome.startsWith('<!--') ? '          ' : outcome}</testcase></testsuite>\n`;
    }
    const kind = name.startsWith('test/') ? 'verifies  ' : 'implements';
    return `// @${kind} REQ-${digit()}/AC${this.random.below(2) + 1}\ntest("one ${digit()}", () => {});\n`;
  }

  async stop(): Promise<void> {
    await this.client.stop();
    this.folder.remove();
    rmSync(this.outside, { recursive: true, force: true });
  }

  /** Every file and folder with what tells one state of it from another, those in which git keeps objects left out. */
  #look(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const walk = (folder: string): void => {
      for (const entry of readdirSync(this.at(folder), { withFileTypes: true })) {
        const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (name === '.git/objects') continue;
        const { ino, size, mtimeMs, ctimeMs } = lstatSync(this.at(name));
        found.set(name, entry.isDirectory() ? `folder ${ino}` : `${ino} ${size} ${mtimeMs} ${ctimeMs}`);
        if (entry.isDirectory()) walk(name);
      }
    };
    walk('');
    return found;
  }
}
