import { parentPort, workerData } from 'node:worker_threads';
import { createExtractor } from '../../formats/extract.ts';
import { FactCache } from '../cache/factCache.ts';
import { FileScanner } from './fileScanner.ts';
import { runJob } from './job.ts';
import type { Job, WorkerSetup } from './messages.ts';

/* The program of a worker thread: reads the files of each job that it is sent. It ends with the process that started it. */

const { root, configuration, cacheFolder, progress } = workerData as WorkerSetup;
const scanner = new FileScanner(root, createExtractor(configuration));
const cache = cacheFolder === undefined ? undefined : new FactCache(root, cacheFolder);

parentPort?.on('message', (job: Job) => {
  Atomics.store(progress, 1, 0);
  Atomics.store(progress, 0, job.number);
  const steps = runJob(job, scanner, cache);
  let step = steps.next();
  while (!step.done) {
    Atomics.store(progress, 1, step.value);
    step = steps.next();
  }
  parentPort?.postMessage(step.value);
});
