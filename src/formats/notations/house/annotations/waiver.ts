import type { Waiver } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import { isDay } from '../../../../text/day.ts';
import type { CommentLine } from '../../../carriers/code/commentLines.ts';
import { mentionStems } from './mentions.ts';
import { reportNear } from './reportNear.ts';
import type { Reading } from './reading.ts';
import type { ReferenceList } from './referenceList.ts';

const OWNER = /\s*[([]owner:?\s+([^()[\]]{1,100})[)\]]/iu;
const UNTIL = /(?:^|[\s,;(])until\s+(\S*\d\S*?)[.)]*\s*$/iu;
/** How much of a comment a waiver may take, in characters. */
const LONGEST = 2000;

/** What follows `@waives`: where the keyword begins, where the list does, and the list. */
interface WaivedList {
  readonly at: number;
  readonly from: number;
  readonly list: ReferenceList;
}

/**
 * Reads what follows `@waives`: references, a colon, the reason, and optionally the owner in
 * parentheses and the last day, in this order or the other way round:
 * `@waives IP-1.2.1/AC4: measured by hand (owner QA) until 2027-03-31`. In a block comment the
 * reason may go on over lines, up to a blank one or one that begins with `@`.
 */
export function readWaiver(reading: Reading, comments: readonly CommentLine[], index: number, { at, from, list }: WaivedList): void {
  const comment = comments[index];
  if (comment === undefined) return;
  if (list.near) return reportNear(reading, list.near);
  if (list.references.length === 0) {
    return reading.note(at, 'nothing', () => say('@waives is followed by no ID, so it is not for ReqTrace'));
  }
  for (const found of list.references) reading.take(found.start);
  mentionStems(reading, list);
  const separator = reading.text[list.end] ?? '';
  const { words, end } = reasonText(reading.text, comments, index, separator === ':' ? list.end + 1 : list.end);
  const owner = OWNER.exec(words)?.[1]?.trim();
  const ownerless = words.replace(OWNER, '').trim();
  const until = UNTIL.exec(ownerless)?.[1];
  const reason = ownerless
    .replace(UNTIL, '')
    .replace(/[\s,;:–—-]+$/u, '')
    .replace(/^[\s–—-]+/u, '')
    .trim();
  const name = reading.text.slice(from, list.end).trim();
  if (separator !== ':' && reason === '' && until === undefined) {
    return reading.problem('invalid-waiver', at, end, say('The waiver for {0} has no reason. Write "@waives {0}: reason"', name));
  }
  if (reason === '') {
    return reading.problem('invalid-waiver', at, end, say('The waiver for {0} has no reason. Write one after the colon', name));
  }
  if (separator !== ':') {
    return reading.problem(
      'invalid-waiver',
      at,
      end,
      say('The waiver for {0} needs a colon before its reason. Write "@waives {0}: reason"', name),
    );
  }
  if (until !== undefined && !isDay(until)) {
    return reading.problem(
      'invalid-waiver',
      at,
      end,
      say('The waiver for {0} has an invalid end date, "{1}". Use YYYY-MM-DD', name, until),
    );
  }
  for (const found of list.references) {
    const waiver: Waiver = {
      reference: reading.reference(found),
      range: reading.lines.rangeOf(at, end),
      reason,
      ...(owner !== undefined && { owner }),
      ...(until !== undefined && { until }),
    };
    reading.waivers.push(waiver);
    reading.note(found.start, 'waiver', () =>
      until === undefined
        ? say('Waives {0}: {1}', found.text, reason)
        : say('Waives {0} until the end of {2}: {1}', found.text, reason, until),
    );
  }
}

/** The words of a waiver and the offset where they end. */
function reasonText(text: string, comments: readonly CommentLine[], index: number, from: number): { words: string; end: number } {
  const first = comments[index];
  let end = first?.end ?? from;
  let words = text.slice(from, Math.min(end, from + LONGEST));
  for (let next = index + 1; first?.comment.block && words.length < LONGEST; next++) {
    const line = comments[next];
    if (line?.comment !== first.comment) break;
    const more = text.slice(line.start, Math.min(line.end, line.start + LONGEST)).trim();
    if (more === '' || more.startsWith('@')) break;
    words += ` ${more}`;
    ({ end } = line);
  }
  return { words: words.trim().replace(/\s+/gu, ' '), end: end - trailingSpace(text.slice(Math.max(from, end - LONGEST), end)) };
}

function trailingSpace(text: string): number {
  return text.length - text.trimEnd().length;
}
