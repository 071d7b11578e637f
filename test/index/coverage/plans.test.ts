import assert from 'node:assert/strict';
import { claimOf } from '../../../src/model/item.ts';
import { annotation, code, document, indexOf, requirement } from '../../support/index/build.ts';

const spec = document('spec.md', [requirement('IP-1', ['AC1', 'AC2'])]);

/** A file of tasks: of each line, what it names and whether it is ticked. */
function tasks(path: string, ...lines: readonly (readonly [text: string, done: boolean | undefined])[]) {
  return code(path, ...lines.map(([text, done], at) => annotation('plans', text, at, done === undefined ? {} : { done })));
}

describe('plans', () => {
  it('count for nothing, and are listed in order of place', () => {
    const { status, plans } = indexOf([
      spec,
      tasks('b.md', ['IP-1/AC1', true]),
      tasks('a.md', ['IP-2', true], ['IP-1/AC1', undefined]),
    ]).coverage('spec#IP-1/AC1');
    assert.equal(status, 'unmet');
    assert.deepEqual(
      plans?.map(({ path, range, done }) => [path, range.start.line, done]),
      [
        ['a.md', 1, undefined],
        ['b.md', 0, true],
      ],
    );
  });

  it('are those of the item alone', () => {
    const index = indexOf([spec, tasks('a.md', ['IP-1', true])]);
    assert.equal(index.coverage('spec#IP-1/AC1').plans, undefined);
    assert.equal(index.coverage('spec#IP-1').plans?.length, 1);
  });

  it('change with a tick, and so does the item', () => {
    const index = indexOf([spec, tasks('a.md', ['IP-1/AC1', false])]);
    const { changedItems } = index.update([{ path: 'a.md', facts: tasks('a.md', ['IP-1/AC1', true]) }]);
    assert.deepEqual([...changedItems], ['spec#IP-1/AC1']);
  });

  for (const [what, ticks, claim] of [
    ['claim an item where every task that names it is ticked', [true, true], true],
    ['do not where one is not', [true, false], false],
    ['claim nothing where none is a task', [undefined], undefined],
    ['heed tasks alone', [undefined, true], true],
    ['claim nothing where there are none', [], undefined],
  ] as const) {
    it(what, () => {
      const index = indexOf([spec, tasks('a.md', ...ticks.map((done) => ['IP-1/AC1', done] as const))]);
      assert.equal(claimOf(index.coverage('spec#IP-1/AC1').plans), claim);
    });
  }
});
