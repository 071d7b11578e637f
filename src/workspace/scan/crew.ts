import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Configuration } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import type { Job, JobResult, WorkerSetup } from './messages.ts';
import { NOTHING } from './scanned.ts';
import type { Scanned, Take } from './scanned.ts';

/** More workers than that wait for the disk, and each has a memory of its own. */
const MOST_WORKERS = 4;
/** How often the workers are looked at, in milliseconds. */
const WATCH_INTERVAL = 250;
/** A file that takes longer than this, in milliseconds, is given up: some pattern never comes to an end on it. */
export const PATIENCE = 10_000;
/** After so many crashes the fault is not in single files. */
const MOST_CRASHES = 20;

/** Work for a crew. */
export type Work = Omit<Job, 'number'>;

/** What a crew is for. */
export interface CrewOptions {
  readonly root: string;
  readonly configuration: Configuration;
  /** The program of the workers. */
  readonly program: URL;
  /** Milliseconds; see `PATIENCE`. */
  readonly patience?: number;
}

/** One worker and what it is at. */
interface Member {
  readonly worker: Worker;
  readonly progress: Int32Array;
  job: Job | undefined;
  /** Progress when it was last looked at, and how many looks it has not moved since. */
  seen: string;
  still: number;
  /** Set when it is ended for the file that it is at. */
  stuck: boolean;
}

/**
 * Reads files in worker threads. A worker that crashes is replaced and the file that it was at is tried once more; a file that
 * crashes it again, or on which it hangs, is reported as skipped, and the rest goes on.
 */
export class Crew {
  readonly #options: CrewOptions;
  readonly #queue: Job[];
  readonly #take: Take;
  readonly #members = new Set<Member>();
  readonly #crashed = new Map<FilePath, number>();
  /** Jobs for which there is no worker. */
  readonly #left: Job[] = [];
  #settle: { readonly resolve: () => void; readonly reject: (reason: unknown) => void } | undefined;
  #nextNumber = 0;
  #crashes = 0;
  #failedStarts = 0;

  private constructor(options: CrewOptions, work: readonly Work[], take: Take) {
    this.#options = options;
    this.#take = take;
    this.#queue = work.map((each) => this.#numbered(each));
  }

  /**
   * Does the work and dismisses the workers.
   *
   * @returns work that is left since no worker would start; mostly none.
   * @throws the signal's reason when it is aborted.
   */
  static async run(options: CrewOptions, work: readonly Work[], take: Take, signal?: AbortSignal): Promise<readonly Work[]> {
    if (work.length === 0) return work;
    const crew = new Crew(options, work, take);
    await crew.#run(signal);
    return crew.#left;
  }

  async #run(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const done = new Promise<void>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    const abort = (): void => this.#settle?.reject(signal?.reason);
    signal?.addEventListener('abort', abort);
    const watch = setInterval(() => this.#watch(), WATCH_INTERVAL);
    try {
      const size = Math.min(availableParallelism(), MOST_WORKERS, this.#queue.length);
      for (let count = 0; count < size; count += 1) this.#hire();
      await done;
    } finally {
      clearInterval(watch);
      signal?.removeEventListener('abort', abort);
      await Promise.all(Array.from(this.#members, ({ worker }) => worker.removeAllListeners().terminate()));
    }
  }

  #hire(): void {
    const progress = new Int32Array(new SharedArrayBuffer(8));
    const { root, configuration, program } = this.#options;
    const workerData: WorkerSetup = { purpose: 'reqtrace-scan', root, configuration, progress };
    const worker = new Worker(program, { workerData, name: 'reqtrace-scan' });
    const member: Member = { worker, progress, job: undefined, seen: '', still: 0, stuck: false };
    this.#members.add(member);
    worker.on('message', (result: JobResult) => this.#deliver(member, result));
    // What went wrong matters less than which file it was; that comes with `exit`, which always follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => this.#lost(member));
    this.#assign(member);
  }

  #assign(member: Member): void {
    const job = this.#queue.shift();
    member.job = job;
    if (job) member.worker.postMessage(job);
    else this.#finishIfIdle();
  }

  #finishIfIdle(): void {
    if ([...this.#members].every((each) => each.job === undefined)) this.#settle?.resolve();
  }

  #deliver(member: Member, { results }: JobResult): void {
    const job = member.job;
    // The next job goes out before this one's results are looked at, so that the worker need not wait for us.
    this.#assign(member);
    if (job) this.#report(job, new Map(results));
  }

  #report(job: Job, results: ReadonlyMap<number, Scanned>): void {
    for (const [at, path] of job.paths.entries()) this.#take(path, results.get(at) ?? NOTHING);
  }

  /** The worker is gone, mostly before its job was done. */
  #lost(member: Member): void {
    this.#members.delete(member);
    const { job } = member;
    if (job) {
      const guilty = Atomics.load(member.progress, 0) === job.number ? job.paths[Atomics.load(member.progress, 1)] : undefined;
      if (guilty === undefined) this.#startFailed(job);
      else this.#blame(guilty, job, member.stuck);
    }
    if (this.#queue.length > 0) this.#hire();
    else this.#finishIfIdle();
  }

  #startFailed(job: Job): void {
    this.#failedStarts += 1;
    this.#queue.unshift(job);
    if (this.#failedStarts > MOST_WORKERS) this.#left.push(...this.#queue.splice(0));
  }

  #blame(guilty: FilePath, job: Job, stuck: boolean): void {
    this.#crashes += 1;
    const times = (this.#crashed.get(guilty) ?? 0) + 1;
    this.#crashed.set(guilty, times);
    if (this.#crashes >= MOST_CRASHES) this.#giveUp([job, ...this.#queue.splice(0)]);
    else if (stuck || times > 1) {
      this.#take(guilty, { kind: 'skipped', reason: stuck ? `reading it took longer than ${this.#patience / 1000} seconds` : 'reading it crashed twice' });
      this.#queue.unshift(this.#numbered({ ...job, paths: job.paths.filter((path) => path !== guilty) }));
    } else this.#queue.unshift(this.#numbered(job));
  }

  #giveUp(jobs: readonly Job[]): void {
    for (const { paths } of jobs) for (const path of paths) this.#take(path, { kind: 'skipped', reason: 'reading other files crashed too often' });
  }

  /** Ends workers that have not come further for too long. */
  #watch(): void {
    for (const member of this.#members) {
      const seen = `${Atomics.load(member.progress, 0)} ${Atomics.load(member.progress, 1)}`;
      // Looks are counted, not time: while a computer sleeps, nothing is stuck.
      const begun = Atomics.load(member.progress, 0) === member.job?.number;
      member.still = begun && seen === member.seen ? member.still + 1 : 0;
      member.seen = seen;
      if (member.still * WATCH_INTERVAL < this.#patience || member.stuck) continue;
      member.stuck = true;
      void member.worker.terminate();
    }
  }

  get #patience(): number {
    return this.#options.patience ?? PATIENCE;
  }

  #numbered(work: Work): Job {
    this.#nextNumber += 1;
    return { ...work, number: this.#nextNumber };
  }
}
