import assert from 'node:assert/strict';
import type { ListFilter } from '../../src/query/list.ts';
import { kindOf, list, nameOf } from '../../src/query/list.ts';
import { annotation, code, criterion, document, indexOf, requirement } from '../support/index/build.ts';

const index = indexOf([
  document('docs/launch.md', [
    requirement('IP-1', [criterion('AC1', 1, { text: 'Orders are confirmed in time' }), 'AC2'], { title: 'Orders' }),
  ]),
  document('docs/plan/weeks.md', [requirement('weeks', [criterion('AC1', 1, { kind: 'step' }), criterion('AC2', 2, { kind: 'target' })])]),
  code('src/a.ts', annotation('implements', 'IP-1/AC1'), annotation('verifies', 'IP-1/AC1')),
]);

describe('list', () => {
  const cases: readonly [what: string, filter: ListFilter, expected: string[]][] = [
    [
      'everything, requirements before their criteria',
      {},
      ['IP-1', 'IP-1/AC1', 'IP-1/AC2', 'docs/plan/weeks#weeks', 'docs/plan/weeks#weeks/AC1', 'docs/plan/weeks#weeks/AC2'],
    ],
    ['by status', { statuses: ['met'] }, ['IP-1/AC1']],
    ['by several statuses', { statuses: ['met', 'partial'] }, ['IP-1', 'IP-1/AC1']],
    ['by kind', { kinds: ['step', 'target'] }, ['docs/plan/weeks#weeks/AC1', 'docs/plan/weeks#weeks/AC2']],
    ['requirements only', { kinds: ['requirement'] }, ['IP-1', 'docs/plan/weeks#weeks']],
    ['by glob', { documents: ['docs/*.md'], kinds: ['requirement'] }, ['IP-1']],
    ['by part of a path, letter case aside', { documents: ['LAUNCH'], kinds: ['requirement'] }, ['IP-1']],
    ['by one of several documents', { documents: ['launch', 'docs/plan/**'], kinds: ['requirement'] }, ['IP-1', 'docs/plan/weeks#weeks']],
    ['by all words', { text: 'TIME orders' }, ['IP-1/AC1']],
    ['by title', { text: 'orders', kinds: ['requirement'] }, ['IP-1']],
    ['nothing, where conditions do not meet', { statuses: ['met'], kinds: ['step'] }, []],
  ];
  for (const [what, filter, expected] of cases) {
    it(`gives ${what}`, () => {
      assert.deepEqual(
        list(index, filter).map(({ id }) => id),
        expected,
      );
    });
  }

  it('calls a requirement by its title and a criterion by its text', () => {
    const [first, second] = list(index, { documents: ['launch'] });
    assert.deepEqual([first && nameOf(first), second && nameOf(second)], ['Orders', 'Orders are confirmed in time']);
    assert.deepEqual([first && kindOf(first), second && kindOf(second)], ['requirement', 'criterion']);
  });
});
