import type { InlineText } from '../../carriers/markdown/inline.ts';
import { spanAt } from '../../carriers/markdown/inline.ts';

/** One line of a block's text, with what its beginning says. */
export interface TextLine {
  readonly inline: InlineText;
  /** From where to where it is in the plain text of its block, white space and pictures before it left out. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The bold words that it begins with, with a colon if one is in or behind them: `**Given**`, `**Notes:** …`. */
  readonly lead?: { readonly text: string; readonly colon: boolean; readonly end: number };
}

/** Pictures and marks that are before what a line says: `✅ **AC 1**`. */
const DECORATION = /^[\s\p{Extended_Pictographic}\u{FE0F}\u{200D}]+/u;
const BEGINS_WITH_DIGIT = /^\s*\d/u;

/** The lines of a block, empty ones left out. */
export function textLines(inline: InlineText): readonly TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  for (const raw of inline.plain.split('\n')) {
    // Digits are pictures to Unicode.
    const decoration = BEGINS_WITH_DIGIT.test(raw) ? /^\s*/u.exec(raw) : DECORATION.exec(raw);
    const start = from + (decoration?.[0].length ?? 0);
    const end = from + raw.trimEnd().length;
    if (end > start) lines.push(lineOf(inline, start, end));
    from += raw.length + 1;
  }
  return lines;
}

function lineOf(inline: InlineText, start: number, end: number): TextLine {
  const text = inline.plain.slice(start, end);
  const span = spanAt(inline.strong, start);
  if (!span || span.end <= start) return { inline, start, end, text };
  const bold = inline.plain.slice(start, Math.min(span.end, end));
  const inside = /:\s*$/u.test(bold);
  const behind = inside ? undefined : /^\s*:/u.exec(inline.plain.slice(span.end, Math.min(span.end + 10, end)));
  const colon = inside || (behind !== undefined && behind !== null);
  return { inline, start, end, text, lead: { text: bold.replace(/:\s*$/u, '').trim(), colon, end: span.end + (behind?.[0].length ?? 0) } };
}
