import type { IdGrammar } from '../../../ids/idGrammar.ts';
import { AFTER, CRITERION, normalCriterion } from '../../../ids/criterionLabel.ts';
import { spanAt, type InlineText } from '../../../carriers/markdown/inline.ts';
import { leadingMarks, markAt, skipSpace, type Mark } from './marks.ts';
import type { Terms } from './terms.ts';

/** What a heading, item or paragraph begins with, when that can be an id. */
export interface Lead {
  readonly kind: 'label' | 'id' | 'criterion';
  /** `IP-1.1.1`, or `AC3` for a criterion. */
  readonly id: string;
  /** The label of the label map, for `kind: 'label'`. */
  readonly label?: string;
  /** Where the id is written; for a label, label and number. */
  readonly start: number;
  readonly end: number;
  /** True if brackets, a code mark, a colon or a dash set the id apart from the title, or nothing else follows. */
  readonly apart: boolean;
  /** True if a colon, a dash or a full stop does. */
  readonly separated: boolean;
  /** Where the title begins, behind separator and marks. */
  readonly titleStart: number;
  /** Marks before and directly behind the id. */
  readonly marks: readonly Mark[];
}

/** `AC 3` at the offset that it is set to. */
const CRITERION_LEAD = new RegExp(`${CRITERION}${AFTER}`, 'uy');
/** An outline number before the real name, as in `3.2 REQ-12: Title`. */
const OUTLINE = /(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.)\s+/y;
const SEPARATOR = /\s*(?:[:：]|[-–—](?=\s|$)|\.(?=\s|$))\s*/uy;
/** Words in parentheses between an id and what separates it from the title: `AA-04 (Phase 3): Title`. */
const ASIDE = /\s*(\([^()\n]{1,60}\))(?=\s*(?:[:：]|[-–—](?=\s)))/uy;
/** No id grammar could need more of a line than this. */
const WINDOW = 200;

/** What kind of thing an id names, in front of it: `Functional Requirement FR-38`, `Req ID: REQ-34`. The labels of the configuration can be there too. */
const KIND =
  /(?:(?:non-?)?functional\s+|system\s+|software\s+|hardware\s+|user\s+|business\s+|technical\s+|stakeholder\s+|security\s+|performance\s+|safety\s+|quality\s+|product\s+|interface\s+|(?:high|low)-level\s+)?(?:requirement|req|story|feature|epic|criterion)\.?(?![\p{L}\p{N}])/iuy;
