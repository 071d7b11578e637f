import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';
import type { FoundReference } from '../../../ids/idGrammar.ts';
import { AFTER, CRITERION, CRITERION_LIKE_ID, normalCriterion } from '../../../ids/criterionLabel.ts';
import type { ShownPattern } from '../../../../text/patterns/shownPattern.ts';
import type { Reading } from '../annotations/reading.ts';
import { CRITERION_NOUN, NUMBER_SIGN } from '../annotations/criterionNouns.ts';
import type { ListedReference } from '../annotations/listedReference.ts';
import { nameReferences } from './nameReferences.ts';
import { withRanges } from './ranges.ts';
import type { Title } from './title.ts';
import { itemName } from '../../../../model/keys.ts';

/** A title longer than this, in characters, is data. */
const LONGEST = 2000;

/** Groups further out than this are not asked. */
const DEEPEST = 32;

/** A range of more criteria than this is a slip. */
const MOST_BETWEEN = 100;

/** A criterion whose requirement is elsewhere. */
interface Bare {
  readonly start: number;
  readonly end: number;
  readonly criterion: string;
  /** True for what only a range speaks of. */
  readonly between?: true;
}

interface TitleIds {
  readonly title: Title;
  readonly references: ListedReference[];
  readonly bare: Bare[];
}

