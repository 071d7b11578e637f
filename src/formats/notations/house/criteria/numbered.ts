import type { InlineText } from '../../../carriers/markdown/inline.ts';
import type { FoundCriterion } from '../document/found.ts';
import type { Terms } from '../requirements/terms.ts';
import { criterionWords, writtenId } from './criterionWords.ts';
import { NO_DETAIL } from './detail.ts';
import { NUMBERED, type ParagraphLine } from './paragraphLines.ts';

/** `1.1. WHEN …`: a criterion where a label governs the paragraph, else prose. */
export interface NumberedReading {
  /** `1.1`. */
  readonly number: string;
  /** A label that the words write goes before the number: `1.1. AC7: …` is AC7. */
  readonly found: FoundCriterion;
}

/**
 * The numbered criterion that a line of a paragraph may be.
 *
 * @param end where the lines end that go on with it.
 */
export function readNumbered(inline: InlineText, { start, text }: ParagraphLine, end: number, terms: Terms): NumberedReading | undefined {
  const match = NUMBERED.exec(text);
  const number = match?.[1];
  if (!match || number === undefined) return undefined;
  const from = start + inline.plain.slice(start, end).search(/\S/);
  const words = criterionWords(inline, terms, from + match[0].length, end);
  const numbered = { localId: `AC${number}`, whole: false, range: inline.rangeOf(from, from + number.length) };
  const written = writtenId(words) ?? numbered;
  return { number, found: { kind: 'criterion', words, written, range: inline.rangeOf(from, end), ...NO_DETAIL } };
}
