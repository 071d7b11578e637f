import type { CoveredFile, TestResult } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import { parsed } from './json.ts';
import type { Loss, ReadEvidence } from './reading.ts';

/** A value of a text, and the line that it begins on, counted from 0. */
interface JsonDocument {
  readonly value: unknown;
  readonly line: number;
}

/** Where what is written behind one value may begin the next: `cat a.json b.json` puts both on one line. */
const BEHIND = /[ \t]*,?[ \t]*/uy;
/** So begins an object or list of JSON, and no other text in brackets, `{new} version`. */
const BEGINS = /[{[]\s*(?:["{[\]}]|-?\d|$)/uy;
/** More beginnings that are none are not tried, so that no text is gone through again and again. */
const MOST_TRIES = 200;

/**
 * Reads every object (or list, by `brackets`) that begins a line of a text or is directly behind another: npm and the like print before and behind them, and runs are appended to one
 * file. What begins and does not end, or is not valid, is lost.
 *
 * @param read what one of them says.
 */
export function readJsonDocuments(text: string, read: (value: unknown) => ReadEvidence, brackets: '{}' | '[]' = '{}'): ReadEvidence {
  const { documents, lost } = documentsIn(text, brackets);
  const results: TestResult[] = [];
  const coverage: CoveredFile[] = [];
  let timestamp: string | undefined;
  for (const { value, line } of documents) {
    const one = read(value);
    if (one.kind === 'malformed') lost.push({ reason: one.reason, line: line + one.line });
    if (one.kind !== 'read') continue;
    for (const result of one.results) results.push(result);
    for (const file of one.coverage) coverage.push(file);
    for (const loss of one.lost ?? []) lost.push({ reason: loss.reason, line: line + loss.line });
    timestamp ??= one.timestamp;
  }
  const [first] = lost;
  if (first && results.length === 0 && coverage.length === 0) return { kind: 'malformed', ...first };
  return { kind: 'read', results, coverage, timestamp, lost };
}

function documentsIn(text: string, brackets: '{}' | '[]'): { readonly documents: JsonDocument[]; readonly lost: Loss[] } {
  const whole = parsed(text);
  if (whole !== undefined) return { documents: [{ value: whole, line: 0 }], lost: [] };
  const documents: JsonDocument[] = [];
  const lost: Loss[] = [];
  const reason = say('it is not valid JSON');
  const beginning = brackets === '{}' ? /^[ \t\uFEFF]*(?=\{)/gmu : /^[ \t\uFEFF]*(?=\[)/gmu;
  let tries = MOST_TRIES;
  let known = 0;
  let line = 0;
  for (let at = startAt(text, 0, beginning, brackets); at >= 0 && tries > 0;) {
    line += linesBetween(text, known, at);
    known = at;
    const end = endOfJson(text, at);
    const value = end < 0 ? undefined : parsed(text.slice(at, end));
    BEGINS.lastIndex = at;
    const begins = BEGINS.test(text);
    if (value !== undefined) documents.push({ value, line });
    else {
      tries -= 1;
      if (begins) lost.push({ reason, line });
    }
    // Nothing within what is not whole is a document of its own.
    if (end < 0 && begins) break;
    at = startAt(text, value === undefined && !begins ? at + 1 : end, beginning, brackets);
  }
  if (documents.length === 0 && lost.length === 0) lost.push({ reason, line: 0 });
  return { documents, lost };
}

/** Where the next value may begin; -1 where none does. */
function startAt(text: string, from: number, beginning: RegExp, [open]: string): number {
  BEHIND.lastIndex = from;
  const behind = from > 0 && BEHIND.test(text) ? BEHIND.lastIndex : -1;
  if (behind >= 0 && text[behind] === open) return behind;
  beginning.lastIndex = from;
  const found = beginning.exec(text);
  return found ? found.index + found[0].length : -1;
}

/** Where the bracket that is there is closed, behind it; -1 where it is not. Brackets in strings do not count. */
export function endOfJson(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** How many lines end between two places of a text. */
export function linesBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
