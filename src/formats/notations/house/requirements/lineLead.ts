import { spanAt, spanOver, type InlineText } from '../../../carriers/markdown/inline.ts';
import type { ParagraphLine } from '../criteria/paragraphLines.ts';
import { readLabelledLead, readLead, type Lead } from './lead.ts';
import { leadingMarks, skipSpace } from './marks.ts';
import type { Terms } from './terms.ts';

/**
 * How an id that leads a line is written, by which it defines: in bold; in code, in brackets, behind an anchor, or in bold with nothing between it and its
 * title; or plain, `AA-28: text`, which may be a word about another.
 */
export type LeadForm = 'bold' | 'marked' | 'plain';

/** Why an id that leads a line defines nothing, however it is written. */
export type LeadFault = 'two ids' | 'italics' | 'lower case';

/** The id that leads a list item or a line of a paragraph. */
export interface LineLead {
  readonly lead: Lead;
  readonly form: LeadForm;
  readonly fault?: LeadFault;
  /** True if its text says what must or shall be. */
  readonly binding: boolean;
}

/** Another id directly behind the first: the line speaks of both. */
const NEXT_ID = /\s*(?:[,;&/+]|\.{2,3}|[-–—]|…|and\b|or\b|to\b)\s*[*_`[(]*/uy;
/** What makes a sentence about an id of the words behind it. */
const SPEAKS =
  /^(?:(?:is|are|was|were|has|have|had|see|cover(?:s|ed)|implement(?:s|ed)|verif(?:ies|ied)|test(?:s|ed)|done|depends|requires|needs|applies|define[sd]|describe[sd]|and|or|in|of|by|from)(?![\p{L}\p{N}])|[←-⇿⟵-⟿➔-➾]|->|=>|<-|✓|✔|✅)/iu;
/** An arrow behind an id: to its title, `**NIP-02 → Follow list**`, or to what it leads to. */
const ARROW = /\s*(?:[←-⇿⟵-⟿➔-➾]\uFE0F?|[-=]>|<[-=]>?)\s*/uy;
const FORWARD = /^(?:[→⇒⇨⟶⟹➔➙➛➜➝➞➡]\uFE0F?|[-=]>)$/u;
/** How far something is, a file or an address, in place of a title. */
const NO_TITLE =
  /^(?:(?:\p{Extended_Pictographic}|\uFE0F|[✓✗\s]|done|todo|open|pending|planned|implemented|completed?|in progress|partial(?:ly)?|n\/a|yes|no)+|[\w@~-]*(?:[./\\:#][\w@~-]+)+(?:\(\))?)[.;,]?$/iu;
const BINDING = /\b(?:must|shall)\b/i;
const LOWER_CASE = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*-\d+(?:\.\d+)*(?![\w-])/;
/** A word of small letters behind its first one: nearly every line begins so, and none that an id leads. */
const PLAIN_WORD = /^[A-Za-z][a-z]*[\s,.:;)]/;
/** What may be before an id that leads a line, and the first two characters that any has. */
const MAY_LEAD = /^[^\p{L}]{0,20}[\p{L}][\p{L}\p{N}_-]*[\d-]/u;

/**
 * The id that leads a line, if the line may define it: `**AA-02** (Phase 3) — b`, `` `AA-10`: code ``, `AA-28: text`. Undefined for a mere mention, and for one
 * that is a link, since it is defined where that goes.
 *
 * @param line where to look: the first line of a list item, or a line of a paragraph, with the bold words that it begins with.
 * @param to where the text ends that belongs to it.
 */
export function readLineLead(inline: InlineText, line: ParagraphLine, to: number, terms: Terms): LineLead | undefined {
  const { bold, text } = line;
  if (!bold && (PLAIN_WORD.test(text) || !MAY_LEAD.test(text.slice(0, 200))) && !isOwn(text, terms)) return undefined;
  const found = readLead(inline, line.start, to, terms) ?? (bold && labelledIn(inline, line, to, terms));
  if (!found) return lowerCased(inline, line, terms);
  if (found.kind === 'criterion' || isLinked(inline, found)) return undefined;
  const lead = behindArrow(inline, found, bold ? Math.min(to, bold.end) : to, terms.ids);
  if (!lead) return undefined;
  const isPair = lead.kind === 'id' && startsNextId(inline, lead, to, terms.ids);
  const form = formOf(inline, line, lead, to) ?? (isPair && bold ? 'marked' : undefined);
  if (form === undefined) return undefined;
  const italics = form === 'plain' && isItalic(inline, lead) ? 'italics' : undefined;
  const fault = isPair ? 'two ids' : italics;
  const binding = BINDING.test(inline.plain.slice(lead.start, Math.min(to, lead.start + 2000)));
  return { lead, form, ...(fault && { fault }), binding };
}

/** Where the title is behind an arrow; undefined where that leads to another id, to a file or to a state, of which the line only speaks. */
function behindArrow(inline: InlineText, lead: Lead, end: number, ids: Terms['ids']): Lead | undefined {
  ARROW.lastIndex = lead.end;
  const arrow = ARROW.exec(inline.plain)?.[0].trim();
  if (arrow === undefined || ARROW.lastIndex >= end) return lead;
  const titleStart = ARROW.lastIndex;
  const title = inline.plain.slice(titleStart, end).trim();
  const isTitle = FORWARD.test(arrow) && title !== '' && !NO_TITLE.test(title) && ids.leadingId(title) === undefined;
  const isPlace = [inline.code, inline.links].some((spans) => (spanAt(spans, titleStart)?.end ?? 0) >= titleStart + title.length);
  return isTitle && !isPlace ? { ...lead, titleStart } : undefined;
}

function formOf(inline: InlineText, { bold }: ParagraphLine, lead: Lead, to: number): LeadForm | undefined {
  const title = inline.plain.slice(lead.titleStart, to).trim();
  const follows = title !== '' && (lead.separated || !SPEAKS.test(title));
  if (bold && bold.start <= lead.start && lead.start < bold.valueStart) {
    if (lead.apart) return 'bold';
    const goesOn = lead.titleStart < bold.end && title !== '';
    return goesOn || follows ? 'marked' : undefined;
  }
  if (lead.kind === 'label') return undefined;
  const isBracketed = inline.plain[lead.start - 1] === '[' && inline.plain[lead.end] === ']';
  const isCode = spanAt(inline.code, lead.start)?.end === lead.end;
  const isAnchored = inline.anchors.some(({ at }) => at <= lead.start && inline.plain.slice(at, lead.start).trim() === '');
  if ((isBracketed || isAnchored) && follows) return 'marked';
  if (isCode && lead.separated && title !== '') return 'marked';
  return lead.separated && title !== '' ? 'plain' : undefined;
}

function isItalic({ emphasis }: InlineText, { start, end }: Lead): boolean {
  return (spanOver(emphasis, start)?.end ?? 0) >= end;
}

/** True where another id is directly behind the one that leads: `REQ-1, REQ-2: Title`. */
export function startsNextId({ plain }: InlineText, { end }: Lead, to: number, ids: Terms['ids']): boolean {
  const closed = plain[end] === ']' || plain[end] === ')' ? end + 1 : end;
  NEXT_ID.lastIndex = closed;
  return (
    NEXT_ID.test(plain) &&
    NEXT_ID.lastIndex < to &&
    ids.leadingId(plain.slice(NEXT_ID.lastIndex, Math.min(to, NEXT_ID.lastIndex + 200))) !== undefined
  );
}

/** `**Requirement REQ-1**: Log in`, but not `**Requirement**: REQ-1`, which says something about another. */
function labelledIn(inline: InlineText, { start, bold }: ParagraphLine, to: number, terms: Terms): Lead | undefined {
  const lead = readLabelledLead(inline, start, to, terms);
  return lead && lead.end <= (bold?.end ?? 0) ? lead : undefined;
}

/** `**aa-22**: text`, which may have been meant as an id of a kind that the document knows. */
function lowerCased(inline: InlineText, { start, end, bold }: ParagraphLine, { ids }: Terms): LineLead | undefined {
  const at = skipSpace(inline.plain, leadingMarks(inline.plain, start, end).start, end);
  const written = LOWER_CASE.exec(inline.plain.slice(at, end))?.[0];
  const isMarked = bold?.start === at || spanAt(inline.code, at) !== undefined;
  if (written === undefined || !isMarked || ids.isCustom(written)) return undefined;
  const rest = { start: at, end: at + written.length, apart: true, separated: true, titleStart: at + written.length, marks: [] };
  return { lead: { kind: 'id', id: written, ...rest }, form: 'marked', fault: 'lower case', binding: false };
}

/** An id that is a link is defined where the link goes. */
function isLinked({ links }: InlineText, { start, end }: Lead): boolean {
  return links.some((link) => link.start <= start && link.end >= end);
}

function isOwn(text: string, { ids }: Terms): boolean {
  if (!ids.hasCustom) return false;
  const id = ids.leadingId(text);
  return id !== undefined && ids.isCustom(id);
}
