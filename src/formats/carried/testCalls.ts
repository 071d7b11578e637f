import type { ShownPattern } from '../../text/patterns/shownPattern.ts';
import type { Token } from '../carriers/code/scan.ts';
import type { CallForm } from '../languages/language.ts';

/** A call of a test, or of a group of tests: `it.each([1, 2])('adds %i', f)`. */
export interface TestCall {
  /** Where its callee begins. */
  readonly from: number;
  /** All before the parenthesis that the title is in, `it.each([1, 2])`. */
  readonly callee: string;
  /** Where that parenthesis is. */
  readonly at: number;
  /** The title's place among the tokens; absent where the name of the function is its title, `test(function adds() {})`. */
  readonly token?: number;
  /** The name of that function. */
  readonly name?: { readonly start: number; readonly end: number };
  /** The call that it is in. */
  readonly parent?: TestCall;
}

/** Where the calls of a text end, their blocks included; those that are never closed are absent. */
export type CallEnds = ReadonlyMap<TestCall, number>;

/** A bracket that opens something in the code. */
interface Bracket {
  readonly at: number;
  /** The first token behind it, by its place among the tokens. */
  readonly next: number;
  readonly around: Bracket | undefined;
  /** The bracket that was closed just before it, as in `SECTION("…") {` and `it.each(table)("…")`, and where; let go of once it is judged. */
  follows: { readonly bracket: Bracket; readonly at: number } | undefined;
  judged: Judged | undefined;
}

/** What a bracket means to the tests. */
interface Judged {
  /** The test whose call or block it opens. */
  readonly call: TestCall | undefined;
  /** The nearest test around what it holds, its own included. */
  readonly within: TestCall | undefined;
  /** Where the callee of a call begins whose result takes the title, `it.each(table)`. */
  readonly curried: number | undefined;
}

const BEFORE = 100;
/** What may be between a parenthesis and the quote of a title: marks and prefixes of strings, as in `@$"…"`, and the key of a title, `{ name: `. */
export const BEFORE_STRING: ShownPattern = {
  pattern: /^\s*(?:[\p{L}$@]{0,2}|\{\s*(?:[^{}()]{0,80},\s*)?name\s*:\s*)$/u,
  fits: ['', '\n  ', 'R', '@$', '{ name: ', '{ ignore: true, name: '],
  misses: ['f(', 'x, ', '{ title: '],
};
/** A test whose title is the name of its function. */
const NAMED = /^\s*(?:\{[^{}()]{0,80}\}\s*,\s*)?(?:async\s+)?function\s*\*?\s*([\p{L}_$][\p{L}\p{N}_$]*)/u;
/** What goes on behind a call that takes no title yet: `.page('…')` of `test.meta({})`. */
const CHAINED = /^\s*(?:\.\s*\w+\s*)?$/u;
/** A table that substitutions cut into more pieces than this is data. */
const MOST_PIECES = 1000;

/**
 * Calls of tests, `describe("orders", () => { it("rejects") })`, also where a block follows the call, `SECTION("…") { … }`. One pass over the
 * brackets of the code says what is in what.
 *
 * @param place offset of the only one that is asked for; others are left out, unless it is in them.
 */
export function testCalls(
  text: string,
  tokens: readonly Token[],
  form: CallForm,
  place?: number,
): { readonly calls: readonly TestCall[]; readonly ends: CallEnds } {
  const calls: TestCall[] = [];
  const ends = new Map<TestCall, number>();
  const flat = flatGroups(text, tokens, form, place);
  const judge = judgeOf(text, tokens, form, flat);
  const take = (bracket: Bracket): void => {
    for (const each of unjudged(bracket)) {
      each.judged = judge(each);
      each.follows = undefined;
      const { call } = each.judged;
      if (call?.at === each.at) calls.push(call);
    }
  };
  const close = ({ judged }: Bracket, at: number): void => {
    if (judged?.call) ends.set(judged.call, at);
  };
  const open = openBrackets(text, tokens, place, place === undefined ? take : undefined, close);
  for (const bracket of open) take(bracket);
  const all = flat.length === 0 ? calls : [...new Set([...flat, ...calls])].sort((a, b) => a.from - b.from);
  return { calls: all, ends };
}

/** Those that are to be judged with a bracket and before it, in order; a loop, since a text may have very many in a row. */
function unjudged(bracket: Bracket): Bracket[] {
  const waiting: Bracket[] = [];
  for (let each: Bracket | undefined = bracket; each && !each.judged; each = each.follows?.bracket) waiting.push(each);
  return waiting.reverse();
}

/**
 * The brackets that are open at a place, or at the end of the text, the outermost first.
 *
 * @param each takes every bracket, in order.
 * @param close takes every bracket that is closed, and where.
 */
function openBrackets(
  text: string,
  tokens: readonly Token[],
  place: number = Infinity,
  each: ((bracket: Bracket) => void) | undefined,
  close: (bracket: Bracket, at: number) => void,
): readonly Bracket[] {
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
      if (bracket) {
        closed = { bracket, at };
        close(bracket, at);
      }
      continue;
    }
    const follows = closed && at - closed.at <= BEFORE && CHAINED.test(text.slice(closed.at + 1, at)) ? closed : undefined;
    const bracket: Bracket = { at, next, around: stack.at(-1), follows, judged: undefined };
    each?.(bracket);
    stack.push(bracket);
  }
  return stack;
}

