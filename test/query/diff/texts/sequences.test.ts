import assert from 'node:assert/strict';
import type { Change } from '../../../../src/query/diff/texts/sequences.ts';
import { changesBetween } from '../../../../src/query/diff/texts/sequences.ts';

/** The head, made from the base by the changes. */
function applied(base: readonly string[], head: readonly string[], changes: readonly Change[]): string[] {
  const made: string[] = [];
  let at = 0;
  for (const { baseStart, baseEnd, headStart, headEnd } of changes) {
    made.push(...base.slice(at, baseStart), ...head.slice(headStart, headEnd));
    at = baseEnd;
  }
  return [...made, ...base.slice(at)];
}

/** Length of the longest common subsequence, the slow and certain way. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries()) next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('changesBetween', () => {
  const cases: readonly [base: string, head: string, changes: string][] = [
    ['', '', ''],
    ['abc', 'abc', ''],
    ['', 'ab', '0-0>0-2'],
    ['ab', '', '0-2>0-0'],
    ['ab', 'acb', '1-1>1-2'],
    ['abc', 'axc', '1-2>1-2'],
    ['abcdef', 'xbcdey', '0-1>0-1 5-6>5-6'],
  ];
  for (const [base, head, expected] of cases) {
    it(`from "${base}" to "${head}"`, () => {
      const changes = changesBetween([...base], [...head]);
      assert.deepEqual(applied([...base], [...head], changes), [...head]);
      assert.equal(changes.map((each) => `${each.baseStart}-${each.baseEnd}>${each.headStart}-${each.headEnd}`).join(' '), expected);
    });
  }

  it('is right and shortest for any two sequences, its changes apart from each other', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let round = 0; round < 400; round += 1) {
      const letters = 2 + random(4);
      const sequence = (): string[] => Array.from({ length: random(14) }, () => 'abcdef'[random(letters)] ?? 'a');
      const [base, head] = [sequence(), sequence()];
      const changes = changesBetween(base, head);
      const told = `${base.join('')} to ${head.join('')}`;
      assert.deepEqual(applied(base, head, changes), head, told);
      assert.equal(base.length - changes.reduce((sum, each) => sum + each.baseEnd - each.baseStart, 0), common(base, head), told);
      for (const [at, { baseStart, headStart }] of changes.entries()) {
        const before = changes[at - 1];
        if (before) assert.ok(before.baseEnd < baseStart && before.headEnd < headStart, told);
      }
    }
  });

  it('takes what differs too much for replaced as a whole', () => {
    const base = ['same', ...Array.from({ length: 3000 }, (_, at) => `old ${at}`), 'end'];
    const head = ['same', ...Array.from({ length: 2500 }, (_, at) => `new ${at}`), 'end'];
    assert.deepEqual(changesBetween(base, head), [{ baseStart: 1, baseEnd: 3001, headStart: 1, headEnd: 2501 }]);
  });
});
