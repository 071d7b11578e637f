import type { Reading } from '../reading.ts';
import type { Token } from '../scan.ts';
import type { CallWords } from './titleWords.ts';
import { nameOf, partsFrom } from './title.ts';
import type { Title } from './title.ts';

/** An open bracket of the code. */
interface Bracket {
  readonly at: number;
  /** The test whose call or block it opens. */
  readonly title: Title | undefined;
  /** The nearest test around what it holds, its own included. */
  readonly within: Title | undefined;
  /** The call of `it.each(table)`, whose result takes the title. */
  readonly curried: boolean;
}

const BEFORE = 100;
/** A table that substitutions cut into more pieces than this is data. */
const MOST_PIECES = 1000;

/**
 * Titles of tests that are calls, `describe("IP-1.1.1", () => { it("AC2 …") })`, also where a block
 * follows the call, `SECTION("…") { … }`. One pass over the brackets of the code says what stands in what.
 *
 * @param place offset behind which no title is asked for.
 */
export function callTitles(reading: Reading, tokens: readonly Token[], words: CallWords, place = Infinity): Title[] {
  const { text } = reading;
  const titles: Title[] = [];
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
    const between = closed && closed.at < at ? text.slice(closed.at + 1, Math.min(at, closed.at + 1 + BEFORE)) : undefined;
    const follows = between !== undefined && between.trim() === '' && closed ? closed.bracket : undefined;
    if (mark === '{') {
      push(stack, at, false, follows?.title && text[follows.at] === '(' ? follows.title : undefined);
      continue;
    }
    const callee = text.slice(Math.max(0, at - BEFORE), at);
    const call = words.call.exec(callee);
    const curried = call !== null && words.curried.test(call[0]);
    const takesTitle = (call !== null && !curried) || follows?.curried === true || isTagged(text, tokens, next, at, words);
    if (!takesTitle) {
      push(stack, at, curried);
      continue;
    }
    const title = titleAt(reading, tokens, next, at, stack, call ? at - call[0].length : at);
    if (title) titles.push(title);
    push(stack, at, false, title);
  }
  return titles;
}

function push(stack: Bracket[], at: number, curried: boolean, title?: Title): void {
  stack.push({ at, curried, title, within: title ?? stack.at(-1)?.within });
}

/** ``it.each`table`("…")``: the table is a string that a word of tests stands before. */
function isTagged(text: string, tokens: readonly Token[], next: number, at: number, words: CallWords): boolean {
  let head = next - 1;
  if (tokens[head]?.end !== at || text[at - 1] !== '`') return false;
  if (tokens[head]?.piece === 'tail') {
    for (let depth = 1; depth > 0 && head > Math.max(0, next - MOST_PIECES); ) {
      const piece = tokens[--head]?.piece;
      if (piece === 'tail') depth++;
      else if (piece === 'head') depth--;
    }
  }
  const start = tokens[head]?.start ?? 0;
  return words.curried.test(words.call.exec(text.slice(Math.max(0, start - BEFORE), start))?.[0] ?? '');
}

function titleAt(reading: Reading, tokens: readonly Token[], next: number, at: number, stack: readonly Bracket[], from: number): Title | undefined {
  const { text } = reading;
  let index = next;
  let end = at + 1;
  while (tokens[index]?.kind === 'comment' && text.slice(end, tokens[index]?.start).trim() === '') end = tokens[index++]?.end ?? end;
  const token = tokens[index];
  if (token?.kind !== 'string' || token.start - end > BEFORE || !/^\s*[\p{L}$@]{0,2}$/u.test(text.slice(end, token.start))) return undefined;
  const parts = partsFrom(text, tokens, index);
  const parent = stack.at(-1)?.within;
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
