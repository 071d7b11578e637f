import { LIST_NAMES } from '../../query/diff/difference.ts';
import type { Entry, LinkChange, ListName } from '../../query/diff/difference.ts';
import type { RuleChange } from '../../query/diff/rules/ruleChange.ts';
import type { WordPart } from '../../query/diff/texts/words.ts';
import { nameOf } from '../../query/list.ts';
import { normalIdOf } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { lineOf } from '../../model/position.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { Status } from '../../model/status.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';
import type { DiffEnd, DiffReport } from './diffReport.ts';

/** The difference for other programs, described by schemas/diff.schema.json. Lines start at 1. */
export interface JsonDiff extends Readonly<Record<ListName, readonly JsonEntry[]>> {
  readonly schemaVersion: number;
  readonly base: JsonEnd;
  readonly head: JsonEnd;
  readonly rules: readonly JsonRuleChange[];
  readonly doubts: readonly string[];
  readonly attributes: readonly JsonAttributeChange[];
  readonly unclaimed: readonly { readonly file: FilePath; readonly startLine: number; readonly endLine: number }[];
  readonly notes: readonly string[];
}

interface JsonEnd {
  readonly name: string;
  /** Null for what is staged and for the working tree. */
  readonly commit: string | null;
  /** Of these, the commit that they were checked out from. */
  readonly on: string | null;
}

/** An attribute that has another value; null where it was not there, or is gone. */
interface JsonAttributeChange {
  readonly id: string;
  readonly key: string;
  readonly file: FilePath;
  readonly line: number;
  readonly name: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** A rule that the branch changed. */
export interface JsonRuleChange {
  readonly rule: RuleChange['rule'];
  readonly effect: RuleChange['effect'];
  readonly file: FilePath;
  readonly line: number;
  readonly reason: string;
}

export interface JsonEntry {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly file: FilePath;
  readonly line: number;
  readonly reason: string;
  /** Status before and now; null where it was not there, or is gone. */
  readonly was: Status | null;
  readonly is: Status | null;
  readonly renumberedFrom: string | null;
  /** Null where the text stayed the same. */
  readonly wordDiff: readonly WordPart[] | null;
  readonly links: readonly JsonLinkChange[];
}

export interface JsonLinkChange {
  readonly change: LinkChange['change'];
  readonly kind: LinkKind;
  readonly file: FilePath;
  readonly line: number;
  readonly symbol: string | null;
}

/** The difference as JSON text: the same states give the same bytes. */
export function renderDiffJson({ base, head, difference, notes }: DiffReport): string {
  const { lists, attributes, unclaimed, rules, doubts } = difference;
  const report: JsonDiff = {
    schemaVersion: SCHEMA_VERSION,
    base: jsonEnd(base),
    head: jsonEnd(head),
    rules: rules.map(jsonRule),
    doubts,
    ...inOrder(lists),
    attributes: attributes.map(({ item, name, was = null, is = null }) => ({
      id: normalIdOf(item),
      key: item.key,
      file: item.path,
      line: lineOf(item.facts.nameRange),
      name,
      was,
      is,
    })),
    unclaimed: unclaimed.flatMap(({ path, lines }) => lines.map(({ start, end }) => ({ file: path, startLine: start + 1, endLine: end }))),
    notes,
  };
  return toJson(report);
}

function inOrder(lists: Readonly<Record<ListName, readonly Entry[]>>): Record<ListName, JsonEntry[]> {
  return Object.fromEntries(LIST_NAMES.map((name) => [name, lists[name].map(jsonEntry)])) as Record<ListName, JsonEntry[]>;
}

function jsonEnd({ name, commit, on }: DiffEnd): JsonEnd {
  return { name, commit: commit ?? null, on: on ?? null };
}

/** A change of a rule as data, for the difference and for the verdict on a gate. */
export function jsonRule({ rule, effect, path, line, reason }: RuleChange): JsonRuleChange {
  return { rule, effect, file: path, line: line + 1, reason };
}

/** One entry as data, for the report and for the editor. */
function jsonEntry(entry: Entry): JsonEntry {
  const { item, reason, was, is, renumberedFrom, words, links } = entry;
  return {
    id: normalIdOf(item),
    key: item.key,
    text: nameOf(item),
    file: item.path,
    line: lineOf(item.facts.nameRange),
    reason,
    was: was ?? null,
    is: is ?? null,
    renumberedFrom: renumberedFrom ?? null,
    wordDiff: words ?? null,
    links: links.map(({ change, kind, path, range, symbol }) => ({
      change,
      kind,
      file: path,
      line: lineOf(range),
      symbol: symbol ?? null,
    })),
  };
}
