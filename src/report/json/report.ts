import type { IndexView } from '../../index/view.ts';
import type { Outcome, Proof } from '../../model/evidence.ts';
import type { Attribute, CriterionKind, Target } from '../../model/facts.ts';
import type { Finding, FindingCode, Severity } from '../../model/finding.ts';
import type { CriterionItem, Item, Link, RequirementItem, StatusCounts } from '../../model/item.ts';
import { inEnglish } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { LinkKind, Status } from '../../model/status.ts';

/** Version of the JSON report; it rises when a field vanishes or changes its meaning, not when one is added. */
export const SCHEMA_VERSION = 1;

/** The JSON report, described for other tools by schemas/report.schema.json. Lines and columns start at 1. */
export interface JsonReport {
  readonly schemaVersion: number;
  readonly summary: JsonSummary;
  readonly requirements: readonly JsonRequirement[];
  readonly findings: readonly JsonFinding[];
  readonly skipped: readonly JsonSkipped[];
}

/** A file that should have been read and was not. */
export interface Skipped {
  readonly path: FilePath;
  readonly reason: Message;
}

/** A file that was not read, and why. */
export interface JsonSkipped {
  readonly file: FilePath;
  readonly reason: string;
}

/** `{ requirements: 6, criteria: 24, unmet: 22, met: 2, … }`; the counts by status are of criteria, requirements without criteria counted as their own. */
export interface JsonSummary extends Readonly<Record<Status, number>> {
  readonly requirements: number;
  readonly criteria: number;
}

export interface JsonRequirement {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly document: FilePath;
  readonly line: number;
  readonly status: Status;
  /** Whether tests have shown that all its criteria hold. */
  readonly proof: Proof;
  /** True if results that count for it are older than the code. */
  readonly outdated: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly criteria: readonly JsonCriterion[];
  /** Links to the requirement itself. */
  readonly links: readonly JsonLink[];
}

export interface JsonCriterion {
  readonly id: string;
  readonly key: string;
  readonly kind: CriterionKind;
  readonly text: string;
  readonly line: number;
  /** Null where there is no checkbox. */
  readonly claimed: boolean | null;
  readonly status: Status;
  /** Whether tests have shown that it holds; `unknown` where there are no results of tests. */
  readonly proof: Proof;
  /** True if results that count for it are older than the test or the code. */
  readonly outdated: boolean;
  /** Null for what is no measurable goal. */
  readonly target: Target | null;
  /** Its own and those that its requirement passes on. */
  readonly links: readonly JsonLink[];
}

export interface JsonLink {
  readonly kind: LinkKind;
  readonly file: FilePath;
  readonly line: number;
  /** The function, class or test that the annotation stands on. */
  readonly symbol: string | null;
  readonly stale: boolean;
  /** What the newest results of tests say; null for code, and for a test that they do not name. */
  readonly result: JsonResult | null;
}

/** `{ outcome: 'failed', file: 'build/TEST-a.xml', time: '2026-11-20T10:00:00.000Z' }` */
export interface JsonResult {
  readonly outcome: Outcome;
  readonly file: FilePath;
  /** When the run began. */
  readonly time: string;
}

export interface JsonFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: FilePath;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Key of the item it is about. */
  readonly item: string | null;
  readonly related: readonly { readonly file: FilePath; readonly line: number; readonly column: number; readonly message: string }[];
}

/** The whole report as text: the same index gives the same bytes. */
export function renderJson(view: IndexView, skipped: readonly Skipped[]): string {
  return toJson(buildReport(view, skipped));
}

/** JSON as every command prints it: two blanks of indentation, a line end at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
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
    skipped: skipped.map(({ path, reason }) => ({ file: path, reason: inEnglish(reason) })),
  };
}

export function jsonRequirement(view: IndexView, item: RequirementItem): JsonRequirement {
  const { status, proof, outdated, links } = view.coverage(item.key);
  return {
    id: item.id,
    key: item.key,
    title: item.facts.title,
    document: item.path,
    line: item.facts.nameRange.start.line + 1,
    status,
    proof,
    outdated,
    attributes: jsonAttributes(item.facts.attributes),
    criteria: item.criteria.map((criterion) => jsonCriterion(view, criterion)),
    links: links.map(jsonLink),
  };
}

export function jsonCriterion(view: IndexView, item: CriterionItem): JsonCriterion {
  const { status, proof, outdated, links } = view.coverage(item.key);
  const { kind, text, nameRange, claimed, target } = item.facts;
  return {
    id: item.id,
    key: item.key,
    kind,
    text,
    line: nameRange.start.line + 1,
    claimed: claimed ?? null,
    status,
    proof,
    outdated,
    target: target
      ? { metric: target.metric, comparison: target.comparison, value: target.value, unit: target.unit, note: target.note }
      : null,
    links: links.map(jsonLink),
  };
}

export function jsonFinding({ code, severity, path, range, message, item, related }: Finding): JsonFinding {
  return {
    code,
    severity,
    file: path,
    line: range.start.line + 1,
    column: range.start.character + 1,
    message: inEnglish(message),
    item: item ?? null,
    related: related.map((place) => ({
      file: place.path,
      line: place.range.start.line + 1,
      column: place.range.start.character + 1,
      message: inEnglish(place.message),
    })),
  };
}

function jsonLink({ kind, path, annotation, stale, result }: Link): JsonLink {
  return {
    kind,
    file: path,
    line: annotation.reference.range.start.line + 1,
    symbol: annotation.declaration?.name ?? null,
    stale,
    result: result ? { outcome: result.outcome, file: result.path, time: new Date(result.time).toISOString() } : null,
  };
}

/** Values of a name that is written twice are joined, since nothing may be lost. */
function jsonAttributes(attributes: readonly Attribute[]): Record<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of attributes) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before}; ${value}`);
  }
  return Object.fromEntries(values);
}

/** Spelt out, so that the order of the fields is that of the statuses, whatever made the counts. */
function inOrder({ failing, stale, unmet, partial, met, waived, exempt }: StatusCounts): StatusCounts {
  return { failing, stale, unmet, partial, met, waived, exempt };
}

/** An item of a list: a requirement without its criteria, or a criterion with its requirement's key. */
export function jsonItem(view: IndexView, item: Item): object {
  if (item.type === 'criterion') {
    const { kind, ...criterion } = jsonCriterion(view, item);
    return { kind, ...criterion, document: item.path, requirement: item.requirement.key };
  }
  const { criteria: _criteria, ...requirement } = jsonRequirement(view, item);
  return { kind: 'requirement', ...requirement };
}
