import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** A program that is started for a person. */
export interface ChildOptions {
  readonly argv: readonly string[];
  /** Absolute. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds after which it is ended; absent for none. */
  readonly limit?: number | undefined;
  readonly signal: AbortSignal;
  readonly onOutput: (text: string, from: 'stdout' | 'stderr') => void;
}

/** How it ended; `missing` where there is no such program, `stopped` where it was ended from here. */
export type ChildEnd =
  | { readonly kind: 'ended'; readonly code: number | undefined }
  | { readonly kind: 'missing' | 'refused' | 'late' | 'stopped' };

/** Milliseconds between asking it to end and ending it. */
const PATIENCE = 2000;

/** Variables by which runners think that they run within another run. */
const OF_RUNS =
  /^(?:NODE_TEST_CONTEXT|NODE_V8_COVERAGE|VITEST.*|JEST_WORKER_ID|PYTEST_CURRENT_TEST|ELECTRON_RUN_AS_NODE|GIT_DIR|GIT_INDEX_FILE|GIT_WORK_TREE)$/u;

/** Runs a program to its end, without a shell and without a terminal, in a group of its own that is ended with it. */
export function runChild({ argv, folder, environment, limit, signal, onOutput }: ChildOptions): Promise<ChildEnd> {
  const [program = '', ...others] = argv;
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'stopped' });
    let ending: 'late' | 'stopped' | undefined;
    let child: ChildProcessByStdio<null, Readable, Readable>;
    const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_RUNS.test(name))), ...environment };
    try {
      child = spawn(program, others, {
        cwd: folder,
        env,
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
    } catch {
      return resolve({ kind: 'refused' });
    }
    const timers: NodeJS.Timeout[] = [];
    const stop = (why: 'late' | 'stopped'): void => {
      if (ending) return;
      ending = why;
      endGroup(child, 'SIGTERM');
      timers.push(
        setTimeout(() => {
          endGroup(child, 'SIGKILL');
          // What it started may hold on to its pipes.
          child.stdout.destroy();
          child.stderr.destroy();
        }, PATIENCE),
      );
    };
    const onAbort = (): void => stop('stopped');
    signal.addEventListener('abort', onAbort, { once: true });
    if (limit !== undefined) timers.push(setTimeout(() => stop('late'), limit));
    // Where this process ends in the middle of it, nobody is left to end the other.
    const onExit = (): void => endGroup(child, 'SIGKILL');
    process.once('exit', onExit);
    const settle = (end: ChildEnd): void => {
      process.off('exit', onExit);
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(end);
    };
    for (const from of ['stdout', 'stderr'] as const) {
      const decoder = new StringDecoder('utf8');
      child[from].on('data', (bytes: Buffer) => onOutput(decoder.write(bytes), from));
    }
    child.on('error', (error: NodeJS.ErrnoException) => settle({ kind: error.code === 'ENOENT' ? 'missing' : 'refused' }));
    child.on('close', (code) => {
      // What the program left running of its own must not outlive it.
      endGroup(child, 'SIGKILL');
      settle(ending ? { kind: ending } : { kind: 'ended', code: code ?? undefined });
    });
  });
}

function endGroup(child: ChildProcessByStdio<null, Readable, Readable>, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32')
      spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).unref();
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
