import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import { withCriteria } from '../../model/item.ts';
import { meaningOf } from '../../model/linkKind.ts';
import { sayMany } from '../../model/message.ts';
import type { Item, Link, RequirementItem } from '../../model/item.ts';
import type { FilePath, Location, Range } from '../../model/position.ts';
import { nameOf } from '../../query/list.ts';
import { progress } from '../../query/progress.ts';
import { localised } from '../../text/words/localised.ts';
import { statusName } from '../../text/words/statusName.ts';
import { itemTitle } from '../hover/itemMarkdown.ts';
import { shorten } from '../hover/markdown.ts';
import { requirementsIn } from '../requirementsIn.ts';
import { statusSign } from '../hover/statusWords.ts';
import { uniqueBy } from '../../text/grouping.ts';
import { withMarks } from '../../query/changes.ts';

/** Longest list of items in one line, in UTF-16 code units. */
const LONGEST_TITLE = 120;
/** Longest name or text of one item. */
const LONGEST_NAME = 60;

/** A line above a requirement or above an annotated declaration; one for each, whatever its state, so that no line ever jumps. */
export interface Lens {
  readonly range: Range;
  /** What it is about: the key of a requirement, or the places of the items that a declaration is for. */
  readonly subject:
    | { readonly kind: 'requirement'; readonly key: string; readonly part?: LensPart }
    | { readonly kind: 'declaration'; readonly keys: readonly string[] };
}

/** What a click on one part of the line above a requirement lists: its code, its tests, or the criteria that still need work. */
export type LensPart = 'implements' | 'verifies' | 'open';

/** What a lens says and where it leads, worked out when it is shown. */
export interface LensText {
  /** `2 implementations · 3 tests · 3/4 met`, or `1 dsn · 0 tests · 0/1 met` of a requirement that needs a design and no code. */
  readonly title: string;
  /** Places that a click lists. */
  readonly places: readonly Location[];
  /** What the title is too short for: the whole key and text of each item. */
  readonly tooltip?: string;
}

/**
 * The lenses of a document: for each requirement one, or three on the same line.
 *
 * @param inParts true where a click on a number is to list what it counts and nothing else.
 */
export function documentLenses(view: IndexView, path: FilePath, inParts = false): Lens[] {
  const parts: readonly (LensPart | undefined)[] = inParts ? ['implements', 'verifies', 'open'] : [undefined];
  return requirementsIn(view, path).flatMap(({ key, facts }) =>
    parts.map((part) => ({ range: facts.nameRange, subject: { kind: 'requirement', key, ...(part && { part }) } })),
  );
}

/** One lens for each declaration of a code file that an annotation is on, or for the annotation where it is on none. */
export function codeLenses(view: IndexView, path: FilePath): Lens[] {
  const byPlace = new Map<string, { range: Range; keys: string[] }>();
  for (const { annotation, reference, resolution } of view.referencesIn(path)) {
    if (!annotation || resolution.kind !== 'item') continue;
    const range = annotation.declaration?.range ?? reference.range;
    const place = `${range.start.line}`;
    const lens = byPlace.get(place) ?? { range, keys: [] };
    if (!lens.keys.includes(resolution.item.key)) lens.keys.push(resolution.item.key);
    byPlace.set(place, lens);
  }
  return Array.from(byPlace.values(), ({ range, keys }) => ({ range, subject: { kind: 'declaration', keys } }));
}

/** The words of a lens; undefined if what it is about is gone. */
export function lensText(view: IndexView, { subject }: Pick<Lens, 'subject'>): LensText | undefined {
  if (subject.kind === 'requirement') {
    const item = view.item(subject.key);
    return item?.type === 'requirement' ? requirementText(view, item, subject.part) : undefined;
  }
  const items = subject.keys.flatMap((key) => view.item(key) ?? []);
  if (!items.length) return undefined;
  const names = items.map((item) => `${statusSign(view.coverage(item.key).status)} ${calledInLens(item)}`);
  return {
    title: shorten(names.join(' · '), LONGEST_TITLE),
    places: items.map(({ path, facts }) => ({ path, range: facts.nameRange })),
    tooltip: items.map((item) => `${item.key}: ${nameOf(item)}`).join('\n'),
  };
}

