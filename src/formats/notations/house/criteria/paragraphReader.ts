import type { Attribute } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { addAttribute, attributeOf } from '../requirements/attributes.ts';
import { criterionDraft, criterionWords, type Items } from './items.ts';
import type { Governing, Labels } from './labels.ts';
import { readLead } from '../requirements/lead.ts';
import { reportNotation } from '../requirements/foreignForms.ts';
import type { Owners } from './owners.ts';
import { NUMBERED, paragraphLines, startsSomething, type ParagraphLine } from './paragraphLines.ts';
import type { Place } from '../document/place.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { Source } from '../document/source.ts';

/** A paragraph, or what is left of one, with what stands below it. */
export interface ParagraphInput {
  readonly inline: InlineText;
  /** Offset of the first line to read. */
  readonly from: number;
  readonly last: number;
  /** Lists, code and quotes that directly follow. */
  readonly following: readonly Block[];
  readonly place: Place;
}

/** What a paragraph leaves behind. */
export interface ParagraphResult {
  /** The label that now governs. */
  readonly governing: Governing | undefined;
  /** True if the blocks that follow became part of a criterion. */
  readonly tookFollowing: boolean;
}

/** Reads paragraphs line by line: labels, attributes, numbered and bold criteria, prose. */
export class ParagraphReader {
  readonly #source: Source;
  readonly #items: Items;
  readonly #labels: Labels;
  readonly #owners: Owners;
  readonly #requirements: Requirements;

  constructor(source: Source, items: Items, labels: Labels, owners: Owners, requirements: Requirements) {
    this.#source = source;
    this.#items = items;
    this.#labels = labels;
    this.#owners = owners;
    this.#requirements = requirements;
  }

