import type { Attribute } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { Range } from '../../../../model/position.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { collapse } from '../../../../text/lines.ts';
import { attributeOf } from '../requirements/attributes.ts';
import type { Items } from './items.ts';
import { nearest, type Section } from '../document/outline.ts';
import type { ParagraphLine } from './paragraphLines.ts';
import type { Source } from '../document/source.ts';
import type { CriteriaLabel } from '../requirements/vocabulary.ts';

/** A criteria label at work: it governs the lists that follow until something ends it. */
export interface Governing {
  readonly label: CriteriaLabel;
  /** The words of the label, for messages. */
  readonly words: string;
  readonly range: Range;
  /** Text behind the colon: the label is an attribute after all if no list follows. */
  readonly value?: Attribute;
  /** Criteria found under it. */
  count: number;
}

/** Finds the labels of a document and knows which one governs a section. */
export class Labels {
  readonly #source: Source;
  readonly #items: Items;
  readonly #byHeading = new Map<Section, Governing>();

  constructor(source: Source, items: Items) {
    this.#source = source;
    this.#items = items;
  }

  /** Takes note of a heading that is a label, before its section is read. */
  enter(section: Section): void {
    const { reading, heading } = section;
    if (reading.kind !== 'label' || !heading) return;
    const words = collapse(heading.inline.plain);
    const range = heading.inline.rangeOf(0, heading.inline.plain.length);
    const governing: Governing = { label: reading.label, words, range, count: 0 };
    this.#byHeading.set(section, governing);
    this.#source.notes.add(section.first, 'label', `Heading "${words}": ${whatItGoverns(governing)} in its section are criteria`);
  }

  /** The heading label that governs a section from above; a requirement shuts out those above it. */
  ofSection(section: Section): Governing | undefined {
    const found = nearest(section, (at) => at.reading.kind === 'label' || at.requirement?.declared === true);
    return found && this.#byHeading.get(found);
  }

  /** The label that this line of a paragraph or list item is; what only looks like one is reported. */
  inLine(inline: InlineText, line: ParagraphLine, following: readonly Block[]): Governing | undefined {
    const { bold } = line;
    if (!bold && !line.text.endsWith(':')) return undefined;
    const words = bold ? bold.name : line.text.replace(/:$/, '');
    const label = this.#source.vocabulary.criteriaLabel(words);
    const range = inline.rangeOf(line.start, line.end);
    if (!label) this.#reportOtherWords(words, line, range, following);
    else if (bold && !bold.colon) this.#reportMissingColon(inline, line, label, range, following);
    else return this.#govern(label, words, range, bold && attributeOf(inline, bold, line.end));
    return undefined;
  }

  #govern(label: CriteriaLabel, words: string, range: Range, value: Attribute | undefined): Governing {
    const governing: Governing = { label, words, range, ...(value && { value }), count: 0 };
    this.#source.notes.add(range.start.line, 'label', `Label "${words}": ${whatItGoverns(governing)} under it are criteria`);
    return governing;
  }

  #reportOtherWords(words: string, { bold, text }: ParagraphLine, range: Range, following: readonly Block[]): void {
    const alone = (!bold || bold.colon) && text.replace(/:$/, '') === words;
    if (!alone || following[0]?.type !== 'list' || !this.#source.vocabulary.soundsLikeCriteria(words)) return;
    const message = say('"{0}" is no criteria label: end it in "Acceptance Criteria" or add it to criteria.labels', words);
    this.#source.nearMisses.add('criteria under other words', range, message, words);
  }

  #reportMissingColon(
    inline: InlineText,
    { bold, end }: ParagraphLine,
    label: CriteriaLabel,
    range: Range,
    following: readonly Block[],
  ): void {
    if (!bold || collapse(inline.plain.slice(bold.start, end)) !== bold.name) return;
    // Words like *Validation* end many a bold line; without tasks below nobody meant a label.
    if (label.tasksOnly && this.#items.claimOf(following.slice(0, 1)) === undefined) return;
    const message = say('"{0}" would be a criteria label with a colon: write "**{0}**:"', bold.name);
    this.#source.nearMisses.add('label without a colon', range, message, bold.name);
  }

  /** Says what became of the labels in headings, once everything was read. */
  closeAll(): void {
    for (const governing of this.#byHeading.values()) this.close(governing);
  }

  /** Reports a label that nothing stands under. */
  close({ label, words, range, count }: Governing): void {
    if (count > 0) return;
    const { notes, nearMisses } = this.#source;
    if (label.tasksOnly) {
      notes.add(range.start.line, 'nothing', `No task list stands under "${words}"`);
      return;
    }
    const message = say(
      '"{0}" has no list under it, and only list items are criteria: write each as one (tables need targets: true)',
      words,
    );
    nearMisses.add('label without a list', range, message, words);
  }
}

function whatItGoverns({ label }: Governing): string {
  return label.tasksOnly ? 'task items' : 'list items';
}
