import type { Reading } from '../annotations/reading.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import type { CallForm } from '../../../languages/language.ts';
import type { ShownPattern } from '../../../../text/shownPattern.ts';
import { nameOf, partsFrom } from './title.ts';
import type { Title } from './title.ts';

/** A bracket that opens something in the code. */
interface Bracket {
  readonly at: number;
  /** The first token behind it, by its place among the tokens. */
  readonly next: number;
  readonly around: Bracket | undefined;
  /** The bracket that was closed just before it, as in `SECTION("…") {` and `it.each(table)("…")`; let go of once it is judged. */
  follows: Bracket | undefined;
  judged: Judged | undefined;
}

/** What a bracket means to the tests. */
interface Judged {
  /** The test whose call or block it opens. */
  readonly title: Title | undefined;
  /** The nearest test around what it holds, its own included. */
  readonly within: Title | undefined;
  /** The call of `it.each(table)`, whose result takes the title. */
  readonly curried: boolean;
}

const BEFORE = 100;
/** What may stand between a parenthesis and the quote of a title: marks and prefixes of strings, as in `@$"…"`. */
export const BEFORE_STRING: ShownPattern = { pattern: /^\s*[\p{L}$@]{0,2}$/u, fits: ['', '\n  ', 'R', '@$'], misses: ['f(', 'x, '] };
/** A table that substitutions cut into more pieces than this is data. */
const MOST_PIECES = 1000;

/**
 * Titles of tests that are calls, `describe("IP-1.1.1", () => { it("AC2 …") })`, also where a block
 * follows the call, `SECTION("…") { … }`. One pass over the brackets of the code says what stands in what.
 *
 * @param place offset of the only title that is asked for; others are left out, unless it stands in them.
 */
export function callTitles(reading: Reading, tokens: readonly Token[], form: CallForm, place?: number): Title[] {
  const titles: Title[] = [];
  const judge = (bracket: Bracket): void => {
    for (const each of unjudged(bracket)) {
      each.judged = judged(reading, tokens, form, each);
      each.follows = undefined;
      const { title } = each.judged;
      if (title && reading.text[each.at] === '(') titles.push(title);
    }
  };
  const open = openBrackets(reading.text, tokens, place, place === undefined ? judge : undefined);
  for (const bracket of open) judge(bracket);
  return titles;
}

/** Those that are to be judged with a bracket and before it, in order; a loop, since a text may have very many in a row. */
function unjudged(bracket: Bracket): Bracket[] {
  const waiting: Bracket[] = [];
  for (let each: Bracket | undefined = bracket; each && !each.judged; each = each.follows) waiting.push(each);
  return waiting.reverse();
}

/**
 * The brackets that are open at a place, or at the end of the text, the outermost first.
 *
 * @param each takes every bracket, in order.
 */
function openBrackets(text: string, tokens: readonly Token[], place = Infinity, each?: (bracket: Bracket) => void): readonly Bracket[] {
  const stack: Bracket[] = [];
  /** The bracket that was closed last, and where. */
  let closed: { bracket: Bracket; at: number } | undefined;
  const marks = /[(){}]/g;
  let next = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const at = match.index;
    if (at > place) break;
    let token = tokens[next];
    while (token && token.end <= at) token = tokens[++next];
    if (token && token.start <= at) {
      marks.lastIndex = token.end;
      continue;
    }
    const mark = match[0];
    if (mark === ')' || mark === '}') {
      const bracket = stack.pop();
      if (bracket) closed = { bracket, at };
      continue;
    }
    const follows = closed && isBlank(text, closed.at + 1, Math.min(at, closed.at + 1 + BEFORE)) ? closed.bracket : undefined;
    const bracket: Bracket = { at, next, around: stack.at(-1), follows, judged: undefined };
    each?.(bracket);
    stack.push(bracket);
  }
  return stack;
}

/** True if there is only white space; told by one character nearly always. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((text[at] ?? '').trim() !== '') return false;
  return true;
}

/** What a bracket means, once those around it and before it have been judged. */
function judged(reading: Reading, tokens: readonly Token[], form: CallForm, { at, next, around, follows }: Bracket): Judged {
  const { text } = reading;
  const outer = around?.judged?.within;
  const none = { title: undefined, within: outer, curried: false };
  if (text[at] === '{') {
    const title = follows && text[follows.at] === '(' ? follows.judged?.title : undefined;
    return title ? { title, within: title, curried: false } : none;
  }
  const callee = text.slice(Math.max(0, at - BEFORE), at);
  const call = form.call.pattern.exec(callee);
  const curried = call !== null && form.curried.test(call[0]);
  const takesTitle = (call !== null && !curried) || follows?.judged?.curried === true || isTagged(text, tokens, next, at, form);
  if (!takesTitle) return { ...none, curried };
  const title = titleAt(reading, tokens, { at, next, from: call ? at - call[0].length : at }, outer);
  return title ? { title, within: title, curried: false } : none;
}

/** ``it.each`table`("…")``: the table is a string that a word of tests stands before. */
function isTagged(text: string, tokens: readonly Token[], next: number, at: number, form: CallForm): boolean {
  let head = next - 1;
  if (tokens[head]?.end !== at || text[at - 1] !== '`') return false;
  if (tokens[head]?.piece === 'tail') {
    for (let depth = 1; depth > 0 && head > Math.max(0, next - MOST_PIECES);) {
      const piece = tokens[--head]?.piece;
      if (piece === 'tail') depth++;
      else if (piece === 'head') depth--;
    }
  }
  const start = tokens[head]?.start ?? 0;
  return form.curried.test(form.call.pattern.exec(text.slice(Math.max(0, start - BEFORE), start))?.[0] ?? '');
}

/** A call that takes a title: where its parenthesis is, which token is the first behind it, and where the callee begins. */
interface Call {
  readonly at: number;
  readonly next: number;
  readonly from: number;
}

function titleAt(reading: Reading, tokens: readonly Token[], { at, next, from }: Call, parent: Title | undefined): Title | undefined {
  const { text } = reading;
  let index = next;
  let end = at + 1;
  while (tokens[index]?.kind === 'comment' && text.slice(end, tokens[index]?.start).trim() === '') end = tokens[index++]?.end ?? end;
  const token = tokens[index];
  if (token?.kind !== 'string' || token.start - end > BEFORE || !BEFORE_STRING.pattern.test(text.slice(end, token.start))) return undefined;
  const parts = partsFrom(text, tokens, index);
  const last = parts.at(-1) ?? { end: token.innerEnd };
  const name = nameOf(text, token.innerStart, last.end);
  return {
    source: 'test-title',
    parts,
    ...(parent && { parent }),
    declaration: { name, kind: 'test', range: reading.lines.rangeOf(from, quoteEnd(text, last.end)) },
  };
}

/** Behind the quote that closes a string, unless the string is never closed and ends with its line. */
function quoteEnd(text: string, at: number): number {
  return /[\n\r]/u.test(text[at] ?? '\n') ? at : at + 1;
}
