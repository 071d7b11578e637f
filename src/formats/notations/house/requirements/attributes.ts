import type { Attribute, Reference } from '../../../../model/facts.ts';
import { endsInColon, withoutColon } from '../grammar.ts';
import type { IdGrammar } from '../../../ids/idGrammar.ts';
import { referenceIn } from '../../../ids/idGrammar.ts';
import { neededKinds } from '../../../../model/linkKind.ts';
import type { LinkKind, LinkKindRecord } from '../../../../model/linkKind.ts';
import { spanAt, type InlineText, type Span } from '../../../carriers/markdown/inline.ts';
import { collapse } from '../../../../text/lines.ts';

/** A bold lead at the beginning of a line: `**Name**: value`, `**Name:** value` or `**Name**` without a colon. */
export interface BoldLead {
  readonly name: string;
  readonly colon: boolean;
  readonly start: number;
  /** Where the bold words end. */
  readonly end: number;
  /** Where the value begins; the end of the lead if there is no colon. */
  readonly valueStart: number;
}

const ARROW = /\s*(?:↔|→|⇒|<->|->)\s*/u;
const MAX_NAME_LENGTH = 60;

/** The bold lead that begins exactly at an offset, if one does. */
export function boldLeadAt(inline: InlineText, at: number): BoldLead | undefined {
  const span = spanAt(inline.strong, at);
  if (!span) return undefined;
  const bold = inline.plain.slice(span.start, span.end);
  const inside = endsInColon(bold);
  const behind = inside ? undefined : /^\s*[:：]/u.exec(inline.plain.slice(span.end, span.end + 20));
  return {
    name: collapse(withoutColon(bold)),
    colon: inside || (behind !== null && behind !== undefined),
    start: span.start,
    end: span.end,
    valueStart: span.end + (behind?.[0].length ?? 0),
  };
}

/** The attribute that a bold lead begins, if a value follows its colon in the same line. `end` is where the value ends. */
export function attributeOf(inline: InlineText, lead: BoldLead, end: number): Attribute | undefined {
  const written = inline.plain.slice(lead.valueStart, end);
  const value = collapse(written);
  if (!lead.colon || value === '' || /^[ \t]*\n/.test(written) || lead.name === '' || lead.name.length > MAX_NAME_LENGTH) return undefined;
  const parts = value.split(ARROW).filter((part) => part !== '');
  const text = inline.plain.slice(0, end).trimEnd();
  return { name: lead.name, value, ...(parts.length > 1 && { parts }), range: inline.rangeOf(lead.start, text.length) };
}

/** What the value of `**Covers**: IP-1.1, REQ-2/AC3` refers to; nothing for an attribute of another name. */
export function coversOf(attribute: Attribute, inline: InlineText, { start, end }: Span, ids: IdGrammar): readonly Reference[] {
  return isNamed(attribute, 'covers') ? referencesIn(inline, start, end, ids) : [];
}

/** True for `**Needs**`, `**Covers**` and other names, whatever their letter case. */
export function isNamed(attribute: Pick<Attribute, 'name'>, ...names: readonly string[]): boolean {
  return names.includes(attribute.name.toLowerCase());
}

/** Other words for the kinds that every project has. */
const OTHER_WORDS: ReadonlyMap<string, LinkKind> = new Map([
  ['implementation', 'implements'],
  ['code', 'implements'],
  ['verification', 'verifies'],
  ['test', 'verifies'],
]);

/**
 * Kinds of link in `implements, verifies`, or in `unit and security` where the project declares these; `none` is an empty list.
 * Undefined if a word is neither.
 */
export function parseNeeds(value: string, kinds: readonly LinkKindRecord[]): readonly LinkKind[] | undefined {
  const words = value
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length === 0) return undefined;
  if (words.every((word) => word === 'none' || word === 'nothing')) return [];
  const known = neededKinds(kinds);
  const needs = words.map((word) => (known.includes(word) ? word : OTHER_WORDS.get(word)));
  return needs.every((need) => need !== undefined) ? [...new Set(needs)] : undefined;
}

/** The references in a stretch of text, each at its place. */
function referencesIn(inline: InlineText, from: number, to: number, ids: IdGrammar): Reference[] {
  const references: Reference[] = [];
  for (const { start, end } of inline.runs(from, to)) {
    for (const found of ids.findReferences(inline.plain.slice(start, end))) {
      references.push(referenceIn(found, inline.rangeOf(start + found.start, start + found.end)));
    }
  }
  return references;
}
