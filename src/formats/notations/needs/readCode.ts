import { say } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { idsIn, NEEDS } from './grammar.ts';

/** `@need-ids: REQ_1, REQ_2` */
const MARK = /^@need-ids:[ \t]*(?<ids>[\w.-]+(?:[ \t]*,[ \t]*[\w.-]+){0,100})[ \t]*$/u;

/** Reads the marks of a file of code; each is a line of a comment of its own. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  for (const comment of code.comments) {
    const text = code.text.slice(comment.start, comment.end).replace(/\s*\*\/$/u, '');
    if (!text.startsWith('@need-ids:') || comment.fenced || code.isCommentedOut(comment)) continue;
    const ids = MARK.exec(text)?.groups?.['ids'];
    if (ids === undefined || idsIn(ids).length < ids.split(',').length) {
      const message = say('Write IDs behind "{0}", with commas between them', '@need-ids:');
      facts.problem({ code: 'malformed-annotation', range: code.lines.rangeOf(comment.start, comment.end), message });
      code.note(comment.start, 'problem', () => message);
      continue;
    }
    const from = comment.start + text.lastIndexOf(ids);
    const declaration = code.declarations?.of(comment.comment);
    const kind = code.role === 'test' ? 'verifies' : 'implements';
    for (const { id, start } of idsIn(ids)) {
      const reference = { text: id, range: code.lines.rangeOf(from + start, from + start + id.length), id, notation: NEEDS };
      code.note(from + start, 'annotation', () => say('{0} {1}', kind, id));
      facts.refer({ kind, source: 'keyword', reference, ...(declaration && { declaration }) });
    }
  }
}
