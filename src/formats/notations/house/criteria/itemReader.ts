import type { Attribute } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { ListBlock, ListItem } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { collapse } from '../../../../text/lines.ts';
import { addAttribute } from '../requirements/attributes.ts';
import type { RequirementDraft } from '../document/drafts.ts';
import { criterionDraft, criterionWords, type Items, type ReadItem } from './items.ts';
import type { Governing, Labels } from './labels.ts';
import type { Lead } from '../requirements/lead.ts';
import { isExemptMark, markAttribute } from '../requirements/marks.ts';
import { reportNotation } from '../requirements/foreignForms.ts';
import type { Owners } from './owners.ts';
import { paragraphLines, startsSomething } from './paragraphLines.ts';
import type { ParagraphReader } from './paragraphReader.ts';
import type { Place, Walk } from '../document/place.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { DocumentOptions } from './sectionReader.ts';
import type { Source } from '../document/source.ts';

const GHERKIN = /^given\b[^]*\bthen\b/i;
/** A list of tasks under such a heading says how far things are, not what must hold. */
const RECORDS_STATE = /\bstatus\s*$/i;
const ITEM_LEVEL = 7;

/** What all readers of one document share. */
export interface Readers {
  readonly source: Source;
  readonly items: Items;
  readonly labels: Labels;
  readonly owners: Owners;
  readonly requirements: Requirements;
  readonly paragraphs: ParagraphReader;
}

/** Reads list items: criteria, requirements of their own, steps, attributes, prose. */
export class ItemReader {
  readonly #readers: Readers;
  readonly #options: DocumentOptions;
  readonly #walk: Walk;

  constructor(readers: Readers, options: DocumentOptions, walk: Walk) {
    this.#readers = readers;
    this.#options = options;
    this.#walk = walk;
  }

  read(list: ListBlock, place: Place, governing: Governing | undefined): void {
    const { source } = this.#readers;
    for (const item of list.items) {
      if (source.ignores(item.first)) source.notes.span(item.first, item.last, 'ignored', 'An ignore mark switches reading off here');
      else this.#item(list, item, place, governing);
    }
  }

  #item(list: ListBlock, item: ListItem, place: Place, governing: Governing | undefined): void {
    const { items, owners } = this.#readers;
    const read = items.read(item);
    if (governing && (!governing.label.tasksOnly || read.checkbox)) {
      return this.#criterion(list, read, place, governing, `List item under "${governing.words}"`);
    }
    if (this.#label(read, place)) return;
    const owner = owners.declared(place);
    if (read.checkbox && this.#tasksCount(place, owner)) {
      return this.#criterion(list, read, place, undefined, owner ? 'Task item inside a requirement' : 'Task item (implicit: tasks)');
    }
    if (owner && GHERKIN.test(read.inline.plain)) return this.#criterion(list, read, place, undefined, 'Given, when and then in one item');
    if (this.#requirement(read, place)) return;
    if (this.#options.steps && list.ordered && place.top) return this.#criterion(list, read, place, undefined, 'Numbered step', 'step');
    this.#plain(list, read, place, governing);
  }

  #tasksCount(place: Place, owner: RequirementDraft | undefined): boolean {
    if (RECORDS_STATE.test(place.section.heading?.inline.plain ?? '')) return false;
    return owner !== undefined || this.#readers.source.context.configuration.implicit === 'tasks';
  }

  /** `- **Acceptance Criteria**:` with the criteria as a nested list. */
  #label({ inline, rest, item }: ReadItem, place: Place): boolean {
    const { labels, source } = this.#readers;
    const [line, ...others] = paragraphLines(inline);
    if (!line || others.length > 0 || !rest.some((block) => block.type === 'list')) return false;
    const governing = labels.inLine(inline, line, rest);
    if (!governing || governing.value) return false;
    this.#walk(rest, { ...place, top: false }, governing);
    labels.close(governing);
    source.notes.rest(item.first, item.last, 'nothing', 'Belongs to the list item above');
    return true;
  }

