import type { Annotation } from '../../../model/facts.ts';

/** Lines of a file, counted from 0: from `start` up to, not including, `end`. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Longer bodies, in lines, are cut off; nobody reviews them at once. */
const LONGEST_BODY = 5000;

/** A line at the indentation of the head that still belongs to it: a closing bracket, the brace of its body, or an `end`. */
const CLOSES = /^(?:[)\]}>]|end\b|END\b|fi\b|esac\b|done\b|\$\$)/u;
const GOES_ON = /^(?:\{|begin\b|BEGIN\b|else\b|elsif\b|elif\b|catch\b|except\b|rescue\b|finally\b|ensure\b|then\b|do\b|where\b|AS\b|as\b)/u;
/** A line that ends so opens something more: `): number {`, `} else {`. */
const OPENS = /[{([:=]\s*(?:\/\/.*|#.*)?$/u;

/**
 * The lines that an annotation speaks for. A cheap rule that needs no parser, true of any code that is laid out by hand or by
 * a formatter:
 *
 * - with a declaration: its head, then every line that is blank or indented more than the head, and what closes it at the
 *   head's own indentation (`}`, `);`, `end`) or goes on there (`{` on a line of its own, `else`, `catch`). Strings over
 *   several lines (triple quotes, backticks) may be indented less. Where nothing closes it but a brace is open, as in
 *   flat code, up to the brace that closes that. Lines of attributes between the annotation and the head belong to it too.
 * - without one: the lines from the annotation to the next blank line; of a comment at the top of a file that a blank line ends, all of the file.
 */
export function extentOf(lines: readonly string[], { reference, declaration }: Annotation): Lines {
  const line = reference.range.start.line;
  if (!declaration) {
    const end = firstIndex(lines, line + 1, (text) => text.trim() === '');
    return isAboutFile(lines, end) ? { start: line, end: Math.min(lines.length, line + LONGEST_BODY) } : { start: line, end };
  }
  const head = declaration.range.start.line;
  const start = line < head ? line + 1 : head;
  return { start, end: endOf(lines, head, Math.min(lines.length, declaration.range.end.line + 1)) };
}

/** What can be above the code of a file: comments, a line for the shell, strict mode. */
const ABOVE_CODE = /^\s*(?:$|\/\/|\/?\*|#|--|;|%|"""|'''|<!--|<\?php|['"]use )/u;

/** True where nothing but comments is above a line: what these say is about the file. */
function isAboutFile(lines: readonly string[], end: number): boolean {
  return lines.slice(0, end).every((text) => ABOVE_CODE.test(text));
}

/** @param body the line behind the head. */
function endOf(lines: readonly string[], head: number, body: number): number {
  const indent = indentOf(lines[head] ?? '');
  let end = body;
  let quoted = quotes(lines.slice(head, body).join('\n'));
  for (let at = body; at < lines.length && at < head + LONGEST_BODY; at += 1) {
    const text = lines[at] ?? '';
    const trimmed = text.trim();
    if (trimmed === '') continue;
    const here = indentOf(text);
    if (here === indent && CLOSES.test(trimmed) && !(quoted && QUOTE.test(trimmed))) {
      // A list of parameters that ends so has its body below.
      const bodyBelow = trimmed.startsWith(')') && lines[at + 1]?.trimStart().startsWith('{');
      if (!OPENS.test(trimmed) && !bodyBelow) return at + 1;
    } else if (!quoted && here <= indent && !(here === indent && GOES_ON.test(trimmed))) break;
    end = at + 1;
    if (quotes(text)) quoted = !quoted;
  }
  // Nothing closed it: text of a string or flat code is at the left, and only the braces can tell.
  return Math.max(end, closingBrace(lines, head));
}

/** What strings over several lines begin and end with; their text may be at the left of all. */
const QUOTE = /"""|'''|`/u;

/** True if a string begins or ends in the text. */
function quotes(text: string): boolean {
  return (text.match(/"""|'''|`/gu)?.length ?? 0) % 2 === 1;
}

/** The line behind the brace that closes the first one opened on the head, or that the line below begins with; 0 if there is none. */
function closingBrace(lines: readonly string[], head: number): number {
  let depth = 0;
  let opened = false;
  for (let at = head; at < lines.length && at < head + LONGEST_BODY; at += 1) {
    if (!opened && at > head && !(lines[at] ?? '').trimStart().startsWith('{')) return 0;
    for (const character of lines[at] ?? '') {
      if (character === '{') {
        depth += 1;
        opened = true;
      } else if (character === '}') depth -= 1;
    }
    if (opened && depth <= 0) return at + 1;
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
