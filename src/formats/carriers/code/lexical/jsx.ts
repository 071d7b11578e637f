import { blockComment, lineComment, quoted } from '../rules.ts';
import type { Rule, Scan } from '../scan.ts';

/** A tag that opens: `<p`, `<Menu.Item`, `<>`. */
const OPENS = /<(?:(?<name>[A-Za-z_$][\w$.:-]*)(?=[\s/>])|(?=>))/y;
/** Where an expression begins; behind a name or a bracket that closes, `<` compares or opens the arguments of a type. */
const BEFORE_EXPRESSION = /(?:[(,=:[!&|?{};]|=>|(?<![\w$.])(?:return|default|yield))$/u;
/** What matters between the signs of a tag, and in the text of an element. */
const IN_TAG = /["'{>/]/g;
const IN_TEXT = /[<{]/g;
/** Behind the name of a tag: what only an element has. */
const TAG_ALONE = /^(?:[^{}<>]{0,500}\/>|(?:\s+[\w:-]+){0,20}(?:\s+[\w:-]+=["'{]|\s+\{\s*\.\.\.))/u;
/** More names than this no file has elements of; a search through the text is made for each. */
const MOST_NAMES = 300;

const ATTRIBUTE_COMMENTS: readonly Rule[] = [lineComment('//'), blockComment('/*', '*/')];
const ATTRIBUTE_STRINGS: readonly Rule[] = [
  quoted('"', '"', { escape: 'none', multiline: true }),
  quoted("'", "'", { escape: 'none', multiline: true }),
];

/** Where the last tag that closes a name begins, in one text. */
const closings = new WeakMap<Scan, Map<string, number>>();

/**
 * An element of JSX: its text holds no comments and no strings, so `<p>// no comment, don't</p>` has none; what is between braces is code again. An
 * element is one that ends by itself or has its closing tag behind it, which tells it from the parameters of a type, `<T>(x: T) => x`.
 */
export const jsxElement: Rule = {
  first: '<',
  brackets: '{}',
  match(scan, at) {
    // Most are signs of comparison, or open the arguments of a type.
    if (!opensName(scan.text.charCodeAt(at + 1)) || endsName(scan.text.charCodeAt(at - 1))) return undefined;
    OPENS.lastIndex = at;
    const match = OPENS.exec(scan.text);
    if (!match) return undefined;
    const before = scan.codeBefore(at);
    if (before >= 0 && !BEFORE_EXPRESSION.test(scan.text.slice(Math.max(0, before - 8), before + 1))) return undefined;
    const name = match.groups?.['name'] ?? '';
    const { lastIndex } = OPENS;
    if (lastClosing(scan, name) < at && !isElement(scan.text, lastIndex)) return undefined;
    return element(scan, { at: lastIndex, within: 'tag', depth: 1 });
  },
};

/** A letter, `_`, `$` or the `>` of `<>`. */
function opensName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 62 || code === 95 || code === 36;
}

/** A letter, a digit, `_`, `$`, `)` or `]`. */
function endsName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || [95, 36, 41, 93].includes(code);
}

function lastClosing(scan: Scan, name: string): number {
  const known = closings.get(scan) ?? new Map<string, number>();
  closings.set(scan, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= MOST_NAMES) return -1;
  const at = scan.text.lastIndexOf(`</${name}>`);
  known.set(name, at);
  return at;
}

/** `<Stock />` and `<Stock open of={1}`: the parameters of a type have no attributes. */
function isElement(text: string, at: number): boolean {
  return TAG_ALONE.test(text.slice(at, at + 1000));
}

/** Where it goes on: within a tag, or in the text of an element; so many elements are open. */
interface Place {
  readonly at: number;
  readonly within: 'tag' | 'text';
  readonly depth: number;
}

/** Up to where the outermost element ends, or the next brace opens. */
function element(scan: Scan, begin: Place): number {
  let place = begin;
  while (place.depth > 0) {
    const signs = place.within === 'tag' ? IN_TAG : IN_TEXT;
    signs.lastIndex = place.at;
    const match = signs.exec(scan.text);
    if (!match) return scan.text.length;
    if (match[0] === '{') {
      const { within, depth } = place;
      const resume = (resumed: Scan, closing: number): number => element(resumed, { at: closing + 1, within, depth });
      scan.frames.push({ opening: '{', closing: '}', depth: 0, resume });
      return match.index + 1;
    }
    place = place.within === 'tag' ? behindSign(scan, match.index, place.depth) : behindTag(scan.text, match.index, place.depth);
  }
  return place.at;
}

/** Behind a sign within a tag. */
function behindSign(scan: Scan, at: number, depth: number): Place {
  const sign = scan.text[at];
  if (sign === '>') return { at: at + 1, within: 'text', depth };
  if (sign === '/' && scan.text[at + 1] === '>') return { at: at + 2, within: 'text', depth: depth - 1 };
  return { at: firstMatch(sign === '/' ? ATTRIBUTE_COMMENTS : ATTRIBUTE_STRINGS, scan, at) ?? at + 1, within: 'tag', depth };
}

/** Behind the `<` of a tag in a text, or behind one that is only a sign. */
function behindTag(text: string, at: number, depth: number): Place {
  if (text[at + 1] === '/') {
    const closed = text.indexOf('>', at);
    return closed < 0 ? { at: text.length, within: 'text', depth: 0 } : { at: closed + 1, within: 'text', depth: depth - 1 };
  }
  OPENS.lastIndex = at;
  return OPENS.test(text) ? { at: OPENS.lastIndex, within: 'tag', depth: depth + 1 } : { at: at + 1, within: 'text', depth };
}

function firstMatch(rules: readonly Rule[], scan: Scan, at: number): number | undefined {
  for (const rule of rules) {
    const end = rule.first === scan.text[at] ? rule.match(scan, at) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
}