function requirementText(view: IndexView, item: RequirementItem, part: LensPart | undefined): LensText {
  const links = withCriteria(item).flatMap(({ key }) => view.coverage(key).links);
  const all = uniqueBy(links, (link) => link.annotation.reference);
  const of = (is: Link['is']): Link[] => all.filter((link) => link.is === is);
  const [code, verifying] = [of('implements'), of('verifies')];
  const levels = code.length > 0 ? [] : levelsOf(view, item);
  const implementing = levels.length > 0 ? levels.map(({ title }) => title).join(' · ') : implementations(code.length);
  const covering = levels.flatMap(({ places }) => places);
  if (part === 'implements') return { title: implementing, places: levels.length > 0 ? covering : placesOf(code) };
  if (part === 'verifies') return { title: tests(verifying.length), places: placesOf(verifying) };
  const { met, of: counted } = progress(view.coverage(item.key).counts);
  const state = counted ? l10n.t('{0}/{1} met', met, counted) : statusName(view.coverage(item.key).status);
  if (part === 'open') return { title: withMarks(view, item, state), places: openPlaces(view, item) };
  return {
    title: withMarks(view, item, `${implementing} · ${tests(verifying.length)} · ${state}`),
    places: [...covering, ...placesOf(all)],
  };
}

/** What covers a requirement of a project with levels in place of code, by level: `2 dsn`. Empty for one that needs code as well, and where nothing has levels. */
function levelsOf(view: IndexView, item: RequirementItem): readonly { readonly title: string; readonly places: readonly Location[] }[] {
  const { kinds } = view.configuration;
  const coverages = withCriteria(item).map(({ key }) => view.coverage(key));
  const needs = new Set(coverages.flatMap((coverage) => coverage.needs));
  if ([...needs].some((need) => meaningOf(kinds, need) === 'implements')) return [];
  const lower = uniqueBy(
    coverages.flatMap((coverage) => coverage.lower ?? []).filter(({ current }) => current),
    ({ key }) => key,
  );
  const levels = new Set([...needs].filter((need) => meaningOf(kinds, need) === undefined));
  for (const { level } of lower) if (level !== undefined) levels.add(level);
  return [...levels].map((level) => {
    const covering = lower.filter((one) => one.level === level).flatMap(({ key }) => view.item(key) ?? []);
    return { title: `${covering.length} ${level}`, places: covering.map(({ path, facts }) => ({ path, range: facts.nameRange })) };
  });
}

function placesOf(links: readonly Link[]): Location[] {
  return links.map(({ path, annotation }) => ({ path, range: annotation.reference.range }));
}

/** Where the criteria stand that still need work; all of them where none does. */
function openPlaces(view: IndexView, item: RequirementItem): Location[] {
  const units = item.criteria.length > 0 ? item.criteria : [item];
  const open = units.filter(({ key }) => !['met', 'waived', 'exempt'].includes(view.coverage(key).status));
  return (open.length > 0 ? open : units).map(({ path, facts }) => ({ path, range: facts.nameRange }));
}

/** What a person calls an item and what it says, each cut: `IP-1.1/AC2 An order is kept`. */
function calledInLens(item: Item): string {
  const called = item.type === 'requirement' && !item.facts.implicit ? item.id : shorten(itemTitle(item), LONGEST_NAME + 20);
  const name = nameOf(item);
  return item.facts.implicit === true || name === item.id ? called : `${called} ${shorten(name, LONGEST_NAME)}`;
}

function implementations(count: number): string {
  return localised(sayMany('{0} implementation', '{0} implementations', count));
}

function tests(count: number): string {
  return localised(sayMany('{0} test', '{0} tests', count));
}
