import type { Attribute } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { Block, QuoteBlock, TableBlock } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { collapse } from '../../../../text/lines.ts';
import { ItemReader } from './itemReader.ts';
import { criterionDraft, Items, type CriterionWords } from './items.ts';
import { Labels, type Governing } from './labels.ts';
import { readLead } from '../requirements/lead.ts';
import { reportNotation } from '../requirements/foreignForms.ts';
import type { Section } from '../document/outline.ts';
import { Owners } from './owners.ts';
import { paragraphLines, type ParagraphLine } from './paragraphLines.ts';
import { ParagraphReader } from './paragraphReader.ts';
import type { Place } from '../document/place.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { Source } from '../document/source.ts';
import { readTargets } from './targetRows.ts';

/** Whether numbered steps and tables of targets count in a document. */
export interface DocumentOptions {
  readonly steps: boolean;
  readonly targets: boolean;
}

/** Finds the criteria of a document, and with them the requirements that only their criteria make. */
export class SectionReader {
  readonly #source: Source;
  readonly #options: DocumentOptions;
  readonly #requirements: Requirements;
  readonly #items: Items;
  readonly #labels: Labels;
  readonly #owners: Owners;
  readonly #paragraphs: ParagraphReader;
  readonly #itemReader: ItemReader;