const KIND_TAIL = /(?:\s+(?:id|no\.?|number))?\s*[:#]?\s*/iuy;

/** Names that look like an id and are not; they head many a page that has no requirements. */
const STANDARDS = new Set([
  'UTF',
  'SHA',
  'ISO',
  'RFC',
  'AES',
  'HTTP',
  'IEEE',
  'IEC',
  'ECMA',
  'PEP',
  'MD',
  'TLS',
  'IPV',
  'COVID',
  'GPT',
  'BCP',
  'X',
  'WCAG',
  'PSR',
  'JSR',
]);

/** Reads the id at the beginning of a stretch of text: `✅ [REQ-12] Title`, `**AC-3**: …`, `User Story 4 - Title`. */
export function readLead(inline: InlineText, from: number, to: number, terms: Terms): Lead | undefined {
  const lead = readAt(inline, from, to, terms) ?? readBehindOutline(inline, from, to, terms);
  return lead && isStandard(lead, terms) ? undefined : lead;
}

/**
 * The id behind what it is an id of, where nothing else is before it: `User Story US-002: Title`, `Requirement ID: REQ-36`. The words set it apart
 * from what follows.
 */
export function readLabelledLead(inline: InlineText, from: number, to: number, terms: Terms): Lead | undefined {
  const text = inline.plain;
  const { start, marks } = leadingMarks(text, from, to);
  OUTLINE.lastIndex = start;
  const at = OUTLINE.test(text) ? OUTLINE.lastIndex : start;
  const label = terms.vocabulary.labelAt(text.slice(at, Math.min(to, at + WINDOW)));
  KIND.lastIndex = at;
  const kindEnd = KIND.test(text) ? KIND.lastIndex : at;
  const wordsEnd = label?.number === undefined ? Math.max(kindEnd, label ? at + label.end : at) : kindEnd;
  if (wordsEnd === at) return undefined;
  KIND_TAIL.lastIndex = wordsEnd;
  const idAt = KIND_TAIL.test(text) ? KIND_TAIL.lastIndex : wordsEnd;
  if (idAt === wordsEnd || idAt >= to) return undefined;
  const lead = bracketed(inline, idAt, to, terms.ids) ?? bare(inline, idAt, to, terms);
  if (lead?.kind !== 'id' || isStandard(lead, terms)) return undefined;
  return { ...lead, apart: true, marks: [...marks, ...lead.marks] };
}

function readBehindOutline(inline: InlineText, from: number, to: number, terms: Terms): Lead | undefined {
  OUTLINE.lastIndex = leadingMarks(inline.plain, from, to).start;
  return OUTLINE.test(inline.plain) && OUTLINE.lastIndex < to ? readAt(inline, OUTLINE.lastIndex, to, terms) : undefined;
}

function isStandard({ kind, id }: Lead, { ids, vocabulary }: Terms): boolean {
  const prefix = ids.prefixOf(id);
  return kind === 'id' && STANDARDS.has(prefix) && !ids.isCustom(id) && !vocabulary.prefixes.has(prefix);
}

function readAt(inline: InlineText, from: number, to: number, terms: Terms): Lead | undefined {
  const text = inline.plain;
  const before: Mark[] = [];
  let at = skipSpace(text, from, to);
  for (;;) {
    const lead = bracketed(inline, at, to, terms.ids) ?? bare(inline, at, to, terms);
    if (lead) return { ...lead, marks: [...before, ...lead.marks] };
    // One mark at a time, since an id in brackets looks like a mark as well.
    const next = markAt(text, at, to);
    if (!next) return undefined;
    before.push(next);
    at = skipSpace(text, next.end, to);
  }
}

function bracketed(inline: InlineText, at: number, to: number, ids: IdGrammar): Lead | undefined {
  const text = inline.plain;
  const close = { '[': ']', '(': ')' }[text.charAt(at)];
  if (close === undefined) return undefined;
  const end = text.slice(at, Math.min(to, at + WINDOW)).indexOf(close);
  const inner = end < 0 ? '' : text.slice(at + 1, at + end).replace(/^#/, '');
  const start = at + end - inner.length;
  const found = criterionOrId(inner, ids);
  return found?.length === inner.length && inner !== ''
    ? finish(inline, found, { start, end: start + inner.length, behind: at + end + 1 }, to, true)
    : undefined;
}

function bare(inline: InlineText, at: number, to: number, { ids, vocabulary }: Terms): Lead | undefined {
  const text = inline.plain.slice(at, Math.min(to, at + WINDOW));
  const found = criterionOrId(text, ids);
  if (found) {
    const end = at + found.length;
    const marked = spanAt(inline.code, at)?.end === end || spanAt(inline.links, at)?.end === end;
    return finish(inline, found, { start: at, end, behind: end }, to, marked);
  }
  const label = vocabulary.labelAt(text);
  if (label?.number === undefined) return undefined;
  const named = { kind: 'label', id: `${label.prefix}-${label.number}`, label: label.label } as const;
  const end = at + label.end;
  return finish(inline, named, { start: at, end, behind: end }, to, true);
}

function criterionOrId(
  text: string,
  ids: IdGrammar,
): { readonly kind: 'id' | 'criterion'; readonly id: string; readonly length: number } | undefined {
  CRITERION_LEAD.lastIndex = 0;
  const criterion = CRITERION_LEAD.exec(text)?.[0];
  if (criterion !== undefined) return { kind: 'criterion', id: normalCriterion(criterion), length: criterion.length };
  const id = ids.leadingId(text);
  return id === undefined ? undefined : { kind: 'id', id, length: id.length };
}

function finish(
  inline: InlineText,
  found: Pick<Lead, 'kind' | 'id' | 'label'>,
  { start, end, behind }: { readonly start: number; readonly end: number; readonly behind: number },
  to: number,
  apart: boolean,
): Lead {
  const text = inline.plain;
  const first = withAside(text, leadingMarks(text, behind, to, true), to);
  SEPARATOR.lastIndex = first.marks.length > 0 ? first.start : behind;
  const separated = SEPARATOR.test(text) && SEPARATOR.lastIndex <= to;
  const second = leadingMarks(text, separated ? SEPARATOR.lastIndex : first.start, to);
  const { kind, id, label } = found;
  return {
    kind,
    id,
    ...(label !== undefined && { label }),
    start,
    end,
    apart: apart || separated || second.start >= to,
    separated,
    titleStart: second.start,
    marks: [...first.marks, ...second.marks],
  };
}

function withAside(text: string, before: ReturnType<typeof leadingMarks>, to: number): ReturnType<typeof leadingMarks> {
  const at = before.marks.at(-1)?.end ?? before.start;
  ASIDE.lastIndex = at;
  const aside = ASIDE.exec(text)?.[1];
  if (aside === undefined || ASIDE.lastIndex > to) return before;
  const end = ASIDE.lastIndex;
  return { start: end, marks: [...before.marks, { text: aside, start: end - aside.length, end }] };
}
