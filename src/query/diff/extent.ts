import type { Annotation } from '../../model/facts.ts';

/** Lines of a file, counted from 0: from `start` up to, not including, `end`. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Longer bodies, in lines, are cut off; nobody reviews them at once. */
const LONGEST_BODY = 5000;

/** A line at the indentation of the head that still belongs to it: a closing bracket, the brace of its body, or an `end`. */
const CLOSES = /^(?:[)\]}>]|end\b|END\b|fi\b|esac\b|done\b|\$\$|"""|''')/u;
const GOES_ON = /^(?:\{|begin\b|BEGIN\b|else\b|elsif\b|elif\b|catch\b|except\b|rescue\b|finally\b|ensure\b|then\b|do\b|where\b|AS\b|as\b)/u;
/** A line that ends so opens something more: `): number {`, `} else {`. */
const OPENS = /[{([:=]\s*(?:\/\/.*|#.*)?$/u;

/** The lines of a text; LF, CRLF and a lone CR end one. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/u);
}

/**
 * The lines that an annotation speaks for. A cheap rule that needs no parser, true of any code that is laid out by hand or by
 * a formatter:
 *
 * - with a declaration: its head, then every line that is blank or indented more than the head, and what closes it at the
 *   head's own indentation (`}`, `);`, `end`) or goes on there (`{` on a line of its own, `else`, `catch`). If nothing is
 *   indented but a brace is open, up to the brace that closes it. Lines of attributes between the annotation and the head
 *   belong to it too.
 * - without one: the lines from the annotation to the next blank line.
 */
export function extentOf(lines: readonly string[], { reference, declaration }: Annotation): Lines {
  const line = reference.range.start.line;
  if (!declaration) return { start: line, end: firstIndex(lines, line + 1, (text) => text.trim() === '') };
  const head = declaration.range.start.line;
  const start = line < head ? line + 1 : head;
  const first = lines[head] ?? '';
  let end = Math.min(lines.length, declaration.range.end.line + 1);
  const indented = end;
  let open = true;
  for (let at = end; at < lines.length && at < head + LONGEST_BODY; at += 1) {
    const text = lines[at] ?? '';
    const trimmed = text.trim();
    if (trimmed === '') continue;
    if (indentOf(text) > indentOf(first)) {
      end = at + 1;
      continue;
    }
    if (indentOf(text) < indentOf(first) || !open) break;
    if (CLOSES.test(trimmed)) open = OPENS.test(trimmed);
    else if (!GOES_ON.test(trimmed)) break;
    end = at + 1;
    if (!open) break;
  }
  return { start, end: end <= indented + 1 ? Math.max(end, closingBrace(lines, head)) : end };
}

/** The line behind the brace that closes the first one opened on the head or the line below; 0 if there is none. */
function closingBrace(lines: readonly string[], head: number): number {
  let depth = 0;
  let opened = false;
  for (let at = head; at < lines.length && at < head + LONGEST_BODY; at += 1) {
    for (const character of lines[at] ?? '') {
      if (character === '{') {
        depth += 1;
        opened = true;
      } else if (character === '}') depth -= 1;
    }
    if (opened && depth <= 0) return at + 1;
    if (!opened && at > head) return 0;
  }
  return 0;
}

function indentOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 4;
    else break;
  }
  return columns;
}

function firstIndex(lines: readonly string[], from: number, test: (line: string) => boolean): number {
  let at = from;
  while (at < lines.length && !test(lines[at] ?? '')) at += 1;
  return at;
}
