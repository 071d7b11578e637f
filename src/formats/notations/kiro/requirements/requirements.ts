import type { Reference, RequirementFacts } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { Range } from '../../../../model/position.ts';
import type { CarriedDocument } from '../../../carried/carriedDocument.ts';
import type { ListItem } from '../../../carriers/markdown/blocks.ts';
import { spanAt } from '../../../carriers/markdown/inline.ts';
import { nearestSection, sectionsOf } from '../../../carriers/markdown/sections.ts';
import type { Section } from '../../../carriers/markdown/sections.ts';
import { requirement } from '../../../notation/definition.ts';
import { isLater } from '../../../items/words/laterTitles.ts';
import type { FactSink } from '../../../notation/factSink.ts';
import type { FormatContext } from '../../../notation/context.ts';
import { CriteriaReader, headingCriterion } from './criteria.ts';
import type { WrittenCriterion } from './criteria.ts';
import { withBoldHeads } from './boldHeads.ts';
import { headOf } from './heads.ts';
import type { Head } from './heads.ts';
import { readLed } from './led.ts';
import { ALL, writtenName } from '../names.ts';
import { attributesOf, proseOf, storyOf } from './sectionTexts.ts';
import { isCriteriaHeading, isRequirementsHeading } from '../words.ts';

const BUGFIX = /(?:^|\/)bugfix\.md$/iu;
/** What heads the three parts of an analysis of a bug: `### Current Behavior (Defect)`. */
const BEHAVIOUR = /behaviou?r|verhalten|comportam[ie]+nto|comportement|行[为為]|挙動|振る舞い|동작|поведение/iu;
const DEFECT = /\bcurrent behaviou?r\b|\(defect\)/iu;
/** What is written down so that nobody does it. */
const LEFT_OUT =
  /\bout of scope\b|\bnot in scope\b|\bnon-requirements\b|\bdeferred\b|\bwithdrawn\b|\bfuture (?:work|scope|requirements|enhancements)\b/iu;
/** `Security Requirement 1: Lock`. */
const OTHER_REQUIREMENT = /^(?:[\p{L}-]+\s+){1,2}Requirement\s+(?<number>\d{1,4})\s*(?:[:：–—-]|$)/iu;
const NUMBERED_TITLE = /^(?<number>\d{1,4})[.)]?\s+(?<title>\S.*)$/u;
const PART_TITLE = /^(?:AC[- ]?)?(?<number>\d{1,4})\.(?<part>\d{1,4})[.):]?\s+(?<title>\S.*)$/u;

/** A requirement while the document is read. */
interface Draft {
  readonly localId: string;
  readonly shown?: string;
  readonly title: string;
  readonly section: Section;
  readonly sections: Section[];
  readonly criteria: WrittenCriterion[];
  readonly level: number;
  readonly range: Range;
  readonly nameRange: Range;
  readonly idRange?: Range;
  readonly exempt: boolean;
}

/**
 * Reads `requirements.md` or `bugfix.md` of a spec: `### Requirement 1: Boil` is `REQ-1`, the second item under its `#### Acceptance Criteria` is
 * `REQ-1/AC2`, which people write `1.2`; so is the line `1.2 WHEN …` wherever it stands.
 */
export function readRequirements(document: CarriedDocument, facts: FactSink, ids: FormatContext['ids']): void {
  new RequirementsReader(document, facts, ids).read();
}

class RequirementsReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #ids: FormatContext['ids'];
  readonly #criteria: CriteriaReader;
  readonly #sections: readonly Section[];
  readonly #isBugfix: boolean;
  readonly #drafts = new Map<string, Draft>();
  readonly #owners = new Map<Section, Draft>();

  constructor(document: CarriedDocument, facts: FactSink, ids: FormatContext['ids']) {
    this.#document = document;
    this.#facts = facts;
    this.#ids = ids;
    this.#criteria = new CriteriaReader(document.lines);
    this.#sections = withBoldHeads(sectionsOf(document.markdown), ({ heading, title }) => heading && headOf(title, ids)?.localId);
    this.#isBugfix = BUGFIX.test(document.path);
  }

  read(): void {
    for (const section of this.#sections) this.#open(section);
    for (const draft of this.#drafts.values()) this.#collect(draft);
    for (const section of this.#sections) if (!this.#ownerOf(section)) this.#loose(section);
    const isCounted = this.#drafts.size > 0;
    if (!isCounted) this.#flat();
    if (isCounted || this.#drafts.size === 0) this.#stray();
    if (this.#drafts.size === 0) readLed(this.#document, this.#facts);
    for (const draft of this.#drafts.values()) this.#define(draft);
    if (this.#drafts.size > 0) this.#facts.alias({ name: ALL, references: Array.from(this.#drafts.values(), wholeOf) });
  }

  /** Begins a requirement where a heading names one; a heading inside one may name a criterion of it. */
  #open(section: Section): void {
    const { heading, title } = section;
    if (!heading) return;
    const owner = this.#ownerOf(section.parent);
    const part = PART_TITLE.exec(title)?.groups;
    if (owner && part && `REQ-${Number(part['number'])}` === owner.localId) {
      const at = title.indexOf(part['number'] ?? '');
      const length = `${part['number']}.${part['part']}`.length;
      owner.criteria.push(this.#headed(section, Number(part['part']), part['title'] || title, [at, at + length]));
      return;
    }
    const head = headOf(title, this.#ids);
    if (!head) {
      this.#near(section);
      return;
    }
    if (head.criterion === undefined) {
      this.#begin(section, head);
      return;
    }
    const whole =
      this.#drafts.get(head.localId) ?? this.#begin(section.parent ?? section, { ...head, title: section.parent?.title ?? title });
    whole?.criteria.push(this.#headed(section, head.criterion, head.title || title, [head.start, head.end]));
  }

  #headed(section: Section, part: number, title: string, place: readonly [number, number]): WrittenCriterion {
    return headingCriterion(section, part, title, place, this.#criteria.detail(section.blocks));
  }

  #begin(section: Section, head: Pick<Head, 'localId' | 'title' | 'shown'> & Partial<Pick<Head, 'start' | 'end'>>): Draft | undefined {
    const { localId } = head;
    const title = head.title || storyOf(section) || section.title.trim();
    const { heading } = section;
    const nameRange = heading?.inline.rangeOf(0, section.title.length) ?? this.#extent(section.first, section.first);
    const first = this.#drafts.get(localId);
    if (first) {
      this.#twice(first, nameRange, title);
      return undefined;
    }
    const { start, end } = head;
    const draft: Draft = {
      localId,
      ...(head.shown !== undefined && { shown: head.shown }),
      title,
      section,
      sections: [],
      criteria: [],
      level: section.level || 7,
      range: this.#extent(section.first, section.last),
      nameRange,
      ...(heading && start !== undefined && end !== undefined && { idRange: heading.inline.rangeOf(start, end) }),
      exempt: this.#isLeftOut(section),
    };
    this.#drafts.set(localId, draft);
    this.#owners.set(section, draft);
    return draft;
  }

  /** A second heading of the same number whose title begins alike goes on about the first; any other takes its number. */
  #twice(first: Draft, range: Range, title: string): void {
    const line = range.start.line;
    const [one, other] = [first.title.toLowerCase(), title.toLowerCase()];
    if (one.startsWith(other) || other.startsWith(one)) {
      this.#document.note(line, 'mention', () => say('More about {0}, which is defined above', first.localId));
      return;
    }
    this.#facts.problem({
      code: 'duplicate-id',
      range,
      message: say('{0} is defined twice in this document. Renumber the second definition', first.localId),
      related: [
        { path: this.#document.path, range: first.idRange ?? first.nameRange, message: say('{0} is defined here first', first.localId) },
      ],
    });
  }

  /** A heading that counts a kind of requirement of which nobody knows what references to it look like. */
  #near({ heading, title, parent }: Section): void {
    const number = OTHER_REQUIREMENT.exec(title)?.groups?.['number'];
    if (!heading || number === undefined || this.#ownerOf(parent)) return;
    this.#document.note(heading.first, 'near-miss', () =>
      say('Heading that counts requirements in another way than "Requirement {0}"', number),
    );
    this.#facts.problem({
      code: 'near-miss',
      range: heading.inline.rangeOf(0, title.length),
      message: say('"{0}" is not read as a requirement: write "Requirement {1}: …" to make it one', title, number),
    });
  }

  /** Gathers what is in a requirement. */
  #collect(draft: Draft): void {
    draft.sections.push(...this.#sections.filter((section) => this.#ownerOf(section) === draft));
    const { prefix, number } = /^(?<prefix>[A-Z]+)-(?<number>\d+)$/u.exec(draft.localId)?.groups ?? {};
    for (const written of this.#criteria.read(draft.sections, prefix)) {
      const { number: own = Number(number), part, facts } = written;
      if (own === Number(number)) draft.criteria.push(written);
      else
        this.#document.note(facts.range.start.line, 'nothing', () =>
          say('Not a criterion of {1}: its number, {0}, begins with that of another requirement', `${own}.${part}`, draft.localId),
        );
    }
  }

  /** Lines with two numbers outside of a requirement: those with the same first number are one, as the three parts of `bugfix.md`. */
  #loose(section: Section): void {
    const isPlace =
      this.#isBugfix ||
      section.blocks.some((block) => block.type === 'list' && block.items.some(isNumbered)) ||
      nearestSection(section, ({ title }) => isRequirementsHeading(title) || isCriteriaHeading(title) || BEHAVIOUR.test(title)) !==
        undefined;
    if (!isPlace) return;
    for (const block of section.blocks) {
      if (block.type !== 'paragraph' && block.type !== 'list') continue;
      for (const written of block.type === 'paragraph' ? this.#criteria.inParagraph(block) : this.#criteria.inList(block, 'REQ')) {
        const { number = 0 } = written;
        const known = this.#drafts.get(`REQ-${number}`);
        const draft =
          known ?? this.#begin(section, { localId: `REQ-${number}`, shown: String(number), title: section.title || String(number) });
        draft?.criteria.push(written);
      }
    }
  }

  /** Lists of criteria of no requirement, for which one problem at the first does. */
  #stray(): void {
    const taken = new Set(Array.from(this.#drafts.values(), ({ criteria }) => criteria.map(({ facts }) => facts.range.start.line)).flat());
    const stray = this.#sections.filter(
      (section) =>
        isCriteriaHeading(section.title) &&
        !this.#ownerOf(section) &&
        section.blocks.some((block) => block.type === 'list' && !taken.has(block.first)),
    );
    for (const { first, title } of stray) this.#document.note(first, 'near-miss', () => say('"{0}" belongs to no requirement', title));
    const { heading, title = '' } = stray[0] ?? {};
    if (!heading) return;
    const one = say('"{0}" belongs to no requirement: give a heading above it an ID', title.trim());
    this.#facts.problem({
      code: 'near-miss',
      range: heading.inline.rangeOf(0, heading.inline.plain.length),
      message: stray.length > 1 ? say('{0} (and {1} more like it)', one, stray.length - 1) : one,
    });
  }

  /**
   * A document without any of these may list its requirements: the items of a list of numerals right under `## Requirements`, or under
   * `## Acceptance Criteria` where there is no such, or headings `### 1. Boil`.
   */
  #flat(): void {
    const labelled = this.#sections.filter(({ title }) => isCriteriaHeading(title));
    // Several such lists belong to something each, not to the document.
    const tops = [...this.#sections.filter(({ title }) => isRequirementsHeading(title)), ...(labelled.length > 1 ? [] : labelled)];
    for (const section of tops) {
      for (const inner of this.#sections.filter(({ parent }) => parent === section)) {
        const { number, title = '' } = NUMBERED_TITLE.exec(inner.title)?.groups ?? {};
        if (number !== undefined)
          this.#begin(inner, { localId: `REQ-${Number(number)}`, title, shown: number, start: 0, end: number.length });
      }
      if (this.#drafts.size === 0) this.#listed(section);
      if (this.#drafts.size > 0) break;
    }
    for (const draft of this.#drafts.values()) if (draft.level < 7) this.#collect(draft);
  }

  #listed(section: Section): void {
    const list = section.blocks.find((block) => block.type === 'list' && block.ordered);
    if (list?.type !== 'list') return;
    for (const item of list.items) {
      const { facts } = this.#criteria.item(item, { part: item.numeral ?? 0, length: 0 });
      const localId = `REQ-${item.numeral ?? 0}`;
      if (this.#drafts.has(localId)) continue;
      const { text: title, range, nameRange, exempt } = facts;
      const shown = String(item.numeral ?? 0);
      this.#drafts.set(localId, { localId, shown, title, section, sections: [], criteria: [], level: 7, range, nameRange, exempt });
    }
  }

  #define(draft: Draft): void {
    const { localId, shown, title, section, level, range, nameRange, idRange } = draft;
    const { namespace } = this.#document;
    const exempt = draft.exempt || (localId === 'REQ-1' && this.#isBugfix) || DEFECT.test(section.title);
    const criteria = unique(draft.criteria).map(({ facts }) => {
      const name = writtenName({ id: localId, criterion: facts.localId });
      return { ...facts, ...(name !== undefined && { shown: name }), ...(exempt && { exempt }) };
    });
    this.#document.note(nameRange.start.line, 'requirement', () => say('Requirement {0}', localId));
    for (const { localId: part, range: place } of criteria)
      this.#document.note(place.start.line, 'criterion', () => say('Criterion {0}/{1}', localId, part));
    const own = draft.level < 7 ? section : undefined;
    const counted = this.#countedAs(localId);
    this.#facts.define(
      requirement({
        localId,
        ...(shown !== undefined && { shown }),
        notation: 'kiro',
        ...(namespace !== undefined && { namespace }),
        ...(idRange && { idRange }),
        ...(counted !== undefined && { aliases: [counted] }),
        title,
        text: own ? proseOf(own) : '',
        range,
        nameRange,
        level,
        attributes: own ? attributesOf(own) : [],
        criteria,
        exempt,
      } satisfies Partial<RequirementFacts>),
    );
  }

  /** Where a document counts stories and nothing else, `1.2` is the second criterion of its first. */
  #countedAs(localId: string): string | undefined {
    const number = /^US-(?<number>\d+)$/u.exec(localId)?.groups?.['number'];
    if (number === undefined || [...this.#drafts.keys()].some((id) => id.startsWith('REQ-'))) return undefined;
    return `REQ-${Number(number)}`;
  }

  #ownerOf(section: Section | undefined): Draft | undefined {
    const owner = nearestSection(section, (each) => this.#owners.has(each));
    return owner && this.#owners.get(owner);
  }

  #isLeftOut(section: Section): boolean {
    const { heading } = section;
    const isStruck = heading?.inline.struck.some(({ start, end }) => start === 0 && end === heading.inline.plain.length) ?? false;
    return isStruck || nearestSection(section.parent, ({ title }) => LEFT_OUT.test(title) || isLater(title)) !== undefined;
  }

  #extent(first: number, last: number): Range {
    return { start: { line: first, character: 0 }, end: { line: last, character: (this.#document.lines[last] ?? '').trimEnd().length } };
  }
}

/** `- **REQ-1.1**: Boil`, set apart in bold, which is a criterion wherever it stands. */
function isNumbered({ inline: { plain, strong } }: ListItem): boolean {
  const end = /^REQ-\d{1,4}\.\d{1,4}(?![\p{L}\p{N}.])/u.exec(plain)?.[0].length;
  return end !== undefined && (spanAt(strong, 0)?.end ?? 0) >= end;
}

/** In order of place; of two with one number the first. */
function unique(criteria: readonly WrittenCriterion[]): readonly WrittenCriterion[] {
  const seen = new Set<string>();
  return criteria
    .toSorted((a, b) => a.facts.range.start.line - b.facts.range.start.line)
    .filter(({ facts: { localId } }) => !seen.has(localId) && seen.add(localId) !== undefined);
}

function wholeOf({ localId, nameRange }: Draft): Reference {
  return { text: localId, id: localId, range: nameRange, notation: 'kiro' };
}
