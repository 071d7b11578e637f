import type { FileScanner } from './fileScanner.ts';
import type { Job, JobResult } from './messages.ts';
import type { Scanned } from './scanned.ts';

/**
 * Reads the files of a job, one with each step; each step gives the place of the file that is next, so that it is known
 * which one was at fault if it never comes back.
 */
export function* runJob(job: Job, scanner: FileScanner): Generator<number, JobResult, void> {
  const known = job.known && new Set(job.known);
  const results: (readonly [number, Scanned])[] = [];
  for (const [at, path] of job.paths.entries()) {
    yield at;
    const { scanned } = scanner.scan(path, known);
    if (scanned.kind !== 'nothing') results.push([at, scanned]);
  }
  return { number: job.number, results };
}
