import type { IndexView } from '../../index/view.ts';
import type { StatusCounts } from '../../model/item.ts';
import type { Status } from '../../model/status.ts';
import { jsonSkipped } from '../skipped.ts';
import type { JsonSkipped, Skipped } from '../skipped.ts';
import { jsonFinding } from './finding.ts';
import type { JsonFinding } from './finding.ts';
import { jsonRequirement } from './item.ts';
import type { JsonRequirement } from './item.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';

/** The JSON report, described for other tools by schemas/report.schema.json. Lines and columns start at 1. */
export interface JsonReport {
  readonly schemaVersion: number;
  readonly summary: JsonSummary;
  readonly requirements: readonly JsonRequirement[];
  readonly findings: readonly JsonFinding[];
  readonly skipped: readonly JsonSkipped[];
}

/** `{ requirements: 6, criteria: 24, unmet: 22, met: 2, … }`; the counts by status are of criteria, requirements without criteria counted as their own. */
export interface JsonSummary extends Readonly<Record<Status, number>> {
  readonly requirements: number;
  readonly criteria: number;
}

/** The whole report as text: the same index gives the same bytes. */
export function renderJson(view: IndexView, skipped: readonly Skipped[]): string {
  return toJson(buildReport(view, skipped));
}

/** The report as data. */
export function buildReport(view: IndexView, skipped: readonly Skipped[]): JsonReport {
  const requirements = Array.from(view.requirements(), (item) => jsonRequirement(view, item));
  const counts = view.counts();
  return {
    schemaVersion: SCHEMA_VERSION,
    summary: {
      requirements: requirements.length,
      criteria: requirements.reduce((sum, { criteria }) => sum + criteria.length, 0),
      ...inOrder(counts),
    },
    requirements,
    findings: view.allFindings().map(jsonFinding),
    skipped: skipped.map(jsonSkipped),
  };
}

/** Spelt out, so that the order of the fields is that of the statuses, whatever made the counts. */
function inOrder({ failing, stale, unmet, partial, met, waived, exempt }: StatusCounts): StatusCounts {
  return { failing, stale, unmet, partial, met, waived, exempt };
}
