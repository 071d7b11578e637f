import type { Range } from '../../../model/position.ts';
import { rangeAt } from '../../../model/position.ts';
import { lastWhere } from '../../../text/search.ts';

/** An option of a directive, `:status: open`. */
export interface DirectiveOption {
  readonly name: string;
  readonly value: string;
  /** Where the value is. */
  readonly range: Range;
}

/** A directive of reStructuredText, `.. req:: Boil`, or of MyST, a fence with `{req}` behind it. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  /** Where the argument is, or the name without one. */
  readonly range: Range;
  readonly options: readonly DirectiveOption[];
  readonly first: number;
  /** The last line that belongs to it. */
  readonly last: number;
  /** The first line of its content. */
  readonly content: number;
}

/** Directives whose content is text of another language, so that nothing in it is a directive. */
const LITERAL =
  /^(?:(?:[\w-]+-)?code(?:-[\w-]+)?|sourcecode|ipython|program-output|parsed-literal|literalinclude|raw|math|highlight|graphviz|digraph|graph|uml|plantuml|mermaid|needuml|needarch|needflow|needtable|csv-table|include|prompt|command-output|testcode|doctest|jinja|datatemplate)$/u;
const RST = /^(?<indent>[ \t]*)(?:[*+-] |\d{1,3}[.)] )?\.\.(?: (?:(?<name>[A-Za-z][\w:.+-]{0,60}):: ?(?<argument>.*)|.*)|\s*)$/u;
const MYST = /^(?<indent>[ \t]*)(?<fence>`{3,}|:{3,}|~{3,})(?:\{(?<name>[\w:-]{1,60})\} ?(?<argument>.*)|[^`]*)$/u;
const OPTION = /^[ \t]*:(?<name>[A-Za-z][\w-]{0,60}):(?: (?<value>.*))?$/u;

/** What was found in a text: its directives in order, and the lines that are text of another language. */
export interface FoundDirectives {
  readonly directives: readonly Directive[];
  readonly literal: ReadonlySet<number>;
}

