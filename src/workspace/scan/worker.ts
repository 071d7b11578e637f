import { parentPort, workerData } from 'node:worker_threads';
import { createExtractor } from '../../formats/extraction/extract.ts';
import { FactCache } from '../cache/factCache.ts';
import { FileScanner } from './fileScanner.ts';
import { runJob } from './job.ts';
import type { Ahead, Job, WorkerSetup } from './messages.ts';

/* The program of a worker thread: reads the files of each job that it is sent. It ends with the process that started it. */

const { root, configuration, cacheFolder, progress } = workerData as WorkerSetup;
const scanner = new FileScanner(root, createExtractor(configuration));
const cache = cacheFolder === undefined ? undefined : new FactCache(root, cacheFolder);

const ahead: string[] = [];

parentPort?.on('message', (message: Job | Ahead) => {
  if (!('shards' in message)) {
    run(message);
    return;
  }
  ahead.push(...message.shards);
  lookAhead();
});

/** One shard after the other, and jobs in between. */
function lookAhead(): void {
  const shard = ahead.shift();
  if (shard === undefined) return;
  cache?.prepare(shard);
  setImmediate(lookAhead);
}

function run(job: Job): void {
  // Sooner or later there is no sense in looking ahead.
  if (job.shard !== undefined && ahead.includes(job.shard)) ahead.splice(ahead.indexOf(job.shard), 1);
  Atomics.store(progress, 1, 0);
  Atomics.store(progress, 0, job.number);
  const steps = runJob(job, scanner, cache);
  let step = steps.next();
  while (!step.done) {
    Atomics.store(progress, 1, step.value);
    step = steps.next();
  }
  parentPort?.postMessage(step.value);
}
