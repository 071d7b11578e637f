import { spanOver, type InlineText, type Span } from '../../../carriers/markdown/inline.ts';
import type { Range } from '../../../../model/position.ts';
import { isCriterionLabel, normalCriterion } from '../../../ids/criterionLabel.ts';
import { readLead, type Lead } from '../requirements/lead.ts';
import { isExemptMark, leadingMarks, trailingMarks, type Mark } from '../requirements/marks.ts';
import type { Terms } from '../requirements/terms.ts';

/** The parts of a criterion that its own words say. */
export interface CriterionWords {
  readonly inline: InlineText;
  readonly lead?: Lead;
  readonly text: Span;
  readonly marks: readonly Mark[];
  readonly exempt: boolean;
}

/** An id that the document gives a criterion, with its place. */
export interface WrittenId {
  readonly localId: string;
  /** True for an id of its own, false for a label such as `AC2`. */
  readonly whole: boolean;
  readonly range: Range;
}

const ID_LAST = /\{#([^{}\s]{1,200})\}\s*$/;
/** A box of another kind, as in `[~] half done`. */
const ODD_BOX = /^\[[^\]\s]\]\s+/;

/** Takes label, marks and `{#AC3}` off the words of a criterion. */
export function criterionWords(inline: InlineText, terms: Terms, from = 0, to = inline.plain.length): CriterionWords {
  const odd = ODD_BOX.exec(inline.plain.slice(from, to))?.[0].length ?? 0;
  const found = readLead(inline, from + odd, to, terms);
  const lead = found && found.kind !== 'label' && found.apart ? found : undefined;
  const last = lead ? null : ID_LAST.exec(inline.plain.slice(Math.max(from, to - 210), to));
  const id = last?.[1];
  const lastLead = last && id !== undefined ? idLast(id, to - last[0].length, terms) : undefined;
  const end = lastLead ? to - (last?.[0].length ?? 0) : to;
  const before = leadingMarks(inline.plain, lead?.titleStart ?? from + odd, end);
  const after = trailingMarks(inline.plain, before.start, end);
  const marks = [...(lead?.marks ?? []), ...before.marks, ...after.marks];
  const struck = spanOver(inline.struck, lead?.start ?? before.start) !== undefined;
  const used = lead ?? lastLead;
  return {
    inline,
    ...(used && { lead: used }),
    text: { start: before.start, end: after.end },
    marks,
    exempt: struck || marks.some(isExemptMark),
  };
}

function idLast(id: string, at: number, { ids }: Terms): Lead | undefined {
  const start = at + 2;
  const criterion = isCriterionLabel(id);
  if (!criterion && !ids.isId(id)) return undefined;
  const rest = { start, end: start + id.length, apart: true, separated: false, titleStart: start, marks: [] };
  return { kind: criterion ? 'criterion' : 'id', id: criterion ? normalCriterion(id) : id, ...rest };
}

/** The id that the words of a criterion write, if they do. */
export function writtenId({ inline, lead }: CriterionWords): WrittenId | undefined {
  return lead && { localId: lead.id, whole: lead.kind === 'id', range: inline.rangeOf(lead.start, lead.end) };
}
