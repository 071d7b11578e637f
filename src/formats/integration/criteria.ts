import type { Attribute } from '../../model/facts.ts';
import type { Block, CodeBlock, HtmlBlock, ListBlock, ListItem, ParagraphBlock, QuoteBlock, RuleBlock, TableBlock } from '../markdown/blocks.ts';
import type { InlineText } from '../markdown/inline.ts';
import { collapse } from '../markdown/lines.ts';
import { attributeOf, isNamed, referencesIn } from './attributes.ts';
import type { RequirementDraft, Sink } from './drafts.ts';
import { criterionDraft, criterionWords, Items, type CriterionWords, type ReadItem } from './items.ts';
import { govern, type Governing } from './labels.ts';
import { readLead } from './lead.ts';
import { isExemptMark, markAttribute } from './marks.ts';
import { nearest, type Section } from './outline.ts';
import { paragraphLines, type ParagraphLine } from './paragraphs.ts';
import type { Requirements } from './requirements.ts';
import type { Source } from './source.ts';
import { readTargets } from './targetRows.ts';
import { reportNotation } from './notations.ts';

/** Whether numbered steps and tables of targets count in a document. */
export interface DocumentOptions {
  readonly steps: boolean;
  readonly targets: boolean;
}

/** Where in the document blocks are being read. */
interface Place {
  readonly section: Section;
  /** The list item that is a requirement of its own, if inside one. */
  readonly item?: RequirementDraft;
  readonly sink: Sink;
  /** True for the blocks of a section itself, false inside a list item. */
  readonly top: boolean;
}

/** Numbered as in `1.1. WHEN …`: one number alone would be a list. */
const NUMBERED = /^(\d+(?:\.\d+)+)[.):]?\s+(?=\S)/;
const GHERKIN = /^given\b[^]*\bthen\b/i;
/** A list of tasks under such a heading says how far things are, not what must hold. */
const RECORDS_STATE = /\bstatus\s*$/i;

/** Finds the criteria of a document, and with them the requirements that only their criteria make. */
export class Criteria {
  readonly #source: Source;
  readonly #requirements: Requirements;
  readonly #options: DocumentOptions;
  readonly #items: Items;
  readonly #headingLabels = new Map<Section, Governing>();
  readonly #labels: Governing[] = [];

  constructor(source: Source, requirements: Requirements, options: DocumentOptions) {
    this.#source = source;
    this.#requirements = requirements;
    this.#options = options;
    this.#items = new Items(source);
  }

  /** Reads all sections, each after its heading was read. */
  read(sections: readonly Section[]): void {
    for (let at = 0; at < sections.length; at++) {
      const section = sections[at];
      if (!section) continue;
      if (section.reading.kind === 'criterion') {
        const inner = sections.slice(at + 1, endOf(sections, at));
        if (this.#headingCriterion(section, inner)) at += inner.length;
        continue;
      }
      this.#label(section);
      this.#walk(section.blocks, { section, sink: section, top: true }, undefined);
    }
    for (const governing of this.#labels) this.#closeLabel(governing);
  }

  #label(section: Section): void {
    const { reading, heading } = section;
    if (reading.kind !== 'label' || !heading) return;
    const words = collapse(heading.inline.plain);
    const governing = govern(reading.label, words, heading.inline.rangeOf(0, heading.inline.plain.length));
    this.#headingLabels.set(section, governing);
    this.#labels.push(governing);
    this.#source.notes.add(section.first, 'label', `Heading "${words}": ${whatItGoverns(governing)} in its section are criteria`);
  }

  #closeLabel({ label, words, range, count }: Governing): void {
    if (count > 0) return;
    const { notes, nearMisses } = this.#source;
    if (label.tasksOnly) notes.add(range.start.line, 'nothing', `No task list stands under "${words}"`);
    else nearMisses.add('label without a list', range, `"${words}" has no list under it, and only list items are criteria: write each as one (tables need targets: true)`, words);
  }

