import { say } from '../../../../model/message.ts';
import { AFTER, CRITERION, normalCriterion } from '../../../ids/criterionLabel.ts';
import { formatReference } from '../../../ids/idGrammar.ts';
import type { IdGrammar } from '../../../ids/idGrammar.ts';
import { CRITERION_NOUN, ENGLISH_CRITERION, NUMBER_SIGN } from './criterionNouns.ts';
import type { ListedReference } from './listedReference.ts';
import type { NearForm } from './nearForm.ts';
import { GAP } from '../../../references/gap.ts';
import { inSmallLetters, undoneBehind } from '../../../references/undone.ts';

/** What the words behind a list take back of it. */
export interface Narrowed {
  readonly near: NearForm;
  /** Which of its members are not claimed: the one that the words follow, or all. */
  readonly members: 'last' | 'all';
}

/** The words behind a list: where they begin and end, and what is before them. */
export interface WordsBehind {
  readonly from: number;
  readonly end: number;
  readonly last: ListedReference;
  /** False before the reason of a waiver, which nothing takes back. */
  readonly colon: boolean;
}

/** Bounded, as several may follow each other with nothing between. */
const SPACE = `${GAP}{0,3}`;
const BLANK = `${GAP}{1,3}`;
/** What may be between an id and words that still speak of it: a blank, a comma, a bracket. Behind a colon or a dash a title may begin. */
const NEAR_ID = String.raw`(?:['’]s\b|${SPACE}[,;])?${SPACE}[([{"“]?${SPACE}(?:(?:the|its|of)${BLANK})?`;
const COLON_OR_DASH = String.raw`${SPACE}[-–—:]${SPACE}`;
/** Where what was said of the id ends. */
const CLAUSE_END = String.raw`(?=${SPACE}(?:$|[)\]}"”,;.:!]|\*\/|-->|[-–—]${BLANK}))`;

const NUMERALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const NUMERAL = `(?:${NUMERALS.join('|')})`;
const ORDINAL = String.raw`(?:${ORDINALS.join('|')}|\d{1,2}(?:st|nd|rd|th))`;
const FOREIGN_ORDINAL = String.raw`(?:erstes|zweites|drittes|letztes|premier|deuxième|dernier|primer|segundo|último|primo|secondo|ultimo|primeiro|первый|второй|第[\d一二三]+[个個]?|[첫두] ?번째)`;
const PART = String.raw`(?:section|subsection|sect?\.|clause|paragraph|para\.?|part|step|point|bullet|item|scenario|example|case|rule|row|sentence|condition)`;
const SHORT_NUMBER = String.raw`\d{1,3}(?![\p{L}\d])`;

/** In small letters: one criterion by a word for its number: `first criterion`, `acceptance criterion two`. */
const WORDED = new RegExp(
  String.raw`${NEAR_ID}(?:(?<ordinal>${ORDINAL})${BLANK}(?:ac|(?:acceptance )?criterion)|(?:${ENGLISH_CRITERION}|ac)${BLANK}(?<numeral>${NUMERAL}))(?![\p{L}\p{N}])`,
  'uy',
);

/** In small letters: words directly behind an id that mean a part of it. */
const PARTS: readonly RegExp[] = [
  // `criterion about sorting`, `last criterion`, `first two criteria`; `all criteria` are all of it, and `sorts by criteria` is a description.
  String.raw`${NEAR_ID}(?:(?:${ORDINAL}|last|${NUMERAL}|some|another|this|that)${BLANK}(?:of${BLANK}(?:the|its)${BLANK})?)?(?:acceptance )?criterion\b`,
  String.raw`${NEAR_ID}(?:${ORDINAL}|last|${NUMERAL}|some|most|other|remaining)${BLANK}(?:${NUMERAL}${BLANK}|of${BLANK}|the${BLANK}|its${BLANK}){0,2}(?:(?:acceptance )?criteria|acs)\b`,
  String.raw`${NEAR_ID}${FOREIGN_ORDINAL}${SPACE}${CRITERION_NOUN}`,
  // `§2`, `section 2`, `(step 3)`, `#1`, `(2)`, `(a)`.
  String.raw`(?:${NEAR_ID}|${COLON_OR_DASH})§§?${SPACE}\d`,
  String.raw`${NEAR_ID}${PART}s?${NUMBER_SIGN}${SHORT_NUMBER}`,
  String.raw`${COLON_OR_DASH}${PART}s?${NUMBER_SIGN}${SHORT_NUMBER}${CLAUSE_END}`,
  String.raw`${NEAR_ID}第${SPACE}[\d一二三四五六七八九十]+${SPACE}[条條点點项項款步]`,
  String.raw`${NEAR_ID}(?:#|no\.?${SPACE}|nr\.?${SPACE})\d{1,2}(?![\p{L}\d])`,
  String.raw`(?:${SPACE},)?${SPACE}(?:(?:and|[&+/|-])${SPACE})?[([]?${SPACE}\d{1,2}(?:\.\d{1,2})*(?:${CLAUSE_END}|${SPACE}(?:and|&|\+|-|to|\.\.)${SPACE}\d)`,
  String.raw`${SPACE}[([]${SPACE}(?:[a-wyz]|[ivx]{2,4})${SPACE}[)\]]|${BLANK}[a-e]\)`,
  // `first half`, `second part`, `half of it`.
  String.raw`${NEAR_ID}(?:${ORDINAL}|last|one|some|most)${BLANK}(?:${PART}|half|parts|points|steps)${CLAUSE_END}`,
  String.raw`${NEAR_ID}(?:parts?|half|most|some|the rest)${BLANK}of${BLANK}(?:it|them|this)\b`,
].map((pattern) => new RegExp(pattern, 'uy'));

