import type { EvidenceFile } from '../../model/evidence.ts';
import type { Problem } from '../../model/finding.ts';
import { say } from '../../model/message.ts';
import { FILE_START } from '../../model/position.ts';
import { runTime, WIDEST_ZONE } from './runTime.ts';

/** Clocks of two machines differ by less. */
export const CLOCKS_APART = 5 * 60 * 1000;

/** What is known of a report beside what it says of itself, in milliseconds since 1970. */
export interface Known {
  /** The latest at which it can have been written, where that is known: when it was committed. */
  readonly written: number | undefined;
  readonly now: number;
}

/** Commits have whole seconds. */
const SECOND = 1000;
/** By so much zones differ. */
const QUARTER = 15 * 60 * 1000;
/** Nobody ran tests before: a time that a tool writes so that its output is the same each time. */
const NO_TIME = Date.UTC(2000, 0, 1);

/**
 * False for results that say themselves that their tests ran before the run that is to have written them: a cache of builds puts older ones in place with a new time. In which zone they
 * say it nobody knows, so that of the last hours only some can be told.
 *
 * A pure function: `isOfRun('2026-11-20T10:00:00Z', { began, ended })`.
 */
export function isOfRun(timestamp: string | undefined, { began, ended }: { readonly began: number; readonly ended: number }): boolean {
  const time = runTime(timestamp, Infinity);
  const lag = began - CLOCKS_APART - time;
  if (lag <= 0 || time < NO_TIME) return true;
  return lag <= WIDEST_ZONE && time + Math.ceil(lag / QUARTER) * QUARTER <= ended;
}

/**
 * A report at a time at which its tests can have run: before it was committed. Of one that is committed a checkout gives the file a new time, and what it says of itself anybody
 * can write. One that claims to be from the future shows nothing that passed, since nobody knows what it was run on; what failed in it failed.
 *
 * A pure function: `withTrueTime(file, { written: Date.UTC(2026, 0, 1), now })`.
 */
export function withTrueTime(file: EvidenceFile, { written, now }: Known): EvidenceFile {
  const { time } = file;
  if (file.results.length + file.coverage.length === 0) return file;
  if (written !== undefined) return ofItsCommit({ ...file, committed: true }, written);
  // Some tools call the time of their place UTC.
  return time > now + WIDEST_ZONE ? fromTheFuture(file, time, now) : file;
}

function ofItsCommit(file: EvidenceFile, written: number): EvidenceFile {
  const { timestamp, time } = file;
  if (time <= written) return file;
  const claimed = runTime(timestamp, written);
  if (claimed > written + CLOCKS_APART) return fromTheFuture(file, claimed, written);
  // Code that was committed with it may be newer, and a run that says so itself is older than its commit.
  return { ...file, time: Math.min(claimed, written - SECOND) };
}

function fromTheFuture(file: EvidenceFile, claimed: number, time: number): EvidenceFile {
  const when = `${new Date(claimed).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const says = file.timestamp !== undefined;
  const message = says
    ? say(
        'This file says that its tests ran at {0}, which is after it was written. Its passed tests do not prove anything. Rerun the tests to regenerate it',
        when,
      )
    : say(
        'This file has the time {0}, which is in the future. Its passed tests do not prove anything. Rerun the tests to regenerate it',
        when,
      );
  const problem: Problem = { code: 'malformed-evidence', range: FILE_START, message };
  const lost = says
    ? say('it says that its tests ran at {0}, which is after it was written', when)
    : say('it has the time {0}, which is in the future', when);
  return {
    ...file,
    time,
    results: file.results.filter(({ outcome }) => outcome !== 'passed'),
    coverage: [],
    problems: [...file.problems, problem],
    lost: [...(file.lost ?? []), lost],
  };
}
