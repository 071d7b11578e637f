import type { Block } from '../../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { FoundCriterion } from '../document/found.ts';
import type { Source } from '../document/source.ts';
import type { Lead } from '../requirements/lead.ts';
import type { Terms } from '../requirements/terms.ts';
import { criterionWords, writtenId, type CriterionWords } from './criterionWords.ts';
import { readDetail } from './detail.ts';
import type { ParagraphLine } from './paragraphLines.ts';

/** `✅ **AC1.1: Title**` as a paragraph. */
export interface BoldCriterion {
  readonly lead: Lead;
  readonly words: CriterionWords;
  /** The line on which it begins, as offsets. */
  readonly line: ParagraphLine;
}

/** The criterion that a bold line may be, with the rest of its paragraph. An id other than `AC1` counts only under a label. */
export function readBoldCriterion(inline: InlineText, line: ParagraphLine, terms: Terms): BoldCriterion | undefined {
  if (!line.bold) return undefined;
  const words = criterionWords(inline, terms, line.start);
  const { lead } = words;
  return lead?.start === line.bold.start ? { lead, words, line } : undefined;
}

/**
 * The criterion that a bold line is: the blocks that follow are its detail, tasks among them its claim.
 *
 * @param last last line of the paragraph.
 */
export function boldCriterion({ words, line }: BoldCriterion, last: number, following: readonly Block[], source: Source): FoundCriterion {
  const { start } = words.inline.rangeOf(line.start, line.end);
  const written = writtenId(words);
  return {
    kind: 'criterion',
    words,
    ...(written && { written }),
    range: { start, end: source.range(start.line, following.at(-1)?.last ?? last).end },
    ...readDetail(following, source.terms),
  };
}
