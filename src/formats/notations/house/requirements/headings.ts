import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';
import type { Range } from '../../../../model/position.ts';
import { spanOver, type InlineText, type Span } from '../../../carriers/markdown/inline.ts';
import type { NearMiss } from '../document/nearMiss.ts';
import type { Lead } from './lead.ts';
import { startsNextId } from './lineLead.ts';
import { isExemptMark, leadingMarks, trailingMarks, type Mark } from './marks.ts';
import type { Terms } from './terms.ts';
import type { CriteriaLabel } from './vocabulary.ts';

/** A title without its marks. */
export interface Title extends Span {
  readonly marks: readonly Mark[];
  readonly exempt: boolean;
}

/** A heading that says that its section is a requirement, with or without an id. */
export interface RequirementHeading {
  readonly kind: 'requirement';
  readonly id?: string;
  /** Where the id is written. */
  readonly idRange?: Range;
  readonly title: Title;
  /** For `reqtrace explain`. */
  readonly why: Message;
}

/** A heading that says that its section is a criterion. */
export interface CriterionHeading {
  readonly kind: 'criterion';
  /** Its label, `AC2`; a scenario has none. */
  readonly written?: Lead;
  readonly title: Title;
}

/** What a heading is by its own words. */
export type HeadingReading =
  | RequirementHeading
  | CriterionHeading
  | { readonly kind: 'label'; readonly label: CriteriaLabel }
  | { readonly kind: 'plain'; readonly nearMiss?: NearMiss };

/** A heading that says nothing. */
export const PLAIN: HeadingReading = { kind: 'plain' };