  read(input: ParagraphInput, start: Governing | undefined): ParagraphResult {
    const { inline, place } = input;
    let governing = start;
    const replace = (next: Governing | undefined): void => {
      if (governing && governing !== start) this.endLabel(governing, place);
      governing = next;
    };
    const lines = paragraphLines(inline, input.from);
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      if (!line || line.text === '') continue;
      const label = this.#labels.inLine(inline, line, input.following);
      if (label) {
        replace(label);
        continue;
      }
      while (at + 1 < lines.length && !startsSomething(lines[at + 1])) at++;
      const end = lines[at]?.end ?? line.end;
      const active = governing ?? this.#labels.ofSection(place.section);
      if (this.#numbered(inline, line, end, place, active)) continue;
      if (line.bold && this.#boldCriterion(input, line, active)) return { governing, tookFollowing: true };
      if (line.bold) {
        replace(undefined);
        this.#bold(inline, line, end, place);
      } else this.#prose(inline, line, end, place);
    }
    return { governing, tookFollowing: false };
  }

  /** A label with a value but without criteria was an attribute all along. */
  endLabel(governing: Governing, place: Place): void {
    if (governing.count > 0 || !governing.value) {
      this.#labels.close(governing);
      return;
    }
    place.sink.attributes.push(governing.value);
    this.#source.notes.add(governing.range.start.line, 'attribute', `No list follows "${governing.words}", so it is an attribute`);
  }

  #prose(inline: InlineText, line: ParagraphLine, end: number, place: Place): void {
    reportNotation(this.#source, inline, line.start, line.end, 'paragraph');
    place.sink.texts.push(inline.plain.slice(line.start, end));
    const { start, end: last } = inline.rangeOf(line.start, end);
    this.#source.notes.rest(start.line, last.line, 'nothing', 'Prose: part of the text of its section');
  }

  #bold(inline: InlineText, line: ParagraphLine, end: number, place: Place): void {
    const { notes } = this.#source;
    const { bold } = line;
    if (!bold) return;
    const { start, end: last } = inline.rangeOf(line.start, end);
    const stray = reportNotation(this.#source, inline, line.start, end, 'bold') || this.#strayId(inline, line);
    const attribute = stray ? undefined : attributeOf(inline, bold, end);
    if (attribute) {
      addAttribute(place.sink, attribute, inline, bold.valueStart, end, this.#source.context.ids);
      // Whether a section is a requirement is known only when all of it was read.
      if (place.item) notes.span(start.line, last.line, 'attribute', `Attribute "${attribute.name}" of ${place.item.localId}`);
      return;
    }
    place.sink.texts.push(inline.plain.slice(line.start, end));
    const why = bold.colon
      ? `"${bold.name}" is neither a criteria label nor an attribute with a value`
      : 'Bold words without a colon: prose';
    notes.rest(start.line, last.line, 'nothing', why);
  }

  /** `**REQ-1**: …` as a paragraph, or a criterion's label outside every requirement. */
  #strayId(inline: InlineText, line: ParagraphLine): boolean {
    const lead = readLead(inline, line.start, line.end, this.#source.context.ids, this.#source.vocabulary);
    if (!lead?.apart || this.#requirements.byId(lead.id)) return false;
    const message =
      lead.kind === 'criterion'
        ? say('"{0}" belongs to no requirement: give a heading above it an id', lead.id)
        : say('"{0}" is bold in a paragraph, which defines nothing: make it a heading or a list item', lead.id);
    this.#source.nearMisses.add(`bold ${lead.kind} in a paragraph`, inline.rangeOf(lead.start, lead.end), message, lead.id);
    return true;
  }

  /** `1.1. WHEN …` under a label: numbered as written. */
  #numbered(inline: InlineText, line: ParagraphLine, end: number, place: Place, governing: Governing | undefined): boolean {
    const match = governing && !governing.label.tasksOnly ? NUMBERED.exec(line.text) : null;
    const number = match?.[1];
    if (!governing || !match || number === undefined) return false;
    const from = line.start + inline.plain.slice(line.start, line.end).search(/\S/);
    const range = inline.rangeOf(from, end);
    const owner = this.#owners.of(place, governing);
    if (!owner) {
      this.#owners.homeless(range.start.line, range.end.line);
      return true;
    }
    const words = criterionWords(inline, this.#source, from + match[0].length, end);
    const draft = criterionDraft(words, { kind: 'criterion', range, detail: [], attributes: [] });
    const written = { localId: `AC${number}`, whole: false, range: inline.rangeOf(from, from + number.length) };
    owner.criteria.push(draft.written ? draft : { ...draft, written });
    governing.count++;
    const why = `Numbered paragraph under "${governing.words}": criterion ${number} of ${owner.localId}`;
    this.#source.notes.span(range.start.line, range.end.line, 'criterion', why);
    return true;
  }

  /** `✅ **AC1.1: Title**` as a paragraph: what follows is its detail, tasks are its claim. */
  #boldCriterion(
    { inline, last: lastOfParagraph, following, place }: ParagraphInput,
    line: ParagraphLine,
    governing: Governing | undefined,
  ): boolean {
    const words = criterionWords(inline, this.#source, line.start);
    const { lead } = words;
    if (!lead || lead.start !== line.bold?.start) return false;
    const governed = governing !== undefined && !governing.label.tasksOnly;
    if (lead.kind !== 'criterion' && !governed) return false;
    const owner = governed ? this.#owners.of(place, governing) : this.#owners.declared(place);
    if (!owner) return false;
    const attributes: Attribute[] = [];
    const detail = this.#items.textOf(following, attributes);
    const { start } = inline.rangeOf(line.start, line.end);
    const last = following.at(-1)?.last ?? lastOfParagraph;
    const range = { start, end: this.#source.range(start.line, last).end };
    owner.criteria.push(criterionDraft(words, { kind: 'criterion', range, detail, attributes, claimed: this.#items.claimOf(following) }));
    if (governing) governing.count++;
    this.#source.notes.add(start.line, 'criterion', `Bold paragraph with the label ${lead.id}: criterion of ${owner.localId}`);
    this.#source.notes.rest(start.line, last, 'criterion', `Part of criterion ${lead.id}`);
    return true;
  }
}
