import assert from 'node:assert/strict';
import type { FileFacts, Reference } from '../../../src/model/facts.ts';
import type { Position, Range } from '../../../src/model/position.ts';
import { comparePositions } from '../../../src/model/position.ts';

/** The lines of a text as positions count them: LF, CRLF and CR end one, and a byte order mark is no column. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
}

/** Every range in some facts, with the way to it for messages: `requirements.0.nameRange`. */
function* rangesIn(value: unknown, way = ''): Generator<readonly [way: string, range: Range]> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) {
    yield [way, value as Range];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* rangesIn(inner, way === '' ? key : `${way}.${key}`);
}

/** Every range lies in the text, begins before it ends, and cuts no character in two. */
export function assertPlaces(facts: unknown, text: string): void {
  const lines = linesOf(text);
  for (const [way, range] of rangesIn(facts)) {
    const shown = `${way} ${JSON.stringify(range)}`;
    assert.ok(comparePositions(range.start, range.end) <= 0, `${shown} ends before it begins`);
    for (const place of [range.start, range.end]) {
      const line = lines[place.line];
      assert.ok(line !== undefined && place.character >= 0 && place.character <= line.length, `${shown} lies outside the text`);
      assert.ok(!splitsPair(line, place), `${shown} cuts a character in two`);
    }
  }
}

function splitsPair(line: string, { character }: Position): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(line.slice(Math.max(0, character - 1), character + 1));
}

/** What facts say is written somewhere is written there. */
export function assertWritten(facts: FileFacts, text: string): void {
  const lines = linesOf(text);
  const at = ({ start, end }: Range): string | undefined =>
    start.line === end.line ? lines[start.line]?.slice(start.character, end.character) : undefined;
  const references: Reference[] = [
    ...facts.annotations.map(({ reference }) => reference),
    ...facts.mentions,
    ...facts.requirements.flatMap(({ covers }) => covers),
  ];
  for (const reference of references) if (!reference.composed) assert.equal(at(reference.range), reference.text, 'the text of a reference');
  for (const { checkboxRange } of facts.requirements.flatMap(({ criteria }) => criteria)) {
    if (checkboxRange) assert.match(at(checkboxRange) ?? '', /^\[[ xX]\]$/u, 'a checkbox');
  }
}
