import type { IndexView } from '../../../index/view.ts';
import type { Item } from '../../../model/item.ts';
import { nameOf } from '../../../query/list.ts';
import type { Difference, Entry, LinkChange, ListName } from '../../../query/diff/difference.ts';
import { attributeText } from '../../../report/diff/diffReport.ts';
import { isLoss, LIST_NAMES } from '../../../query/diff/difference.ts';
import type { GateVerdict } from '../../../query/gates/verdict.ts';
import type { ComparedReview, ReviewEntry, ReviewGate, ReviewGroup, ReviewPlace, ReviewRule, ReviewTarget } from '../../reviewProtocol.ts';
import type { Targets } from './target.ts';

/** More rows than this in one list nobody reads in a side bar. */
const MOST_ENTRIES = 1000;

/** The lists of a difference that hold anything, ready to draw; obligations that shrink come first, as in every report. */
export function presentLists({ lists }: Difference, head: IndexView, targets: Targets): ReviewGroup[] {
  const shrinking = new Set<ListName>([...(lists.removed.some(isLoss) ? (['removed'] as const) : []), 'waived']);
  const ordered = [...shrinking, ...LIST_NAMES.filter((list) => !shrinking.has(list))];
  return ordered
    .filter((list) => lists[list].length)
    .map((list) => ({
      list,
      ...(lists[list].some(isLoss) && { isLoss: true }),
      count: lists[list].length,
      entries: lists[list].slice(0, MOST_ENTRIES).map((entry) => presentEntry(list, entry, head, targets)),
    }));
}

/** Attributes that changed, as rows that lead to their items: `CU-1 Status: Draft → Approved`. */
export function presentAttributes({ attributes }: Difference, targets: Targets): NonNullable<ComparedReview['attributes']> {
  const rows = attributes.slice(0, MOST_ENTRIES).map((change): ReviewRule => {
    const { path, facts, id } = change.item;
    const { line } = facts.nameRange.start;
    return { effect: 'other', reason: `${id} ${attributeText(change)}`, at: `${path}:${line + 1}`, target: targets.head(path, line) };
  });
  return { count: attributes.length, rows };
}

/** Rules that changed, ready to draw. */
export function presentRules({ rules }: Difference, targets: Targets): ReviewRule[] {
  return rules.map(({ effect, reason, path, line }) => ({ effect, reason, at: `${path}:${line + 1}`, target: targets.head(path, line) }));
}

/** The verdict on a gate, ready to draw. */
export function presentGate({ gate: name, scope, decision, conditions }: GateVerdict, targets: Pick<Targets, 'head'>): ReviewGate {
  return {
    name,
    scope,
    decision,
    conditions: conditions.map(({ obstacles, ...condition }) => ({
      ...condition,
      count: obstacles.length,
      obstacles: obstacles.slice(0, MOST_ENTRIES).map(({ item, finding, path, range, message, mend }) => ({
        key: finding ? [finding.code, path, message].join('\0') : (item?.key ?? path),
        id: item?.id ?? finding?.code ?? path,
        message,
        mend,
        target: targets.head(path, range.start.line),
      })),
    })),
  };
}

function textChange({ was, is, words }: Entry): ReviewPlace['change'] {
  if (is === undefined) return 'removed';
  if (was === undefined) return 'added';
  return words ? 'changed' : 'same';
}

function presentEntry(list: ListName, entry: Entry, head: IndexView, targets: Targets): ReviewEntry {
  const { item, was, is, reason, words } = entry;
  const document = is === undefined ? targets.base(item.path, lineOf(item)) : targets.head(item.path, lineOf(item));
  const links = entry.links.map((link) => presentLink(link, targets));
  return {
    key: item.key,
    id: item.id,
    text: nameOf(item),
    reason,
    ...(was !== undefined && { was }),
    ...(is !== undefined && { is }),
    ...(words && { words }),
    target: mainTarget(list, entry, { document, links }, head, targets),
    places: [
      {
        kind: 'document',
        change: textChange(entry),
        at: `${item.path}:${lineOf(item) + 1}`,
        target: document,
      },
      ...links,
    ],
  };
}

/** What a person wants to see first: the text where that is new, changed or gone, else the link that something happened to. */
function mainTarget(
  list: ListName,
  { item }: Entry,
  { document, links }: { readonly document: ReviewTarget; readonly links: readonly ReviewPlace[] },
  head: IndexView,
  targets: Targets,
): ReviewTarget {
  if (list === 'waived') {
    const waiver = head.coverage(item.key).waivers.find(({ valid }) => valid);
    return waiver ? targets.head(waiver.path, waiver.waiver.range.start.line) : document;
  }
  if (list === 'met' || list === 'broken' || list === 'touched') {
    return (
      ((list === 'broken' && links.find(({ change }) => change === 'removed')) || links.find(({ change }) => change !== 'same'))?.target ??
      document
    );
  }
  return document;
}

function presentLink({ change, is, path, range, symbol }: LinkChange, targets: Targets): ReviewPlace {
  const { line } = range.start;
  return {
    kind: is,
    change,
    ...(symbol !== undefined && { symbol }),
    at: `${path}:${line + 1}`,
    target: change === 'removed' ? targets.base(path, line) : targets.head(path, line),
  };
}

function lineOf(item: Item): number {
  return item.facts.nameRange.start.line;
}