/** `AC2` at the beginning of a title, behind an id or another criterion, or in brackets. */
const BARE = new RegExp(String.raw`(?<![\p{L}\p{N}_/#-])${CRITERION}${AFTER}`, 'gu');
/** `AC1..AC3`, `AC1–3`, `AC1 to AC3`: a range of such. */
const BARE_RANGE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_/#-])AC[-_ ]?(?<from>\d{1,3})(?<sign>\s?(?:\.{2,3}|[–—…-])\s?|\s+(?:to|through)\s+)(?:AC[-_ ]?)?(?<to>\d{1,3})${AFTER}`,
  'gu',
);
/** `criterion 2` behind an id: `REQ-1 criterion 2: sorts`. */
const WORD_BEHIND = new RegExp(
  String.raw`(?<![\p{L}\p{N}_/#-])(?:${CRITERION_NOUN}|ACs?)${NUMBER_SIGN}(?<number>\d+(?:\.\d+)*)${AFTER}`,
  'giu',
);
/** `AC-3` has the shape of an id, but in a title it is the third criterion of what is around it. */
const CRITERION_ALONE = new RegExp(`^${CRITERION_LIKE_ID}$`, 'u');
/** What may be before a criterion that leads a title. */
export const LEAD: ShownPattern = { pattern: /^[\s[({"'@*:>-]*$/u, fits: ['', ' [', '@', '> - '], misses: ['rejects ', '1. '] };
/** What may be between an id or a criterion and the next criterion of the same list. */
export const BETWEEN: ShownPattern = {
  pattern: /^[\s,;:&+/[\]()–—>-]*(?:and\s+|und\s+|et\s+|y\s+)?[[(]?$/u,
  fits: [': ', ', ', ' and ', ' (', ' – ', ', und ['],
  misses: [' or ', ' rejects ', ' and rejects '],
};
/** What opens a bracket around a criterion. */
export const BRACKETED: ShownPattern = { pattern: /[[(]\s*$/u, fits: ['rejects (', 'rejects [ '], misses: ['rejects (x) '] };

/**
 * Turns titles into annotations. A criterion alone belongs to the requirement that the title or the
 * nearest group around it names; a group whose tests name criteria of its requirement is their
 * context and verifies nothing itself.
 */
export function composeTitles(reading: Reading, titles: readonly Title[]): void {
  const all = new Map<Title, TitleIds>();
  /** References that only say which requirement the tests inside are about. */
  const context = new Set<FoundReference>();
  const composed = new Set<FoundReference>();
  for (const title of titles) {
    const ids = idsOf(reading, title);
    all.set(title, ids);
    if (ids.references.length === 0 && ids.bare.length === 0) {
      const first = title.parts[0];
      if (first) reading.note(first.start, 'nothing', () => say('Title of a test that has no ID'));
      continue;
    }
    const own: ListedReference[] = [];
    for (const bare of ids.bare) {
      const owner = ownerOf(ids, bare, all);
      if (!owner) {
        reading.note(bare.start, 'nothing', () =>
          say('Title of a test names {0}, but nothing around it names one requirement', bare.criterion),
        );
        continue;
      }
      context.add(owner);
      const reference: ListedReference = {
        text: reading.text.slice(bare.start, bare.end),
        start: bare.start,
        end: bare.end,
        ...(owner.document !== undefined && { document: owner.document }),
        id: owner.id,
        criterion: bare.criterion,
        ...(bare.between && { between: true }),
      };
      composed.add(reference);
      own.push(reference);
    }
    for (const group of groupsAround(title)) {
      for (const outer of all.get(group)?.references ?? []) {
        if (ids.references.some((inner) => inner.id === outer.id && outer.criterion === undefined)) context.add(outer);
      }
    }
    ids.references.push(...own);
  }
  for (const ids of all.values()) annotate(reading, ids, context, composed);
}

function groupsAround(title: Title): Title[] {
  const groups: Title[] = [];
  for (let group = title.parent; group && groups.length < DEEPEST; group = group.parent) groups.push(group);
  return groups;
}

function annotate(reading: Reading, ids: TitleIds, context: ReadonlySet<FoundReference>, composed: ReadonlySet<FoundReference>): void {
  for (const found of ids.references.sort((a, b) => a.start - b.start)) {
    if (context.has(found)) {
      reading.note(found.start, 'annotation', () =>
        say('Names {0}, the requirement of the criteria in the titles of its tests', found.text),
      );
      // A reader of the editor still wants to follow it.
      if (!reading.take(found.start)) reading.contexts.push(reading.reference(found));
      continue;
    }
    // Several lie at the sign of one range.
    if (!found.between && reading.take(found.start)) continue;
    const { source, declaration } = ids.title;
    const reference = { ...reading.reference(found), ...(composed.has(found) && { composed: true }) };
    reading.annotate(reading.verifies, source, reference, declaration);
    reading.note(found.start, 'annotation', () => {
      return source === 'test-name'
        ? say('Name of a test: verifies {0}, if that is a known ID', itemName(found))
        : say('Title or tag of a test: verifies {0}, if that is a known ID', itemName(found));
    });
  }
}

function idsOf(reading: Reading, title: Title): TitleIds {
  const references: ListedReference[] = [];
  const bare: Bare[] = [];
  for (const part of title.parts) {
    const text = reading.text.slice(part.start, Math.min(part.end, part.start + LONGEST));
    if (title.source === 'test-name') {
      const found = nameReferences(text, reading.ids);
      references.push(...found.references.map((reference) => moved(reference, part.start)));
      bare.push(...found.bare.map((criterion) => moved(criterion, part.start)));
      continue;
    }
    const found = reading.ids
      .findReferences(text)
      .filter((reference) => !CRITERION_ALONE.test(reference.text) && !isCut(text, reference, part.cutBefore, part.cutAfter));
    const ranged = withRanges(text, found, reading.ids);
    for (const { start, end, message, suggestion } of ranged.faults)
      reportFault(reading, part.start + start, part.start + end, message, suggestion);
    references.push(...ranged.references.map((reference) => moved(reference, part.start)));
    bare.push(...bareIn(text, ranged.references, part.cutAfter, title.parts[0] === part).map((criterion) => moved(criterion, part.start)));
  }
  return { title, references, bare };
}

function reportFault(reading: Reading, start: number, end: number, message: Message, suggestion: string | undefined): void {
  const fix = suggestion === undefined ? undefined : { title: say('Change to {0}', suggestion), newText: suggestion };
  reading.problem('malformed-annotation', start, end, message, fix);
}

function moved<T extends { start: number; end: number }>(place: T, by: number): T {
  return { ...place, start: place.start + by, end: place.end + by };
}

/** True if the id may go on in what a substitution puts beside it: `` `IP-1.1.1/AC${n}` ``. */
function isCut(text: string, place: { start: number; end: number }, before: boolean, after: boolean): boolean {
  return (after && !/\s/u.test(text.slice(place.end))) || (before && !/\s/u.test(text.slice(0, place.start)));
}

function bareIn(text: string, references: readonly FoundReference[], cutAfter: boolean, first: boolean): Bare[] {
  const result: Bare[] = [];
  const isMeant = (place: { start: number; end: number }): boolean => {
    const isKnown = [...references, ...result].some(({ start, end }) => start <= place.start && place.start < end);
    if (isKnown || isCut(text, place, false, cutAfter)) return false;
    const before = [...references, ...result].filter(({ end }) => end <= place.start).at(-1);
    const lead = first && LEAD.pattern.test(text.slice(0, place.start));
    const next = before !== undefined && BETWEEN.pattern.test(text.slice(before.end, place.start));
    return lead || next || BRACKETED.pattern.test(text.slice(0, place.start));
  };
  for (const match of text.matchAll(BARE_RANGE)) {
    if (isMeant({ start: match.index, end: match.index + match[0].length })) result.push(...rangeOfBare(match));
  }
  for (const match of text.matchAll(BARE)) {
    const place = { start: match.index, end: match.index + match[0].length };
    if (isMeant(place)) result.push({ ...place, criterion: normalCriterion(match[0]) });
  }
  for (const match of text.matchAll(WORD_BEHIND)) {
    const before = references.findLast(({ end }) => end <= match.index);
    const number = match.groups?.['number'] ?? '';
    const end = match.index + match[0].length;
    const place = { start: end - number.length, end };
    if (before === undefined || !BETWEEN.pattern.test(text.slice(before.end, match.index)) || isCut(text, place, false, cutAfter)) continue;
    if (!result.some((bare) => bare.start <= place.start && place.start < bare.end)) result.push({ ...place, criterion: `AC${number}` });
  }
  return result;
}

/** Both ends of a range and what lies between; of one that is not one, only its beginning. */
function rangeOfBare({ 0: written, index, groups }: RegExpExecArray | RegExpMatchArray): readonly Bare[] {
  const { from = '', sign = '', to = '' } = groups ?? {};
  const start = index ?? 0;
  const signAt = start + written.indexOf(from) + from.length;
  const one = { start, end: signAt, criterion: `AC${from}` };
  const count = Number(to) - Number(from) - 1;
  if (count < 0 || count > MOST_BETWEEN) return [one];
  const place = { start: signAt, end: signAt + sign.length };
  const inner = Array.from({ length: count }, (_, at) => ({ ...place, criterion: `AC${Number(from) + 1 + at}`, between: true as const }));
  return [one, ...inner, { start: place.end, end: start + written.length, criterion: `AC${to}` }];
}

/** The requirement that a bare criterion belongs to: before it in its own title, else the only one of the nearest group that names any. */
function ownerOf(ids: TitleIds, bare: Bare, all: ReadonlyMap<Title, TitleIds>): FoundReference | undefined {
  const before = ids.references.filter(({ end }) => end <= bare.start).at(-1);
  if (before) return before.criterion === undefined ? before : undefined;
  for (const group of groupsAround(ids.title)) {
    const named = all.get(group)?.references ?? [];
    if (named.length > 0) return new Set(named.map(({ id }) => id)).size === 1 ? named[0] : undefined;
  }
  return undefined;
}
