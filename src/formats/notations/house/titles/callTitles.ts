import { testCalls } from '../../../carried/testCalls.ts';
import type { TestCall } from '../../../carried/testCalls.ts';
import { testName } from '../../../carried/testName.ts';
import type { Token } from '../../../carriers/code/scan.ts';
import type { CallForm } from '../../../languages/language.ts';
import type { Reading } from '../annotations/reading.ts';
import { partsFrom } from './title.ts';
import type { Outer, Title } from './title.ts';

/**
 * Titles of tests that are calls, `describe("IP-1.1.1", () => { it("AC2 …") })`.
 *
 * @param outer tells what is around one that is in no other.
 * @param place offset of the only title that is asked for; others are left out, unless it is in them.
 */
export function callTitles(reading: Reading, tokens: readonly Token[], form: CallForm, outer: Outer, place?: number): Title[] {
  const { text } = reading;
  const titles = new Map<TestCall, Title>();
  for (const call of testCalls(text, tokens, form, place).calls) {
    const parent = call.parent ? titles.get(call.parent) : outer(reading.lines.lineAt(call.from));
    titles.set(call, { source: 'test-title', ...titleOf(reading, tokens, call), ...(parent && { parent }) });
  }
  return [...titles.values()];
}

function titleOf(
  { text, lines }: Reading,
  tokens: readonly Token[],
  { from, token: index, name }: TestCall,
): Omit<Title, 'source' | 'parent'> {
  const token = index === undefined ? undefined : tokens[index];
  // The name of a function is read as any other is.
  if (index === undefined || !token) {
    const { start, end } = name ?? { start: from, end: from };
    return { parts: [], declaration: { name: text.slice(start, end), kind: 'test', range: lines.rangeOf(from, end) } };
  }
  const parts = partsFrom(text, tokens, index);
  const last = parts.at(-1) ?? { end: token.innerEnd };
  const range = lines.rangeOf(from, quoteEnd(text, last.end));
  return { parts, declaration: { name: testName(text, token.innerStart, last.end), kind: 'test', range } };
}

/** Behind the quote that closes a string, unless the string is never closed and ends with its line. */
function quoteEnd(text: string, at: number): number {
  return /[\n\r]/u.test(text[at] ?? '\n') ? at : at + 1;
}
