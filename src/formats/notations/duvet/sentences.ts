import { quotable } from '../../../text/quotation.ts';
import { levelOf } from './grammar.ts';

/** A line with its number. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** A sentence that asks for something, with the lines that it is on. */
export interface Demand {
  readonly text: string;
  readonly level: string;
  readonly first: number;
  readonly last: number;
  /** Column of its first character in the first of them. */
  readonly column: number;
}

/** A bullet or number that begins a list item. */
const BULLET = /^\s*(?:[*+-]|\d{1,3}[.)])\s+(?=\S)/u;
const END = /\.(?=\s|$)/gu;

/** The sentences of a section that have a key word of RFC 2119, each once; a list item or an empty line ends one, too. */
export function demandsIn(lines: readonly NumberedLine[]): readonly Demand[] {
  const seen = new Set<string>();
  return paragraphs(lines)
    .flatMap(sentences)
    .flatMap((sentence) => {
      const level = levelOf(sentence.text);
      const words = quotable(sentence.text);
      if (level === undefined || seen.has(words)) return [];
      seen.add(words);
      return [{ ...sentence, level }];
    });
}

function paragraphs(lines: readonly NumberedLine[]): readonly (readonly NumberedLine[])[] {
  const all: NumberedLine[][] = [];
  let open: NumberedLine[] | undefined;
  for (const line of lines) {
    const isEmpty = line.text.trim() === '';
    if (isEmpty || open === undefined || BULLET.test(line.text)) {
      open = isEmpty ? undefined : [];
      if (open) all.push(open);
    }
    open?.push(line);
  }
  return all;
}

function sentences(lines: readonly NumberedLine[]): readonly Omit<Demand, 'level'>[] {
  const found: Omit<Demand, 'level'>[] = [];
  let parts: string[] = [];
  let first: { readonly line: number; readonly column: number } | undefined;
  const close = (last: number): void => {
    const text = parts.join(' ').trim();
    if (text !== '' && first) found.push({ text, first: first.line, last, column: first.column });
    parts = [];
    first = undefined;
  };
  for (const [at, { line, text }] of lines.entries()) {
    let from = at === 0 ? (BULLET.exec(text)?.[0].length ?? 0) : 0;
    for (const end of [...Array.from(text.matchAll(END), ({ index }) => index + 1), text.length]) {
      if (end < from) continue;
      const part = text.slice(from, end);
      const lead = part.length - part.trimStart().length;
      if (part.trim() !== '') {
        first ??= { line, column: from + lead };
        parts.push(part.trim());
      }
      if (end < text.length || text.trimEnd().endsWith('.')) close(line);
      from = end;
    }
  }
  close(lines.at(-1)?.line ?? 0);
  return found;
}
