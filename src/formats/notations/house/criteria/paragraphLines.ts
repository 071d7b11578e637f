import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { endsInColon } from '../grammar.ts';
import { boldLeadAt, type BoldLead } from '../requirements/attributes.ts';
import { leadingMarks } from '../requirements/marks.ts';

/** One line of a paragraph, as offsets into its plain text. */
export interface ParagraphLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The bold words that it begins with, behind marks such as `✅`. */
  readonly bold: BoldLead | undefined;
}

/** The lines of a paragraph from an offset on. */
export function paragraphLines(inline: InlineText, from = 0): ParagraphLine[] {
  const lines: ParagraphLine[] = [];
  let start = from;
  for (const part of inline.plain.slice(from).split('\n')) {
    lines.push(lineAt(inline, start, start + part.length));
    start += part.length + 1;
  }
  return lines;
}

/** The first line of a paragraph. */
export function firstLine(inline: InlineText): ParagraphLine {
  const end = inline.plain.indexOf('\n');
  return lineAt(inline, 0, end < 0 ? inline.plain.length : end);
}

function lineAt(inline: InlineText, start: number, end: number): ParagraphLine {
  const bold =
    inline.strong.length > 0 ? (boldLeadAt(inline, start) ?? boldLeadAt(inline, leadingMarks(inline.plain, start, end).start)) : undefined;
  return { start, end, text: inline.plain.slice(start, end).trim(), bold };
}

/** Numbered as in `1.1. WHEN …`: one number alone would be a list. */
export const NUMBERED = /^(\d+(?:\.\d+)+)[.):]?\s+(?=\S)/;

/** True if the line begins something of its own, so that it does not go on with the line above. */
export function startsSomething(line: ParagraphLine): boolean {
  return line.bold !== undefined || NUMBERED.test(line.text) || endsInColon(line.text);
}

/** The lines of a paragraph, each that starts something with those that go on with it; lines without text go with any. */
export function groupLines(lines: readonly ParagraphLine[]): (readonly ParagraphLine[])[] {
  const groups: ParagraphLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open && !startsSomething(line)) open.push(line);
    else groups.push([line]);
  }
  return groups;
}
