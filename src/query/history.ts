import type { StatusCounts } from '../model/item.ts';
import type { Status } from '../model/status.ts';
import { progress } from './progress.ts';

/** How often the past is looked at: at each tag, at the last commit of each week (ISO 8601, UTC), at each commit. */
export type Pace = 'tag' | 'week' | 'commit';

export const PACES: readonly Pace[] = ['tag', 'week', 'commit'];

/** A moment of the past. */
export interface Moment {
  /** Tags with commas between, `v1.0, stable`; else the first ten digits of the commit. */
  readonly name: string;
  readonly commit: string;
  /** Seconds since 1970, as the committer's clock had it. */
  readonly time: number;
}

/** What held at a moment of the past. */
export interface HistoryPoint extends Moment {
  /** Day of the commit in UTC, `2026-11-21`, which waivers were held against. */
  readonly date: string;
  /** Of criteria; none is failing, since results of tests are not in git. */
  readonly counts: StatusCounts;
  /** False if reqtrace.yaml had an error there, so that the defaults were used. */
  readonly configurationValid: boolean;
}

/** How coverage came to be what it is. */
export interface History {
  readonly every: Pace;
  /** Oldest first; at least one. */
  readonly points: readonly HistoryPoint[];
  /** Older ones that were left out, since they were more than were asked for. */
  readonly omitted: number;
  /** What a reader should know, one sentence each. */
  readonly notes: readonly string[];
}

/** Statuses that a history can show, in the order of its columns, which is that of all statuses. */
export const HISTORY_STATUSES = ['stale', 'unmet', 'partial', 'met', 'waived', 'exempt'] as const satisfies readonly Status[];

export type HistoryStatus = (typeof HISTORY_STATUSES)[number];

/** Criteria met, of those that need anything, in whole percent rounded down, so that 100 means all; undefined where nothing needs to be met. */
export function percentMet(counts: StatusCounts): number | undefined {
  const { met, of } = progress(counts);
  return of ? Math.floor((met / of) * 100) : undefined;
}
