import type { Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import { inCodeSpan } from '../../carriers/code/commentLines.ts';
import type { CommentLine } from '../../carriers/code/commentLines.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { FIRST, PREFIX, RULE, TRACEY, VERSION } from './grammar.ts';

/** `r[impl auth.login+2]`; without a verb, `r[auth.login]`, by the usual prefix alone. */
const REFERENCE = new RegExp(
  String.raw`(?<![A-Za-z0-9_])(?<prefix>${PREFIX})\[(?:(?<verb>impl|verify|depends|related|define) )?(?<rule>${RULE})(?:${VERSION})?\]`,
  'gu',
);
const IGNORE = /@tracey:ignore-(?<what>next-line|start|end)/u;

/** Reads the references in comments of a file of code; what is between backticks or in a fence is an example. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  let off = false;
  let skipped = -1;
  for (const comment of code.comments) {
    const text = code.text.slice(comment.start, comment.end);
    const what = text.includes('@tracey:') ? IGNORE.exec(text)?.groups?.['what'] : undefined;
    if (what === 'start') off = true;
    else if (what === 'end') off = false;
    else if (what === 'next-line') skipped = comment.line + 1;
    if (what !== undefined || off || comment.line === skipped || comment.fenced || code.isCommentedOut(comment)) continue;
    for (const match of text.matchAll(REFERENCE)) readReference(code, facts, comment, match);
  }
}

function readReference(code: CarriedCode, facts: FactSink, comment: CommentLine, match: RegExpExecArray): void {
  const { prefix = '', verb, rule = '' } = match.groups ?? {};
  const start = comment.start + match.index;
  if (inCodeSpan(code.text, comment, start)) return;
  if (verb === undefined && (prefix !== 'r' || !rule.includes('.'))) return;
  const reference = referenceAt(code, start, match[0], match.groups ?? {});
  refer(code, facts, comment, { verb: verb ?? 'impl', reference });
}

function referenceAt(
  code: CarriedCode,
  start: number,
  text: string,
  { prefix, rule = '', version }: Partial<Record<string, string>>,
): Reference {
  return {
    text,
    range: code.lines.rangeOf(start, start + text.length),
    ...(prefix !== undefined && { document: prefix }),
    id: rule,
    revision: version ?? FIRST,
    notation: TRACEY,
  };
}

function refer(
  code: CarriedCode,
  facts: FactSink,
  { comment }: CommentLine,
  { verb, reference }: { readonly verb: string; readonly reference: Reference },
): void {
  const offset = code.offsetOf(reference.range.start);
  if (verb !== 'impl' && verb !== 'verify') {
    code.note(offset, 'mention', () => say('Mentions {0}', reference.id));
    facts.mention(reference);
    return;
  }
  const declaration = code.declarations?.of(comment);
  code.note(offset, 'annotation', () => say('{0} {1}', verb, reference.id));
  facts.refer({ kind: verb === 'impl' ? 'implements' : 'verifies', source: 'keyword', reference, ...(declaration && { declaration }) });
}
