import childProcess from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { inRun } from '../testRun.ts';
import { Shell } from './shell.ts';
import type { Ended, Start } from './shell.ts';
import { StartedProgram } from './startedProgram.ts';

/*
 * To start a program, Node makes a copy of its process first, and that costs the more, the larger the process is: in a test run, about twice as
 * much as git itself. So the tests have git started by small shells. What git is asked, and by whom, stays as it is; other programs are
 * started as ever. Mocha loads this file before all tests (.mocharc.cjs).
 */

/** What is taken of the options of Node's functions. */
interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly encoding?: BufferEncoding | 'buffer';
  readonly stdio?: unknown;
  readonly input?: string | NodeJS.ArrayBufferView;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

type Output = string | Buffer;
type Heard = (error: Error | null, stdout: Output, stderr: Output) => void;

/** As many programs may run at once; of more, Node starts the rest. */
const MOST_SHELLS = 4;
/** What nothing is said by or to. */
const PIPES = /^(?:pipe|ignore|(?:pipe|ignore),(?:pipe|ignore),(?:pipe|ignore))$/u;

const ofNode = { execFile: childProcess.execFile, execFileSync: childProcess.execFileSync, spawn: childProcess.spawn };
const ofShells = {
  execFile: Object.defineProperties(
    (...args: readonly unknown[]) => started(args) ?? Reflect.apply(ofNode.execFile, childProcess, args),
    // What `promisify` makes of it is among them.
    Object.getOwnPropertyDescriptors(ofNode.execFile),
  ),
  execFileSync: (...args: readonly unknown[]) => {
    const ended = waitedFor(args);
    return ended ? ended.stdout : Reflect.apply(ofNode.execFileSync, childProcess, args);
  },
  spawn: (...args: readonly unknown[]) => spawned(args) ?? Reflect.apply(ofNode.spawn, childProcess, args),
};
const GIT = 'git';
const shells: Shell[] = [];
/** Folders for shells to come. */
const places: string[] = [];

if (process.platform !== 'win32') install(ofShells);

/** For the tests of one file that are about how git is started: Node starts it there, as in the product. */
export function startedByNode(): void {
  before(() => install(ofNode));
  after(() => install(ofShells));
}

function install(functions: object): void {
  Object.assign(childProcess, functions);
  syncBuiltinESMExports();
}

/** `execFile('git', args, options, heard)`, as `src/workspace/git/git.ts` asks. */
function started([file, args, options, heard]: readonly unknown[]): StartedProgram | undefined {
  if (typeof heard !== 'function') return undefined;
  const start = startOf(file, args, options);
  const shell = start && freeShell();
  if (!shell) return undefined;
  const { encoding = 'utf8', signal } = options as Options;
  return new StartedProgram(shell, start, { signal, heard: (error, ended) => (heard as Heard)(error, ...written(ended, encoding)) });
}

/** `spawn('git', ['cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] })`: what it is asked is all written before the first answer is read. */
function spawned([file, args, options]: readonly unknown[]): StartedProgram | undefined {
  const { stdio } = (options ?? {}) as Options;
  if (String(stdio) !== 'pipe,pipe,ignore' || !(args as readonly string[]).includes('--batch')) return undefined;
  const start = startOf(file, args, options);
  const shell = start && freeShell();
  return shell && new StartedProgram(shell, start, {});
}

/** `execFileSync('git', args, options)`, as the tests make their repositories. */
function waitedFor([file, args, options = {}]: readonly unknown[]): { readonly stdout: Output } | undefined {
  const { stdio, input = '', encoding = 'buffer', timeout } = options as Options;
  const start = timeout === undefined && PIPES.test(String(stdio ?? 'pipe')) ? startOf(file, args, options) : undefined;
  const ended = start && freeShell()?.runSync({ ...start, input });
  if (!ended) return undefined;
  const [stdout, stderr] = written(ended, encoding);
  if (stdio === undefined) process.stderr.write(stderr);
  if (ended.status === 0) return { stdout };
  throw Object.assign(new Error(`Command failed: git ${(args as readonly string[]).join(' ')}\n${stderr.toString()}`), {
    status: ended.status,
    stdout,
    stderr,
  });
}

/** Undefined for what a shell does not start as Node does. */
function startOf(file: unknown, args: unknown, options: unknown): Omit<Start, 'input'> | undefined {
  const { cwd = process.cwd(), env = process.env } = (options ?? {}) as Options;
  const words = args as readonly string[];
  if (file !== GIT || env['PATH'] === undefined || words.some((word) => word.includes('\0'))) return undefined;
  return { file: GIT, args: words, cwd, env };
}

/** A shell that has nothing to do, if there is one. */
function freeShell(): Shell | undefined {
  const free = shells.find(({ isFree }) => isFree);
  if (free) return free;
  const left = shells.filter(({ isRetired }) => !isRetired);
  shells.splice(0, shells.length, ...left);
  if (shells.length >= MOST_SHELLS) return undefined;
  const shell = new Shell(nextPlace(), ofNode.spawn);
  shells.push(shell);
  return shell;
}

/** A folder with the pipes of a shell; those of all shells are made together, since that takes a program, too. */
function nextPlace(): string {
  if (places.length === 0) {
    const folder = inRun('shells-');
    places.push(...Array.from({ length: MOST_SHELLS }, (_, at) => path.join(folder, `${at}`)));
    for (const place of places) mkdirSync(place);
    ofNode.execFileSync(
      'mkfifo',
      places.flatMap((place) => [path.join(place, 'ask'), path.join(place, 'answer')]),
    );
  }
  return places.pop() ?? '';
}

function written({ stdout, stderr }: Ended, encoding: BufferEncoding | 'buffer'): [Output, Output] {
  return encoding === 'buffer' ? [stdout, stderr] : [stdout.toString(encoding), stderr.toString(encoding)];
}
