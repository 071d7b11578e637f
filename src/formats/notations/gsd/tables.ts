import type { TableBlock } from '../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import { isId } from '../../items/freeIds.ts';
import { claimOf } from './words.ts';

const IDS = /^(?:(?:source\s+)?req(?:uirement)?s?|req[- ]?ids?|requirement ids?|ids?)(?:\s+(?:covered|addressed))?$/iu;
const REQUIREMENTS = /\breq(?:uirement)?s?\b/iu;
const STATUS = /^(?:status|state|result|verdict)$/iu;
const WORDS = /^(?:description|text|statement|requirement(?: text)?|what|title)$/iu;

/** A cell that names requirements, and what its row claims of them. */
export interface TracingCell {
  readonly inline: InlineText;
  readonly done?: boolean;
}

/**
 * The cells of a table in which requirements are named in order to trace them: those of the columns `Requirement`, `Requirements`, `REQ-ID`; the column
 * `Status` says whether they are done.
 */
export function tracingCells({ header, rows }: TableBlock): readonly TracingCell[] {
  const titles = header.cells.map(({ inline }) => inline.plain.trim());
  const columns = titles.flatMap((title, at) => (IDS.test(title) && REQUIREMENTS.test(title) ? [at] : []));
  const status = titles.findIndex((title) => STATUS.test(title));
  return rows.flatMap(({ cells }) => {
    const done = claimOf(cells[status]?.inline.plain ?? '');
    return columns.flatMap((at) => {
      const inline = cells[at]?.inline;
      return inline ? [{ inline, ...(done !== undefined && { done }) }] : [];
    });
  });
}

/** True for a table whose rows have no words of their own for a requirement: `| Requirement | Phase | Status |`. */
export function isTracing({ header, rows }: TableBlock): boolean {
  const titles = header.cells.map(({ inline }) => inline.plain.trim());
  const first = titles.findIndex((title) => IDS.test(title));
  if (first < 0) return false;
  const holdsIds = rows.some(({ cells }) => isId(cells[first]?.inline.plain.trim() ?? ''));
  return holdsIds && !titles.some((title, at) => at !== first && WORDS.test(title));
}
