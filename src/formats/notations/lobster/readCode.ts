import type { Declaration, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { CommentLine } from '../../carriers/code/commentLines.ts';
import { tokenAt } from '../../carriers/code/tokenAt.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isObjectName, LOBSTER, meaningOf, TAG } from './grammar.ts';

/** `lobster-trace: kettle.boil, kettle.whistle` */
const TRACE = new RegExp(String.raw`^lobster-trace:[ \t]*(?<tags>${TAG}(?:[, \t]+${TAG}){0,100})[ \t]*$`, 'u');
const TAGS = new RegExp(TAG, 'gu');
/** `lobster-exclude: generated code` */
const EXCLUDE = /^lobster-exclude:[ \t]*(?<reason>.*)$/u;

/** Files in which `lobster-python` takes the whole line as one name. */
const PYTHON = /\.(?:pyi?|bzl|bazel)$|(?:^|\/)(?:BUILD|WORKSPACE)$/u;
/** `LOBSTER_TRACE("kettle.boil, kettle.whistle");` within a test of googletest */
const MACRO = /(?<![\p{L}\p{N}_])LOBSTER_TRACE\s{0,20}\(\s{0,20}"(?<tags>[^"\\\n]{0,4000})"\s{0,20}\)/gu;
const LISTED = new RegExp(String.raw`^\s*${TAG}(?:[, \t]+${TAG}){0,100}\s*$`, 'u');

/** Reads the tags of a file of code: each is a line of a comment of its own, in or above the function that it is on, or the macro of a test. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  for (const comment of code.comments) {
    const text = code.text.slice(comment.start, comment.end).replace(/\s*\*\/$/u, '');
    if (!text.startsWith('lobster-') || comment.fenced || code.isCommentedOut(comment)) continue;
    const tags = TRACE.exec(text)?.groups?.['tags'];
    const reason = EXCLUDE.exec(text)?.groups?.['reason'];
    if (text.startsWith('lobster-trace:') && PYTHON.test(code.path) && !isExact(code, comment))
      malformed(code, facts, comment, say('Write "{0}" just so in Python; LOBSTER reads no other form', '# lobster-trace: kettle.boil'));
    else if (tags !== undefined && /[, \t]/u.test(tags) && PYTHON.test(code.path))
      malformed(
        code,
        facts,
        comment,
        say('Write only one name behind "{0}" in Python; LOBSTER takes the whole line as one', 'lobster-trace:'),
      );
    else if (tags !== undefined) {
      const from = comment.start + code.text.slice(comment.start, comment.end).indexOf(tags, 'lobster-trace:'.length);
      const kind = code.role === 'test' ? 'verifies' : 'implements';
      trace(code, facts, { kind, tags, from, declaration: code.declarations?.of(comment.comment) });
    } else if (reason !== undefined && reason.trim() !== '')
      code.note(comment.start, 'ignored', () => say('This code is for no requirement: {0}', reason.trim()));
    else if (reason !== undefined) malformed(code, facts, comment, say('Write a reason behind "{0}"', 'lobster-exclude:'));
    else if (text.startsWith('lobster-trace:'))
      malformed(code, facts, comment, say('Write names behind "{0}", such as {1}', 'lobster-trace:', 'kettle.boil, kettle.whistle'));
  }
  readMacros(code, facts);
}

/** True for a comment as `lobster-python` has it; it reads no documentation, and nothing without just one blank on both sides. */
function isExact({ text }: CarriedCode, { comment, start }: CommentLine): boolean {
  return comment.start === start - '# '.length && /^# lobster-trace: \S/u.test(text.slice(comment.start, comment.start + 40));
}

/** Googletest keeps the last value of a property, so only the last macro of a test counts. */
function readMacros(code: CarriedCode, facts: FactSink): void {
  const found = Array.from(code.text.matchAll(MACRO), ({ 0: whole, groups = {}, index }) => {
    const { tags = '' } = groups;
    return { tags, index, end: index + whole.length, from: index + whole.indexOf('"') + 1, declaration: code.declarations?.near(index) };
  }).filter(({ index }) => !tokenAt(code.tokens, index) && !code.ignores.has(code.lines.lineAt(index)));
  for (const [at, { tags, index, end, from, declaration }] of found.entries()) {
    const next = found[at + 1];
    const place = { start: index, end };
    if (declaration && next?.declaration?.range.start.line === declaration.range.start.line)
      malformed(code, facts, place, say('Only the last "{0}" of a test counts. Write all names into one', 'LOBSTER_TRACE'));
    else if (LISTED.test(tags)) trace(code, facts, { kind: 'verifies', tags, from, declaration });
    else malformed(code, facts, place, say('Write names into "{0}", such as {1}', 'LOBSTER_TRACE', 'kettle.boil, kettle.whistle'));
  }
}

interface Traced {
  readonly kind: 'implements' | 'verifies';
  readonly tags: string;
  /** Where they begin. */
  readonly from: number;
  readonly declaration: Declaration | undefined;
}

function trace(code: CarriedCode, facts: FactSink, { kind, tags, from, declaration }: Traced): void {
  for (const { 0: tag, index } of tags.matchAll(TAGS)) {
    const start = from + index;
    const reference: Reference = {
      text: tag,
      range: code.lines.rangeOf(start, start + tag.length),
      ...meaningOf(tag),
      // An object has its package in its name, so a name alone is not one of any package.
      ...(isObjectName(tag) && { reach: 'namespace' }),
      notation: LOBSTER,
    };
    code.note(start, 'annotation', () => say('{0} {1}', kind, tag));
    facts.refer({ kind, source: 'keyword', reference, ...(declaration && { declaration }) });
  }
}

function malformed(
  code: CarriedCode,
  facts: FactSink,
  { start, end }: { readonly start: number; readonly end: number },
  message: Message,
): void {
  facts.problem({ code: 'malformed-annotation', range: code.lines.rangeOf(start, end), message });
  code.note(start, 'problem', () => message);
}
