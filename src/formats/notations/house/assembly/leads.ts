import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';
import type { BlockReading, ListItemReading } from '../document/blockReading.ts';
import type { Section } from '../document/outline.ts';
import type { LineLead } from '../requirements/lineLead.ts';
import type { Terms } from '../requirements/terms.ts';
import type { FoundRequirement } from '../document/found.ts';

/** Where a line stands that an id leads. */
export interface LeadPlace {
  readonly as: 'item' | 'paragraph' | 'quote';
  readonly section: Section;
  /** The line above that says what follows: `**Functional Requirements**:`. */
  readonly caption?: string | undefined;
  /** The requirement that the document declares around it. */
  readonly owner: FoundRequirement | undefined;
}

/** What becomes of a line that an id leads. */
export type Decision =
  | { readonly kind: 'defines' }
  /** `of` is what the document defines by that id; absent where it may be defined elsewhere. */
  | { readonly kind: 'mentions'; readonly of?: FoundRequirement | undefined }
  | { readonly kind: 'near-miss'; readonly message: Message; readonly form: string };

/** What is listed below such words is not defined there. */
const POINTS =
  /(?<![\p{L}])(?:references?|related|see also|links?|dependenc(?:y|ies)|depends on|traceability|traces?|coverage|mapping|matrix|change ?log|changes|history|revisions?|releases?|release notes|sources|covers|covered(?: by)?|satisfies|implements|blocked by|blocks|prerequisites|tasks?|out of scope)(?![\p{L}])/iu;
/** What is listed below such words is defined there, in the languages in which most requirements are written. */
const DEFINES =
  /(?<![\p{L}])(?:requirements?|criteri(?:a|on)|(?:user )?stor(?:y|ies)|anforderung(?:en)?|kriterien|requisitos?|criterios?|critérios?|historias?|histórias?|exigences?|critères?|requisiti|criteri|storie)(?![\p{L}])|需求|要求|标准|要件|基準|요구|요구사항|기준|требовани|критери/iu;

/** Of several lines with one id, the one of the highest rank defines it. */
const RANK = { heading: 6, item: 5, paragraph: 4, marked: 3, quote: 2, plain: 1 } as const;

/**
 * Knows the ids that lead a heading, list item or paragraph of a document, so that of each line it can say whether it defines. The first line of the surest
 * form does; all others mention.
 */
export class Leads {
  readonly #terms: Terms;
  readonly #ranks = new Map<string, number>();
  /** Prefixes of ids that some line sets apart: a heading other than the title, or any line. */
  readonly #sure = new Set<string>();
  readonly #sureInLines = new Set<string>();

  constructor(sections: readonly Section[], terms: Terms) {
    this.#terms = terms;
    for (const section of sections) {
      this.#heading(section, section.level === 1 && section === sections[1]);
      this.#blocks(section.blocks, true);
    }
  }

