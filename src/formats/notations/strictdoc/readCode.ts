import type { Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import type { CommentLine } from '../../carriers/code/commentLines.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { MARKED_UID, STRICTDOC } from './grammar.ts';

/** `@relation(REQ-1, REQ-2, scope=function, role=Implementation)` */
const MARKER = new RegExp(
  String.raw`^@relation[({]\s*(?<uids>${MARKED_UID}(?:,\s+${MARKED_UID}){0,100})(?:,\s+scope=(?<scope>file|class|function|line|range_start|range_end))?(?:,\s+role=(?<role>[A-Za-z0-9_-]{1,80}))?\s*[)}]`,
  'u',
);
const UIDS = new RegExp(MARKED_UID, 'gu');
const BEGINS = /^@relation[({]/u;
/** What nobody but StrictDoc writes into such brackets. */
const MEANT = /^@relation[({][^)}]{0,400}(?:scope|role)=/u;
/** The lines that one marker may be written over. */
const LONGEST = 40;

/** A marker as it stands over one or more lines of a comment. */
interface Marker {
  readonly comment: CommentLine;
  readonly uids: readonly { readonly uid: string; readonly start: number }[];
  readonly scope: string | undefined;
  readonly role: string | undefined;
}

/** Reads the markers of a file of code; each begins a line of a comment. What stands in a string or between two marks `skip` is an example. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  let skipped = false;
  const { comments } = code;
  for (const [at, comment] of comments.entries()) {
    if (!BEGINS.test(code.text.slice(comment.start, comment.end))) continue;
    const text = textFrom(code, comments, at);
    const marker = markerIn(text, comment);
    if (!marker) {
      if (!skipped && MEANT.test(text.text)) malformed(code, facts, comment);
      continue;
    }
    if (marker.uids[0]?.uid === 'skip') {
      if (marker.scope === 'range_start') skipped = true;
      else if (marker.scope === 'range_end') skipped = false;
      code.note(comment.start, 'ignored', () => say('A mark of StrictDoc that switches reading off or on'));
    } else if (!skipped && !comment.fenced && !code.isCommentedOut(comment)) {
      // Only of Rust does StrictDoc know what a marker without a scope stands on.
      if (marker.scope !== undefined || code.path.endsWith('.rs')) refer(code, facts, marker);
      // Other tools have words of that name.
      else if (marker.uids.some(({ uid }) => /\d/u.test(uid))) malformed(code, facts, comment);
    }
  }
}

/** A text with the place of each of its lines in the file. */
interface Joined {
  readonly text: string;
  readonly lines: readonly { readonly at: number; readonly start: number }[];
}

/** The lines of a comment from one on, up to the bracket that closes, without what decorates them. */
function textFrom(code: CarriedCode, comments: readonly CommentLine[], from: number): Joined {
  const lines: { at: number; start: number }[] = [];
  let text = '';
  for (let at = from; at < comments.length && at < from + LONGEST; at += 1) {
    const comment = comments[at];
    const above = comments[at - 1];
    if (!comment || (at > from && above && (comment.line !== above.line + 1 || comment.comment.block !== above.comment.block))) break;
    lines.push({ at: text.length, start: comment.start });
    text += `${code.text.slice(comment.start, comment.end)}\n`;
    if (/[)}]/u.test(code.text.slice(comment.start, comment.end))) break;
  }
  return { text, lines };
}

function markerIn({ text, lines }: Joined, comment: CommentLine): Marker | undefined {
  const match = MARKER.exec(text);
  if (!match) return undefined;
  const { uids = '', scope, role } = match.groups ?? {};
  const from = match[0].indexOf(uids);
  const found = Array.from(uids.matchAll(UIDS), ({ 0: uid, index }) => {
    const line = lines.findLast(({ at }) => at <= from + index);
    return { uid, start: (line?.start ?? 0) + from + index - (line?.at ?? 0) };
  });
  return { comment, uids: found, scope, role };
}

function malformed(code: CarriedCode, facts: FactSink, { start, end }: CommentLine): void {
  const message = say('This marker cannot be read. Write it like "{0}"', '@relation(REQ-1, REQ-2, scope=function)');
  facts.problem({ code: 'malformed-annotation', range: code.lines.rangeOf(start, end), message });
  code.note(start, 'problem', () => message);
}

function refer(code: CarriedCode, facts: FactSink, { comment, uids, scope, role }: Marker): void {
  const kind = kindOf(role, code.role);
  // A marker of a file or of lines stands on nothing.
  const stands = scope === undefined || scope === 'function' || scope === 'class';
  const declaration = stands ? code.declarations?.of(comment.comment) : undefined;
  for (const { uid, start } of uids) {
    const reference: Reference = { text: uid, range: code.lines.rangeOf(start, start + uid.length), id: uid, notation: STRICTDOC };
    if (scope === 'range_end') {
      code.note(start, 'mention', () => say('Mentions {0}', uid));
      facts.mention(reference);
      continue;
    }
    code.note(start, 'annotation', () => say('{0} {1}', kind, uid));
    facts.refer({ kind, source: 'keyword', reference, ...(declaration && { declaration }) });
  }
}

/** A role that says so decides, else where the marker stands: `role=Verification`, a file of tests. */
function kindOf(role: string | undefined, file: 'code' | 'test'): 'implements' | 'verifies' {
  if (role !== undefined && /^(?:verif|test)/iu.test(role)) return 'verifies';
  if (role !== undefined && /^impl/iu.test(role)) return 'implements';
  return file === 'test' ? 'verifies' : 'implements';
}
