import type { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';

/** What a program is started with. */
export interface Start {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input: string | NodeJS.ArrayBufferView;
}

/** What it left behind; `ENOENT` where there is no such program or folder. */
export interface Ended {
  readonly status: number | 'ENOENT';
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** Somebody who waits for the end of a program. */
interface Waiting {
  readonly started: (pid: number) => void;
  readonly ended: (result: Ended) => void;
}

const NOT_FOUND = 'ENOENT';

/**
 * Does what a file says whenever its name is written into `ask`. Each program is a child of this small process, and what becomes of it
 * is said where its script says.
 */
const LOOP = 'while read -r line; do . "./$line"; done <ask 3>&1 4>answer';

/** A shell that starts one program at a time, in a folder with the two pipes `ask` and `answer`. */
export class Shell {
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #ask: number;
  readonly #answer: number;
  #waiting: Waiting | undefined;
  #isClaimed = false;
  #isRetired = false;
  #said = '';
  #script = 'one';

  constructor(folder: string, start: typeof spawn) {
    this.#folder = folder;
    this.#process = start('/bin/sh', ['-c', LOOP], { cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'ignore'] });
    this.#process.stdout?.setEncoding('latin1').on('data', (text: string) => this.#hear(text));
    this.#process.unref();
    this.#hold(false);
    // In the order in which the shell opens the other ends: each waits for its other.
    this.#ask = openSync(path.join(folder, 'ask'), 'w');
    this.#answer = openSync(path.join(folder, 'answer'), 'r');
  }

  get isFree(): boolean {
    return !this.#isClaimed && !this.isRetired;
  }

  /** It has no more to do after what it does now: of a program that was ended early, something may go on and write. */
  get isRetired(): boolean {
    return this.#isRetired;
  }

  /** Nobody else asks it now, until `run` is over. */
  claim(): void {
    this.#isClaimed = true;
  }

  /** It ends when nobody can ask it any more. */
  retire(): void {
    if (this.#isRetired) return;
    this.#isRetired = true;
    closeSync(this.#ask);
    closeSync(this.#answer);
  }

  /** Runs a program and waits for it, with everything else of this process. */
  runSync(start: Start): Ended {
    this.#write(start, '; echo $? >&4', 'echo ENOENT >&4');
    const bytes = Buffer.alloc(16);
    const length = readSync(this.#answer, bytes);
    if (length === 0) throw new Error(`the shell that starts ${start.file} has ended`);
    return this.#result(bytes.toString('latin1', 0, length));
  }

  /** Starts a program; says its process and what it left behind. */
  run(start: Start, waiting: Waiting): void {
    this.#waiting = waiting;
    this.#hold(true);
    this.#write(start, '& echo started $! >&3; wait $!; echo $? >&3', 'echo ENOENT >&3');
  }

  #write({ file, args, cwd, env, input }: Start, after: string, instead: string): void {
    const exports = Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && /^[A-Za-z_]\w*$/u.test(name) ? `export ${name}=${quoted(value)}\n` : [],
    );
    this.#put('in', input);
    // A shell may still read the end of the one before when that has answered.
    this.#script = this.#script === 'one' ? 'other' : 'one';
    this.#put(
      this.#script,
      `PATH=${quoted(env['PATH'] ?? '')}
if [ -d ${quoted(cwd)} ] && command -v ${quoted(file)} >out; then (
cd ${quoted(cwd)} || exit
unset PWD OLDPWD SHLVL _
${exports.join('')}exec ${[file, ...args].map(quoted).join(' ')}
) <in >out 2>err 3>&- 4>&- ${after}
else ${instead}; fi
`,
    );
    writeSync(this.#ask, `${this.#script}\n`);
  }

  #put(name: string, content: string | NodeJS.ArrayBufferView): void {
    writeFileSync(path.join(this.#folder, name), content);
  }

  #result(status: string): Ended {
    if (status.trim() === NOT_FOUND) return { status: NOT_FOUND, stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
    const said = (name: string): Buffer => readFileSync(path.join(this.#folder, name));
    return { status: Number(status), stdout: said('out'), stderr: said('err') };
  }

  #hear(text: string): void {
    const lines = `${this.#said}${text}`.split('\n');
    this.#said = lines.pop() ?? '';
    for (const line of lines) {
      const waiting = this.#waiting;
      if (line.startsWith('started ')) waiting?.started(Number(line.slice('started '.length)));
      else {
        this.#waiting = undefined;
        this.#isClaimed = false;
        this.#hold(false);
        waiting?.ended(this.#result(line));
      }
    }
  }

  /** While nothing runs, the shell keeps nobody from ending. */
  #hold(isBusy: boolean): void {
    const output = this.#process.stdout as Socket;
    if (isBusy) output.ref();
    else output.unref();
  }
}

/** A word of a shell, whatever is in it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
