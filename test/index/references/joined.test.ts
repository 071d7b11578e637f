import assert from 'node:assert/strict';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { annotation, code, document, findingsOf, indexOf, mentions, requirement, told } from '../../support/index/build.ts';

const A = document('a.md', [requirement('FSR-1', ['AC1']), requirement('FSR-2')]);
const B = document('b.md', [requirement('REQ-1', ['FSR-2'])]);

/** What a file refers to, by what is written: `FSR-1 = a#FSR-1`, `FSR-9 = unknown`. */
function meant(index: TraceIndex, path: string): readonly string[] {
  return index.referencesIn(path).map(({ reference: { text, range }, resolution }) => {
    const what = resolution.kind === 'item' ? resolution.item.key : resolution.kind;
    return `${range.start.character} ${text} = ${what}`;
  });
}

describe('two ids with a slash between them', () => {
  for (const [what, file] of [
    ['behind a keyword', code('a.ts', annotation('implements', 'FSR-1/FSR-2'))],
    ['in prose', mentions('a.ts', 'FSR-1/FSR-2')],
  ] as const) {
    it(`${what} are two items where there is no such criterion`, () => {
      assert.deepEqual(meant(indexOf([A, file]), 'a.ts'), ['15 FSR-1 = a#FSR-1', '21 FSR-2 = a#FSR-2']);
      assert.deepEqual(indexOf([A, file]).findings('a.ts'), []);
    });
  }

  it('are a criterion with an id of its own where there is one', () => {
    const index = indexOf([B, code('a.ts', annotation('implements', 'REQ-1/FSR-2'))]);
    assert.deepEqual(meant(index, 'a.ts'), ['15 REQ-1/FSR-2 = b#REQ-1/FSR-2']);
  });

  it('are reported as one where one of them is not known', () => {
    const index = indexOf([A, code('a.ts', annotation('implements', 'FSR-1/FSR-9'))]);
    assert.deepEqual(findingsOf(index, 'unknown-reference', 'a.ts').map(told), [
      '0:15 FSR-1/FSR-9 is not defined in any document. Did you mean FSR-1/AC1?',
    ]);
  });

  it('become the other as items come and go', () => {
    const file = code('a.ts', annotation('implements', 'REQ-1/FSR-2'));
    const plain = document('b.md', [requirement('REQ-1')]);
    const index = indexOf([plain, file]);
    assert.deepEqual(meant(index, 'a.ts'), ['15 REQ-1/FSR-2 = unknown']);
    index.update([{ path: 'a.md', facts: A }]);
    assert.deepEqual(meant(index, 'a.ts'), ['15 REQ-1 = b#REQ-1', '21 FSR-2 = a#FSR-2']);
    index.update([{ path: 'b.md', facts: B }]);
    assert.deepEqual(meant(index, 'a.ts'), ['15 REQ-1/FSR-2 = b#REQ-1/FSR-2']);
    index.update([
      { path: 'a.md', facts: undefined },
      { path: 'b.md', facts: plain },
    ]);
    assert.deepEqual(meant(index, 'a.ts'), ['15 REQ-1/FSR-2 = unknown']);
  });
});
