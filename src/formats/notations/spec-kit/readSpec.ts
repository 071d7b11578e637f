import type { ItemPlace, RequirementFacts } from '../../../model/facts.ts';
import { inEnglish, say } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import { placeKey } from '../../../model/position.ts';
import { rangeOfLines } from '../../../text/lines.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import type { Section } from '../../carriers/markdown/sections.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../factSink.ts';
import type { Candidate, Near, Place } from './candidates.ts';
import { CandidateReader, headingLead, itemFacts, RANKS } from './candidates.ts';
import { reportClarifications } from './clarifications.ts';
import { isWithdrawn, titleOf } from './lead.ts';
import type { Lead } from './lead.ts';
import { linksOf, stretches } from './prose.ts';
import { placedReferences } from './references.ts';
import type { StoryBody } from './scenarios.ts';
import { readStory } from './scenarios.ts';
import type { SectionWord } from './words.ts';
import { sectionWord } from './words.ts';

/** Reads `spec.md` of a feature: stories with their scenarios, requirements, outcomes. */
export function readSpec(document: CarriedDocument, namespace: string, place: ItemPlace, facts: FactSink): void {
  const { markdown } = document;
  const reader = new SpecReader({ namespace, place, lines: markdown.lines }, sectionsOf(markdown));
  const read = reader.read();
  const isRead = (range: Range): boolean => !document.ignores(range.start.line);
  const items = read.items.filter(({ nameRange }) => isRead(nameRange)).map((item) => withoutIgnored(item, isRead));
  for (const requirement of items) {
    facts.define(requirement);
    note(document, requirement);
  }
  const known = new Set(items.map(({ localId }) => localId));
  const missed = read.near.filter(({ lead, reason, range }) => reason !== 'linked' && !known.has(lead.id) && isRead(range));
  for (const one of missed) nearMiss(document, facts, one);
  const repeated = read.second.filter(({ isRepeated, candidate }) => isRepeated && isRead(candidate.idRange));
  for (const one of repeated) duplicate(document, facts, one);
  for (const { blocks, word } of reader.sections()) if (word === 'edge cases') questions(document, blocks);
  const leads = [...repeated.map(({ candidate }) => candidate.idRange), ...missed.map(({ range }) => range)];
  readProse(document, facts, items, leads);
}

function withoutIgnored(item: RequirementFacts, isRead: (range: Range) => boolean): RequirementFacts {
  return item.criteria.every(({ nameRange }) => isRead(nameRange))
    ? item
    : { ...item, criteria: item.criteria.filter(({ nameRange }) => isRead(nameRange)) };
}

function duplicate(document: CarriedDocument, facts: FactSink, { candidate, first }: Second): void {
  const { id, idRange, line } = candidate;
  const message = say('{0} is defined twice in this document: give the second another number', id);
  const related = [{ path: document.path, range: first.idRange ?? first.nameRange, message: say('{0} is defined here first', id) }];
  facts.problem({ code: 'duplicate-id', range: idRange, message, related });
  document.note(line, 'problem', () => inEnglish(message));
}

/** Ids in the words of a specification are mentions, but where they lead. */
function readProse(document: CarriedDocument, facts: FactSink, items: readonly RequirementFacts[], leads: readonly Range[]): void {
  const written = items.flatMap(({ idRange, criteria }) => [idRange, ...criteria.map((one) => one.idRange)]);
  const taken = new Set([...written, ...leads].flatMap((range) => (range ? [placeKey(range.start)] : [])));
  const holders = holderOfLine(items);
  for (const { inline, line } of stretches(document)) {
    linksOf(inline, document, facts);
    reportClarifications(document, facts, inline, holders.get(line));
    for (const { reference } of placedReferences(inline)) {
      if (taken.has(placeKey(reference.range.start))) continue;
      facts.mention(reference);
      document.note(reference.range.start.line, 'mention', () => `Mentions ${reference.text}, if that is a known id`);
    }
  }
}