  #walk(blocks: readonly Block[], place: Place, start: Governing | undefined): void {
    let governing = start;
    const end = (next: Governing | undefined): void => {
      if (next === governing) return;
      if (governing && governing !== start) this.#endLabel(governing, place);
      governing = next;
    };
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at];
      if (!block) continue;
      if (this.#source.ignores(block.first) && block.type !== 'list') {
        this.#source.notes.span(block.first, block.last, 'ignored', 'An ignore mark switches reading off here');
        continue;
      }
      if (block.type === 'paragraph') {
        let parts = at + 1;
        while (['list', 'code', 'quote'].includes(blocks[parts]?.type ?? '')) parts++;
        const following = blocks.slice(at + 1, parts);
        const next = this.#paragraph(this.#source.inline(block.source), block, 0, following, place, governing);
        end(next.governing);
        if (next.tookParts) at = parts - 1;
      } else if (block.type === 'list') this.#list(block, place, governing ?? this.#headingLabel(place));
      else this.#other(block, place, governing);
    }
    end(undefined);
  }

  /** A label with a value but without criteria was an attribute all along. */
  #endLabel(governing: Governing, place: Place): void {
    if (governing.count > 0 || !governing.value) {
      this.#closeLabel(governing);
      return;
    }
    place.sink.attributes.push(governing.value);
    this.#source.notes.add(governing.range.start.line, 'attribute', `No list follows "${governing.words}", so it is an attribute`);
  }

  #headingLabel({ section }: Place): Governing | undefined {
    const found = nearest(section, (at) => at.reading.kind === 'label' || at.requirement?.declared === true);
    return found && this.#headingLabels.get(found);
  }

  #paragraph(
    inline: InlineText,
    block: Pick<ParagraphBlock, 'first' | 'last'>,
    from: number,
    following: readonly Block[],
    place: Place,
    start: Governing | undefined,
  ): { readonly governing: Governing | undefined; readonly tookParts: boolean } {
    let governing = start;
    const lines = paragraphLines(inline, from);
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      if (!line || line.text === '') continue;
      const lineNumber = inline.rangeOf(line.start, line.end).start.line;
      const label = this.#labelLine(inline, line, following);
      if (label) {
        if (governing && governing !== start) this.#endLabel(governing, place);
        governing = label;
        continue;
      }
      let last = at;
      while (last + 1 < lines.length && !startsSomething(lines[last + 1])) last++;
      const end = lines[last]?.end ?? line.end;
      const active = governing ?? this.#headingLabel(place);
      const numbered = NUMBERED.exec(line.text);
      if (numbered && active && !active.label.tasksOnly) {
        this.#numberedCriterion(inline, line, end, numbered, place, active);
      } else if (line.bold && this.#boldCriterion(inline, line, block, following, place, active)) {
        return { governing, tookParts: true };
      } else if (line.bold) {
        if (governing && governing !== start) this.#endLabel(governing, place);
        governing = undefined;
        this.#bold(inline, line, end, place, lineNumber);
      } else {
        reportNotation(this.#source, inline, line.start, line.end, 'paragraph');
        place.sink.texts.push(inline.plain.slice(line.start, end));
        this.#source.notes.rest(lineNumber, inline.rangeOf(line.start, end).end.line, 'nothing', 'Prose: part of the text of its section');
      }
      at = last;
    }
    return { governing, tookParts: false };
  }

  #labelLine(inline: InlineText, line: ParagraphLine, following: readonly Block[]): Governing | undefined {
    const { vocabulary, notes, nearMisses } = this.#source;
    const { bold } = line;
    if (!bold && !line.text.endsWith(':')) return undefined;
    const words = bold ? bold.name : line.text.replace(/:$/, '');
    const label = vocabulary.criteriaLabel(words);
    const range = inline.rangeOf(line.start, line.end);
    const listFollows = following[0]?.type === 'list';
    if (!label) {
      const colon = !bold || bold.colon;
      if (colon && listFollows && line.text.replace(/:$/, '') === words && vocabulary.soundsLikeCriteria(words)) {
        nearMisses.add('criteria under other words', range, `"${words}" is no criteria label: end it in "Acceptance Criteria" or add it to criteria.labels`, words);
      }
      return undefined;
    }
    if (bold && !bold.colon) {
      const whole = collapse(inline.plain.slice(bold.start, line.end)) === bold.name;
      if (whole && (!label.tasksOnly || this.#items.claimOf(following.slice(0, 1)) !== undefined)) {
        nearMisses.add('label without a colon', range, `"${words}" would be a criteria label with a colon: write "**${words}**:"`, words);
      }
      return undefined;
    }
    const value = bold && attributeOf(inline, bold, line.end);
    const governing = govern(label, words, range, value);
    notes.add(range.start.line, 'label', `Label "${words}": ${whatItGoverns(governing)} under it are criteria`);
    return governing;
  }

  #bold(inline: InlineText, line: ParagraphLine, end: number, place: Place, lineNumber: number): void {
    const { notes } = this.#source;
    const attribute = line.bold && attributeOf(inline, line.bold, end);
    const last = inline.rangeOf(line.start, end).end.line;
    const reported = reportNotation(this.#source, inline, line.start, end, 'bold') || this.#strayId(inline, line);
    if (line.bold && attribute && !reported) {
      this.#attribute(inline, line.bold.valueStart, end, attribute, place.sink);
      notes.span(lineNumber, last, 'attribute', `Attribute "${attribute.name}" of its section`);
      return;
    }
    place.sink.texts.push(inline.plain.slice(line.start, end));
    const why = line.bold?.colon ? `"${line.bold.name}" is neither a criteria label nor an attribute with a value` : 'Bold words without a colon: prose';
    notes.rest(lineNumber, last, 'nothing', why);
  }

  #attribute(inline: InlineText, from: number, to: number, attribute: Attribute, sink: Sink): void {
    sink.attributes.push(attribute);
    if (isNamed(attribute, 'covers')) sink.covers.push(...referencesIn(inline, from, to, this.#source.context.ids));
  }

  /** `**REQ-1**: …` as a paragraph, or a criterion's label outside every requirement. */
  #strayId(inline: InlineText, line: ParagraphLine): boolean {
    const lead = readLead(inline, line.start, line.end, this.#source.context.ids, this.#source.vocabulary);
    if (!lead?.apart || this.#requirements.byId(lead.id)) return false;
    const message =
      lead.kind === 'criterion'
        ? `"${lead.id}" belongs to no requirement: give a heading above it an id`
        : `"${lead.id}" is bold in a paragraph, which defines nothing: make it a heading or a list item`;
    this.#source.nearMisses.add(`bold ${lead.kind} in a paragraph`, inline.rangeOf(lead.start, lead.end), message, lead.id);
    return true;
  }

  #numberedCriterion(inline: InlineText, line: ParagraphLine, end: number, numbered: RegExpExecArray, place: Place, governing: Governing): void {
    const from = line.start + inline.plain.slice(line.start, line.end).search(/\S/);
    const number = numbered[1] ?? '';
    const words = criterionWords(inline, this.#source, from + numbered[0].length, end);
    const range = inline.rangeOf(from, end);
    const draft = criterionDraft(words, { kind: 'criterion', range, detail: [], attributes: [] });
    const written = { localId: `AC${number}`, whole: false, range: inline.rangeOf(from, from + number.length) };
    const owner = this.#owner(place, governing);
    if (!owner) return this.#homeless(range.start.line, range.end.line);
    owner.criteria.push(draft.written ? draft : { ...draft, written });
    governing.count++;
    this.#source.notes.span(range.start.line, range.end.line, 'criterion', `Numbered paragraph under "${governing.words}": criterion ${number} of ${owner.localId}`);
  }

  /** `✅ **AC1.1: Title**` as a paragraph: what follows is its detail, tasks are its claim. */
  #boldCriterion(
    inline: InlineText,
    line: ParagraphLine,
    block: Pick<ParagraphBlock, 'first' | 'last'>,
    following: readonly Block[],
    place: Place,
    governing: Governing | undefined,
  ): boolean {
    const words = criterionWords(inline, this.#source, line.start);
    const { lead } = words;
    if (!lead || lead.start !== line.bold?.start) return false;
    const governed = governing !== undefined && !governing.label.tasksOnly;
    if (lead.kind !== 'criterion' && !governed) return false;
    const owner = this.#owner(place, governing);
    if (!owner || (!owner.declared && !governed)) return false;
    const attributes: Attribute[] = [];
    const detail = this.#items.textOf(following, attributes);
    const last = following.at(-1)?.last ?? block.last;
    const first = inline.rangeOf(line.start, line.end).start.line;
    const range = { start: inline.rangeOf(line.start, line.end).start, end: this.#source.range(first, last).end };
    owner.criteria.push(criterionDraft(words, { kind: 'criterion', range, detail, attributes, claimed: this.#items.claimOf(following) }));
    if (governing) governing.count++;
    this.#source.notes.add(first, 'criterion', `Bold paragraph with the label ${lead.id}: criterion of ${owner.localId}`);
    this.#source.notes.rest(first, last, 'criterion', `Part of criterion ${lead.id}`);
    return true;
  }

  #list(list: ListBlock, place: Place, governing: Governing | undefined): void {
    for (const item of list.items) {
      if (this.#source.ignores(item.first)) this.#source.notes.span(item.first, item.last, 'ignored', 'An ignore mark switches reading off here');
      else this.#item(list, item, place, governing);
    }
  }

  #item(list: ListBlock, item: ListItem, place: Place, governing: Governing | undefined): void {
    const read = this.#items.read(item);
    const anyList = governing !== undefined && !governing.label.tasksOnly;
    if (governing && (anyList || read.checkbox)) {
      return this.#criterion(list, read, place, governing, `List item under "${governing.words}"`);
    }
    if (this.#labelItem(read, place)) return;
    const owner = place.item ?? this.#declaredOwner(place);
    if (read.checkbox && !governing && this.#tasksCount(place, owner)) {
      return this.#criterion(list, read, place, undefined, `Task item inside ${owner ? 'a requirement' : 'a section (implicit: tasks)'}`);
    }
    if (owner && GHERKIN.test(read.inline.plain)) return this.#criterion(list, read, place, undefined, 'Given, when and then in one item');
    if (this.#itemRequirement(read, place)) return;
    if (this.#options.steps && list.ordered && place.top) return this.#criterion(list, read, place, undefined, 'Numbered step');
    this.#plainItem(list, read, place, governing);
  }

  #tasksCount(place: Place, owner: RequirementDraft | undefined): boolean {
    if (RECORDS_STATE.test(place.section.heading?.inline.plain ?? '')) return false;
    return owner !== undefined || this.#source.context.configuration.implicit === 'tasks';
  }

  /** `- **Acceptance Criteria**:` with the criteria as a nested list. */
  #labelItem({ inline, rest, item }: ReadItem, place: Place): boolean {
    const [line, ...others] = paragraphLines(inline);
    if (!line || others.length > 0 || !rest.some((block) => block.type === 'list')) return false;
    const governing = this.#labelLine(inline, line, rest);
    if (!governing || governing.value) return false;
    this.#walk(rest, { ...place, top: false }, governing);
    this.#closeLabel(governing);
    this.#source.notes.rest(item.first, item.last, 'nothing', 'Belongs to the list item above');
    return true;
  }

  #criterion(list: ListBlock, read: ReadItem, place: Place, governing: Governing | undefined, why: string): void {
    const { item, inline, checkbox, rest } = read;
    const owner = this.#owner(place, governing);
    if (!owner) return this.#homeless(item.first, item.last);
    const attributes: Attribute[] = [];
    const detail = this.#items.textOf(rest, attributes);
    const draft = criterionDraft(criterionWords(inline, this.#source), {
      kind: why === 'Numbered step' ? 'step' : 'criterion',
      range: this.#source.range(item.first, item.last, item.column),
      detail,
      attributes,
      ...(checkbox && { checkbox }),
      claimed: this.#items.claimOf(rest),
      numeral: item.numeral,
      list,
    });
    owner.criteria.push(draft);
    if (governing) governing.count++;
    this.#source.notes.add(item.first, 'criterion', `${why}: criterion of ${owner.localId}`);
    this.#source.notes.rest(item.first, item.last, 'criterion', `Part of the criterion above, of ${owner.localId}`);
  }

  /** `- **FR-001**: …` without a label, or `* **Integration Point 2.1: …**`. */
  #itemRequirement(read: ReadItem, place: Place): boolean {
    const { inline, item, rest } = read;
    const [first, ...others] = paragraphLines(inline);
    const lead = first && this.#items.lead(inline);
    const bold = first?.bold;
    if (!lead || !bold || lead.start < bold.start || lead.start >= bold.valueStart || lead.kind === 'criterion' || !lead.apart) return false;
    if (inline.links.some((link) => link.start <= lead.start && link.end >= lead.end)) return false;
    const known = this.#requirements.byId(lead.id);
    if (known && known.level < 7) {
      this.#source.notes.add(item.first, 'mention', `${lead.id} is defined by the heading in line ${known.first + 1}: this item only mentions it`);
      return false;
    }
    const wrapped = others.findIndex((line) => startsSomething(line));
    const titleEnd = wrapped < 0 ? inline.plain.length : (others[wrapped]?.start ?? 0) - 1;
    const words = criterionWords(inline, this.#source, 0, titleEnd);
    const start = Math.max(lead.titleStart, words.text.start);
    const title = collapse(inline.plain.slice(start, Math.max(start, words.text.end)));
    const draft = this.#requirements.add({
      localId: lead.id,
      implicit: false,
      declared: true,
      ...(lead.kind === 'id' && { idRange: inline.rangeOf(lead.start, lead.end) }),
      title: title === '' ? lead.id : title,
      nameRange: inline.rangeOf(lead.start, first.end),
      level: 7,
      exempt: words.exempt || lead.marks.some(isExemptMark),
      first: item.first,
      last: item.last,
      column: item.column,
      criteria: [],
      texts: [],
      covers: [],
      attributes: words.marks.map((mark) => markAttribute(mark, inline)),
    });
    this.#source.notes.add(item.first, 'requirement', `List item with the bold id ${lead.id} and no criteria label above: requirement ${lead.id}`);
    const inside: Place = { section: place.section, item: draft, sink: draft, top: false };
    const governing = wrapped < 0 ? undefined : this.#paragraph(inline, item, titleEnd + 1, rest, inside, undefined).governing;
    this.#walk(rest, inside, governing);
    this.#source.notes.rest(item.first, item.last, 'nothing', `Text of ${lead.id}`);
    return true;
  }

  #plainItem(list: ListBlock, read: ReadItem, place: Place, governing: Governing | undefined): void {
    const { inline, item, rest } = read;
    const describes = place.item !== undefined || place.section.idList === list;
    const attribute = describes ? this.#items.attribute(inline) : undefined;
    const reported = reportNotation(this.#source, inline, 0, inline.plain.length, 'item') || this.#plainId(inline);
    if (attribute && !reported) this.#attribute(inline, attribute.name.length, inline.plain.length, attribute, place.sink);
    else place.sink.texts.push(inline.plain);
    const own = inline.rangeOf(0, inline.plain.length);
    const why = attribute
      ? `Attribute "${attribute.name}" of its requirement`
      : governing
        ? `"${governing.words}" governs task items only, and this is none`
        : read.checkbox
          ? 'Task item outside a requirement, or a record of state: no criterion'
          : 'List item that no criteria label governs: prose';
    this.#source.notes.rest(item.first, own.end.line, attribute ? 'attribute' : 'nothing', why);
    this.#walk(rest, { ...place, top: false }, governing);
  }

  /** `- FR-001: The system shall …` without the bold that would make it a requirement. */
  #plainId(inline: InlineText): boolean {
    const lead = /\b(?:must|shall)\b/i.test(inline.plain.slice(0, 2000)) ? this.#items.lead(inline) : undefined;
    if (lead?.kind !== 'id' || !lead.apart || this.#requirements.byId(lead.id)) return false;
    const message = `"${lead.id}" begins a list item but is not bold: write "**${lead.id}**: …" to make it a requirement`;
    this.#source.nearMisses.add('plain id in a list item', inline.rangeOf(lead.start, lead.end), message, lead.id);
    return true;
  }

  /** A scenario, or a heading with a criterion's label, is one criterion with its whole section. */
  #headingCriterion(section: Section, inner: readonly Section[]): boolean {
    const { reading, heading } = section;
    if (reading.kind !== 'criterion' || !heading) return false;
    const { notes, nearMisses } = this.#source;
    const { inline } = heading;
    const governing = this.#headingLabel({ section, sink: section, top: true });
    const owner = this.#owner({ section, sink: section, top: true }, governing);
    if (!owner || (!owner.declared && !governing)) {
      const range = inline.rangeOf(0, inline.plain.length);
      nearMisses.add('criterion without a requirement', range, `"${collapse(inline.plain)}" belongs to no requirement: give a heading above it an id`, collapse(inline.plain));
      this.#walk(section.blocks, { section, sink: section, top: true }, undefined);
      return false;
    }
    const attributes: Attribute[] = [];
    const detail = this.#items.textOf([...section.blocks, ...inner.flatMap((at) => [...(at.heading ? [at.heading.block] : []), ...at.blocks])], attributes);
    const { written, title } = reading;
    const words: CriterionWords = { inline, ...(written && { lead: written }), text: title, marks: title.marks, exempt: title.exempt };
    const claimed = this.#items.claimOf([section, ...inner].flatMap((at) => at.blocks));
    const range = this.#source.range(section.first, section.last);
    owner.criteria.push(criterionDraft(words, { kind: 'criterion', range, detail, attributes, claimed }));
    if (governing) governing.count++;
    notes.add(section.first, 'criterion', `Heading of a ${written ? 'labelled criterion' : 'scenario'}: criterion of ${owner.localId}`);
    notes.rest(section.first, section.last, 'criterion', `Part of the criterion above, of ${owner.localId}`);
    return true;
  }

  #other(block: TableBlock | CodeBlock | HtmlBlock | QuoteBlock | RuleBlock | Block, place: Place, governing: Governing | undefined): void {
    const { notes } = this.#source;
    if (block.type === 'table') {
      const active = governing ?? this.#headingLabel(place);
      const owner = (): RequirementDraft | undefined => place.item ?? this.#declaredOwner(place) ?? this.#requirements.imply(place.section);
      if (!(this.#options.targets && readTargets(block, this.#source, owner))) {
        place.sink.texts.push(...this.#items.textOf([block]));
        const why = active ? `Table under "${active.words}": only list items are criteria there` : 'Table: prose';
        notes.rest(block.first, block.last, 'nothing', why);
      }
    } else if (block.type === 'code') notes.rest(block.first, block.last, 'nothing', 'Code block: defines nothing and refers to nothing');
    else if (block.type === 'html') notes.rest(block.first, block.last, 'nothing', 'HTML: defines nothing');
    else if (block.type === 'rule') notes.rest(block.first, block.last, 'nothing', 'Thematic break');
    else {
      if (block.type === 'quote') this.#quote(block);
      place.sink.texts.push(...this.#items.textOf([block]));
    }
  }

  #quote(quote: QuoteBlock): void {
    for (const block of quote.blocks) {
      if (block.type !== 'paragraph') continue;
      const inline = this.#source.inline(block.source);
      for (const line of paragraphLines(inline)) reportNotation(this.#source, inline, line.start, line.end, 'quote');
    }
    this.#source.notes.rest(quote.first, quote.last, 'nothing', 'Quotation: defines nothing');
  }

  #homeless(first: number, last: number): void {
    const why =
      this.#source.context.configuration.implicit === 'off'
        ? 'A criterion of no requirement: its section has no id, and implicit requirements are off'
        : 'A criterion of no requirement: no heading stands above it';
    this.#source.notes.rest(first, last, 'nothing', why);
  }

  #declaredOwner({ section }: Place): RequirementDraft | undefined {
    return nearest(section, (at) => at.requirement?.declared === true)?.requirement;
  }

  /** The requirement that a criterion belongs to; made from the section if nobody declared one. */
  #owner(place: Place, governing: Governing | undefined): RequirementDraft | undefined {
    const declared = place.item ?? this.#declaredOwner(place);
    if (declared) return declared;
    const { implicit } = this.#source.context.configuration;
    if (implicit === 'off' && (governing !== undefined || !this.#options.steps)) return undefined;
    const labelled = nearest(place.section, (at) => at.reading.kind === 'label');
    const start = labelled && governing && this.#headingLabels.get(labelled) === governing ? labelled : place.section;
    const home = nearest(start, (at) => at.reading.kind !== 'label' && at.reading.kind !== 'criterion') ?? start;
    return this.#requirements.imply(home);
  }
}

function whatItGoverns({ label }: Governing): string {
  return label.tasksOnly ? 'task items' : 'list items';
}

function startsSomething(line: ParagraphLine | undefined): boolean {
  return line === undefined || line.bold !== undefined || NUMBERED.test(line.text) || line.text.endsWith(':');
}

/** Index behind the sections below a heading. */
function endOf(sections: readonly Section[], at: number): number {
  const level = sections[at]?.level ?? 0;
  let end = at + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end++;
  return end;
}
