import assert from 'node:assert/strict';
import { annotation, code, declaration, document, findingsOf, indexOf, requirement, told } from '../../support/index/build.ts';

const CODE = 'duplicate-link';
const plan = document('plan.md', [requirement('IP-1', ['AC1'])]);
const onReserve = { declaration: declaration('reserve()', 5) };
const onRelease = { declaration: declaration('release()', 9) };

describe(CODE, () => {
  for (const [what, annotations, expected] of [
    [
      'the same declaration',
      [annotation('implements', 'IP-1', 3, onReserve), annotation('implements', 'plan#IP-1', 4, onReserve)],
      ['4:15 Duplicate annotation: reserve() already implements IP-1'],
    ],
    ['another declaration', [annotation('implements', 'IP-1', 3, onReserve), annotation('implements', 'IP-1', 8, onRelease)], []],
    ['another kind', [annotation('implements', 'IP-1', 3, onReserve), annotation('verifies', 'IP-1', 4, onReserve)], []],
    ['another item', [annotation('implements', 'IP-1', 3, onReserve), annotation('implements', 'IP-1/AC1', 4, onReserve)], []],
    [
      'one line without a declaration',
      [annotation('implements', 'IP-1', 3), annotation('implements', 'IP-1', 3)],
      ['3:15 Duplicate annotation: This line already implements IP-1'],
    ],
    ['two lines without a declaration', [annotation('implements', 'IP-1', 3), annotation('implements', 'IP-1', 4)], []],
  ] as const) {
    // @verifies RT-4.2/AC7~aa5a6a
    it(what, () => {
      assert.deepEqual(findingsOf(indexOf([plan, code('a.ts', ...annotations)]), CODE, 'a.ts').map(told), expected);
    });
  }
});