/** Words that leave something out: `only the sorting`, `except archived ones`. With a capital a title begins: `Only admins may sort`. */
const LEAVES_OUT: readonly RegExp[] = [
  String.raw`${NEAR_ID}(?:only|just|solely)${BLANK}(?=[\p{L}\p{N}])`,
  String.raw`${NEAR_ID}(?:but${BLANK})?(?:except(?:ing)?|excluding|excl\.|without|apart from|other than|minus|save for)(?=${GAP})`,
  String.raw`${SPACE}(?:[,;(]${SPACE}|but${BLANK})(?:but${BLANK})?(?:not|no)${BLANK}`,
].map((pattern) => new RegExp(pattern, 'uy'));

/** A criterion that is named anywhere behind a requirement. */
const NAMED_LATER = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-])(?:${CRITERION}|(?:${CRITERION_NOUN}|ACs)${NUMBER_SIGN}\d{1,3}|[Aa]cceptance criterion)${AFTER}`,
  'u',
);

/**
 * What the words behind a list say against a claim of all that it names: `REQ-1 (only AC1)`, `REQ-1 §2`, `REQ-1 except sorting`, `REQ-1 (partial)`,
 * `REQ-1/AC1 not yet`. Whatever exactly they say, it is not that all of it is met. Other words are a description: `REQ-1 sorts the list`.
 */
export function narrowed(ids: IdGrammar, text: string, behind: WordsBehind): Narrowed | undefined {
  const { from, end, last, colon } = behind;
  const words = text.slice(from, end);
  // As behind most lists.
  if (words.trim() === '') return undefined;
  const undone = colon ? undoneBehind(words) : undefined;
  if (undone) {
    const name = last.text;
    const message = say(
      '"{0}" says that {1} is not done, or not completely, so it does not count. Remove the words once it is done',
      undone.text,
      name,
    );
    return { near: { start: from + undone.start, end: from + undone.end, message }, members: 'all' };
  }
  if (last.criterion !== undefined) return undefined;
  const near = worded(words, behind) ?? namedLater(ids, words, behind) ?? part(ids, words, behind);
  return near && { near, members: 'last' };
}

/** `REQ-1 first criterion` is REQ-1/AC1 for a person, who only has to agree. */
function worded(words: string, { from, last }: WordsBehind): NearForm | undefined {
  WORDED.lastIndex = 0;
  const match = WORDED.exec(inSmallLetters(words));
  const { ordinal, numeral } = match?.groups ?? {};
  if (!match) return undefined;
  const word = ordinal ?? numeral ?? '';
  const number = numberOf(word);
  const bracket = /[([{]/u.test(match[0]) && /^[^\S\n\r]*[)\]}]/u.exec(words.slice(match[0].length));
  const end = from + match[0].length + (bracket ? bracket[0].length : 0);
  const suggestion = formatReference({ ...withoutRevision(last), criterion: `AC${number}` });
  const message = say('"{0}" is not a valid reference. Write {1}', `${last.text}${words.slice(0, match[0].length)}`, suggestion);
  return { start: last.start, end, message, suggestion };
}

function numberOf(word: string): number {
  const at = Math.max(ORDINALS.indexOf(word), NUMERALS.indexOf(word));
  return at < 0 ? Number.parseInt(word, 10) : at + 1;
}

function namedLater(ids: IdGrammar, words: string, { from, last }: WordsBehind): NearForm | undefined {
  const found = NAMED_LATER.exec(words.slice(0, ids.findReferences(words)[0]?.start));
  if (!found) return undefined;
  const start = from + found.index;
  const number = /\d.*$/u.exec(found[0])?.[0] ?? '1';
  const message = say(
    '"{0}" after {1} is unclear: is all of {1} meant? Write {1}/{2}, or only {1}',
    found[0],
    last.text,
    normalCriterion(`AC${number}`),
  );
  return { start, end: start + found[0].length, message };
}

function part(ids: IdGrammar, words: string, { from, last }: WordsBehind): NearForm | undefined {
  const place = firstMatch(PARTS, inSmallLetters(words)) ?? firstMatch(LEAVES_OUT, words);
  // Another item that is not meant takes nothing of this one back: `REQ-1, not REQ-2`.
  if (!place || (/(?:not|no)\s+$/u.test(words.slice(0, place.end)) && ids.referenceAt(words, place.end))) return undefined;
  const name = formatReference(withoutRevision(last));
  const written = trimmed(words, place);
  const message = say(
    '"{0}" after {1} is unclear: how much of {1} is meant? Name its criteria, as in {1}/AC1, or write only {1}',
    written.text,
    name,
  );
  return { start: from + written.start, end: from + written.end, message };
}

function withoutRevision({ document, id }: ListedReference): Pick<ListedReference, 'document' | 'id'> {
  return { id, ...(document !== undefined && { document }) };
}

/** The first of some patterns that fits at the beginning of a text. */
function firstMatch(patterns: readonly RegExp[], text: string): { readonly start: number; readonly end: number } | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    if (pattern.test(text)) return { start: 0, end: pattern.lastIndex };
  }
  return undefined;
}

/** Without what only separates it from the words before it. */
function trimmed(
  words: string,
  { end }: { readonly end: number },
): { readonly text: string; readonly start: number; readonly end: number } {
  const raw = words.slice(0, end);
  const start = raw.length - raw.replace(/^[\s,;:([{"“–—-]+/u, '').length;
  const text = raw.slice(start).trimEnd();
  return { text, start, end: start + text.length };
}
