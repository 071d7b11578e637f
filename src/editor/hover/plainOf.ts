import { readInline } from '../../formats/carriers/markdown/inline.ts';
import { splitLines } from '../../text/lines.ts';

const FENCE = /^\s*(?:```|~~~)/u;
const RULE = /^\s*(?:-{3,}|\*{3,})\s*$/u;

// @implements RT-8.1/AC10~286fc6
/** The text of our own Markdown, for those who are shown no Markdown: `**REQ-1** [a](b)` is `REQ-1 a`. */
export function plainOf(markdown: string): string {
  let isCode = false;
  const lines = splitLines(markdown).flatMap((line) => {
    if (FENCE.test(line)) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [line];
    if (RULE.test(line)) return [''];
    const text = line.replace(/^\s*#{1,6}\s+/u, '').replace(/<br\s*\/?>/giu, ' ');
    const indent = /^\s*/u.exec(text)?.[0] ?? '';
    return [indent + readInline([{ line: 0, column: 0, text: text.trim() }], new Set()).plain];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
