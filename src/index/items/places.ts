import type { RequirementFacts } from '../../model/facts.ts';

/** Signs of scripts that put no blanks between words, one by one; else words of three letters or more, since shorter ones say little. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|[\p{L}\p{N}]{3,}/gu;
/** Of the words of the shorter title, how many the other one has if both name one thing. */
const ENOUGH = 0.5;

/**
 * True for two places of one key that are one item, as their notation says: both may be written elsewhere too, and where the key is not enough, at
 * least half of the words of the shorter title are in the other. *Boil the water* in a list of epics is *Boil water (done)* in its own file.
 */
export function isOneItem(a: RequirementFacts, b: RequirementFacts): boolean {
  if (!a.place || !b.place) return false;
  return !(a.place.byTitle && b.place.byTitle) || areAlike(a.title, b.title);
}

/** True for two titles that may name one thing: at least half of the words of the shorter one are in the other. */
export function areAlike(a: string, b: string): boolean {
  const [fewer, more] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.size - other.size);
  if (!fewer || !more || fewer.size === 0) return true;
  const common = [...fewer].filter((word) => more.has(word)).length;
  return common >= fewer.size * ENOUGH;
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().match(WORD));
}
