import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { REPOSITORY } from './build.ts';

/** What a measured program says of itself. */
export interface Watched {
  /** Megabytes of resident memory: the most so far, and at the moment. */
  readonly peak: number;
  readonly now: number;
  /** The longest turn of the event loop since it was asked last, in milliseconds of processor time of the main thread. */
  readonly longest: number;
}

/** A file in which a program that is started with `args` and `environment` says how it is: `new Watch().args` are `['-r', '…/watched.cjs']`. */
export class Watch {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'reqtrace-bench-watch-'));
  readonly #file = path.join(this.#folder, 'figures.json');
  readonly args = ['-r', path.join(REPOSITORY, 'scripts/bench/watched.cjs')];
  readonly environment: Readonly<Record<string, string>>;

  /** @param turns true to have the turns of the event loop measured, which costs a little. */
  constructor(turns = false) {
    this.environment = { REQTRACE_BENCH_FIGURES: this.#file, ...(turns && { REQTRACE_BENCH_TURNS: '1' }) };
  }

  /** What a program said that has ended. */
  read(): Watched {
    return JSON.parse(readFileSync(this.#file, 'utf8')) as Watched;
  }

  /** Asks a program that runs. */
  async ask(pid: number): Promise<Watched> {
    rmSync(this.#file, { force: true });
    process.kill(pid, 'SIGUSR2');
    while (!existsSync(this.#file)) await sleep(20);
    return this.read();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
