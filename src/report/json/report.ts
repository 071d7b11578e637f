import type { IndexView } from '../../index/view.ts';
import type { CriterionItem, Item, Pending, RequirementItem, StatusCounts } from '../../model/item.ts';
import { lineOf } from '../../model/position.ts';
import type { FilePath } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';
import { plannedRequirements } from '../../query/changes.ts';
import { doubtTexts } from '../doubts.ts';
import { jsonSkipped } from '../skipped.ts';
import type { JsonSkipped, Skipped } from '../skipped.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';
import { jsonFinding } from './finding.ts';
import type { JsonFinding } from './finding.ts';
import { jsonIdentity } from './identity.ts';
import type { JsonIdentity } from './identity.ts';
import { jsonCriterion, jsonLink, jsonRequirement } from './item.ts';
import type { JsonCriterion, JsonLink, JsonRequirement } from './item.ts';
import { jsonReferences } from './reference.ts';
import type { JsonReference } from './reference.ts';

/** Versions of the report that can be asked for; 1 is kept for one release. */
export const REPORT_VERSIONS = [1, 2] as const;

export type ReportVersion = (typeof REPORT_VERSIONS)[number];

/** The JSON report, described for other tools by schemas/report.schema.json. Lines and columns start at 1. */
export interface JsonReport1 {
  readonly schemaVersion: number;
  readonly summary: JsonSummary;
  readonly requirements: readonly JsonRequirement[];
  readonly findings: readonly JsonFinding[];
  readonly skipped: readonly JsonSkipped[];
}

/** Version 2 adds how items are written, and every reference; what reads version 1 can read it. */
export interface JsonReport extends JsonReport1 {
  readonly requirements: readonly JsonRequirement2[];
  /** Requirements that open changes would add; they are in no count, and not among `requirements`. */
  readonly planned: readonly JsonPlanned[];
  readonly references: readonly JsonReference[];
  /** What should have been read and was not, so that the numbers may say too much: `"doc/**" of documents matches no file that is read`. */
  readonly doubts: readonly string[];
}

/** A requirement of version 2. */
export interface JsonRequirement2 extends JsonRequirement, JsonIdentity {
  /** `requirement`, or the artifact type where its notation has such: `dsn`. */
  readonly kind: string;
  readonly criteria: readonly JsonCriterion2[];
  readonly links: readonly JsonLink2[];
  readonly lower: readonly JsonLower[];
  /** What open changes would do to it; they change nothing of it until they are part of the product. */
  readonly pending: readonly JsonPending[];
}

/** A requirement that an open change would add. */
export interface JsonPlanned extends JsonRequirement2 {
  /** Name of the change. */
  readonly change: string;
}

/** `{ kind: 'renamed', change: 'add-timer', to: 'Warm', file: 'openspec/changes/add-timer/specs/kettle/spec.md', line: 9 }` */
export interface JsonPending {
  readonly kind: Pending['kind'];
  readonly change: string;
  /** The new name; null unless it is renamed. */
  readonly to: string | null;
  readonly file: FilePath;
  readonly line: number;
}

/** A criterion of version 2. */
export interface JsonCriterion2 extends JsonCriterion, JsonIdentity {
  readonly links: readonly JsonLink2[];
  readonly lower: readonly JsonLower[];
}

/** A requirement that covers an item: `{ key: 'docs/design#dsn~heating', kind: 'dsn', status: 'met', current: true, satisfied: true }`. */
export interface JsonLower {
  readonly key: string;
  /** Its artifact type, or `requirement`. */
  readonly kind: string;
  readonly status: Status;
  /** False if it covers another revision of the item. */
  readonly current: boolean;
  /** True if everything that it needs has a link that is current and has not failed, over all levels. */
  readonly satisfied: boolean;
}

/** A link of version 2. */
export interface JsonLink2 extends JsonLink {
  /** The kind by the name that the project gives it: `security` is a `verifies`. */
  readonly kindName: string;
}

/** `{ requirements: 6, criteria: 24, unmet: 22, met: 2, … }`; the counts by status are of criteria, requirements without criteria counted as their own. */
export interface JsonSummary extends Readonly<Record<Status, number>> {
  readonly requirements: number;
  readonly criteria: number;
}

/** The whole report as text: the same index gives the same bytes. */
export function renderJson(view: IndexView, skipped: readonly Skipped[], version: ReportVersion = 2): string {
  return toJson(version === 1 ? buildReport1(view, skipped) : buildReport(view, skipped));
}

/** The report as data. */
export function buildReport(view: IndexView, skipped: readonly Skipped[]): JsonReport {
  const requirements = Array.from(view.requirements(), (item) => requirement2(view, item));
  const planned = plannedRequirements(view).map((item) => ({ ...requirement2(view, item), change: item.facts.planned ?? '' }));
  return { ...frame(view, skipped, requirements), schemaVersion: 2, planned, references: jsonReferences(view), doubts: doubtTexts(view) };
}

function buildReport1(view: IndexView, skipped: readonly Skipped[]): JsonReport1 {
  const requirements = Array.from(view.requirements(), (item) => jsonRequirement(view, item));
  return frame(view, skipped, requirements);
}

function frame<Requirement extends JsonRequirement>(view: IndexView, skipped: readonly Skipped[], requirements: readonly Requirement[]) {
  return {
    schemaVersion: SCHEMA_VERSION,
    summary: {
      requirements: requirements.length,
      criteria: requirements.reduce((sum, { criteria }) => sum + criteria.length, 0),
      ...inOrder(view.counts()),
    },
    requirements,
    findings: view.allFindings().map(jsonFinding),
    skipped: skipped.map(jsonSkipped),
  };
}

function requirement2(view: IndexView, item: RequirementItem): JsonRequirement2 {
  return {
    ...jsonRequirement(view, item),
    criteria: item.criteria.map((criterion) => criterion2(view, criterion)),
    links: links2(view, item),
    lower: lowerOf(view, item),
    kind: item.facts.kind ?? 'requirement',
    pending: (view.coverage(item.key).pending ?? []).map(jsonPending),
    ...jsonIdentity(view, item),
  };
}

function jsonPending({ kind, change, to, path, range }: Pending): JsonPending {
  return { kind, change, to: to ?? null, file: path, line: lineOf(range) };
}

function criterion2(view: IndexView, item: CriterionItem): JsonCriterion2 {
  return { ...jsonCriterion(view, item), links: links2(view, item), lower: lowerOf(view, item), ...jsonIdentity(view, item) };
}

function links2(view: IndexView, { key }: Item): JsonLink2[] {
  return view.coverage(key).links.map((link) => ({ ...jsonLink(link), kindName: link.kind }));
}

function lowerOf(view: IndexView, { key }: Item): JsonLower[] {
  const { lower = [] } = view.coverage(key);
  return lower.map((one) => ({
    key: one.key,
    kind: one.level ?? 'requirement',
    status: one.status,
    current: one.current,
    satisfied: one.satisfied,
  }));
}

/** Spelt out, so that the order of the fields is that of the statuses, whatever made the counts. */
function inOrder({ failing, stale, unmet, partial, met, waived, exempt }: StatusCounts): StatusCounts {
  return { failing, stale, unmet, partial, met, waived, exempt };
}
