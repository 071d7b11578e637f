import type { FileRole } from '../../model/facts.ts';
import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { Notation } from '../notation/notation.ts';

/** Smaller texts, in characters, are read before anyone has wondered about them. */
const SMALL = 64 * 1024;
/** Nobody reads lines that are on average longer than that, in characters. */
const LONG_LINES = 2000;

const MINIFIED = say('minified');
const WITH_ANNOTATIONS = say('minified with annotations in it');

/**
 * True for a large text that has hardly any lines: what a bundler, a dump or an export wrote. GitHub Linguist goes by the average
 * length of lines, too (`minified_files?` in its generated.rb), where 110 characters are enough for JavaScript and CSS, as only statistics
 * are at stake; here it is links, in any language, so no person's code may come near it.
 *
 * The bytes of UTF-8, read as Latin-1, are never fewer than the characters and have as many lines: where this says no of the bytes,
 * it says no of the text.
 */
export function isMinified(text: string): boolean {
  if (text.length <= SMALL) return false;
  const most = Math.floor(text.length / LONG_LINES);
  return hasFewer(text, '\n', most) && hasFewer(text, '\r', most);
}

/** Why a minified text is not read. Undefined for one that is read anyway; only code and tests are judged. */
export function minifiedReason(role: FileRole, text: string, notations: readonly Notation[]): Message | undefined {
  if (role !== 'code' && role !== 'test') return undefined;
  // A keyword may mean a link that somebody misses; ids of whatever kind are in every bundle.
  return notations.some(({ claims }) => claims?.(text) ?? false) ? WITH_ANNOTATIONS : MINIFIED;
}

/** True for a reason that `minifiedReason` gave, also after it was kept on a disk. */
export function isMinifiedReason({ text }: Message): boolean {
  return text === MINIFIED.text || text === WITH_ANNOTATIONS.text;
}

/** True for the minified files that nobody need hear of, one by one. */
export function isSilentlyMinified({ text }: Message): boolean {
  return text === MINIFIED.text;
}

/** Stops at the first that is too many, so that a usual text is done after a few of its lines. */
function hasFewer(text: string, end: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) if ((count += 1) >= most) return false;
  return true;
}
