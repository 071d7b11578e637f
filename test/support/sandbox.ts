import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../../src/cli/run.ts';
import { initialised } from './git.ts';

/** What a run of the CLI left behind. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Folder to run in, relative to the sandbox. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  /** What somebody at the terminal answers, one line to a question; nobody sits there without it. */
  readonly answers?: readonly string[];
}

/** A folder of its own on disk with the CLI run in it, in this process. */
export class Sandbox {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'reqtrace-cli-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const file = this.path(path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  path(path: string): string {
    return join(this.root, path);
  }

  git(...args: string[]): void {
    if (initialised(this.root, args)) return;
    execFileSync('git', args, { cwd: this.root, stdio: 'ignore', env: gitFreeEnvironment() });
  }

  async run(argv: readonly string[], { cwd = '', env = {}, isTTY = false, answers }: RunOptions = {}): Promise<RunResult> {
    const written = { stdout: '', stderr: '' };
    const output = (name: 'stdout' | 'stderr') => ({
      isTTY,
      write(text: string) {
        written[name] += text;
      },
    });
    const left = [...(answers ?? [])];
    const io = { stdout: output('stdout'), stderr: output('stderr'), cwd: this.path(cwd), env };
    const code = await runCli(argv, { ...io, ...(answers && { ask: () => Promise.resolve(left.shift()) }) });
    return { code, ...written };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A hook that runs these tests has variables set that point git at another repository. */
function gitFreeEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
}

/** A small project: IP-1.1 with a met, an implemented, an untouched and a waived criterion, IP-1.2 untouched. */
export const PROJECT: Readonly<Record<string, string>> = {
  'docs/launch.md': `# Launch

### Integration Point 1.1: Orders

**Integration Flow**: Shop ↔ Store

Customers order what the store has.

**Acceptance Criteria**:

- [x] Orders are confirmed within a minute
- [ ] Empty orders are rejected
- [ ] Orders are kept for ten years
- [ ] The counter shows new orders

### Integration Point 1.2: Stock

**Acceptance Criteria**:

- [ ] Stock is counted after each order
`,
  'src/orders.ts': `// @implements IP-1.1/AC1
export function confirmOrder(): void {}

// @implements IP-1.1/AC2
export function rejectEmpty(): void {}

// @waives IP-1.1/AC4: waits for the new counter until 2099-12-31
`,
  'test/orders.test.ts': `describe('IP-1.1', () => {
  it('AC1 confirms an order', () => {});
});
`,
};