  #criterion(
    list: ListBlock,
    read: ReadItem,
    place: Place,
    governing: Governing | undefined,
    why: string,
    kind: 'criterion' | 'step' = 'criterion',
  ): void {
    const { source, items, owners } = this.#readers;
    const { item, inline, checkbox, rest } = read;
    const owner = owners.of(place, governing);
    if (!owner) {
      owners.homeless(item.first, item.last);
      return;
    }
    const attributes: Attribute[] = [];
    const detail = items.textOf(rest, attributes);
    owner.criteria.push(
      criterionDraft(criterionWords(inline, source), {
        kind,
        range: source.range(item.first, item.last, item.column),
        detail,
        attributes,
        ...(checkbox && { checkbox }),
        claimed: items.claimOf(rest),
        numeral: item.numeral,
        list,
      }),
    );
    if (governing) governing.count++;
    this.#reportNested(read);
    source.notes.add(item.first, 'criterion', `${why}: criterion of ${owner.localId}`);
    source.notes.rest(item.first, item.last, 'criterion', `Part of the criterion above, of ${owner.localId}`);
  }

  /** Items below a criterion are its detail, even if they have an id of their own. */
  #reportNested({ rest }: ReadItem): void {
    const { source, items } = this.#readers;
    for (const block of rest) {
      if (block.type !== 'list') continue;
      for (const item of block.items) {
        const { inline } = items.read(item);
        const lead = paragraphLines(inline)[0]?.bold && items.lead(inline);
        if (!lead?.apart || lead.kind === 'label') continue;
        const message = say('"{0}" is only detail of the criterion above it: move it out to make it a criterion', lead.id);
        source.nearMisses.add('id below a criterion', inline.rangeOf(lead.start, lead.end), message, lead.id);
      }
    }
  }

  /** `- **FR-001**: …` without a label, or `* **Integration Point 2.1: …**`. */
  #requirement(read: ReadItem, place: Place): boolean {
    const { source, requirements, paragraphs } = this.#readers;
    const { inline, item, rest } = read;
    const lead = this.#requirementLead(read);
    if (!lead) return false;
    const [first, ...others] = paragraphLines(inline);
    const boldEnd = first?.bold?.end ?? 0;
    const next = others.find((line) => startsSomething(line));
    // A title in bold ends with it; else it is the text behind the id.
    const titleEnd = boldEnd > lead.titleStart ? boldEnd : next ? next.start - 1 : inline.plain.length;
    const words = criterionWords(inline, source, 0, titleEnd);
    const start = Math.max(lead.titleStart, words.text.start);
    const title = collapse(inline.plain.slice(start, Math.max(start, words.text.end)));
    const draft = requirements.add({
      localId: lead.id,
      implicit: false,
      declared: true,
      idRange: inline.rangeOf(lead.start, lead.end),
      title: title === '' ? lead.id : title,
      nameRange: inline.rangeOf(lead.start, Math.min(titleEnd, first?.end ?? titleEnd)),
      level: ITEM_LEVEL,
      exempt: words.exempt || lead.marks.some(isExemptMark),
      first: item.first,
      last: item.last,
      column: item.column,
      criteria: [],
      texts: [],
      covers: [],
      attributes: words.marks.map((mark) => markAttribute(mark, inline)),
    });
    source.notes.add(
      item.first,
      'requirement',
      `List item with the bold id ${lead.id} and no criteria label above: requirement ${lead.id}`,
    );
    const inside: Place = { section: place.section, item: draft, sink: draft, top: false };
    const colon = /^[ \t]*:[ \t]*/.exec(inline.plain.slice(titleEnd, titleEnd + 20))?.[0].length ?? 0;
    const input = { inline, from: titleEnd + colon, last: item.last, following: rest, place: inside };
    const { governing, tookFollowing } = paragraphs.read(input, undefined);
    if (!tookFollowing) this.#walk(rest, inside, governing);
    if (governing) paragraphs.endLabel(governing, inside);
    source.notes.rest(item.first, item.last, 'nothing', `Text of ${lead.id}`);
    return true;
  }

  /** The bold id that makes an item a requirement; one that a heading defines is only mentioned here. */
  #requirementLead({ inline, item }: ReadItem): Lead | undefined {
    const { source, items, requirements } = this.#readers;
    const bold = paragraphLines(inline)[0]?.bold;
    const lead = bold && items.lead(inline);
    if (!bold || !lead?.apart || lead.kind === 'criterion' || lead.start < bold.start || lead.start >= bold.valueStart) return undefined;
    if (inline.links.some((link) => link.start <= lead.start && link.end >= lead.end)) return undefined;
    const known = requirements.byId(lead.id);
    if (!known || known.level >= ITEM_LEVEL) return lead;
    source.notes.add(item.first, 'mention', `${lead.id} is defined by the heading in line ${known.first + 1}: this item only mentions it`);
    return undefined;
  }

  #plain(list: ListBlock, read: ReadItem, place: Place, governing: Governing | undefined): void {
    const { source, items } = this.#readers;
    const { inline, item, rest } = read;
    const describes = place.item !== undefined || place.section.idList === list;
    const stray = reportNotation(source, inline, 0, inline.plain.length, 'item') || this.#reportPlainId(inline);
    const attribute = describes && !stray ? items.attribute(inline) : undefined;
    if (attribute) addAttribute(place.sink, attribute, inline, attribute.name.length, inline.plain.length, source.context.ids);
    else place.sink.texts.push(inline.plain);
    const last = inline.rangeOf(0, inline.plain.length).end.line;
    if (attribute) source.notes.rest(item.first, last, 'attribute', `Attribute "${attribute.name}" of its requirement`);
    else source.notes.rest(item.first, last, 'nothing', whyPlain(read, governing, this.#readers.owners.declared(place) !== undefined));
    this.#walk(rest, { ...place, top: false }, governing);
  }

  /** `- FR-001: The system shall …` without the bold that would make it a requirement. */
  #reportPlainId(inline: InlineText): boolean {
    const { source, items, requirements } = this.#readers;
    const lead = /\b(?:must|shall)\b/i.test(inline.plain.slice(0, 2000)) ? items.lead(inline) : undefined;
    if (lead?.kind !== 'id' || !lead.apart || requirements.byId(lead.id)) return false;
    const message = say('"{0}" begins a list item but is not bold: write "**{0}**: …" to make it a requirement', lead.id);
    source.nearMisses.add('plain id in a list item', inline.rangeOf(lead.start, lead.end), message, lead.id);
    return true;
  }
}

function whyPlain({ checkbox }: ReadItem, governing: Governing | undefined, inRequirement: boolean): string {
  if (governing) return `"${governing.words}" governs task items only, and this is none`;
  if (!checkbox) return 'List item that no criteria label governs: prose';
  return inRequirement
    ? 'Task item under a heading that ends in "Status": a record, no criterion'
    : 'Task item outside a requirement and without a criteria label';
}
