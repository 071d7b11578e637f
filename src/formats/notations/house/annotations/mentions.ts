import type { CommentLine } from '../../../carriers/code/commentLines.ts';
import type { ReferenceList } from './referenceList.ts';
import type { Reading } from './reading.ts';
import { say } from '../../../../model/message.ts';

/** A comment line longer than this, in characters, is machine-made; it mentions nothing. */
const LONGEST_LINE = 10_000;

/** Ids in comments that no keyword took; each stands once for its place. */
export function readMentions(reading: Reading, comments: readonly CommentLine[]): void {
  for (const comment of comments) {
    if (comment.fenced || comment.end - comment.start > LONGEST_LINE) continue;
    const line = reading.text.slice(comment.start, comment.end);
    for (const found of reading.ids.findReferences(line)) {
      const moved = { ...found, start: found.start + comment.start, end: found.end + comment.start };
      if (reading.take(moved.start)) continue;
      reading.mentions.push(reading.reference(moved));
      reading.note(moved.start, 'mention', () => say('Comment mentions {0}, if that is a known ID', found.text));
    }
  }
}

/** Requirements that a list names only for the sake of the criteria behind them. */
export function mentionStems(reading: Reading, { stems }: Pick<ReferenceList, 'stems'>): void {
  for (const stem of stems) {
    if (reading.take(stem.start)) continue;
    reading.mentions.push(reading.reference(stem));
    reading.note(stem.start, 'mention', () => say('{0} says which requirement the criterion after it belongs to', stem.text));
  }
}