const ID_LAST = /\{#([^{}\s]{1,200})\}\s*$/;
const SCENARIO = /^Scenario(?: Outline| Template)?(?:\s+\d+(?:\.\d+)*)?\s*:\s*/i;
/** What follows a label in place of a number: `2a` in `Feature 2a: …`, `B` in `Story B`. */
const ODD_NUMBER = /^\s+(?:[^\s:]*\d[^\s:]*|[A-Z])\s*(?::|[-–—]\s|$)/;

/** The words of a heading. */
export interface HeadingWords {
  readonly inline: InlineText;
  /** Where they end, and an anchor begins that the heading is given. */
  readonly end: number;
  /** The id that it begins with. */
  readonly lead: Lead | undefined;
  /** True for the document's title, which is a criteria label only if it says nothing else. */
  readonly isTitle: boolean;
}

/**
 * What a heading says: `## REQ-1: Stock` is a requirement, `### Acceptance Criteria` a label, `#### Scenario: Empty` a criterion.
 *
 * @param headed prefixes of ids that head a requirement of this document, so that `## FR-2 Title` without a colon counts.
 */
export function readHeading(heading: HeadingWords, terms: Terms, headed: ReadonlySet<string>): HeadingReading {
  const { inline, lead } = heading;
  return readIdLast(inline, terms) ?? (lead ? readIdFirst(heading, lead, terms, headed) : readWords(heading, terms));
}

/** The title of a heading of which nothing was taken off. */
export function wholeTitle({ end }: Pick<HeadingWords, 'end'>): Title {
  return { start: 0, end, marks: [], exempt: false };
}

function readIdLast(inline: InlineText, { ids }: Terms): HeadingReading | undefined {
  const last = ID_LAST.exec(inline.plain);
  const id = last?.[1];
  if (!last || id === undefined || !ids.isId(id)) return undefined;
  const start = last.index + 2;
  return {
    kind: 'requirement',
    id,
    idRange: inline.rangeOf(start, start + id.length),
    title: titleOf(inline, 0, last.index, []),
    why: say('Heading that ends in the ID {0}', id),
  };
}

function readWords({ inline, end, isTitle }: HeadingWords, { vocabulary }: Terms): HeadingReading {
  const text = inline.plain.slice(0, end);
  const title = titleOf(inline, 0, text.length, []);
  const words = text.slice(title.start, title.end);
  const label = vocabulary.labelAt(words);
  const named = label && /^\s*:\s*\S/.exec(words.slice(label.end));
  if (label && named && label.label.toLowerCase() === 'requirement') {
    const name = titleOf(inline, title.start + label.end + named[0].length - 1, text.length, title.marks);
    return { kind: 'requirement', title: name, why: say('Heading with the label "{0}" and no number', label.label) };
  }
  const scenario = SCENARIO.exec(words);
  if (scenario) return { kind: 'criterion', title: { ...title, start: title.start + scenario[0].length } };
  const criteria = vocabulary.criteriaLabel(words);
  if (criteria && (!isTitle || vocabulary.isExactLabel(words))) return { kind: 'label', label: criteria };
  if (label && (named || (label.number === undefined && ODD_NUMBER.test(words.slice(label.end))))) {
    const message = say('"{0}" has the label "{1}" but no number: write "{1} 1: …" to make it a requirement', words, label.label);
    return nearly(inline, `unnumbered ${label.label}`, message);
  }
  return PLAIN;
}

function readIdFirst({ inline, end }: HeadingWords, lead: Lead, { ids, vocabulary }: Terms, headed: ReadonlySet<string>): HeadingReading {
  if (lead.kind === 'id' && isTracked(inline, lead)) return PLAIN;
  if (lead.kind === 'id' && startsNextId(inline, lead, inline.plain.length, ids)) {
    const message = say('"{0}" begins this line together with another ID, so neither is defined. Put each on its own line', lead.id);
    return nearly(inline, 'two ids', message);
  }
  const title = titleOf(inline, lead.titleStart, Math.max(end, lead.titleStart), lead.marks, lead.start);
  if (lead.kind === 'criterion') return { kind: 'criterion', written: lead, title };
  if (lead.kind === 'label') {
    return {
      kind: 'requirement',
      id: lead.id,
      idRange: inline.rangeOf(lead.start, lead.end),
      title,
      why: say('Heading with the label "{0}" and a number', lead.label ?? ''),
    };
  }
  const prefix = ids.prefixOf(lead.id);
  if (lead.apart || ids.isCustom(lead.id) || vocabulary.prefixes.has(prefix) || headed.has(prefix)) {
    return {
      kind: 'requirement',
      id: lead.id,
      idRange: inline.rangeOf(lead.start, lead.end),
      title,
      why: say('Heading that begins with the ID {0}', lead.id),
    };
  }
  return nearly(inline, `id without a colon, ${prefix}`, { ...NOT_APART, values: [lead.id] });
}

const NOT_APART = say('This heading starts like an ID. To define a requirement, write "{0}: …"', '');

/** The id of a near-miss that says of a heading that nothing sets its id apart: `REQ-TRAQ-SWL-9` of `#### REQ-TRAQ-SWL-9 Title`. */
export function idNotApart({ text, values: [id] }: Message): string | undefined {
  return text === NOT_APART.text && typeof id === 'string' ? id : undefined;
}

/** An id that links to another site is a ticket there. */
function isTracked({ links }: InlineText, { start, end }: Lead): boolean {
  return links.some((link) => link.start <= start && link.end >= end && /^https?:/i.test(link.target ?? ''));
}

function nearly(inline: InlineText, form: string, message: Message): HeadingReading {
  return { kind: 'plain', nearMiss: { form, range: inline.rangeOf(0, inline.plain.length), message, text: inline.plain } };
}

function titleOf(inline: InlineText, from: number, to: number, marks: readonly Mark[], idStart = from): Title {
  const before = leadingMarks(inline.plain, from, to);
  const after = trailingMarks(inline.plain, before.start, to);
  const all = [...marks, ...before.marks, ...after.marks];
  const struck = spanOver(inline.struck, Math.min(idStart, before.start)) !== undefined;
  return { start: before.start, end: after.end, marks: all, exempt: struck || all.some(isExemptMark) };
}
