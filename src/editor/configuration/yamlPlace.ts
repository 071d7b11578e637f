import type { Position, Range } from '../../model/position.ts';
import { rangeAt } from '../../model/position.ts';
import { linesOf } from '../../text/lines.ts';

/** Where a place of a YAML file is in its tree, as far as the lines above tell; the file need not be valid. */
export interface YamlPlace {
  /** Keys from the root, `[]` for an item of a list: `['waivers', '[]', 'ref']`. Of a key the mapping that it is in. */
  readonly path: readonly string[];
  /** `key` where a key stands or may be written, `value` behind its colon; an item of a list may be either. */
  readonly where: 'key' | 'value' | 'item';
  /** What is there up to the position. */
  readonly typed: string;
  /** The whole word. */
  readonly word: string;
  readonly range: Range;
}

/** A line taken apart: `  - ref: x` has the columns 4 for its key and 2 for its dash. */
interface Line {
  readonly column: number;
  readonly dashes: readonly number[];
  readonly key?: string;
  readonly value: string;
}

const WORD_BEFORE = /[^\s,[\]{}:"'#]*$/u;
const WORD_AFTER = /^[^\s,[\]{}:"'#]*/u;
const LONGEST_LINE = 2000;

/** Reads the place from the lines; undefined in a comment, and on a line that no person wrote. */
export function yamlPlaceAt(text: string, { line, character }: Position): YamlPlace | undefined {
  const lines = linesOf(text);
  const whole = lines[line] ?? '';
  if (whole.length > LONGEST_LINE || /(?:^|\s)#/u.test(whole.slice(0, character))) return undefined;
  const typed = WORD_BEFORE.exec(whole.slice(0, character))?.[0] ?? '';
  const rest = WORD_AFTER.exec(whole.slice(character))?.[0] ?? '';
  const start = character - typed.length;
  const word = { typed, word: typed + rest, range: rangeAt(line, start, character + rest.length) };
  // Read only as far as the word, so that what follows the cursor is not part of where it stands.
  const here = parse(whole.slice(0, start));
  const parents = pathAbove(lines, line, here);
  if (here.key === undefined) return { ...word, ...flow(here.value, parents, here.dashes.length ? 'item' : 'key') };
  return { ...word, ...flow(here.value, [...parents, here.key], 'value') };
}

/** What is open of `[a, b` or `{ k: v, ` at the end of a value. */
function flow(value: string, outer: readonly string[], begin: YamlPlace['where']): Pick<YamlPlace, 'path' | 'where'> {
  const path = [...outer];
  let where = begin;
  for (const [mark] of value.replaceAll(/"[^"]*"|'[^']*'/gu, '').matchAll(/[[\]{},]|[^\s[\]{},:]+\s*:(?=\s|$)/gu)) {
    if (mark === '[') {
      path.push('[]');
      where = 'item';
    } else if (mark === '{') {
      path.push('{');
      where = 'key';
    } else if (mark === ']' || mark === '}') {
      while (path.length > outer.length && path.pop() !== (mark === ']' ? '[]' : '{'));
      where = 'value';
    } else if (mark === ',') {
      while (path.length > outer.length && path.at(-1) !== '[]' && path.at(-1) !== '{') path.pop();
      where = path.at(-1) === '{' ? 'key' : 'item';
    } else {
      path.push(mark.replace(/\s*:$/u, ''));
      where = 'value';
    }
  }
  return { path: path.filter((step) => step !== '{'), where };
}

/** Keys and lists that enclose a line, by columns. */
function pathAbove(lines: readonly string[], line: number, here: Line): string[] {
  const path: string[] = here.dashes.map(() => '[]');
  let column = here.dashes[0] ?? here.column;
  // A list may stand as far left as its key.
  let isList = here.dashes.length > 0;
  for (let above = line - 1; above >= 0 && (column > 0 || isList); above -= 1) {
    const text = (lines[above] ?? '').slice(0, LONGEST_LINE);
    if (/^\s*(?:#.*)?$/u.test(text)) continue;
    const parent = parse(text);
    if (parent.key !== undefined && (parent.column < column || (isList && parent.column === column && !parent.dashes.length))) {
      path.unshift(parent.key);
      column = parent.column;
      isList = false;
    }
    for (const dash of parent.dashes.toReversed()) {
      if (dash >= column) continue;
      path.unshift('[]');
      column = dash;
      isList = true;
    }
  }
  return path;
}

function parse(text: string): Line {
  const dashes: number[] = [];
  let at = /^\s*/u.exec(text)?.[0].length ?? 0;
  for (let dash = /^-\s+|^-$/u.exec(text.slice(at)); dash; dash = /^-\s+|^-$/u.exec(text.slice(at))) {
    dashes.push(at);
    at += dash[0].length;
  }
  const pair = /^("[^"]*"|'[^']*'|[^\s:#[\]{}"'][^:#]*?)\s*:(?:\s+|$)/u.exec(text.slice(at));
  if (!pair) return { column: at, dashes, value: text.slice(at) };
  return { column: at, dashes, key: (pair[1] ?? '').replace(/^["']|["']$/gu, ''), value: text.slice(at + pair[0].length) };
}
