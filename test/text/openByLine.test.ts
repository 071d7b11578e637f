import assert from 'node:assert/strict';
import { LineMap } from '../../src/text/lineMap.ts';
import { openByLine } from '../../src/text/openByLine.ts';
import type { Stretch } from '../../src/text/openByLine.ts';

/** Lines of ten characters, their end included. */
function linesOf(count: number): LineMap {
  return new LineMap('123456789\n'.repeat(count - 1));
}

describe('the stretch that is open at a line', () => {
  const cases: readonly (readonly [what: string, stretches: readonly Stretch[], expected: readonly number[]])[] = [
    ['nothing', [], [-1, -1, -1, -1]],
    ['one of three lines', [{ line: 0, end: 25 }], [-1, 0, 0, -1]],
    ['one that ends where a line begins', [{ line: 0, end: 20 }], [-1, 0, -1, -1]],
    ['one on a line', [{ line: 1, end: 15 }], [-1, -1, -1, -1]],
    [
      'the inner of two',
      [
        { line: 0, end: 39 },
        { line: 1, end: 25 },
      ],
      [-1, 0, 1, 0],
    ],
    [
      'the later in the list, wherever it begins',
      [
        { line: 1, end: 39 },
        { line: 0, end: 25 },
      ],
      [-1, 1, 1, 0],
    ],
    [
      'one that reaches further than what begins before it',
      [
        { line: 0, end: 15 },
        { line: 0, end: 35 },
      ],
      [-1, 1, 1, 1],
    ],
  ];
  for (const [what, stretches, expected] of cases) {
    it(what, () => {
      assert.deepEqual(
        openByLine(stretches, linesOf(4)).map((found) => (found ? stretches.indexOf(found) : -1)),
        expected,
      );
    });
  }

  it('takes work in proportion to the text', () => {
    const looks = (count: number, end: (line: number) => number): number => {
      let sum = 0;
      const stretches = Array.from({ length: count }, (_, line) => ({
        line,
        get end() {
          sum += 1;
          return end(line);
        },
      }));
      openByLine(stretches, linesOf(count));
      return sum;
    };
    for (const end of [(line: number) => line * 10 + 5, (line: number) => line * 10 + 500, () => Infinity])
      assert.ok(looks(4000, end) <= 4.1 * looks(1000, end));
  });
});
