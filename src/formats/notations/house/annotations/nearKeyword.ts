import { say } from '../../../../model/message.ts';
import type { CommentLine } from '../../../carriers/code/commentLines.ts';
import { inCodeSpan } from '../../../carriers/code/commentLines.ts';
import type { IdGrammar } from '../../../ids/idGrammar.ts';
import { KEYWORDS } from '../../../notation/commonWords.ts';
import type { Reading } from './reading.ts';

/** Words that people write for a keyword, each with the keyword that it stands for. */
const OTHER_WORDS: ReadonlyMap<string, (typeof KEYWORDS)[number]> = new Map([
  ...KEYWORDS.map((keyword) => [keyword, keyword] as const),
  ['implement', 'implements'],
  ['implementing', 'implements'],
  ['verify', 'verifies'],
  ['verified', 'verifies'],
  ['waive', 'waives'],
]);
/** What may be around the reference in another tool's grammar: `@implements(REQ-1)`, `@implements [REQ-1]`, `@verifies "REQ-1"`. */
const WORD = /(?<![\p{L}\p{N}_@\\])@(?<word>[A-Za-z]{3,12})(?<between>:?[^\S\n\r]*[(["'`<{]?)/gu;

/**
 * Reports what was plainly meant as an annotation and is written so that it is none: `@Implements REQ-1`, `@implement REQ-1`, `@implements(REQ-1)`. Only
 * where a reference follows it, as these words mean other things as well.
 */
export function reportNearKeywords(reading: Reading, comments: readonly CommentLine[]): void {
  for (const comment of comments) {
    if (comment.fenced) continue;
    const line = reading.text.slice(comment.start, comment.end);
    if (!line.includes('@')) continue;
    for (const match of line.matchAll(WORD)) {
      const { word = '', between = '' } = match.groups ?? {};
      const keyword = OTHER_WORDS.get(word.toLowerCase());
      const at = comment.start + match.index;
      const from = at + match[0].length;
      if (keyword === undefined || (word === keyword && !/[^\s:]$/u.test(between)) || inCodeSpan(reading.text, comment, at)) continue;
      const found = namedAt(reading.ids, reading.text, from);
      if (!found || found.end > comment.end || reading.take(found.start)) continue;
      const end = /[)\]"'`>}]/u.test(reading.text[found.end] ?? '') ? found.end + 1 : found.end;
      const meant = `@${keyword} ${found.text}`;
      const written = reading.text.slice(at, end);
      reading.problem('malformed-annotation', at, end, say('"{0}" is not an annotation: write {1}', written, meant), {
        title: say('Change to {0}', meant),
        newText: meant,
      });
    }
  }
}

function namedAt(ids: IdGrammar, text: string, at: number) {
  const found = ids.referenceAt(text, at);
  return found && ids.isId(found.id) ? found : undefined;
}
