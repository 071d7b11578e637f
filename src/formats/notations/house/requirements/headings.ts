import { spanOver, type InlineText, type Span } from '../../../carriers/markdown/inline.ts';
import type { Message } from '../../../../model/message.ts';
import { say } from '../../../../model/message.ts';
import { readLead, type Lead } from './lead.ts';
import { isExemptMark, leadingMarks, trailingMarks, type Mark } from './marks.ts';
import type { Source } from '../document/source.ts';
import type { CriteriaLabel } from './vocabulary.ts';

/** A title without its marks. */
export interface Title extends Span {
  readonly marks: readonly Mark[];
  readonly exempt: boolean;
}

/** What a heading is by its own words. */
export type HeadingReading =
  | { readonly kind: 'requirement'; readonly id?: string; readonly idSpan?: Span; readonly title: Title; readonly why: string }
  | { readonly kind: 'criterion'; readonly written?: Lead; readonly title: Title }
  | { readonly kind: 'label'; readonly label: CriteriaLabel }
  | { readonly kind: 'plain'; readonly nearMiss?: { readonly notation: string; readonly message: Message } };

const ID_LAST = /\{#([^{}\s]{1,200})\}\s*$/;
const SCENARIO = /^Scenario(?: Outline| Template)?(?:\s+\d+(?:\.\d+)*)?\s*:\s*/i;
/** What stands behind a label in place of a number: `2a` in `Feature 2a: …`, `B` in `Story B`. */
const ODD_NUMBER = /^\s+(?:[^\s:]*\d[^\s:]*|[A-Z])\s*(?::|[-–—]\s|$)/;

/**
 * Reads one heading.
 *
 * @param headed prefixes of ids that head a requirement of this document, so that `## FR-2 Title` without a colon counts.
 * @param isTitle true for the document's title, which is a criteria label only if it says nothing else.
 */
export function readHeading(source: Source, inline: InlineText, headed: ReadonlySet<string>, isTitle: boolean): HeadingReading {
  const text = inline.plain;
  const { ids } = source.context;
  const last = ID_LAST.exec(text);
  const lastId = last?.[1];
  if (last && lastId !== undefined && ids.isId(lastId)) {
    const start = last.index + 2;
    const title = titleOf(inline, 0, last.index, []);
    return {
      kind: 'requirement',
      id: lastId,
      idSpan: { start, end: start + lastId.length },
      title,
      why: `Heading that ends in the id ${lastId}`,
    };
  }
  const lead = readLead(inline, 0, text.length, ids, source.vocabulary);
  if (lead) return ofLead(source, inline, lead, headed);
  const title = titleOf(inline, 0, text.length, []);
  const words = text.slice(title.start, title.end);
  const label = source.vocabulary.labelAt(words);
  const named = label && /^\s*:\s*\S/.exec(words.slice(label.end));
  if (label && named && label.label.toLowerCase() === 'requirement') {
    const name = titleOf(inline, title.start + label.end + named[0].length - 1, text.length, title.marks);
    return { kind: 'requirement', title: name, why: `Heading with the label "${label.label}" and no number` };
  }
  const scenario = SCENARIO.exec(words);
  if (scenario) return { kind: 'criterion', title: { ...title, start: title.start + scenario[0].length } };
  const criteria = source.vocabulary.criteriaLabel(words);
  if (criteria && (!isTitle || source.vocabulary.isExactLabel(words))) return { kind: 'label', label: criteria };
  if (label && (named || (label.number === undefined && ODD_NUMBER.test(words.slice(label.end))))) {
    const message = say('"{0}" has the label "{1}" but no number: write "{1} 1: …" to make it a requirement', words, label.label);
    return { kind: 'plain', nearMiss: { notation: `unnumbered ${label.label}`, message } };
  }
  return { kind: 'plain' };
}

function ofLead(source: Source, inline: InlineText, lead: Lead, headed: ReadonlySet<string>): HeadingReading {
  const { ids } = source.context;
  const title = titleOf(inline, lead.titleStart, inline.plain.length, lead.marks, lead.start);
  if (lead.kind === 'criterion') return { kind: 'criterion', written: lead, title };
  if (lead.kind === 'label') {
    return {
      kind: 'requirement',
      id: lead.id,
      idSpan: { start: lead.start, end: lead.end },
      title,
      why: `Heading with the label "${lead.label ?? ''}" and a number`,
    };
  }
  const prefix = ids.prefixOf(lead.id);
  if (lead.apart || ids.isCustom(lead.id) || source.vocabulary.prefixes.has(prefix) || headed.has(prefix)) {
    return {
      kind: 'requirement',
      id: lead.id,
      idSpan: { start: lead.start, end: lead.end },
      title,
      why: `Heading that begins with the id ${lead.id}`,
    };
  }
  const message = say('"{0}" heads this section like an id, but nothing sets it apart: write "{0}: …" to make it a requirement', lead.id);
  return { kind: 'plain', nearMiss: { notation: `id without a colon, ${prefix}`, message } };
}

function titleOf(inline: InlineText, from: number, to: number, marks: readonly Mark[], idStart = from): Title {
  const before = leadingMarks(inline.plain, from, to);
  const after = trailingMarks(inline.plain, before.start, to);
  const all = [...marks, ...before.marks, ...after.marks];
  const struck = spanOver(inline.struck, Math.min(idStart, before.start)) !== undefined;
  return { start: before.start, end: after.end, marks: all, exempt: struck || all.some(isExemptMark) };
}
