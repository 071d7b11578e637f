import { collapse } from '../../../../text/lines.ts';
import { labelOutside, labelWithoutList, type LabelReading, type TableUnderLabel } from '../criteria/labelLines.ts';
import { declaredRequirement, impliedRequirement } from '../requirements/headingRequirement.ts';
import type { FoundRequirement, Prose } from '../document/found.ts';
import { type Section } from '../document/outline.ts';
import type { Remarks } from './remarks.ts';
import type { RequirementPlace, Requirements } from './requirements.ts';
import { nearestSection } from '../../../carriers/markdown/sections.ts';
import { say } from '../../../../model/message.ts';

/** A criteria label at work: it governs the lists that follow until something ends it. */
export interface Label {
  readonly reading: LabelReading;
  /** Criteria found under it so far. */
  count: number;
  /** A table under it of which no row is a criterion. */
  table?: TableUnderLabel;
}

/** Where in the document blocks stand. */
export interface Place {
  readonly section: Section;
  /** The list item that is a requirement of its own, if inside one. */
  readonly item: FoundRequirement | undefined;
  /** The requirement that the document declares around it. */
  readonly owner: FoundRequirement | undefined;
  /** The label that governs it if none of its own section does: a heading. */
  readonly label: Label | undefined;
  /** Where text and attributes go. */
  readonly prose: Prose;
  /** True for the blocks of a section itself, false inside a list item. */
  readonly top: boolean;
  /** The line right above that says what follows: `**Dependencies**:`. */
  readonly caption?: string | undefined;
}

/** What the configuration says of requirements that nobody declares. */
export interface ScopeOptions {
  readonly implicit: boolean;
  /** Steps make their section a requirement whatever else does not. */
  readonly steps: boolean;
}

/** Knows which label governs a place of a document and which requirement owns it, as far as the document was put together. */
export class Scope {
  readonly requirements: Requirements;
  readonly #options: ScopeOptions;
  readonly #remarks: Remarks;
  readonly #labels = new Map<Section, Label>();

  constructor(requirements: Requirements, options: ScopeOptions, remarks: Remarks) {
    this.requirements = requirements;
    this.#options = options;
    this.#remarks = remarks;
  }

  /** Takes in the requirement that a heading declares. */
  declare(section: Section): void {
    const { reading, heading, first } = section;
    if (reading.kind !== 'requirement' || !heading) return;
    const { id, why } = reading;
    if (id === undefined && !this.#options.implicit) {
      this.#remarks.notes.add(first, 'nothing', say('{0}, and implicit requirements are off', why));
      return;
    }
    const found = declaredRequirement(section, heading, reading);
    this.add(found, section);
    const isNew = this.requirements.has(found);
    const shown = id ?? `#${found.localId}`;
    this.#remarks.notes.add(
      first,
      isNew ? 'requirement' : 'mention',
      isNew ? say('{0}: requirement {1}', why, shown) : say('{0}: more about {1}', why, shown),
    );
  }

  /** The requirement that a section is by holding criteria. */
  imply(section: Section): FoundRequirement | undefined {
    const known = this.requirements.ofSection(section);
    const found = known ? undefined : impliedRequirement(section);
    if (!found) return known;
    const why = say('Heading without an ID whose section holds criteria: requirement #{0}', found.localId);
    this.#remarks.notes.add(section.first, 'requirement', why);
    this.add(found, section);
    return found;
  }

  add(found: FoundRequirement, place: RequirementPlace): void {
    this.#remarks.problem(this.requirements.add(found, place));
  }

  /** The place of the blocks of a section. */
  placeOf(section: Section, prose: Prose): Place {
    const owner = this.requirements.declaredAround(section);
    return { section, item: undefined, owner, label: this.#labelOf(section), prose, top: true };
  }

  /** The requirement that a criterion belongs to; made from the section, or the parent of its criteria heading, if nobody declared one. */
  ownerOf(place: Place, label: Label | undefined): FoundRequirement | undefined {
    if (place.owner) return place.owner;
    if (!this.#options.implicit && (label !== undefined || !this.#options.steps)) return undefined;
    const labelled = nearestSection(place.section, (at) => at.reading.kind === 'label');
    const start = labelled && label && place.label === label ? labelled : place.section;
    return this.imply(nearestSection(start, (at) => at.reading.kind !== 'label' && at.reading.kind !== 'criterion') ?? start);
  }

  /** Explains lines that would be a criterion if they had a requirement. */
  homeless(first: number, last: number): void {
    const why = this.#options.implicit
      ? say('A criterion without a requirement: there is no heading above it')
      : say('A criterion without a requirement: its section has no ID, and implicit requirements are off');
    this.#remarks.notes.rest(first, last, 'nothing', why);
  }

  /** Takes note of a heading that is a label, before its section is put together. */
  enter(section: Section): void {
    const { reading, heading, first } = section;
    if (reading.kind !== 'label' || !heading) return;
    const words = collapse(heading.inline.plain);
    const range = heading.inline.rangeOf(0, heading.inline.plain.length);
    const label: Label = { reading: { ...reading.label, words, range }, count: 0 };
    this.#labels.set(section, label);
    this.#remarks.notes.add(
      first,
      'label',
      reading.label.tasksOnly
        ? say('Heading "{0}": task items in its section are criteria', words)
        : say('Heading "{0}": list items in its section are criteria', words),
    );
  }

  /** The heading label that governs a section from above; a requirement shuts out those above it. */
  #labelOf(section: Section): Label | undefined {
    const found = nearestSection(section, (at) => at.reading.kind === 'label' || this.requirements.isDeclared(at));
    return found && this.#labels.get(found);
  }

  /** Sets a label of a paragraph or a list item to work; none where it has no meaning in this place. */
  govern(reading: LabelReading, { owner }: Place): Label | undefined {
    if (reading.inRequirement && !owner) {
      this.#remarks.nearMiss(labelOutside(reading));
      return undefined;
    }
    const label: Label = { reading, count: 0 };
    const why = reading.tasksOnly
      ? say('Label "{0}": task items under it are criteria', reading.words)
      : say('Label "{0}": list items under it are criteria', reading.words);
    this.#remarks.notes.add(reading.range.start.line, 'label', why);
    return label;
  }

  /** Ends a label. One with a value but without criteria was an attribute all along. */
  end(label: Label | undefined, { prose }: Place): void {
    if (!label) return;
    const { value, range, words } = label.reading;
    if (label.count > 0 || !value) return this.#close(label);
    prose.attributes.push(value);
    this.#remarks.notes.add(range.start.line, 'attribute', say('No list follows "{0}", so it is an attribute', words));
  }

  /** Ends the labels in headings, once everything was put together. */
  endHeadings(): void {
    for (const label of this.#labels.values()) this.#close(label);
  }

  /** Reports a label that nothing is under. */
  #close({ reading, count, table }: Label): void {
    if (count > 0) return;
    if (!reading.tasksOnly) return this.#remarks.nearMiss(labelWithoutList(reading, table));
    this.#remarks.notes.add(reading.range.start.line, 'nothing', say('There is no task list under "{0}"', reading.words));
  }
}
