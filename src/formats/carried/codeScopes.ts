import type { Token } from '../carriers/code/scan.ts';
import type { CarriedCode } from './carriedCode.ts';

/** A stretch of code whose references look first in the namespace that something written there points at. */
export interface CodeScope {
  /** Any trailing part of the namespace's path. */
  readonly namespace: string;
  readonly start: number;
  readonly end: number;
}

/** A name and nothing else: words and numbers with hyphens, full stops and folders between; `.md` at its end is the file's. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,99}(?:[./][\p{L}\p{N}_][\p{L}\p{N}_-]{0,99}){0,11}$/u;
/** Hardly anything else than a folder: `001-kettle`, `specs/kettle`. In a comment, other single words are none. */
const FOLDER = /^\d{3,14}-|\//u;
const ID = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d/u;
/** As folders are called that have no number; ids and names of classes have capitals. */
const WORD = /^[\p{Ll}\p{N}_-]+$/u;
/** `@story docs/kettle.story.md`, as eslint-plugin-traceability has it. */
const STORY = /^@story[ \t]+(?<name>\S{1,300})[ \t]*$/u;
/** What stands before the words of a line of comment. */
const DECORATION = /^[\s*/#;!<>%-]*(?:(?:feature|spec)[ \t]*:[ \t]*)?/iu;
/** What may stand between a parenthesis and a title. */
const OPENS = /\(\s*[\p{L}$@]{0,2}$/u;
const BEFORE = 100;

/**
 * The scopes of a code file: `describe('001-kettle', …)` holds for what the call holds, a line of comment that is just `001-kettle` up to the end of
 * its block or the next such line, `@story docs/kettle.story.md` for the comment that it stands in. Whether there is such a namespace the index knows.
 */
export function codeScopes(code: CarriedCode): readonly CodeScope[] {
  const { tokens, role, text } = code;
  const begun: Begun[] = [];
  for (const token of tokens) {
    if (token.kind === 'comment') begun.push(...inComment(text, token));
    else if (role === 'test' && token.piece === undefined) {
      const namespace = nameIn(text.slice(token.innerStart, Math.min(token.innerEnd, token.innerStart + 400)));
      if (namespace !== undefined && OPENS.test(text.slice(Math.max(0, token.start - BEFORE), token.start)))
        begun.push({ kind: 'title', namespace, at: token.start });
    }
  }
  return begun.length === 0 ? [] : ended(code, begun);
}

/** The scope of an offset: the innermost around it that is plainly a folder; of single words, which may be names of anything, the outermost. */
export function scopeAt(scopes: readonly CodeScope[], offset: number): string | undefined {
  const around = scopes.filter(({ start, end }) => start <= offset && offset < end);
  return (around.findLast(({ namespace }) => FOLDER.test(namespace)) ?? around[0])?.namespace;
}

interface Begun {
  readonly kind: 'title' | 'line' | 'comment';
  readonly namespace: string;
  readonly at: number;
  /** Where it ends at the latest. */
  readonly end?: number;
}

function nameIn(text: string): string | undefined {
  const name = text.trim();
  return NAME.test(name) && !ID.test(name) && (FOLDER.test(name) || WORD.test(name)) ? name.replace(/\.md$/u, '') : undefined;
}

function* inComment(text: string, token: Token): Generator<Begun> {
  const inner = text.slice(token.innerStart, token.innerEnd);
  if (!inner.includes('-') && !inner.includes('/')) return;
  for (const { 0: line, index } of inner.matchAll(/[^\n\r]+/gu)) {
    if (line.length > 500) continue;
    const words = line.replace(DECORATION, '').trimEnd();
    const story = STORY.exec(words)?.groups?.['name'];
    const at = token.innerStart + index;
    if (story !== undefined) yield { kind: 'comment', namespace: story.replace(/\.md$/u, ''), at, end: endOfComment(text, token) };
    const namespace = FOLDER.test(words) ? nameIn(words) : undefined;
    if (namespace !== undefined) yield { kind: 'line', namespace, at };
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
      if (one.kind !== 'comment') stack.at(-1)?.push(scope);
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
  return scopes;
}
