import type { Token } from '../carriers/code/scan.ts';
import { lastWhere } from '../../text/search.ts';
import type { CarriedCode } from './carriedCode.ts';
import type { ShownPattern } from '../../text/patterns/shownPattern.ts';

/** A stretch of code whose references look first in the namespace that something written there points at. */
export interface CodeScope {
  /** Any trailing part of the namespace's path. */
  readonly namespace: string;
  readonly start: number;
  readonly end: number;
}

/** A name and nothing else: words and numbers with hyphens, full stops and folders between; `.md` at its end is the file's. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,99}(?:[./][\p{L}\p{N}_][\p{L}\p{N}_-]{0,99}){0,11}$/u;
/** What a comment holds that names a folder in any way. */
const MAY_NAME = /\d{3}|\/|@story/u;
/** Hardly anything else than a folder: `001-kettle`, `specs/kettle`. In a comment, other single words are none. */
const FOLDER = /^\d{3,14}(?:-|$)|\//u;
const ID = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d/u;
/** As folders are called that have no number; ids and names of classes have capitals. */
const WORD = /^[\p{Ll}\p{N}_-]+$/u;
/** `@story docs/kettle.story.md`, as eslint-plugin-traceability has it. */
const STORY = /^@story[ \t]+(?<name>\S{1,300})[ \t]*$/u;
/** A folder within a sentence, which the ids behind it are of: `(017-filters US2, FR-009)`, `spec 010 FR-002`. */
export const PHRASE: ShownPattern = {
  pattern:
    /(?<![\p{L}\p{N}_/.-])(?:(?:specs?|features?)[ /]`?)?(?<name>(?:\d{3}|\d{8}-\d{6})-\p{L}[\p{L}\p{N}_-]{0,80})|(?<![\p{L}\p{N}_/.-])(?:specs?|features?)[ /]`?(?<number>\d{3})(?![\p{L}\p{N}_-])/giu,
  fits: ['(017-filters US2, FR-009)', 'spec 010 FR-002', 'features/`001-kettle`', '20260101-120000-kettle'],
  misses: ['spec 10', 'filters', '2017-filters', 'spec 0101'],
};
/** What is before the words of a line of comment. */
const DECORATION = /^[\s*/#;!<>%-]*(?:(?:feature|spec)[ \t]*:[ \t]*)?/iu;
/** What may be between a parenthesis and a title. */
const OPENS = /\(\s*[\p{L}$@]{0,2}$/u;
const BEFORE = 100;
/** A longer line is data. */
const LONGEST = 500;

/**
 * The scopes of a code file: `describe('001-kettle', …)` holds for what the call holds, a line of comment that is just `001-kettle` up to the end of
 * its block or the next such line, `@story docs/kettle.story.md` for the comment that it is in, a folder within a sentence for what follows
 * there. Whether there is such a namespace the index knows.
 */
export function codeScopes(code: CarriedCode): readonly CodeScope[] {
  const { tokens, role, text } = code;
  const begun: Begun[] = [];
  for (const token of tokens) {
    if (token.kind === 'comment') begun.push(...inComment(text, token));
    else if (role === 'test' && token.piece === undefined) begun.push(...inTitle(text, token));
  }
  return begun.length === 0 ? [] : ended(code, begun);
}

/** The scopes of a file, asked by offset. */
export class ScopeMap {
  /** Offsets from which on a scope holds, or none does, in order. */
  readonly #from: number[] = [];
  readonly #names: (string | undefined)[] = [];

  constructor(scopes: readonly CodeScope[]) {
    const starts = scopes.map((scope) => ({ at: scope.start, scope, opens: true }));
    const ends = scopes.map((scope) => ({ at: scope.end, scope, opens: false })).reverse();
    // Where one ends, what was opened last is closed first.
    const events = [...ends, ...starts].sort((a, b) => a.at - b.at);
    const folders: CodeScope[] = [];
    const words: CodeScope[] = [];
    for (const { at, scope, opens } of events) {
      const open = FOLDER.test(scope.namespace) ? folders : words;
      if (opens) open.push(scope);
      else open.splice(open.lastIndexOf(scope), 1);
      this.#from.push(at);
      this.#names.push((folders.at(-1) ?? words[0])?.namespace);
    }
  }

  /** The innermost scope around an offset that is plainly a folder; of single words, which may be names of anything, the outermost. */
  at(offset: number): string | undefined {
    return this.#names[lastWhere(this.#from.length, (index) => (this.#from[index] ?? 0) <= offset)];
  }
}

interface Begun {
  readonly kind: 'title' | 'line' | 'comment' | 'phrase';
  readonly namespace: string;
  readonly at: number;
  /** Where it ends at the latest. */
  readonly end?: number;
}

function nameIn(text: string): string | undefined {
  const name = text.trim();
  return NAME.test(name) && !ID.test(name) && (FOLDER.test(name) || WORD.test(name)) ? name.replace(/\.md$/u, '') : undefined;
}

function* inTitle(text: string, { start, innerStart, innerEnd }: Token): Generator<Begun> {
  const title = text.slice(innerStart, Math.min(innerEnd, innerStart + LONGEST));
  const namespace = nameIn(title);
  if (namespace === undefined) yield* inSentence(title, innerStart);
  else if (OPENS.test(text.slice(Math.max(0, start - BEFORE), start))) yield { kind: 'title', namespace, at: start };
}

/** Folders that a title or a line of comment names, each up to the end of it. */
function* inSentence(words: string, start: number): Generator<Begun> {
  if (!/\d{3}/u.test(words)) return;
  for (const { groups, index } of words.matchAll(PHRASE.pattern)) {
    const namespace = groups?.['name'] ?? groups?.['number'] ?? '';
    yield { kind: 'phrase', namespace, at: start + index, end: start + words.length };
  }
}

function* inComment(text: string, token: Token): Generator<Begun> {
  const inner = text.slice(token.innerStart, token.innerEnd);
  if (!MAY_NAME.test(inner)) return;
  for (const { 0: line, index } of inner.matchAll(/[^\n\r]+/gu)) {
    if (line.length > LONGEST || !/[-/\d]/u.test(line)) continue;
    const words = line.replace(DECORATION, '').trimEnd();
    const story = STORY.exec(words)?.groups?.['name'];
    const at = token.innerStart + index;
    if (story !== undefined) yield { kind: 'comment', namespace: story.replace(/\.md$/u, ''), at, end: endOfComment(text, token) };
    const namespace = FOLDER.test(words) ? nameIn(words) : undefined;
    if (namespace !== undefined) yield { kind: 'line', namespace, at };
    else if (story === undefined) yield* inSentence(line, at);
  }
}

/** A comment of several lines ends with it, line comments with the first line that is not directly below. */
function endOfComment(text: string, { start, end, block }: Token): number {
  if (block) return end;
  const mark = /^\S{1,3}/u.exec(text.slice(start, start + 3))?.[0] ?? '';
  let last = end;
  for (const { 0: line, index } of text.slice(end, end + 5000).matchAll(/(?:\r\n|\n|\r)[ \t]*(?<words>[^\r\n]*)/gu)) {
    if (mark === '' || !line.trimStart().startsWith(mark)) break;
    last = end + index + line.length;
  }
  return last;
}

/** Lets each scope end: a title's where its call is closed, a line's where its block is, or where the next line begins another. */
function ended({ text, tokens }: CarriedCode, begun: readonly Begun[]): readonly CodeScope[] {
  const scopes: { readonly namespace: string; readonly start: number; end: number }[] = [];
  /** The scopes that each open bracket ends. */
  const stack: (typeof scopes)[] = [[]];
  let next = 0;
  const begin = (upTo: number): void => {
    for (let one = begun[next]; one && one.at <= upTo; one = begun[(next += 1)]) {
      const scope = { namespace: one.namespace, start: one.at, end: one.end ?? text.length };
      scopes.push(scope);
      if (one.kind === 'title' || one.kind === 'line') stack.at(-1)?.push(scope);
    }
  };
  const marks = /[(){}]/gu;
  let token = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const at = match.index;
    while (tokens[token] && (tokens[token]?.end ?? 0) <= at) token += 1;
    const over = tokens[token];
    if (over && over.start <= at) {
      marks.lastIndex = Math.max(over.end, at + 1);
      continue;
    }
    begin(at);
    if (match[0] === '(' || match[0] === '{') stack.push([]);
    else if (stack.length > 1) for (const scope of stack.pop() ?? []) scope.end = Math.min(scope.end, at);
  }
  begin(text.length);
  return scopes.filter(({ start, end }) => start < end);
}
