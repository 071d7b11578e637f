import { groupsBetween } from './boundaries.ts';
import type { SpelledName } from './boundaries.ts';
import type { Entry } from '../resultTable.ts';
import type { ShownName, Sought } from './sought.ts';
import type { Template } from './testWords.ts';
import { countWords, templateOf, templateStarts, wordsOf } from './testWords.ts';

/** Words that fill a place at the beginning of a title. */
const MOST_FILLED = 20;

/** True if the words of a result may be those of the test, with others before them. */
export function mayEndIn(words: string, name: ShownName): boolean {
  return name.kind === 'template' ? partStarts(words, name.template).length > 0 : words.endsWith(name.words);
}

/**
 * Where the words of the test may begin in those of a result, which they end.
 *
 * @param spelled the result as it is written.
 * @param mayFill true if words before those of a title that begins with a place may fill it: ` a is refused ` for `%s is refused`.
 */
export function startsIn(words: string, name: ShownName, spelled: SpelledName, mayFill: boolean): readonly number[] {
  if (name.kind === 'fixed') return words.endsWith(name.words) ? [words.length - name.words.length] : [];
  const starts = partStarts(words, name.template);
  const filled = name.template.opens || !mayFill ? [] : starts.flatMap((start) => filledStarts(words, start, name.raw, spelled));
  return name.template.parts.length === 0 ? filled : [...starts, ...filled];
}

/** Where the first words of a template begin; where it has none, the end. */
function partStarts(words: string, template: Template): readonly number[] {
  return template.parts.length === 0 ? [words.length - 1] : templateStarts(words, template);
}

/** Where what fills a place at the beginning of a title may begin: not in a group before it. */
function filledStarts(words: string, end: number, raw: string, spelled: SpelledName): readonly number[] {
  const most = groupsBetween(raw);
  const last = countWords(words.slice(0, end + 1));
  const starts: number[] = [];
  let at = end;
  for (let word = last - 1; word >= 0 && starts.length < MOST_FILLED; word -= 1) {
    if (spelled.groupsBetween(word, last) > most) break;
    at = words.lastIndexOf(' ', at - 1);
    starts.push(at);
  }
  return starts;
}

/** True for a result that has the very title of another test of the file, and not that of this one. */
export function isOfAnother({ besides, around }: Sought, name: ShownName, { result: { title } }: Entry): boolean {
  if (besides.length === 0) return false;
  const others = besides.filter((other) => endsLiterally(title, other));
  if (name.kind === 'template') return others.length > 0 || besides.some((other) => fitsCloser(title, other, name.template));
  if (others.length === 0) return false;
  if (!endsLiterally(title, name.raw)) return true;
  const own = [...around.flatMap((group) => (group.kind === 'fixed' ? [group.raw] : [])).toReversed(), name.raw].join(' > ');
  return others.some((other) => other.length > own.length);
}

function endsLiterally(title: string, end: string): boolean {
  return title.endsWith(end) && !/[\p{L}\p{M}\p{N}]$/u.test(title.slice(0, title.length - end.length));
}

/** True if the title fills the places of the other as well, and has more of its words: `adds 1 to 2` is of `adds %i to %i` and not of `adds %s`. */
function fitsCloser(title: string, other: string, own: Template): boolean {
  const template = templateOf(other);
  if (!template || template.parts.length === 0 || wordsIn(template) <= wordsIn(own)) return false;
  return templateStarts(wordsOf(title), template).length > 0;
}

function wordsIn({ parts }: Template): number {
  return parts
    .join(' ')
    .split(' ')
    .filter((word) => word !== '').length;
}
