import type { DeclarationFinder } from '../../../carriers/code/declarations.ts';
import type { Reading } from '../annotations/reading.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import type { Title } from './title.ts';

/** What the name of a test holds that names an id, or a criterion of the class around it. */
const SIGN = /[A-Z]\d{0,9}_\d|__ac_?\d|AC_?\d/g;
/** The same where the project has patterns of its own, of which hardly any does without a number: `FR4`. */
const OWN_SIGN = /[A-Za-z_]\d|__ac_?\d/g;
const WORD_HEAD = /\w{0,200}$/;
const WORD_TAIL = /\w{0,200}/y;

/**
 * Names of test functions and classes, `def test_IP_1_1_1__AC2_rejects`; a class around them may name
 * the requirement. Only names that are declared on their line count.
 *
 * @param place offset of the only name that is asked for, beside those around it.
 */
export function nameTitles(reading: Reading, tokens: readonly Token[], declarations: DeclarationFinder, place?: number): Title[] {
  const sign = reading.ids.hasCustom ? OWN_SIGN : SIGN;
  if (place !== undefined && !isName(reading.text, tokens, place, sign)) return [];
  const titles: Title[] = [];
  const byLine = new Map<number, Title>();
  let next = 0;
  let last = 0;
  for (const match of reading.text.matchAll(sign)) {
    if (match.index < last) continue;
    const start = match.index - (WORD_HEAD.exec(reading.text.slice(Math.max(last, match.index - 200), match.index))?.[0].length ?? 0);
    WORD_TAIL.lastIndex = match.index;
    WORD_TAIL.test(reading.text);
    const end = WORD_TAIL.lastIndex;
    last = end;
    while ((tokens[next]?.end ?? Infinity) <= start) next++;
    if ((tokens[next]?.start ?? Infinity) <= start) continue;
    const line = reading.lines.lineAt(start);
    const declaration = declarations.on(line);
    if (!declaration || declaration.kind === 'other' || !new RegExp(`\\b${reading.text.slice(start, end)}\\b`, 'u').test(declaration.name))
      continue;
    const parent = byLine.get(line) ?? byLine.get(declarations.around(line)?.range.start.line ?? -1);
    const test = declaration.kind === 'function' ? { ...declaration, kind: 'test' as const } : declaration;
    const title: Title = {
      source: 'test-name',
      parts: [{ start, end, cutBefore: false, cutAfter: false }],
      declaration: test,
      ...(parent && { parent }),
    };
    byLine.set(line, title);
    titles.push(title);
  }
  return titles;
}

/** True if the word at an offset may be such a name, and no part of a comment or a string. */
function isName(text: string, tokens: readonly Token[], at: number, sign: RegExp): boolean {
  WORD_TAIL.lastIndex = at;
  WORD_TAIL.test(text);
  const head = WORD_HEAD.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
  if ((head + text.slice(at, WORD_TAIL.lastIndex)).search(sign) < 0) return false;
  return !tokens.some(({ start, end }) => start <= at - head.length && at - head.length < end);
}
