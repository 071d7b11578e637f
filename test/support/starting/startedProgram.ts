import { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import type { Ended, Shell, Start } from './shell.ts';

/** What a start is without its input, which is written after it. */
type Question = Omit<Start, 'input'>;

interface Hearing {
  readonly signal?: AbortSignal | undefined;
  /** Told once how it ended, with an error as `execFile` has it. */
  readonly heard?: (error: Error | null, ended: Ended) => void;
}

const ENDED_EARLY: Ended = { status: 143, stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
/** What a shell adds to the number of the signal that ended a program. Git itself ends with 128 and 129. */
const BY_SIGNAL = 128;
const SIGNALS = { first: BY_SIGNAL + 2, last: BY_SIGNAL + 31 };

/** Takes the place of the child process of Node's `execFile` and `spawn`; it is started when its input is whole. */
export class StartedProgram extends EventEmitter {
  readonly stdin: Writable;
  readonly stdout = new PassThrough();
  readonly #shell: Shell;
  readonly #hearing: Hearing;
  #pid: number | undefined;
  #signal: NodeJS.Signals | undefined;
  #isOver = false;

  constructor(shell: Shell, question: Question, hearing: Hearing) {
    super();
    this.#shell = shell;
    this.#hearing = hearing;
    shell.claim();
    const input: Buffer[] = [];
    this.stdin = new Writable({
      write(chunk: Buffer, _encoding, done) {
        input.push(chunk);
        done();
      },
      final: (done) => {
        this.#start({ ...question, input: Buffer.concat(input) });
        done();
      },
    });
    hearing.signal?.addEventListener('abort', this.#abort, { once: true });
  }

  /** As with Node, one that is over is left alone. */
  kill(signal: NodeJS.Signals = 'SIGTERM'): boolean {
    if (this.#isOver) return false;
    this.#signal = signal;
    this.#shell.retire();
    if (this.#pid === undefined) return true;
    try {
      return process.kill(this.#pid, signal);
    } catch {
      return false;
    }
  }

  #start(start: Start): void {
    if (this.#shell.isRetired) return this.#end(this.#errorOf(ENDED_EARLY), ENDED_EARLY);
    this.#shell.run(start, {
      started: (pid) => {
        this.#pid = pid;
        if (this.#signal) this.kill(this.#signal);
      },
      ended: (result) => this.#end(this.#errorOf(result), result),
    });
  }

  readonly #abort = (): void => {
    this.kill();
    this.#end(Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' }), ENDED_EARLY);
  };

  #errorOf({ status }: Ended): Error | null {
    if (status === 0) return null;
    if (status === 'ENOENT') return Object.assign(new Error('spawn git ENOENT'), { code: status });
    const bySignal = this.#signal !== undefined || (status >= SIGNALS.first && status <= SIGNALS.last);
    return Object.assign(new Error('Command failed: git'), { code: bySignal ? null : status, killed: bySignal });
  }

  #end(error: Error | null, ended: Ended): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#hearing.signal?.removeEventListener('abort', this.#abort);
    this.#hearing.heard?.(error, ended);
    if (this.listenerCount('error') > 0 && ended.status === 'ENOENT') this.emit('error', error);
    this.stdout.end(ended.stdout);
  }
}
