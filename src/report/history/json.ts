import type { History, HistoryStatus, Pace } from '../../query/history.ts';
import { percentMet } from '../../query/history.ts';
import { totalOf } from '../../query/progress.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';

/** The history for other programs, described by schemas/history.schema.json. */
export interface JsonHistory {
  readonly schemaVersion: number;
  readonly every: Pace;
  readonly points: readonly JsonPoint[];
  readonly omitted: number;
  readonly notes: readonly string[];
}

interface JsonPoint extends Readonly<Record<HistoryStatus, number>> {
  readonly date: string;
  /** Date and time of the commit in UTC. */
  readonly time: string;
  readonly name: string;
  readonly commit: string;
  readonly criteria: number;
  /** Null where nothing needs to be met. */
  readonly percentMet: number | null;
  readonly configurationValid: boolean;
}

/** The history as JSON text: the same commits give the same bytes. */
export function renderHistoryJson({ every, points, omitted, notes }: History): string {
  const report: JsonHistory = {
    schemaVersion: SCHEMA_VERSION,
    every,
    points: points.map(
      ({ date, time, name, commit, counts: { met, partial, unmet, stale, waived, exempt }, counts, configurationValid }) => ({
        date,
        time: new Date(time * 1000).toISOString().replace('.000', ''),
        name,
        commit,
        criteria: totalOf(counts),
        met,
        partial,
        unmet,
        stale,
        waived,
        exempt,
        percentMet: percentMet(counts) ?? null,
        configurationValid,
      }),
    ),
    omitted,
    notes,
  };
  return toJson(report);
}