/** The innermost item that each line belongs to; sections are nested six deep at most. */
function holderOfLine(items: readonly RequirementFacts[]): ReadonlyMap<number, string> {
  const holders = new Map<number, string>();
  for (const { localId, range, level } of items.toSorted((a, b) => a.level - b.level))
    for (
      let line = range.start.line;
      line <= (level > 6 ? Math.min(range.end.line, range.start.line + LONGEST_ITEM) : range.end.line);
      line += 1
    )
      holders.set(line, localId);
  return holders;
}

/** Lines of a list item beyond that are no part of its statement; items may be nested deep. */
const LONGEST_ITEM = 50;

function note(document: CarriedDocument, { localId, nameRange, criteria, exempt, implicit }: RequirementFacts): void {
  document.note(nameRange.start.line, 'requirement', () =>
    implicit ? 'Section with scenarios of no story: goes by its anchor' : `Defines ${localId}${exempt ? ', which needs nothing' : ''}`,
  );
  for (const { localId: name, nameRange: place } of criteria)
    document.note(place.start.line, 'criterion', () => `Scenario of ${localId}: ${name}`);
}

function nearMiss(document: CarriedDocument, facts: FactSink, { lead: { id }, range, reason }: Near): void {
  const { line } = range.start;
  const message =
    reason === 'several'
      ? say('Several ids lead this line, so it defines none of them: give each a line of its own')
      : say('"{0}" begins a list item but is not bold: write "**{0}**: …" to make it a requirement', id);
  facts.problem({ code: 'near-miss', range, message });
  document.note(line, 'near-miss', () => inEnglish(message));
}

/** Questions about edge cases are asked of the reader, not of the code. */
function questions(document: CarriedDocument, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.type !== 'list') continue;
    for (const { first } of block.items) document.note(first, 'nothing', () => 'An edge case without an id is no item');
  }
}

/** A second place of an id. */
interface Second {
  readonly candidate: Candidate;
  readonly first: RequirementFacts;
  /** True where it defines as the first does, so that one of them has the wrong id. */
  readonly isRepeated: boolean;
}

class SpecReader {
  readonly #place: Place;
  readonly #sections: readonly Section[];
  readonly #words = new Map<Section, SectionWord | undefined>();
  readonly #leads = new Map<Section, Lead>();
  /** The section of a story or requirement that a section is, or is part of. */
  readonly #owners = new Map<Section, Section | undefined>();

  constructor(place: Place, sections: readonly Section[]) {
    this.#place = place;
    this.#sections = sections;
    const hasStories = sections.some((section) => headingLead(section, true)?.id.startsWith('US-'));
    for (const section of sections) {
      const above = section.parent && this.#words.get(section.parent);
      const lead = headingLead(section, hasStories);
      if (lead) this.#leads.set(section, lead);
      const isOwner = lead !== undefined;
      this.#words.set(section, isOwner ? above : (sectionWord(section.title) ?? above));
      this.#owners.set(section, isOwner ? section : section.parent && this.#owners.get(section.parent));
    }
  }

