import type { RequirementFacts } from '../../model/facts.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { Range } from '../../model/position.ts';
import { sectionsOf } from '../carriers/markdown/sections.ts';
import type { CarriedDocument } from '../carried/carriedDocument.ts';
import type { FactSink } from '../notation/factSink.ts';
import type { Near, Place, Unnamed } from './candidates.ts';
import { ItemReader } from './itemReader.ts';
import { adviceOn, withOwnIds } from './otherIds.ts';
import type { OtherId } from './otherIds.ts';
import type { ReadSection, Second } from './itemReader.ts';
import { cutShort } from '../../text/cutShort.ts';

/** What was read of a document, for readers of the rest. */
export interface ReadItems {
  readonly items: readonly RequirementFacts[];
  /** Ids that lead a line without defining anything: they are not mentions. */
  readonly leads: readonly Range[];
  readonly sections: readonly ReadSection[];
}

/**
 * Defines the items of a document that are led by ids, and reports what looks like one and is not one.
 *
 * @param adapt what else the notation makes of them before they are defined.
 */
export function readItems(
  document: CarriedDocument,
  place: Omit<Place, 'lines'>,
  facts: FactSink,
  adapt: (items: readonly RequirementFacts[]) => readonly RequirementFacts[] = (items) => items,
): ReadItems {
  const { markdown } = document;
  const { ownIds, grammar } = place;
  const known = ownIds ? withOwnIds(grammar, ownIds) : grammar;
  const reader = new ItemReader({ ...place, grammar: known, lines: markdown.lines }, sectionsOf(markdown));
  const read = reader.read();
  const isRead = (range: Range): boolean => !document.ignores(range.start.line);
  const items = adapt(read.items.filter(({ nameRange }) => isRead(nameRange)).map((item) => withoutIgnored(item, isRead)));
  for (const requirement of items) {
    facts.define(requirement);
    note(document, requirement);
  }
  const ids = new Set(items.flatMap(({ localId, criteria }) => [localId, ...criteria.map((one) => one.localId)]));
  const missed = read.near.filter(({ lead, reason, range }) => reason !== 'linked' && !ids.has(lead.id) && isRead(range));
  for (const one of missed) nearMiss(document, facts, one);
  const repeated = read.second.filter(({ isRepeated, candidate }) => isRepeated && isRead(candidate.idRange));
  for (const one of repeated) duplicate(document, facts, one);
  // What is in an item says more about it.
  const isWithin = (line: number): boolean => items.some(({ range }) => range.start.line <= line && line <= range.end.line);
  const unnamed = read.unnamed.filter(({ range }) => isRead(range) && !isWithin(range.start.line));
  withoutIds(document, facts, unnamed);
  withOtherIds(
    document,
    facts,
    read.others.filter(({ range }) => isRead(range)),
  );
  const leads = [...repeated.map(({ candidate }) => candidate.idRange), ...missed.map(({ range }) => range)];
  return { items, leads, sections: [...reader.sections()] };
}

function withoutIgnored(item: RequirementFacts, isRead: (range: Range) => boolean): RequirementFacts {
  return item.criteria.every(({ nameRange }) => isRead(nameRange))
    ? item
    : { ...item, criteria: item.criteria.filter(({ nameRange }) => isRead(nameRange)) };
}

function duplicate(document: CarriedDocument, facts: FactSink, { candidate, first }: Second): void {
  const { id, idRange, line } = candidate;
  const message = say('{0} is defined twice in this document. Renumber the second definition', id);
  const related = [{ path: document.path, range: first.idRange ?? first.nameRange, message: say('{0} is defined here first', id) }];
  facts.problem({ code: 'duplicate-id', range: idRange, message, related });
  document.note(line, 'problem', () => message);
}

function note(document: CarriedDocument, { localId, nameRange, criteria, exempt, implicit }: RequirementFacts): void {
  document.note(nameRange.start.line, 'requirement', () => definition(localId, implicit, exempt));
  for (const { localId: name, nameRange: place } of criteria)
    document.note(place.start.line, 'criterion', () => say('Scenario of {0}: {1}', localId, name));
}

function definition(id: string, implicit: boolean, exempt: boolean): Message {
  if (implicit) return say('Has no ID; its name is {0}', id);
  return exempt ? say('Defines {0}, which needs nothing', id) : say('Defines {0}', id);
}

function nearMiss(document: CarriedDocument, facts: FactSink, { lead: { id }, range, reason }: Near): void {
  const { line } = range.start;
  const message =
    reason === 'several'
      ? say('Several IDs begin this line, so none of them is defined. Put each on its own line')
      : say('"{0}" begins a list item but is not bold: write "**{0}**: …" to make it a requirement', id);
  facts.problem({ code: 'near-miss', range, message });
  document.note(line, 'near-miss', () => message);
}

/** One problem for all of a document, at its first place: they come in whole lists. */
function withoutIds(document: CarriedDocument, facts: FactSink, unnamed: readonly Unnamed[]): void {
  const [first, ...others] = unnamed;
  if (!first) return;
  const one = say(
    '"{0}" must hold but has no ID by which anything could refer to it: write "**FR-001**: …"',
    cutShort(first.text, MOST_LETTERS),
  );
  const message = others.length > 0 ? say('{0} (and {1} more like it)', one, others.length) : one;
  const related = others
    .slice(0, MOST_RELATED)
    .map(({ range, text }) => ({ path: document.path, range, message: say('Written the same way: {0}', cutShort(text, MOST_LETTERS)) }));
  facts.problem({ code: 'near-miss', range: first.range, message, related });
  for (const { range } of unnamed)
    document.note(range.start.line, 'near-miss', () => say('Must hold, but has no ID by which anything could refer to it'));
}

/** The same for ids of another shape. */
function withOtherIds(document: CarriedDocument, facts: FactSink, others: readonly OtherId[]): void {
  const [first, ...more] = others;
  if (!first) return;
  const one = adviceOn(
    first.id,
    others.map(({ id }) => id),
  );
  const message = more.length > 0 ? say('{0} (and {1} more like it)', one, more.length) : one;
  const related = more
    .slice(0, MOST_RELATED)
    .map(({ range, id }) => ({ path: document.path, range, message: say('Written the same way: {0}', id) }));
  facts.problem({ code: 'near-miss', range: first.range, message, related });
  for (const { range, id } of others)
    document.note(range.start.line, 'near-miss', () => say('{0} is an ID of another shape, so it defines nothing', id));
}

/** Longer texts are cut short in a message. */
const MOST_LETTERS = 60;
const MOST_RELATED = 10;
