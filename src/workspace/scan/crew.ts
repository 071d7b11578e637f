import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Configuration } from '../../model/configuration.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { Ahead, Job, JobResult, Work, WorkerSetup } from './messages.ts';
import type { Take } from './scanned.ts';

/**
 * More workers than that wait for the disk, and each has a memory of its own: with the file in its hand, and what of those before it is
 * not collected yet, at most 64 MB over what it takes anyway, so 256 MB for all, however many files of whatever size there are.
 */
export const MOST_WORKERS = 4;
/** How often the workers are looked at, in milliseconds. */
const WATCH_INTERVAL = 250;
/** A file that takes longer than this, in milliseconds, is given up: some pattern never comes to an end on it. */
const PATIENCE = 10_000;
/** After so many crashes the fault is not in single files. */
const MOST_CRASHES = 20;

/** What a crew is for. */
export interface CrewOptions {
  readonly root: string;
  readonly configuration: Configuration;
  readonly cacheFolder?: string | undefined;
  /** The program of the workers; without one there are none. */
  readonly program: URL | undefined;
  /** Does a job on this thread. Where it is given, this thread takes jobs as well: it would only wait, and has its program loaded already. */
  readonly here?: ((work: Work, take: Take, signal?: AbortSignal) => Promise<void>) | undefined;
  /** Milliseconds; see `PATIENCE`. */
  readonly patience?: number;
}

/** One worker and what it is at. */
interface Member {
  readonly worker: Worker;
  readonly progress: Int32Array;
  job: Job | undefined;
  /** The file that it was at when it was last looked at, and how many looks ago it came to it. */
  seen: number;
  still: number;
  /** Set when it is ended for the file that it is at. */
  stuck: boolean;
  /** What of the cache it has looked through, or will. */
  ahead: ReadonlySet<string>;
}

/** One round of work. */
interface Round {
  readonly queue: Job[];
  readonly take: Take;
  /** Jobs for which there is no worker. */
  readonly left: Job[];
  readonly crashed: Map<FilePath, number>;
  crashes: number;
  failedStarts: number;
  /** True while this thread is at a job. */
  busy: boolean;
  readonly finish: () => void;
}

/**
 * Reads files in worker threads. A worker that crashes is replaced and the file that it was at is tried once more; a file that
 * crashes it again, or on which it hangs, is reported as skipped, and the rest goes on.
 */
export class Crew {
  readonly #options: CrewOptions;
  readonly #members = new Set<Member>();
  #round: Round | undefined;
  #jobs = 0;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  /**
   * Does the work; one round after the other, never two at once. The workers stay for the next round until they are dismissed, and
   * may keep the process alive as long.
   *
   * @returns work that is left since no worker would start; mostly none.
   * @throws the signal's reason when it is aborted.
   */
  async run(work: readonly Work[], take: Take, signal?: AbortSignal): Promise<readonly Work[]> {
    signal?.throwIfAborted();
    const { program } = this.#options;
    if (!program || work.length === 0) return work;
    let abort: (() => void) | undefined;
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        abort = () => reject(signal?.reason);
        signal?.addEventListener('abort', abort);
        const left: Job[] = [];
        const queue = work.map((each) => this.#numbered(each));
        this.#round = { queue, take, left, crashed: new Map(), crashes: 0, failedStarts: 0, busy: false, finish: () => resolve(left) };
        watch = setInterval(() => this.#watch(), WATCH_INTERVAL);
        this.#help(this.#round, signal).catch(reject);
        for (const member of this.#members) if (!member.job) this.#assign(member);
        this.#hire(program, queue.length);
      });
    } finally {
      clearInterval(watch);
      if (abort) signal?.removeEventListener('abort', abort);
      this.#round = undefined;
      if (signal?.aborted) await this.dismiss();
    }
  }

