import { GAP } from './gap.ts';
import type { ShownPattern } from '../../text/patterns/shownPattern.ts';

/** Bounded, as several may follow each other with nothing between. */
const SPACE = `${GAP}{0,3}`;
const BLANK = `${GAP}{1,3}`;
/** What may be between an id and what is said of it. */
const BEHIND = String.raw`${SPACE}[,;–—:-]?${SPACE}[([]?${SPACE}`;
const CLAUSE_END = String.raw`(?=${SPACE}(?:$|[)\]}"”,;.:!]|\*\/|-->|[-–—]${BLANK}))`;
const DONE =
  'implemented|done|complete|completed|finished|covered|supported|met|satisfied|fulfilled|tested|verified|working|ready|started|possible';

/** Words behind a list that say that what it names is not done, or not all of it, as they are written: with a capital a title may begin. */
const UNDONE: readonly RegExp[] = [
  new RegExp(String.raw`${SPACE}[,;]?${SPACE}[([]?${SPACE}(?:partially|partly|in part|unimplemented|teilweise)(?![\p{L}-])`, 'uy'),
  new RegExp(String.raw`${BEHIND}(?:TODO|FIXME|TBD|WIP)\b`, 'uy'),
  new RegExp(String.raw`${SPACE}\[ \]`, 'uy'),
  new RegExp(String.raw`${BEHIND}(?:尚未|未)(?:实现|完成|實現|测试)`, 'uy'),
];
/** The same in small letters. */
const UNDONE_IN_SMALL: readonly RegExp[] = [
  new RegExp(
    String.raw`${BEHIND}(?:partial|partially|partly|in part|incomplete|unfinished|unimplemented|pending|to do|to be done|to be implemented|work in progress|stub|stubbed|planned|teilweise)${CLAUSE_END}`,
    'uy',
  ),
  new RegExp(String.raw`${BEHIND}(?:but${BLANK})?not${BLANK}yet\b`, 'uy'),
  new RegExp(
    String.raw`${BEHIND}(?:(?:is|are|was|it|this|still|but|yet|currently)${BLANK}){0,3}(?:not|never|isn['’]t|aren['’]t|no longer)(?:${BLANK}(?:yet|fully|completely|entirely|really|been|all|currently|correctly)){0,2}(?:${CLAUSE_END}|${BLANK}(?:${DONE})(?![\p{L}\p{N}-]))`,
    'uy',
  ),
  new RegExp(
    String.raw`${BEHIND}(?:noch )?nicht(?: vollständig| ganz)?(?:${CLAUSE_END}|${BLANK}(?:implementiert|umgesetzt|erfüllt|fertig|erledigt)(?!\p{L}))`,
    'uy',
  ),
];

/** What is before a keyword that it takes back: `does not @implements REQ-1`, `TODO: @implements REQ-1`. */
export const TAKEN_BACK: ShownPattern = {
  pattern:
    /(?:(?<![\p{L}\p{N}_-])(?:(?:not|never|no longer|cannot)(?: (?:yet|fully|really|completely|any more|anymore))?|(?:TODO|FIXME|TBD)(?:\([^()]{0,40}\))?)|n['’]t(?: (?:yet|fully|really))?)[\s:,-]*$/u,
  fits: ['does not ', 'is not yet ', 'TODO: ', 'FIXME(ann) - ', "doesn't fully "],
  misses: ['knot ', 'not here, ', 'cannot say that it '],
};
/** How far before a keyword such words are looked for, in characters. */
const BEFORE = 80;

/** A stretch of words, in offsets of the text that it was found in. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the words behind a list say if they say that it is not done: `not yet` in `REQ-1 (not yet)`; of `REQ-1, not REQ-2` nothing. */
export function undoneBehind(words: string): Words | undefined {
  const found = matchOf(UNDONE, words) ?? matchOf(UNDONE_IN_SMALL, inSmallLetters(words));
  return found === undefined ? undefined : inner(words.slice(0, found));
}

/** The length of what the first of some patterns finds at the beginning of a text. */
function matchOf(patterns: readonly RegExp[], text: string): number | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return undefined;
}

/** What stands right before a keyword, in its own line, and takes it back. */
export function undoneBefore(text: string, lineStart: number, at: number): Words | undefined {
  const from = Math.max(lineStart, at - BEFORE);
  const match = TAKEN_BACK.pattern.exec(text.slice(from, at));
  if (!match) return undefined;
  const found = inner(match[0]);
  return { ...found, start: from + match.index + found.start, end: from + match.index + found.end };
}

function inner(raw: string): Words {
  const start = raw.length - raw.replace(/^[\s,;:(–—-]+/u, '').length;
  const text = raw.slice(start).replace(/[\s:,-]+$/u, '');
  return { text, start, end: start + text.length };
}

/** A text in small letters, as long as the text itself; one that would change its length stays as it is. Expressions that ignore the case are slow to compile. */
export function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}