  *sections(): Generator<{ readonly blocks: readonly Block[]; readonly word: SectionWord | undefined }> {
    for (const section of this.#sections) yield { blocks: section.blocks, word: this.#words.get(section) };
  }

  read(): { readonly items: readonly RequirementFacts[]; readonly second: readonly Second[]; readonly near: readonly Near[] } {
    const candidates: Candidate[] = [];
    const near: Near[] = [];
    const loose: RequirementFacts[] = [];
    const taken = new Set<object>();
    for (const section of this.#sections) {
      const word = this.#words.get(section);
      const owner = this.#owners.get(section);
      if (owner === section) {
        const { candidate, body } = this.#heading(section, word);
        for (const one of body.taken) taken.add(one);
        candidates.push(candidate);
      } else if (!owner && sectionWord(section.title) === 'acceptance') {
        const { requirement, body } = this.#implied(section);
        for (const one of body.taken) taken.add(one);
        if (requirement) loose.push(requirement);
      }
      const reader = new CandidateReader(this.#place, word, taken);
      reader.read(section.blocks);
      candidates.push(...reader.found);
      near.push(...reader.near);
    }
    const { items, second } = settle(candidates);
    return { items: [...items, ...loose].toSorted((a, b) => a.nameRange.start.line - b.nameRange.start.line), second, near };
  }

  #heading(section: Section, word: SectionWord | undefined): { readonly candidate: Candidate; readonly body: StoryBody } {
    const lead = this.#leads.get(section);
    const inline = section.heading?.inline;
    if (!lead || !inline) throw new Error('The owner of a section has a heading with an id');
    const parts = this.#sections.filter((other) => this.#owners.get(other) === section);
    const body = readStory(lead.id, parts, section, this.#place.lines);
    const title = titleOf(inline, lead.behind, inline.plain.length);
    const idRange = inline.rangeOf(lead.start, lead.end);
    const facts = itemFacts(this.#place, lead.id, {
      idRange,
      title: title.text || lead.id,
      text: body.text,
      range: rangeOfLines(this.#place.lines, section.first, section.last),
      nameRange: inline.rangeOf(0, inline.plain.length),
      level: section.level,
      attributes: [...title.attributes, ...body.attributes],
      criteria: body.criteria,
      exempt: word === 'exempt' || isWithdrawn(inline, lead.start, lead.behind),
    });
    return { candidate: { id: lead.id, rank: RANKS.indexOf('heading'), word, line: section.first, idRange, facts }, body };
  }

  /** Scenarios of no story, as older templates have them, go by the anchor of their section. */
  #implied(section: Section): { readonly requirement?: RequirementFacts; readonly body: StoryBody } {
    const { heading, slug, title, first, last, level } = section;
    const isWithin = (other: Section): boolean => other === section || (other.parent !== undefined && isWithin(other.parent));
    const parts = this.#sections.filter((other) => !this.#owners.get(other) && isWithin(other));
    const body = readStory(slug, parts, section, this.#place.lines);
    if (!heading || body.criteria.length === 0) return { body };
    const facts = itemFacts(this.#place, slug, {
      title,
      text: body.text,
      range: rangeOfLines(this.#place.lines, first, last),
      nameRange: heading.inline.rangeOf(0, heading.inline.plain.length),
      level,
      attributes: body.attributes,
      criteria: body.criteria,
      exempt: false,
    });
    return { requirement: { ...facts, implicit: true }, body };
  }
}

/** By how much a place yields to others for the section that it stands in. */
const LATER: Partial<Record<SectionWord, number>> = { exempt: 10, restating: 100 };

/** Of all places of an id the surest defines it, of equally sure ones the first; sections that only speak about items come last. */
function settle(candidates: readonly Candidate[]): { readonly items: readonly RequirementFacts[]; readonly second: readonly Second[] } {
  const byId = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const places = byId.get(candidate.id);
    if (places) places.push(candidate);
    else byId.set(candidate.id, [candidate]);
  }
  const items: RequirementFacts[] = [];
  const second: Second[] = [];
  const weight = ({ rank, word }: Candidate): number => rank + (LATER[word ?? 'defining'] ?? 0);
  for (const places of byId.values()) {
    const [first, ...others] = places.toSorted((a, b) => weight(a) - weight(b));
    if (!first) continue;
    items.push(first.facts);
    for (const candidate of others) second.push({ candidate, first: first.facts, isRepeated: isRepeated(first, candidate) });
  }
  return { items, second };
}

/** A second heading whose title begins alike discusses the item; so does any place that is less sure or in another kind of section. */
function isRepeated(first: Candidate, { rank, word, facts }: Candidate): boolean {
  if (rank !== first.rank || word === 'restating' || (word === 'exempt') !== (first.word === 'exempt')) return false;
  const [one, other] = [first.facts.title.toLowerCase(), facts.title.toLowerCase()];
  return !(one.startsWith(other) || other.startsWith(one));
}
