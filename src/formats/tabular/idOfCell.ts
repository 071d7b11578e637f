import { AFTER, CRITERION, normalCriterion } from '../ids/criterionLabel.ts';
import type { IdGrammar } from '../ids/idGrammar.ts';

/** The id that a cell of a table is. */
export interface CellId {
  /** In its normal form: `AC3` for `AC-3`. */
  readonly id: string;
  /** A criterion by its label, `AC3`, or by an id of its own, `AC-US1-03`. */
  readonly kind: 'requirement' | 'criterion';
  /** True for an id of the id grammar, which is a name by itself. */
  readonly whole: boolean;
  /** `FR-AUTH` for `FR-AUTH-2`. */
  readonly prefix: string;
  /** Where it is in the cell. */
  readonly start: number;
  readonly end: number;
}

/** What may be before and behind the id of a cell: brackets, and marks such as `✅`. */
const OPEN = /^[\s([*_~`\p{Extended_Pictographic}\u{FE0F}]*/u;
const CLOSE = /^[\s)\].:*_~`\p{Extended_Pictographic}\u{FE0F}]*$/u;
const LABEL = new RegExp(`^${CRITERION}${AFTER}`, 'u');

/** The id that is all that is in a cell: of `**[FR-1]**` that is `FR-1`; none where more is next to it. */
export function idOfCell(text: string, ids: IdGrammar): CellId | undefined {
  // Every id of the common grammar has a number.
  if (text.length > 200 || !(ids.hasCustom || /\d/.test(text))) return undefined;
  const start = OPEN.exec(text)?.[0].length ?? 0;
  const rest = text.slice(start);
  const label = LABEL.exec(rest)?.[0];
  const found = label ?? ids.leadingId(rest);
  if (found === undefined || !CLOSE.test(rest.slice(found.length))) return undefined;
  const place = { start, end: start + found.length };
  if (label !== undefined) return { id: normalCriterion(label), kind: 'criterion', whole: false, prefix: 'AC', ...place };
  const prefix = ids.prefixOf(found);
  return { id: found, kind: /^AC(?:-|$)/.test(prefix) ? 'criterion' : 'requirement', whole: true, prefix, ...place };
}
