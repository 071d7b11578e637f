import assert from 'node:assert/strict';
import { document, findingsOf, indexOf, reference, requirement, told } from '../../support/index/build.ts';

const CODE = 'cycle';
const covering = (id: string, line: number, ...targets: string[]) =>
  requirement(id, [], { line, covers: targets.map((text, at) => reference(text, line + 1 + at)) });

describe(CODE, () => {
  // @verifies RT-4.2/AC5~4f920f
  it('tells the way round at every relation of it', () => {
    const index = indexOf([
      document('a.md', [covering('A-1', 0, 'B-1', 'X-1'), requirement('X-1', [], { line: 9 })]),
      document('b.md', [covering('B-1', 0, 'C-1'), covering('C-1', 5, 'A-1')]),
    ]);
    assert.deepEqual(findingsOf(index, CODE, 'a.md').map(told), [
      '1:15 A-1 covers itself indirectly: A-1, B-1, C-1, A-1. Remove one of these links',
    ]);
    assert.deepEqual(findingsOf(index, CODE, 'b.md').map(told), [
      '1:15 B-1 covers itself indirectly: B-1, C-1, A-1, B-1. Remove one of these links',
      '6:15 C-1 covers itself indirectly: C-1, A-1, B-1, C-1. Remove one of these links',
    ]);
    assert.deepEqual(
      findingsOf(index, CODE, 'a.md')[0]?.related.map(({ path }) => path),
      ['b.md', 'b.md'],
    );
  });

  it('finds a requirement that covers itself', () => {
    const found = findingsOf(indexOf([document('a.md', [covering('A-1', 0, 'A-1')])]), CODE, 'a.md');
    assert.deepEqual(found.map(told), ['1:15 A-1 covers itself indirectly: A-1, A-1. Remove one of these links']);
  });

  it('comes and goes with a relation in another document', () => {
    const index = indexOf([document('a.md', [covering('A-1', 0, 'B-1')]), document('b.md', [requirement('B-1')])]);
    assert.deepEqual(findingsOf(index, CODE, 'a.md'), []);
    index.update([{ path: 'b.md', facts: document('b.md', [covering('B-1', 0, 'A-1')]) }]);
    assert.equal(findingsOf(index, CODE, 'a.md').length, 1);
    index.update([{ path: 'b.md', facts: undefined }]);
    assert.deepEqual(findingsOf(index, CODE, 'a.md'), []);
  });

  it('copes with a very long chain, closed or not', () => {
    const chain = Array.from({ length: 5000 }, (_, at) => covering(`R-${at}`, at * 3, `R-${at + 1}`));
    const open = indexOf([document('a.md', [...chain, requirement('R-5000', [], { line: 15_000 })])]);
    assert.deepEqual(findingsOf(open, CODE, 'a.md'), []);
    const closed = indexOf([document('a.md', [...chain, covering('R-5000', 15_000, 'R-0')])]);
    assert.equal(findingsOf(closed, CODE, 'a.md').length, 5001);
  });
});