  constructor(source: Source, requirements: Requirements, options: DocumentOptions) {
    this.#source = source;
    this.#options = options;
    this.#requirements = requirements;
    const items = new Items(source);
    const labels = new Labels(source, items);
    const owners = new Owners(source, requirements, labels, options);
    const paragraphs = new ParagraphReader(source, items, labels, owners, requirements);
    this.#items = items;
    this.#labels = labels;
    this.#owners = owners;
    this.#paragraphs = paragraphs;
    this.#itemReader = new ItemReader({ source, items, labels, owners, requirements, paragraphs }, options, (blocks, place, start) =>
      this.#walk(blocks, place, start),
    );
  }

  /** Reads all sections, in order, after their headings were read. */
  read(sections: readonly Section[]): void {
    for (let at = 0; at < sections.length; at++) {
      const section = sections[at];
      if (!section) continue;
      if (section.reading.kind === 'criterion') {
        const inner = below(sections, at);
        if (this.#headingCriterion(section, inner)) {
          at += inner.length;
          continue;
        }
      }
      this.#labels.enter(section);
      this.#walk(section.blocks, { section, sink: section, top: true }, undefined);
    }
    this.#labels.closeAll();
  }

  #walk(blocks: readonly Block[], place: Place, start: Governing | undefined): void {
    let governing = start;
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at];
      if (!block) continue;
      if (block.type === 'list') this.#itemReader.read(block, place, governing ?? this.#labels.ofSection(place.section));
      else if (this.#source.ignores(block.first)) {
        this.#source.notes.span(block.first, block.last, 'ignored', 'An ignore mark switches reading off here');
      } else if (block.type === 'paragraph') {
        const following = partsBelow(blocks, at);
        const inline = block.inline;
        const result = this.#paragraphs.read({ inline, from: 0, last: block.last, following, place }, governing);
        if (governing && governing !== result.governing && governing !== start) this.#paragraphs.endLabel(governing, place);
        ({ governing } = result);
        if (result.tookFollowing) at += following.length;
      } else this.#other(block, place, governing);
    }
    if (governing && governing !== start) this.#paragraphs.endLabel(governing, place);
  }

  #other(block: Exclude<Block, { type: 'list' | 'paragraph' }>, place: Place, governing: Governing | undefined): void {
    const { notes } = this.#source;
    switch (block.type) {
      case 'table':
        return this.#table(block, place, governing);
      case 'quote':
        return this.#quote(block, place);
      case 'code':
        return notes.rest(block.first, block.last, 'nothing', 'Code block: defines nothing and refers to nothing');
      case 'html':
        return notes.rest(block.first, block.last, 'nothing', 'HTML: defines nothing');
      case 'rule':
        return notes.rest(block.first, block.last, 'nothing', 'Thematic break');
      case 'heading':
        return notes.rest(block.first, block.last, 'nothing', 'Heading inside a list or quotation: defines nothing');
    }
  }

  #table(table: TableBlock, place: Place, governing: Governing | undefined): void {
    const owner = () => this.#owners.declared(place) ?? this.#requirements.imply(place.section);
    if (this.#options.targets && readTargets(table, this.#source, owner)) return;
    place.sink.texts.push(...this.#items.textOf([table]));
    const active = governing ?? this.#labels.ofSection(place.section);
    const why = active ? `Table under "${active.words}": only list items are criteria there` : 'Table: prose';
    this.#source.notes.rest(table.first, table.last, 'nothing', why);
  }

  #quote(quote: QuoteBlock, place: Place): void {
    for (const [at, block] of quote.blocks.entries()) {
      if (block.type !== 'paragraph' && block.type !== 'heading') continue;
      const inline = block.inline;
      for (const line of paragraphLines(inline)) {
        reportNotation(this.#source, inline, line.start, line.end, 'quote');
        if (block.type === 'heading' || quote.blocks[at + 1]?.type === 'list') this.#quotedLabel(inline, line);
      }
    }
    place.sink.texts.push(...this.#items.textOf([quote]));
    this.#source.notes.rest(quote.first, quote.last, 'nothing', 'Quotation: defines nothing');
  }

  #quotedLabel(inline: InlineText, { start, end, text }: ParagraphLine): void {
    const lead = readLead(inline, start, end, this.#source.context.ids, this.#source.vocabulary);
    if (!lead?.apart && !this.#source.vocabulary.criteriaLabel(text)) return;
    const message = say('"{0}" stands in a quotation, which defines nothing: take it out of the quotation', collapse(text));
    this.#source.nearMisses.add('definition in a quotation', inline.rangeOf(start, end), message, collapse(text));
  }

  /** A scenario, or a heading with a criterion's label, is one criterion with its whole section. */
  #headingCriterion(section: Section, inner: readonly Section[]): boolean {
    const { reading, heading } = section;
    if (reading.kind !== 'criterion' || !heading) return false;
    const { inline } = heading;
    const place: Place = { section, sink: section, top: true };
    const governing = this.#labels.ofSection(section);
    const owner = governing ? this.#owners.of(place, governing) : this.#owners.declared(place);
    if (!owner) {
      const name = collapse(inline.plain);
      const message = say('"{0}" belongs to no requirement: give a heading above it an id', name);
      this.#source.nearMisses.add('criterion without a requirement', inline.rangeOf(0, inline.plain.length), message, name);
      return false;
    }
    const attributes: Attribute[] = [];
    const blocks = [section, ...inner].flatMap((at) => [...(at.heading && at !== section ? [at.heading.block] : []), ...at.blocks]);
    const { written, title } = reading;
    const words: CriterionWords = { inline, ...(written && { lead: written }), text: title, marks: title.marks, exempt: title.exempt };
    owner.criteria.push(
      criterionDraft(words, {
        kind: 'criterion',
        range: this.#source.range(section.first, section.last),
        detail: this.#items.textOf(blocks, attributes),
        attributes,
        claimed: this.#items.claimOf(blocks),
      }),
    );
    if (governing) governing.count++;
    const { notes } = this.#source;
    notes.add(section.first, 'criterion', `Heading of a ${written ? 'labelled criterion' : 'scenario'}: criterion of ${owner.localId}`);
    notes.rest(section.first, section.last, 'criterion', `Part of the criterion above, of ${owner.localId}`);
    return true;
  }
}

/** The lists, code and quotes that directly follow a paragraph. */
function partsBelow(blocks: readonly Block[], at: number): readonly Block[] {
  let end = at + 1;
  while (['list', 'code', 'quote'].includes(blocks[end]?.type ?? '')) end++;
  return blocks.slice(at + 1, end);
}

/** The sections inside a section. */
function below(sections: readonly Section[], at: number): readonly Section[] {
  const level = sections[at]?.level ?? 0;
  let end = at + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end++;
  return sections.slice(at + 1, end);
}
