import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { boldLeadAt, type BoldLead } from '../requirements/attributes.ts';
import { leadingMarks } from '../requirements/marks.ts';

/** One line of a paragraph, as offsets into its plain text. */
export interface ParagraphLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The bold words that it begins with, behind marks such as `✅`. */
  readonly bold?: BoldLead;
}

/** The lines of a paragraph from an offset on. */
export function paragraphLines(inline: InlineText, from = 0): ParagraphLine[] {
  const lines: ParagraphLine[] = [];
  let start = from;
  for (const part of inline.plain.slice(from).split('\n')) {
    const end = start + part.length;
    const bold =
      inline.strong.length > 0
        ? (boldLeadAt(inline, start) ?? boldLeadAt(inline, leadingMarks(inline.plain, start, end).start))
        : undefined;
    lines.push({ start, end, text: part.trim(), ...(bold && { bold }) });
    start = end + 1;
  }
  return lines;
}

/** Numbered as in `1.1. WHEN …`: one number alone would be a list. */
export const NUMBERED = /^(\d+(?:\.\d+)+)[.):]?\s+(?=\S)/;

/** True if the line begins something of its own, so that it does not go on with the line above. */
export function startsSomething(line: ParagraphLine | undefined): boolean {
  return line === undefined || line.bold !== undefined || NUMBERED.test(line.text) || line.text.endsWith(':');
}