  decide(line: LineLead, place: LeadPlace, known: ReadonlyMap<string, FoundRequirement>): Decision | undefined {
    const { lead, form, fault } = line;
    const { id } = lead;
    const rank = rankOf(line, place.as);
    const of = known.get(id);
    if (fault) return this.#faulty(line, of);
    if ((this.#ranks.get(id) ?? 0) > rank) return { kind: 'mentions', of };
    // Of two list items in bold the second is a mistake, which whoever takes it in reports.
    if (of && rank !== RANK.item) return { kind: 'mentions', of };
    if (form === 'bold') return place.as === 'quote' && place.owner ? { kind: 'mentions' } : { kind: 'defines' };
    const points = this.#points(place) || (place.as === 'quote' && place.owner !== undefined);
    if (!points && (form === 'marked' || this.#plainDefines(id, place))) return { kind: 'defines' };
    // Lists inside a requirement, and of references, are full of ids that are defined elsewhere.
    if ((points || place.owner) && !line.binding) return { kind: 'mentions' };
    return { kind: 'near-miss', form: `plain id in a ${place.as}`, message: notBold(id, place.as) };
  }

  #faulty({ lead: { id, kind }, fault }: LineLead, of: FoundRequirement | undefined): Decision {
    const near = (message: Message): Decision => ({ kind: 'near-miss', form: fault ?? '', message });
    if (of || kind === 'label') return { kind: 'mentions', of };
    if (fault === 'italics')
      return near(say('"{0}" is in italics, which defines nothing: write "**{0}**: …" to make it a requirement', id));
    if (fault === 'two ids')
      return near(say('"{0}" begins this line together with another ID, so neither is defined. Put each on its own line', id));
    const isKnown = this.#sure.has(this.#terms.ids.prefixOf(id.toUpperCase()));
    return isKnown ? near(say('"{0}" is lowercase, so it is not an ID. Write it in capitals', id)) : { kind: 'mentions' };
  }

  /** Plain ids define where the document says so elsewhere, or the words above them do. */
  #plainDefines(id: string, { section, caption, owner }: LeadPlace): boolean {
    const prefix = this.#terms.ids.prefixOf(id);
    if (this.#terms.ids.isCustom(id)) return true;
    if (owner) return this.#sureInLines.has(prefix) || (caption !== undefined && DEFINES.test(caption));
    return this.#sure.has(prefix) || [caption, ...titles(section)].some((words) => words !== undefined && DEFINES.test(words));
  }

  /** True where the words above say that what follows points at something: `## References`. The title of a document says that of nothing in its sections. */
  #points({ section, caption }: LeadPlace): boolean {
    return [caption, ...titles(section, 2)].some((words) => words !== undefined && POINTS.test(words));
  }

  #heading({ reading }: Section, isTitle: boolean): void {
    if (reading.kind !== 'requirement' || reading.id === undefined) return;
    this.#rank(reading.id, RANK.heading);
    if (!isTitle) this.#sure.add(this.#terms.ids.prefixOf(reading.id));
  }

  #blocks(readings: readonly BlockReading[], top: boolean): void {
    for (const reading of readings) {
      if (reading.kind === 'list') for (const item of reading.items) this.#item(item);
      else if (reading.kind === 'paragraph' && top) {
        for (const statement of reading.statements) if (statement.kind !== 'label') this.#line(statement.leads, 'paragraph');
      } else if (reading.kind === 'quote') for (const { leads } of reading.lines) this.#line(leads, 'quote');
    }
  }

  #item({ words, below }: ListItemReading): void {
    this.#line(words.leads, 'item');
    this.#blocks(below, false);
  }

  #line(line: LineLead | undefined, as: LeadPlace['as']): void {
    if (!line || line.fault) return;
    this.#rank(line.lead.id, rankOf(line, as));
    if (line.form === 'plain' || as === 'quote') return;
    const prefix = this.#terms.ids.prefixOf(line.lead.id);
    this.#sure.add(prefix);
    this.#sureInLines.add(prefix);
  }

  #rank(id: string, rank: number): void {
    if (rank > (this.#ranks.get(id) ?? 0)) this.#ranks.set(id, rank);
  }
}

function rankOf({ form }: LineLead, as: LeadPlace['as']): number {
  if (form === 'plain') return RANK.plain;
  if (as === 'quote') return RANK.quote;
  return form === 'marked' ? RANK.marked : RANK[as];
}

/** The heading of a section and those above it, as far as they are of that level or below. */
function titles(section: Section, level = 1): readonly string[] {
  const words = section.heading ? [section.heading.inline.plain] : [];
  for (let at = section.parent; at; at = at.parent) if (at.heading && at.level >= level) words.push(at.heading.inline.plain);
  return words;
}

function notBold(id: string, as: LeadPlace['as']): Message {
  return as === 'item'
    ? say('"{0}" begins a list item but is not bold: write "**{0}**: …" to make it a requirement', id)
    : say('"{0}" begins a paragraph but is not bold: write "**{0}**: …" to make it a requirement', id);
}
