import type { Attribute } from '../../model/facts.ts';
import type { InlineText } from '../carriers/markdown/inline.ts';
import { spanOver } from '../carriers/markdown/inline.ts';
import type { ItemGrammar, Lead } from './itemGrammar.ts';
import type { ShownPattern } from '../../text/patterns/shownPattern.ts';

/** Signs before an id that say something about it, `✅` or an arrow, and the bracket that may open before it. */
const BEFORE = /(?:\s|\p{Extended_Pictographic}|[\u2190-\u21FF\u2713-\u2718]|\u{FE0F}|\u{200D})*(?<bracket>[[(])?/uy;
const CLOSE = /[\])]/y;
/** What may be between an id and its colon: `(Must)`, `[P1]`. */
const FACT = /\s*(?:\([^()\n]{1,80}\)|\[[^[\]\n]{1,80}\])/uy;
const SEPARATOR = /\s*(?:[:：]|[-–—](?=\s|$)|\.(?=\s|$)|$)\s*/uy;
const NEXT = /\s*(?:[,/&+~]|and\b|or\b|to\b|[-–—]|\.\.|…)?\s*/uy;

/**
 * The id that a text leads with: of `**FR-001** (Must): Boil` FR-001, where the text goes on at `Boil`.
 *
 * @param heading true where words for a story count as one: `User Story 1 - Boil`.
 */
export function leadOf(inline: InlineText, heading: boolean, { idAt }: Pick<ItemGrammar, 'idAt'>): Lead | undefined {
  const { plain } = inline;
  BEFORE.lastIndex = 0;
  const bracket = BEFORE.exec(plain)?.groups?.['bracket'] !== undefined;
  const start = BEFORE.lastIndex;
  const found = idAt(plain, start, heading);
  if (!found) return undefined;
  let at = found.end;
  if (bracket) at = behind(CLOSE, plain, at) ?? -1;
  if (at < 0) return undefined;
  const marked = bracket || [inline.strong, inline.code].some((spans) => spanOver(spans, start) !== undefined);
  let facts = at;
  for (let next = behind(FACT, plain, facts); next !== undefined; next = behind(FACT, plain, facts)) facts = next;
  const separated = behind(SEPARATOR, plain, facts);
  return {
    id: found.id,
    start,
    end: found.end,
    behind: separated ?? facts,
    marked,
    separated: separated !== undefined,
    linked: spanOver(inline.links, start) !== undefined,
    several: idAt(plain, behind(NEXT, plain, at) ?? at, heading) !== undefined,
  };
}

function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** A title without the remarks in brackets and signs at its end. */
export interface Title {
  readonly text: string;
  /** Where it ends among the letters that it was taken from. */
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

/** The remarks at the end of a title. */
export const TRAILING: ShownPattern = {
  pattern:
    /\s*(?:[\p{Extended_Pictographic}\u{FE0F}\u{200D}]+|\((?<round>(?:P\d|[\p{Lu}][\p{L} ]{0,30}[:：] ?[^()\n]{1,60}))\)|\[(?!NEEDS CLARIFICATION)(?<square>[^[\]:\n]{1,40})\])$/u,
  fits: ['Boil (Priority: P1)', 'Boil (P1)', 'Boil 🎯', 'Boil [draft]'],
  misses: ['Boil (water)', 'Boil [NEEDS CLARIFICATION]', 'Boil (Priority: P1) water'],
};
/** Longer marks are part of the title. */
const WINDOW = 120;

/** `Boil (Priority: P1) 🎯` is *Boil*, with the attribute *Priority*. */
export function titleOf(inline: InlineText, from: number, to: number): Title {
  const { plain } = inline;
  const attributes: Attribute[] = [];
  let end = from + plain.slice(from, to).trimEnd().length;
  for (;;) {
    const base = Math.max(from, end - WINDOW);
    const match = TRAILING.pattern.exec(plain.slice(base, end));
    if (!match || base + match.index <= from) break;
    const { round, square } = match.groups ?? {};
    const value = round ?? square;
    if (value !== undefined) attributes.unshift(attribute(value, round !== undefined, inline.rangeOf(end - value.length - 2, end)));
    end = base + match.index;
  }
  return { text: plain.slice(from, end).trim(), end, attributes };
}

function attribute(value: string, named: boolean, range: Attribute['range']): Attribute {
  const colon = named ? value.search(/[:：]/u) : -1;
  if (colon < 0) return { name: named ? 'Priority' : 'Tag', value: value.trim(), range };
  return { name: value.slice(0, colon).trim(), value: value.slice(colon + 1).trim(), range };
}

const WITHDRAWN = String.raw`(?:deferred|removed|withdrawn|descoped|superseded|dropped|obsolete|cancell?ed|deleted|out of scope)\b`;
const WITHDRAWN_MARK = new RegExp(String.raw`^\s*[[(]${WITHDRAWN}[^[\]()\n]{0,200}[\])]|[[(]${WITHDRAWN}[^[\]()\n]{0,200}[\])]\s*$`, 'iu');
const WITHDRAWN_WORD = new RegExp(`^${WITHDRAWN}`, 'iu');

/** True for what is struck out from its id on, and for `[deferred]`, `(removed in v2)`, `**Withdrawn**` right behind the id or at the end. */
export function isWithdrawn(inline: InlineText, start: number, from: number): boolean {
  const { plain, struck, strong } = inline;
  const end = plain.trimEnd().length;
  const at = from + (/^\s*/u.exec(plain.slice(from))?.[0].length ?? 0);
  const over = spanOver(struck, start) ?? spanOver(struck, at);
  if (over && (over.start <= start || over.end >= end - 1)) return true;
  if (WITHDRAWN_MARK.test(plain.slice(from))) return true;
  const bold = spanOver(strong, at);
  return bold?.start === at && WITHDRAWN_WORD.test(plain.slice(at, bold.end));
}
