import type { RequirementFacts } from '../../model/facts.ts';
import { rangeOfLines } from '../../text/lines.ts';
import type { Block } from '../carriers/markdown/blocks.ts';
import type { Section } from '../carriers/markdown/sections.ts';
import type { Candidate, Near, Place, Unnamed } from './candidates.ts';
import { CandidateReader, headingLead, itemFacts, RANKS } from './candidates.ts';
import { isWithdrawn, leadOf, titleOf } from './leads.ts';
import type { Lead } from './itemGrammar.ts';
import { otherIdIn } from './otherIds.ts';
import type { OtherId } from './otherIds.ts';
import type { StoryBody } from './scenarios.ts';
import { readStory } from './scenarios.ts';
import type { SectionWord } from './words/sectionWords.ts';
import { sectionWord } from './words/sectionWords.ts';

/** A section with what the titles around it say. */
export interface ReadSection {
  readonly blocks: readonly Block[];
  readonly word: SectionWord | undefined;
}

/** A second place of an id. */
export interface Second {
  readonly candidate: Candidate;
  readonly first: RequirementFacts;
  /** True where it defines as the first does, so that one of them has the wrong id. */
  readonly isRepeated: boolean;
}

/** What the sections of a document hold. */
export interface FoundItems {
  readonly items: readonly RequirementFacts[];
  readonly second: readonly Second[];
  readonly near: readonly Near[];
  readonly unnamed: readonly Unnamed[];
  readonly others: readonly OtherId[];
}

/** Reads the sections of a document that defines items by the ids that lead them. */
export class ItemReader {
  readonly #place: Place;
  readonly #sections: readonly Section[];
  readonly #words = new Map<Section, SectionWord | undefined>();
  readonly #leads = new Map<Section, Lead>();
  /** The section of a story or requirement that a section is, or is part of. */
  readonly #owners = new Map<Section, Section | undefined>();
  /** The sections of each of them, in order. */
  readonly #parts = new Map<Section, Section[]>();

  constructor(place: Place, sections: readonly Section[]) {
    this.#place = place;
    this.#sections = sections;
    const { grammar } = place;
    const written = new Map(sections.map((section) => [section, headingLead(section, grammar)]));
    const hasStories = [...written.values()].some((lead) => lead && grammar.isStory(lead.id));
    for (const section of sections) {
      const above = section.parent && this.#words.get(section.parent);
      const lead = written.get(section) ?? (hasStories ? undefined : grammar.unnumbered?.(section));
      if (lead) this.#leads.set(section, lead);
      const isOwner = lead !== undefined;
      this.#words.set(section, isOwner ? above : (this.#wordOf(section) ?? above));
      const owner = isOwner ? section : section.parent && this.#owners.get(section.parent);
      this.#owners.set(section, owner);
      if (owner === section) this.#parts.set(section, [section]);
      else if (owner) this.#parts.get(owner)?.push(section);
    }
  }

  *sections(): Generator<ReadSection> {
    for (const section of this.#sections) yield { blocks: section.blocks, word: this.#words.get(section) };
  }

  read(): FoundItems {
    const candidates: Candidate[] = [];
    const near: Near[] = [];
    const unnamed: Unnamed[] = [];
    const others: OtherId[] = [];
    const loose: RequirementFacts[] = [];
    const taken = new Set<object>();
    for (const [index, section] of this.#sections.entries()) {
      const word = this.#words.get(section);
      const owner = this.#owners.get(section);
      if (owner === section) {
        const { candidate, body } = this.#heading(section, word);
        for (const one of body.taken) taken.add(one);
        candidates.push(candidate);
      } else if (!owner && this.#wordOf(section) === 'acceptance') {
        const { requirement, body } = this.#implied(section, index);
        for (const one of body.taken) taken.add(one);
        if (requirement) loose.push(requirement);
      }
      const reader = new CandidateReader(this.#place, word, taken);
      reader.read(section.blocks);
      candidates.push(...reader.found);
      near.push(...reader.near);
      unnamed.push(...reader.unnamed);
      others.push(...this.#otherHeading(section), ...reader.others);
    }
    const { items, second } = settle(candidates, this.#place.grammar.rowsRestate ?? false);
    return {
      items: [...items, ...loose].toSorted((a, b) => a.nameRange.start.line - b.nameRange.start.line),
      second,
      near,
      unnamed,
      others,
    };
  }

  #otherHeading(section: Section): readonly OtherId[] {
    const inline = section.heading?.inline;
    const { ownIds, grammar } = this.#place;
    const other = ownIds && inline && !this.#leads.has(section) && !leadOf(inline, true, grammar) ? otherIdIn(inline) : undefined;
    return other ? [other] : [];
  }

  #wordOf(section: Section): SectionWord | undefined {
    const { word } = this.#place.grammar;
    return word ? word(section) : sectionWord(section.title);
  }

  #heading(section: Section, word: SectionWord | undefined): { readonly candidate: Candidate; readonly body: StoryBody } {
    const lead = this.#leads.get(section);
    const inline = section.heading?.inline;
    if (!lead || !inline) throw new Error('The owner of a section has a heading with an id');
    const body = readStory(lead.id, this.#parts.get(section) ?? [section], section, this.#place);
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

  /** A section and those below it that are part of no item. */
  #within(section: Section, index: number): readonly Section[] {
    const parts = [section];
    for (let at = index + 1; (this.#sections[at]?.level ?? 0) > section.level; at += 1) {
      const part = this.#sections[at];
      if (part && !this.#owners.get(part)) parts.push(part);
    }
    return parts;
  }

  /** Scenarios of no story, as older templates have them, go by the anchor of their section. */
  #implied(section: Section, index: number): { readonly requirement?: RequirementFacts; readonly body: StoryBody } {
    const { heading, slug, title, first, last, level } = section;
    const parts = this.#within(section, index);
    const body = readStory(slug, parts, section, this.#place);
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

const ROW = RANKS.indexOf('row');

/** By how much a place yields to others for the section that it is in. */
const LATER: Partial<Record<SectionWord, number>> = { exempt: 10, restating: 100 };

/** Of all places of an id the surest defines it, of equally sure ones the first; sections that only speak about items come last. */
function settle(
  candidates: readonly Candidate[],
  rowsRestate: boolean,
): { readonly items: readonly RequirementFacts[]; readonly second: readonly Second[] } {
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
    for (const candidate of others)
      second.push({ candidate, first: first.facts, isRepeated: isRepeated(first, candidate) && !(rowsRestate && candidate.rank === ROW) });
  }
  return { items, second };
}

/** A second heading whose title begins alike discusses the item; so does any place that is less sure or in another kind of section. */
function isRepeated(first: Candidate, { rank, word, facts }: Candidate): boolean {
  if (rank !== first.rank || word === 'restating' || (word === 'exempt') !== (first.word === 'exempt')) return false;
  const [one, other] = [first.facts.title.toLowerCase(), facts.title.toLowerCase()];
  return !(one.startsWith(other) || other.startsWith(one));
}
