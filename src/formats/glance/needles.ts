import { literalPattern } from '../../text/patterns/regExp.ts';
/**
 * What is in every text that says something in a notation, in ASCII: a string anywhere in it (`@relation(`), or two strings on one
 * line of it, for a notation whose marks are too common alone (`['->', '~']`).
 */
export type Needle = string | readonly [string, string];

/**
 * How rare the characters of a text are in code, added up, so that of two needles the rarer one can be told: `rarity('~')` is more
 * than `rarity('->')`.
 */
export function rarity(text: string): number {
  let sum = 0;
  for (const character of text) sum += bits(character);
  return sum;
}

/** About the binary logarithm of how many characters of code there are to one of these. */
function bits(character: string): number {
  if (character === ' ') return 2;
  if (/[a-z]/u.test(character)) return 'etaoinsrl'.includes(character) ? 5 : 7;
  if (/[A-Z]/u.test(character)) return 8;
  return '()_.,/:;="{}<>-*'.includes(character) ? 7 : 10;
}

/** Those of a list that hold no other one of it, which stands wherever they do: `['req: ']` for `['req: ', '@req: ']`. */
export function withoutLonger(needles: readonly string[]): readonly string[] {
  const all = [...new Set(needles)];
  return all.filter((needle) => !all.some((other) => other !== needle && needle.includes(other)));
}

/**
 * A search for all of the needles at once: `compileNeedles(['@relation(', ['->', '~']])('// [impl->req~x~1]')` is true.
 *
 * Bytes of UTF-8, read as Latin-1, do as well as the text itself. Strings that begin with a rare character are looked for by it, and others by the
 * rarest two that they hold, which is several times as quick as an expression; only very many others go into one expression. It takes time linear in the length of the text.
 */
export function compileNeedles(needles: readonly Needle[]): (text: string) => boolean {
  const strings = withoutLonger(needles.filter((needle) => typeof needle === 'string'));
  const pairs = needles.filter((needle) => typeof needle !== 'string').map(rarerFirst);
  const byStart = new Map<string, string[]>();
  const others: string[] = [];
  for (const string of strings) {
    const start = string.slice(0, 2);
    if (!BEGINS_RARE.test(string)) others.push(string);
    else if (byStart.get(start)?.push(string) === undefined) byStart.set(start, [string]);
  }
  const rare = [...byStart.values()].map(searchByStart);
  const expression = others.length <= FEW ? undefined : new RegExp(others.map(literalPattern).join('|'));
  const searches = expression ? rare : [...rare, ...others.map(searchByRarest)];
  return (text) =>
    searches.some((search) => search(text)) ||
    expression?.test(text) === true ||
    pairs.some(([scarce, other]) => standOnOneLine(text, scarce, other));
}

/** More strings than this take longer one by one than an expression does for all: it looks at each character, a search only at those that are rare. */
const FEW = 24;
/** Capitals, and what is as rare in code; a full stop or a bracket is not. */
const BEGINS_RARE = /^[A-Zjqxz@#$%&?^~\\`]./u;

/** Looks for strings of one beginning, `US-`, `US1`, by that. */
function searchByStart(strings: readonly string[]): (text: string) => boolean {
  const [first = ''] = strings;
  if (strings.length === 1) return (text) => text.includes(first);
  const start = first.slice(0, 2);
  const expression = new RegExp(strings.map(literalPattern).join('|'), 'y');
  return (text) => {
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      expression.lastIndex = at;
      if (expression.test(text)) return true;
    }
    return false;
  };
}

/**
 * Looks for a string by its end from the character on that is rarest in code together with the next one, `ry ` of `story `. The first of the two counts
 * twice: an engine jumps from one place of it to the next.
 */
function searchByRarest(string: string): (text: string) => boolean {
  const scores = Array.from(string, (character, at) => 2 * bits(character) + (at + 1 < string.length ? bits(string.charAt(at + 1)) : 0));
  const before = scores.lastIndexOf(Math.max(...scores));
  const end = string.slice(before);
  return (text) => {
    for (let at = text.indexOf(end, before); at >= 0; at = text.indexOf(end, at + 1)) if (text.startsWith(string, at - before)) return true;
    return false;
  };
}

function rarerFirst([a, b]: readonly [string, string]): readonly [string, string] {
  return rarity(a) < rarity(b) ? [b, a] : [a, b];
}

function standOnOneLine(text: string, rare: string, other: string): boolean {
  let at = text.indexOf(rare);
  while (at >= 0) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    if (text.slice(text.lastIndexOf('\n', at) + 1, end).includes(other)) return true;
    at = text.indexOf(rare, end);
  }
  return false;
}
