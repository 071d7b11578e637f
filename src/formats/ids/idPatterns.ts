import { literalPattern } from '../../text/patterns/regExp.ts';
import { addTo } from '../../text/grouping.ts';
import { createIdGrammar } from './idGrammar.ts';

/** How many kinds of ids are named one by one. */
const MOST_KINDS = 6;
/** How many ids a pattern is made of. */
const MOST_IDS = 500;

/**
 * A regular expression for `ids:` that reads these ids, tried on each of them: of `NFR-PERF` and `NFR-SPEED` it is `NFR-[A-Z]+`. Undefined if there is none
 * that does.
 */
export function idPattern(ids: readonly string[]): string | undefined {
  const seen = [...new Set(ids)].slice(0, MOST_IDS);
  return [exact(seen), loose(seen)].find((pattern) => pattern !== undefined && readsAll(pattern, seen));
}

/**
 * Patterns for ids of several documents, one to a kind: those of `REQ-AUTOFIX-SAFE` and `REQ-FORMAT` are read by `REQ-[A-Z]+(?:-[A-Z]+)*`, whatever the pattern of each
 * document was.
 *
 * @param seen of each document an id, and the pattern that reads all of its ids.
 */
export function jointPatterns(seen: readonly { readonly id: string; readonly pattern: string }[]): readonly string[] {
  const byKind = new Map<string, (typeof seen)[number][]>();
  for (const one of seen) addTo(byKind, /^[A-Za-z]+[^A-Za-z0-9]?/u.exec(one.id)?.[0] ?? '', one);
  return [...byKind.values()].flatMap((ofKind) => {
    const patterns = [...new Set(ofKind.map(({ pattern }) => pattern))];
    const joint = patterns.length > 1 ? loose(ofKind.map(({ id }) => id)) : undefined;
    const reads =
      joint !== undefined &&
      readsAll(
        joint,
        ofKind.map(({ id }) => id),
      );
    return reads ? [joint] : patterns;
  });
}

function readsAll(pattern: string, ids: readonly string[]): boolean {
  const grammar = createIdGrammar([pattern]);
  return ids.every((id) => grammar.isCustom(id) && grammar.leadingId(`${id}: x`) === id);
}

/** Segment by segment, where all have the same punctuation: `US-[0-9]+-[0-9]+`. */
function exact(ids: readonly string[]): string | undefined {
  const all = ids.map((id) => id.match(/[A-Za-z0-9]+|[^A-Za-z0-9]/gu) ?? []);
  const [first] = all;
  const isAlike = (parts: readonly string[]): boolean =>
    parts.length === first?.length && parts.every((part, at) => at % 2 === 0 || part === first[at]);
  if (!first || !all.every(isAlike)) return undefined;
  const pieces = first.map((part, at) => {
    if (at % 2 > 0) return literalPattern(part);
    const values = all.map((parts) => parts[at] ?? '');
    return at === 0 ? head(values) : segment(values);
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/** The kinds with whatever letters follow: `REQ-[A-Z]+(?:-[A-Z]+)*`. */
function loose(ids: readonly string[]): string | undefined {
  const kinds = ids.map((id) => /^[A-Za-z]+/u.exec(id)?.[0] ?? '');
  const rests = ids.map((id, at) => id.slice(kinds[at]?.length));
  const [separator = ''] = rests[0] ?? '';
  const isShared = /[^A-Za-z0-9]/u.test(separator) && rests.every((rest) => rest.startsWith(separator));
  const behind = isShared ? rests.map((rest) => rest.slice(1)) : rests;
  return kinds.includes('') ? undefined : oneOf(kinds) + (isShared ? literalPattern(separator) : '') + letters(behind);
}

function head(values: readonly string[]): string | undefined {
  const parts = values.map((value) => /^([A-Za-z]+)(\d*)$/u.exec(value));
  const digits = new Set(parts.map((part) => (part?.[2] ?? '') !== ''));
  if (parts.includes(null) || digits.size > 1) return undefined;
  return oneOf(parts.map((part) => part?.[1] ?? '')) + (digits.has(true) ? '[0-9]+' : '');
}

function segment(values: readonly string[]): string {
  const [first = ''] = values;
  const fits = (shape: RegExp): boolean => values.every((value) => shape.test(value));
  if (fits(/^\d+$/u)) return '[0-9]+';
  if (fits(/^[A-Z]+$/u)) return values.length > 1 && values.every((value) => value === first) ? first : '[A-Z]+';
  if (fits(/^[a-z]+$/u)) return '[a-z]+';
  if (fits(/^\d+[a-z]$/u)) return '[0-9]+[a-z]';
  return fits(/^[0-9A-F]+$/u) ? '[0-9A-F]+' : letters(values);
}

function oneOf(kinds: readonly string[]): string {
  const different = [...new Set(kinds)].sort();
  if (different.length === 1) return literalPattern(different[0] ?? '');
  return different.length > MOST_KINDS ? letters(different) : `(?:${different.map(literalPattern).join('|')})`;
}

/**
 * The letters that occur, and the marks between them: `[A-Z]+(?:-[A-Z]+)*`. A mark at the end is none of an id, so that `REQ-ERROR-*` of a comment
 * is not read as the id `REQ-ERROR-`.
 */
function letters(values: readonly string[]): string {
  const text = values.join('');
  const range = [/[A-Z]/u.test(text) && 'A-Z', /[a-z]/u.test(text) && 'a-z', /\d/u.test(text) && '0-9']
    .filter((one) => one !== false)
    .join('');
  const marks = [...new Set(text.replace(/[A-Za-z0-9-]/gu, ''))].sort().map((mark) => mark.replace(/[\\\]^]/u, '\\$&'));
  if (text.includes('-')) marks.push('-');
  if (marks.length === 0) return `[${range}]+`;
  if (!values.every((value) => WORDS.test(value))) return `[${range}${marks.join('')}]+`;
  const [only = ''] = marks;
  return `[${range}]+(?:${marks.length > 1 ? `[${marks.join('')}]` : literalPattern(only)}[${range}]+)*`;
}

/** Words with one mark between two of them. */
const WORDS = /^[A-Za-z0-9]+(?:[^A-Za-z0-9][A-Za-z0-9]+)*$/u;
