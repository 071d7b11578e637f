import type { Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { CommentLine } from '../../carriers/code/commentLines.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { LOBSTER, meaningOf, TAG } from './grammar.ts';

/** `lobster-trace: kettle.boil, kettle.whistle` */
const TRACE = new RegExp(String.raw`^lobster-trace:[ \t]*(?<tags>${TAG}(?:[, \t]+${TAG}){0,100})[ \t]*$`, 'u');
const TAGS = new RegExp(TAG, 'gu');
/** `lobster-exclude: generated code` */
const EXCLUDE = /^lobster-exclude:[ \t]*(?<reason>.*)$/u;

/** Reads the tags of a file of code; each is a line of a comment of its own, in or above the function that it is on. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  for (const comment of code.comments) {
    const text = code.text.slice(comment.start, comment.end).replace(/\s*\*\/$/u, '');
    if (!text.startsWith('lobster-') || comment.fenced || code.isCommentedOut(comment)) continue;
    const tags = TRACE.exec(text)?.groups?.['tags'];
    const reason = EXCLUDE.exec(text)?.groups?.['reason'];
    if (tags !== undefined) trace(code, facts, comment, tags);
    else if (reason !== undefined && reason.trim() !== '')
      code.note(comment.start, 'ignored', () => say('This code is for no requirement: {0}', reason.trim()));
    else if (reason !== undefined || text.startsWith('lobster-trace:')) malformed(code, facts, comment, reason !== undefined);
  }
}

function trace(code: CarriedCode, facts: FactSink, comment: CommentLine, tags: string): void {
  const from = comment.start + code.text.slice(comment.start, comment.end).indexOf(tags, 'lobster-trace:'.length);
  const declaration = code.declarations?.of(comment.comment);
  const kind = code.role === 'test' ? 'verifies' : 'implements';
  for (const { 0: tag, index } of tags.matchAll(TAGS)) {
    const start = from + index;
    const reference: Reference = {
      text: tag,
      range: code.lines.rangeOf(start, start + tag.length),
      ...meaningOf(tag),
      notation: LOBSTER,
    };
    code.note(start, 'annotation', () => say('{0} {1}', kind, tag));
    facts.refer({ kind, source: 'keyword', reference, ...(declaration && { declaration }) });
  }
}

function malformed(code: CarriedCode, facts: FactSink, comment: CommentLine, isExclusion: boolean): void {
  const message = isExclusion
    ? say('Write a reason behind "{0}"', 'lobster-exclude:')
    : say('Write names behind "{0}", such as {1}', 'lobster-trace:', 'kettle.boil, kettle.whistle');
  facts.problem({ code: 'malformed-annotation', range: code.lines.rangeOf(comment.start, comment.end), message });
  code.note(comment.start, 'problem', () => message);
}
