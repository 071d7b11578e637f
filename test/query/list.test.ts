import assert from 'node:assert/strict';
import type { ListFilter } from '../../src/query/list.ts';
import { idAndName, kindOf, list, nameOf } from '../../src/query/list.ts';
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

describe('the name of a requirement whose heading is an id and nothing else', () => {
  const cases: readonly [text: string, criteria: readonly string[], name: string][] = [
    ['The system boils water. It takes minutes.', [], 'The system boils water'],
    ['User Story: As a cook, I want tea, so that I wake up.', [], 'As a cook, I want tea, so that I wake up'],
    ['Story: tea', ['It boils'], 'tea'],
    ['', ['It boils', 'It whistles'], 'It boils'],
    ['', [], 'REQ-7'],
    ['See e.g. the kettle', [], 'See e.g. the kettle'],
    ['Waits 1.5 s at most! Else it whistles.', [], 'Waits 1.5 s at most'],
    ['One\n  line', [], 'One line'],
    ['x'.repeat(200), [], `${'x'.repeat(119)}…`],
    ['Why?', ['It boils'], 'Why'],
  ];
  for (const [text, criteria, name] of cases) {
    it(`${JSON.stringify(text.slice(0, 40))} with ${criteria.length} criteria`, () => {
      const facts = requirement(
        'REQ-7',
        criteria.map((one, at) => criterion(`AC${at + 1}`, at + 1, { text: one })),
        { title: 'REQ-7', text },
      );
      const [item] = indexOf([document('docs/a.md', [facts])]).requirements();
      assert.ok(item);
      assert.equal(nameOf(item), name);
      assert.equal(idAndName(item), name === 'REQ-7' ? 'REQ-7' : `REQ-7 ${name}`);
    });
  }

  it('is the title where there is one', () => {
    const [item] = indexOf([
      document('docs/a.md', [requirement('REQ-7', [], { title: 'Tea', text: 'The system boils water.' })]),
    ]).requirements();
    assert.ok(item);
    assert.equal(idAndName(item), 'REQ-7 Tea');
  });
});