  /**
   * Starts the workers ahead of the work.
   *
   * @param jobs about how many there will be.
   * @param shards what of the cache they are to look through until then.
   */
  prepare(jobs: number, shards: readonly string[]): void {
    const { program } = this.#options;
    if (!program) return;
    this.#hire(program, jobs - Number(this.#options.here !== undefined) - this.#members.size);
    const members = [...this.#members];
    for (const [at, member] of members.entries()) {
      member.ahead = new Set(shards.filter((_, index) => index % members.length === at));
      const message: Ahead = { shards: [...member.ahead] };
      member.worker.postMessage(message);
    }
  }

  /** Ends all workers. */
  async dismiss(): Promise<void> {
    const members = [...this.#members];
    this.#members.clear();
    // One that fails while it is being ended must still be heard, or it takes the whole program with it.
    await Promise.all(
      members.map(({ worker }) =>
        worker
          .removeAllListeners()
          .on('error', () => undefined)
          .terminate(),
      ),
    );
  }

  /** Does jobs on this thread as long as there are any; what crashed a worker is left to the next one. */
  async #help(round: Round, signal: AbortSignal | undefined): Promise<void> {
    const { here } = this.#options;
    if (!here) return;
    round.busy = true;
    while (round.crashes === 0) {
      const job = round.queue.shift();
      if (!job) break;
      await here(job, round.take, signal);
    }
    round.busy = false;
    this.#finishIfIdle();
  }

  /** Starts workers for so many jobs that wait for one: a worker takes longer to start than to read hundreds of files. */
  #hire(program: URL, jobs: number): void {
    const threads = Math.min(availableParallelism(), MOST_WORKERS) - Number(this.#options.here !== undefined);
    const free = threads - this.#members.size;
    for (let count = 0; count < Math.min(jobs, free); count += 1) this.#hireOne(program);
  }

  #hireOne(program: URL): void {
    const progress = new Int32Array(new SharedArrayBuffer(8));
    const { root, configuration, cacheFolder } = this.#options;
    const workerData: WorkerSetup = { root, configuration, cacheFolder, progress };
    const worker = new Worker(program, { workerData, name: 'reqtrace-scan' });
    // The promise of the round keeps nothing alive; the interval that watches it does.
    worker.unref();
    const member: Member = { worker, progress, job: undefined, seen: 0, still: 0, stuck: false, ahead: new Set() };
    this.#members.add(member);
    worker.on('message', (results: JobResult) => this.#deliver(member, results));
    // What went wrong matters less than which file it was; that comes with `exit`, which always follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => this.#lost(member, program));
    this.#assign(member);
  }

  #assign(member: Member): void {
    const queue = this.#round?.queue ?? [];
    const own = member.ahead.size === 0 ? -1 : queue.findIndex(({ shard }) => shard !== undefined && member.ahead.has(shard));
    [member.job] = queue.splice(Math.max(0, own), 1);
    member.still = 0;
    if (member.job) member.worker.postMessage(member.job);
  }

  #deliver(member: Member, results: JobResult): void {
    const { job } = member;
    // The next job goes out before this one's results are looked at, so that the worker need not wait for us.
    this.#assign(member);
    for (const [at, scanned] of results) {
      const path = job?.paths[at];
      if (path !== undefined) this.#round?.take.file(path, scanned);
    }
    this.#round?.take.done(job?.paths.length ?? 0);
    this.#finishIfIdle();
  }

  #finishIfIdle(): void {
    if (this.#round?.busy === false && [...this.#members].every(({ job }) => job === undefined)) this.#round.finish();
  }

  /** The worker is gone, mostly before its job was done. */
  #lost(member: Member, program: URL): void {
    this.#members.delete(member);
    const { job } = member;
    const round = this.#round;
    if (!round) return;
    if (job) {
      const guilty = isAt(member, job) ? job.paths[Atomics.load(member.progress, 1)] : undefined;
      if (guilty === undefined) startFailed(round, job);
      else this.#blame(round, guilty, job, member.stuck);
    }
    if (round.queue.length > 0) this.#hireOne(program);
    else this.#finishIfIdle();
  }

  #blame(round: Round, guilty: FilePath, job: Job, stuck: boolean): void {
    round.crashes += 1;
    const times = (round.crashed.get(guilty) ?? 0) + 1;
    round.crashed.set(guilty, times);
    if (round.crashes >= MOST_CRASHES) giveUp(round, job);
    else if (stuck || times > 1) {
      round.take.done(1);
      round.take.file(guilty, {
        kind: 'skipped',
        reason: stuck ? say('reading it took longer than {0} seconds', this.#patience / 1000) : say('reading it crashed twice'),
      });
      round.queue.unshift(this.#numbered(without(job, guilty)));
    } else round.queue.unshift(this.#numbered(job));
  }

  /** Ends workers that have not come further for too long. */
  #watch(): void {
    for (const member of this.#members) {
      const seen = Atomics.load(member.progress, 1);
      // Looks are counted, not time: while a computer sleeps, nothing is stuck.
      member.still = isAt(member, member.job) && seen === member.seen ? member.still + 1 : 0;
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
    this.#jobs += 1;
    return { ...work, number: this.#jobs };
  }
}

/** True once the worker has begun with the job. */
function isAt({ progress }: Member, job: Job | undefined): boolean {
  return job !== undefined && Atomics.load(progress, 0) === job.number;
}

function startFailed(round: Round, job: Job): void {
  round.failedStarts += 1;
  round.queue.unshift(job);
  if (round.failedStarts > MOST_WORKERS) round.left.push(...round.queue.splice(0));
}

function giveUp(round: Round, job: Job): void {
  for (const { paths } of [job, ...round.queue.splice(0)]) {
    round.take.done(paths.length);
    for (const path of paths) round.take.file(path, { kind: 'skipped', reason: say('reading other files crashed too often') });
  }
}

function without(job: Job, guilty: FilePath): Job {
  const kept = (_: unknown, at: number): boolean => job.paths[at] !== guilty;
  return { ...job, paths: job.paths.filter(kept), roles: job.roles.filter(kept) };
}
