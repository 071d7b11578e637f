import type { IndexView } from '../../index/view.ts';
import type { LinkResult, Outcome, Proof } from '../../model/evidence.ts';
import type { Attribute, CriterionKind, Target } from '../../model/facts.ts';
import { normalIdOf } from '../../model/item.ts';
import type { CriterionItem, Item, Link, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';

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
  /** Null for what is not a measurable goal. */
  readonly target: Target | null;
  /** Its own and those that its requirement passes on. */
  readonly links: readonly JsonLink[];
}

export interface JsonLink {
  readonly kind: Link['is'];
  readonly file: FilePath;
  readonly line: number;
  /** The function, class or test that the annotation is on. */
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
  /** How long the test took, in milliseconds. */
  readonly duration?: number;
  /** What the failure of the test says. */
  readonly message?: string;
  /** The line of the test file that failed, counted from 1. */
  readonly line?: number;
}

export function jsonRequirement(view: IndexView, item: RequirementItem): JsonRequirement {
  const { status, proof, outdated, links } = view.coverage(item.key);
  return {
    id: normalIdOf(item),
    key: item.key,
    title: item.facts.title,
    document: item.path,
    line: lineOf(item.facts.nameRange),
    status,
    proof,
    outdated,
    attributes: jsonAttributes(item.facts.attributes),
    criteria: item.criteria.map((criterion) => jsonCriterion(view, criterion)),
    links: links.map(jsonLink),
  };
}

/** A criterion as data, in version 1 of the report. */
export function jsonCriterion(view: IndexView, item: CriterionItem): JsonCriterion {
  const { status, proof, outdated, links } = view.coverage(item.key);
  const { kind, text, nameRange, claimed, target } = item.facts;
  return {
    id: normalIdOf(item),
    key: item.key,
    kind,
    text,
    line: lineOf(nameRange),
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

/** An item of a list: a requirement without its criteria, or a criterion with its requirement's key. */
export function jsonItem(view: IndexView, item: Item): object {
  if (item.type === 'criterion') {
    const { kind, ...criterion } = jsonCriterion(view, item);
    return { kind, ...criterion, document: item.path, requirement: item.requirement.key };
  }
  const { criteria: _criteria, ...requirement } = jsonRequirement(view, item);
  return { kind: 'requirement', ...requirement };
}

/** A link as data: `{ kind: 'verifies', file: 'test/stock.test.ts', line: 8, … }`. */
export function jsonLink({ is, path, annotation, stale, result }: Link): JsonLink {
  return {
    kind: is,
    file: path,
    line: lineOf(annotation.reference.range),
    symbol: annotation.declaration?.name ?? null,
    stale,
    result: result ? jsonResult(result) : null,
  };
}

/** What the newest results say, as data: where they lie and when that run began. */
export function jsonResult({ outcome, path, time, duration, failure }: LinkResult): JsonResult {
  return {
    outcome,
    file: path,
    time: new Date(time).toISOString(),
    ...(duration !== undefined && { duration }),
    ...(failure && { message: failure.message }),
    ...(failure?.at && { line: failure.at.line + 1 }),
  };
}

/** Attributes as data: `{ Owner: 'Ana' }`. Values of a name that is written twice are joined, since nothing may be lost. */
export function jsonAttributes(attributes: readonly Attribute[]): Record<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of attributes) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before}; ${value}`);
  }
  return Object.fromEntries(values);
}
