import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADD_AND_COMMIT } from './git.ts';
import { PROJECT, Sandbox } from './sandbox.ts';
import { inRun, madeOnce } from './testRun.ts';

/** Root of this repository, which an action finds in GITHUB_ACTION_PATH. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** What a script left behind. */
export interface ScriptResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds `dist` as the sources are now, once in a run: a program of yesterday must not pass for them. */
export async function buildProduct(): Promise<void> {
  await madeOnce('product', () => {
    execFileSync(process.execPath, ['esbuild.config.mjs'], { cwd: REPOSITORY });
  });
}

/** Runs a script of a CI with nothing in its environment but this, PATH and a home of its own, which takes the cache. */
export async function runScript(
  shell: readonly [command: string, ...args: string[]],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<ScriptResult> {
  const [command, ...args] = shell;
  const { PATH = '' } = process.env;
  const child = spawn(command, args, { cwd, env: { PATH, HOME: join(cwd, '.git/home'), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, ...output };
}

/** A checkout of the action, and what else the environment of its scripts has. */
export interface ActionCheckout {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A repository as a pull request's job sees it: main, a branch that breaks IP-1.1/AC1, and the merge of both checked out. */
export class PullRequest {
  /** Made once in a process, as it takes a dozen programs; the others are copies. */
  static #first: ReturnType<typeof firstPullRequest> | undefined;
  readonly sandbox = new Sandbox();
  readonly base: string;
  readonly head: string;
  /** Where the action is checked out; its own repository at first. */
  action: ActionCheckout = { folder: REPOSITORY, environment: {} };

  constructor() {
    PullRequest.#first ??= firstPullRequest();
    const { root, base, head } = PullRequest.#first;
    cpSync(root, this.sandbox.root, { recursive: true });
    this.base = base;
    this.head = head;
  }

  /** Writes the event beside the repository and gives the environment of the job, its summary and outputs empty. */
  environment(event: object = { pull_request: { number: 7, base: { sha: this.base }, head: { sha: this.head } } }): Record<string, string> {
    this.sandbox.write('.git/ci/event.json', JSON.stringify(event));
    for (const name of ['summary', 'output']) this.sandbox.write(`.git/ci/${name}`, '');
    return {
      ...this.action.environment,
      GITHUB_ACTION_PATH: this.action.folder,
      GITHUB_EVENT_PATH: this.sandbox.path('.git/ci/event.json'),
      GITHUB_STEP_SUMMARY: this.sandbox.path('.git/ci/summary'),
      GITHUB_OUTPUT: this.sandbox.path('.git/ci/output'),
      GITHUB_REPOSITORY: 'owner/shop',
      GITHUB_RUN_ID: '99',
      RUNNER_TEMP: this.sandbox.path('.git/ci/temp'),
    };
  }

  get summary(): string {
    return readFileSync(this.sandbox.path('.git/ci/summary'), 'utf8');
  }

  get outputs(): Readonly<Record<string, string>> {
    const lines = readFileSync(this.sandbox.path('.git/ci/output'), 'utf8').trim().split('\n');
    return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  }
}

/** The repository of every `PullRequest`, in a folder that is removed with the run. */
function firstPullRequest(): { readonly root: string; readonly base: string; readonly head: string } {
  const sandbox = new Sandbox({
    ...PROJECT,
    'reqtrace.yaml':
      'gates:\n  known-debt: { scope: all, max: { unmet: 9 } }\n  release: { scope: all, max: { unmet: 0 } }\n  merge: { scope: changed, max: { unmet: 0, partial: 0 } }\n  proof: { max: { unproven: 0 } }\n',
  });
  const commit = (message: string): string => {
    sandbox.git('-c', ADD_AND_COMMIT, 'record', '-m', message);
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: sandbox.root, encoding: 'utf8' }).trim();
  };
  sandbox.git('init', '-q', '-b', 'main');
  appendFileSync(sandbox.path('.git/config'), '[user]\n\tname = Writer\n\temail = writer@example.com\n[commit]\n\tgpgSign = false\n');
  const base = commit('first');
  sandbox.git('checkout', '-q', '-b', 'topic');
  sandbox.write('src/orders.ts', '// @implements IP-1.1/AC2\nexport function rejectEmpty(): void {}\n\n// @implements IP-1.9\n');
  const head = commit('second');
  sandbox.git('checkout', '-q', '--detach', 'main');
  sandbox.git('merge', '-q', '--no-ff', '-m', 'merge', 'topic');
  const root = inRun('pull-request-');
  cpSync(sandbox.root, root, { recursive: true });
  sandbox.remove();
  return { root, base, head };
}

/** A shell command that stands on PATH before all others: `fakeCommand(sandbox, 'npx', …)`; gives the PATH to use. */
export function fakeCommand(sandbox: Sandbox, name: string, script: string): string {
  const file = `.git/bin/${name}`;
  sandbox.write(file, `#!/bin/sh\n${script}\n`);
  execFileSync('chmod', ['+x', sandbox.path(file)]);
  return `${sandbox.path('.git/bin')}:${process.env['PATH'] ?? ''}`;
}
