import type { Declaration, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { lastWhere } from '../../../text/search.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import { tokenAt } from '../../carriers/code/tokenAt.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isId, REQSTOOL, splitUrn } from './words.ts';

/** `@Requirements("REQ_001")` in code. */
const ATTRIBUTE = /(?<![\p{L}\p{N}_@])@(?:[\p{L}_][\p{L}\p{N}_]{0,80}\.){0,4}(?<word>Requirements|SVCs)\s{0,20}\(/gu;
/** `@Requirements REQ_010, REQ_011` in a comment of JavaScript or TypeScript. */
const TAG = /^@(?<word>Requirements|SVCs)\s+(?<ids>[\w:./-]+(?:\s*,\s*[\w:./-]+){0,100})/u;
const SCRIPT = /\.[cm]?[jt]sx?$/u;
const ONE = /[\w:./-]+/gu;
/** The strings that one attribute may have. */
const MOST = 200;

/** Reads the attributes and decorators of a file of code, and the tags in its comments. */
export function readCode(code: CarriedCode, facts: FactSink): void {
  for (const { groups, index, 0: head } of code.text.matchAll(ATTRIBUTE)) {
    const word = groups?.['word'] ?? '';
    if (tokenAt(code.tokens, index) || code.ignores.has(code.lines.lineAt(index))) continue;
    const declaration = declared(code, index, word);
    for (const { text, start } of stringsIn(code, index + head.length)) refer(code, facts, { word, text, start, declaration });
  }
  if (SCRIPT.test(code.path)) readTags(code, facts);
}

function readTags(code: CarriedCode, facts: FactSink): void {
  for (const comment of code.comments) {
    const { word = '', ids = '' } = TAG.exec(code.text.slice(comment.start, comment.end))?.groups ?? {};
    if (word === '' || comment.fenced || code.isCommentedOut(comment)) continue;
    const from = code.text.indexOf(ids, comment.start + word.length);
    const declaration = code.declarations?.of(comment.comment);
    for (const { 0: text, index } of ids.matchAll(ONE)) refer(code, facts, { word, text, start: from + index, declaration });
  }
}

/** What an attribute stands on; one of cases makes a test of it. */
function declared(code: CarriedCode, offset: number, word: string): Declaration | undefined {
  const declaration = code.declarations?.attributed(code.lines.lineAt(offset));
  return declaration?.kind === 'test' && word === 'Requirements' ? { ...declaration, kind: 'function' } : declaration;
}

/** The strings between an opening bracket and the one that closes it. */
function stringsIn({ text, tokens }: CarriedCode, from: number): readonly { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  let depth = 1;
  let at = from;
  for (let next = lastWhere(tokens.length, (index) => (tokens[index]?.start ?? 0) < from) + 1; found.length < MOST; next += 1) {
    const token = tokens[next];
    for (const bracket of text.slice(at, token?.start ?? at + 200).matchAll(/[()]/gu)) {
      depth += bracket[0] === '(' ? 1 : -1;
      if (depth === 0) return found;
    }
    if (!token) break;
    if (token.kind === 'string') found.push({ text: text.slice(token.innerStart, token.innerEnd), start: token.innerStart });
    at = token.end;
  }
  return [];
}

interface Said {
  readonly word: string;
  readonly text: string;
  readonly start: number;
  readonly declaration: Declaration | undefined;
}

function refer(code: CarriedCode, facts: FactSink, { word, text, start, declaration }: Said): void {
  const { urn, id } = splitUrn(text);
  if (!isId(id)) return;
  const reference: Reference = {
    text,
    range: code.lines.rangeOf(start, start + text.length),
    ...(urn !== undefined && { document: urn }),
    id,
    notation: REQSTOOL,
  };
  const kind = word === 'SVCs' ? 'verifies' : 'implements';
  code.note(start, 'annotation', () => say('{0} {1}', kind, id));
  facts.refer({ kind, source: 'keyword', reference, ...(declaration && { declaration }) });
}