/** The directives of lines of reStructuredText, those within others included, as their indentation tells. */
export function rstDirectives(lines: readonly string[]): FoundDirectives {
  const directives: Directive[] = [];
  const literal = new Set<number>();
  let at = 0;
  const skip = (indent: number): void => {
    for (; at < lines.length && (blank(lines[at]) || indentOf(lines[at]) > indent); at += 1) literal.add(at);
  };
  while (at < lines.length) {
    const text = lines[at] ?? '';
    const match = RST.exec(text)?.groups;
    const { indent = '', name, argument = '' } = match ?? {};
    at += 1;
    if (match && name !== undefined) {
      const directive = directiveAt(lines, at - 1, { name, argument, last: lastOf(lines, at - 1, indent.length) });
      if (LITERAL.test(name)) skip(indent.length);
      else {
        directives.push(directive);
        at = directive.content;
      }
    } else if (match ? !/^[ \t]*\.\. (?:_|\[|\|)/u.test(text) : /::\s*$/u.test(text)) {
      // A comment, or a paragraph that ends in two colons.
      skip(match ? indent.length : indentOf(text));
    }
  }
  return { directives, literal };
}

/** The directives of Markdown as MyST writes them, fences within longer fences included. */
export function mystDirectives(lines: readonly string[]): FoundDirectives {
  const directives: Directive[] = [];
  const literal = new Set<number>();
  const closing = new Set<number>();
  const endOfFence = fenceEnds(lines);
  const lastEnd = lines.findLastIndex((text) => text.includes('-->'));
  for (let at = 0; at < lines.length; at += 1) {
    if (closing.has(at)) continue;
    if (COMMENT.test(lines[at] ?? '')) {
      for (let line = at; line <= lastEnd; line += 1) {
        literal.add(line);
        at = line;
        if ((lines[line] ?? '').includes('-->')) break;
      }
      continue;
    }
    const { fence, name, argument = '' } = MYST.exec(lines[at] ?? '')?.groups ?? {};
    if (fence === undefined) continue;
    const end = endOfFence(at, fence);
    if (name === undefined || LITERAL.test(name)) {
      // Colons alone close what they opened; other fences are examples.
      if (name === undefined && fence.startsWith(':')) continue;
      for (let line = at + 1; line <= end; line += 1) literal.add(line);
      at = end;
    } else {
      const directive = directiveAt(lines, at, { name, argument, last: end });
      directives.push(directive);
      closing.add(end);
      at = directive.content - 1;
    }
  }
  return { directives, literal };
}

/** A comment of HTML, in which nothing is a directive; one that nobody closes is text. */
const COMMENT = /^ {0,3}<!--/u;

/** Longer fences are closed as one of this length is. */
const LONGEST_FENCE = 12;

/** Finds the line that closes a fence, which many fences may have in common, without going through all lines for each. */
function fenceEnds(lines: readonly string[]): (from: number, fence: string) => number {
  const marks = lines.flatMap((text, line) => {
    const mark = /^[ \t]*(?<mark>`{3,}|:{3,}|~{3,})[ \t]*$/u.exec(text)?.groups?.['mark'];
    return mark === undefined ? [] : [{ line, mark }];
  });
  const known = new Map<string, readonly number[]>();
  return (from, fence) => {
    const shortest = fence.slice(0, LONGEST_FENCE);
    const all = known.get(shortest) ?? marks.flatMap(({ line, mark }) => (mark.startsWith(shortest) ? [line] : []));
    known.set(shortest, all);
    return all[lastWhere(all.length, (at) => (all[at] ?? 0) <= from) + 1] ?? lines.length - 1;
  };
}

function directiveAt(lines: readonly string[], first: number, found: Pick<Directive, 'name' | 'argument' | 'last'>): Directive {
  const text = lines[first] ?? '';
  const argument = found.argument.trim();
  const start = argument === '' ? text.indexOf(found.name) : text.lastIndexOf(argument);
  const { options, content } = optionsFrom(lines, first + 1, found.last);
  return { ...found, argument, range: rangeAt(first, start, start + (argument || found.name).length), options, first, content };
}

/** The options below the head of a directive; in MyST they may be a block of YAML between two lines of hyphens. */
function optionsFrom(
  lines: readonly string[],
  from: number,
  last: number,
): { readonly options: readonly DirectiveOption[]; readonly content: number } {
  const options: DirectiveOption[] = [];
  const isBlock = (lines[from] ?? '').trim() === '---';
  const pattern = isBlock ? /^[ \t]*(?<name>[A-Za-z][\w-]{0,60}):(?: (?<value>.*))?$/u : OPTION;
  let at = isBlock ? from + 1 : from;
  let open: string | undefined;
  let indent = 0;
  for (; at <= last; at += 1) {
    const text = lines[at] ?? '';
    const { name, value = '' } = pattern.exec(text)?.groups ?? {};
    if (name !== undefined) indent = indentOf(text);
    else if (!open || blank(text) || indentOf(text) < indent || (indentOf(text) === indent && !(isBlock && /^\s*- /u.test(text)))) break;
    open = name ?? open;
    // A value goes on in lines that are indented more; each is an option of its own, since a value is in one line.
    const own = name === undefined ? text.trim() : value.trim();
    const trimmed = isBlock ? unwrapped(own) : own;
    const start = trimmed === '' ? text.length : text.lastIndexOf(trimmed);
    options.push({ name: open ?? '', value: trimmed, range: rangeAt(at, start, start + trimmed.length) });
  }
  return { options, content: isBlock && (lines[at] ?? '').trim() === '---' ? at + 1 : at };
}

/** A value of YAML without quotes or brackets around it. */
function unwrapped(value: string): string {
  const { double, single, list } = /^(?:"(?<double>[^"\\]*)"|'(?<single>[^']*)'|\[(?<list>[^\][]*)\])$/u.exec(value)?.groups ?? {};
  return (double ?? single ?? list ?? value).trim();
}

/** The last line of what is indented more than the head of a directive. */
function lastOf(lines: readonly string[], first: number, indent: number): number {
  let last = first;
  for (let at = first + 1; at < lines.length && (blank(lines[at]) || indentOf(lines[at]) > indent); at += 1)
    if (!blank(lines[at])) last = at;
  return last;
}

function blank(text = ''): boolean {
  return text.trim() === '';
}

function indentOf(text = ''): number {
  return text.length - text.trimStart().length;
}