/** Groups without a block, to which belongs what is below them, in order: `fixture('Shop')`. */
function flatGroups(text: string, tokens: readonly Token[], { flat }: CallForm, place = Infinity): TestCall[] {
  if (!flat) return [];
  return tokens.flatMap((token, index) => {
    if (token.kind !== 'string' || token.start > place || token.piece === 'middle' || token.piece === 'tail') return [];
    const callee = flat.pattern.exec(text.slice(Math.max(0, token.start - BEFORE), token.start))?.[0];
    // With a function it has a block.
    if (
      callee === undefined ||
      /^\s*,\s*(?:\{[^{}]*\}\s*,\s*)?(?:async\b|function\b|\(|\w+\s*=>)/u.test(text.slice(token.end, token.end + BEFORE))
    )
      return [];
    const from = token.start - callee.length;
    const paren = callee.lastIndexOf('(');
    return [{ from, callee: callee.trimEnd(), at: paren < 0 ? token.start : from + paren, token: index }];
  });
}

/** The group without a block that a call belongs to: the one that it is named after, else the last above that has no name. */
function flatAround(text: string, flat: readonly TestCall[], from: number, at: number): TestCall | undefined {
  if (flat.length === 0) return undefined;
  const callee = text.slice(from, Math.min(at, from + BEFORE));
  if (GROUP_CALL.pattern.test(callee)) return undefined;
  const nameOf = (group: TestCall): string | undefined =>
    /(\w+)\s*=\s*$/u.exec(text.slice(Math.max(0, group.from - BEFORE), group.from))?.[1];
  const own = /^\w+/u.exec(callee)?.[0];
  const above = flat.filter((group) => group.from < from);
  return above.findLast((group) => nameOf(group) === own) ?? above.findLast((group) => nameOf(group) === undefined);
}

/** What calls of groups of tests begin with, in all languages. */
export const GROUP_CALL: ShownPattern = {
  pattern:
    /(?:^|[\s.])(?:[fxpFXP]?[dD]escribe|[fxpFXP]?[cC]ontext|(?:shared_)?example_group|[sS]uite|module|fixture|[fF]eature|experiment|group|insulate|dynamicContainer|DescribeTable|(?:DOCTEST_)?TEST_SUITE)\b(?!\s*\.\s*(?:test|it)\b)/u,
  fits: ['describe.each([1])', 'test.describe.parallel', 'QUnit.module', 'xcontext', 'lab.experiment'],
  misses: ['it', 'test.only', 'suite.test'],
};

/** Tells what a bracket means, once those around it and before it have been judged. */
function judgeOf(text: string, tokens: readonly Token[], form: CallForm, flat: readonly TestCall[]): (bracket: Bracket) => Judged {
  const known = new Map(flat.map((group) => [group.at, group]));
  const own = form.named?.(text);
  const calleeIn = (code: string): string | undefined => form.call.pattern.exec(code)?.[0] ?? own?.exec(code)?.[0];
  return ({ at, next, around, follows }) => {
    const outer = around?.judged?.within;
    const none = { call: undefined, within: outer, curried: undefined };
    const isNext = follows !== undefined && text.slice(follows.at + 1, at).trim() === '';
    const before = follows && text[follows.bracket.at] === '(' ? follows.bracket.judged : undefined;
    // The block of a test, in parentheses in ZIO: `suite("Stock")(test("adds") { … })`.
    if (before?.call && isNext) return { call: before.call, within: before.call, curried: undefined };
    if (text[at] === '{') return none;
    // `test("adds").config(enabled = true) { … }` of Kotest.
    if (follows && before?.call && !isNext && /^\s*\.\s*config\s*$/u.test(text.slice(follows.at + 1, at)))
      return { ...none, call: before.call };
    const callee = calleeIn(text.slice(Math.max(0, at - BEFORE), at));
    const start = callee === undefined ? before?.curried : at - callee.length;
    const from =
      (isNext ? before?.curried : undefined) ??
      (isNext && before && chosen(text.slice(follows.bracket.at + 1, follows.at), calleeIn) ? follows.bracket.at : undefined) ??
      taggedFrom(text, tokens, next, at, form);
    if (from === undefined && start !== undefined && form.curried.test(text.slice(Math.max(start, at - BEFORE), at)))
      return { ...none, curried: start };
    const takes = from ?? (callee === undefined ? undefined : start);
    if (takes === undefined) return none;
    const call = known.get(at) ?? callAt(text, tokens, { at, next, from: takes }, outer ?? flatAround(text, flat, takes, at));
    return call ? { call, within: call, curried: undefined } : none;
  };
}

/** `(isFast ? it : it.skip)('…')` */
function chosen(inner: string, calleeIn: (code: string) => string | undefined): boolean {
  return inner.length < BEFORE && inner.includes('?') && calleeIn(inner) !== undefined;
}

/** Where ``it.each`table`("…")`` begins: the table is a string that a word of tests is before. */
function taggedFrom(text: string, tokens: readonly Token[], next: number, at: number, form: CallForm): number | undefined {
  let head = next - 1;
  if (tokens[head]?.end !== at || text[at - 1] !== '`') return undefined;
  if (tokens[head]?.piece === 'tail') {
    for (let depth = 1; depth > 0 && head > Math.max(0, next - MOST_PIECES);) {
      const piece = tokens[--head]?.piece;
      if (piece === 'tail') depth++;
      else if (piece === 'head') depth--;
    }
  }
  const start = tokens[head]?.start ?? 0;
  const callee = form.call.pattern.exec(text.slice(Math.max(0, start - BEFORE), start))?.[0] ?? '';
  return form.curried.test(callee) ? start - callee.length : undefined;
}

/** A call that takes a title: where its parenthesis is, which token is the first behind it, and where the callee begins. */
interface Place {
  readonly at: number;
  readonly next: number;
  readonly from: number;
}

function callAt(text: string, tokens: readonly Token[], { at, next, from }: Place, parent: TestCall | undefined): TestCall | undefined {
  let index = next;
  let end = at + 1;
  while (tokens[index]?.kind === 'comment' && text.slice(end, tokens[index]?.start).trim() === '') end = tokens[index++]?.end ?? end;
  const token = tokens[index];
  const call = { from, callee: text.slice(from, at), at, ...(parent && { parent }) };
  if (token?.kind === 'string' && token.start - end <= BEFORE && BEFORE_STRING.pattern.test(text.slice(end, token.start)))
    return { ...call, token: index };
  const named = NAMED.exec(text.slice(end, Math.min(end + 2 * BEFORE, token?.start ?? Infinity)));
  const name = named?.[1];
  if (!named || name === undefined) return undefined;
  return { ...call, name: { start: end + named[0].length - name.length, end: end + named[0].length } };
}
