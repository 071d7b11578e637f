import assert from 'node:assert/strict';
import { rangeAt } from '../../../../../src/model/position.ts';
import { ids, only, read, textAt } from '../../../../support/formats/documentFacts.ts';

describe('Steps and targets', () => {
  const text = [
    '# Guide',
    '',
    '## Release',
    '',
    '1. **Plan**: it',
    '2. **Ship**: it',
    '',
    '## Goals',
    '',
    '| Metric | Target | Why |',
    '| - | - | - |',
    '| **Speed** | < 200 ms at p95 | x |',
    '| Users | 50% more | y |',
    '| Mood | good | z |',
    '',
  ];

  // @verifies RT-1.1/AC6~d0fa95
  it('count only where they are switched on', () => {
    assert.deepEqual(ids(read(text)), []);
    assert.deepEqual(ids(read(text, { steps: true })), ['release: AC1 AC2']);
    assert.deepEqual(ids(read(text, { targets: true })), ['goals: AC1 AC2 AC3']);
  });

  it('are switched by the front matter, whatever the configuration says', () => {
    const front = ['---', 'reqtrace: { steps: true, targets: false, key: go, needs: [verifies] }', '---', ...text];
    const facts = read(front, { targets: true });
    assert.deepEqual(ids(facts), ['release: AC1 AC2']);
    assert.deepEqual([facts.documentKey, facts.needs], ['go', ['verifies']]);
  });

  it('make targets of the rows', () => {
    const { criteria } = only(read(text, { targets: true }));
    assert.deepEqual(
      criteria.map((each) => [each.kind, each.text, each.target]),
      [
        ['target', 'Speed: < 200 ms at p95', { metric: 'Speed', comparison: '<', value: 200, unit: 'ms', note: 'at p95' }],
        ['target', 'Users: 50% more', { metric: 'Users', comparison: '>=', value: 50, unit: '%', note: 'more' }],
        ['target', 'Mood: good', undefined],
      ],
    );
    assert.equal(textAt(text, criteria[0]?.range ?? assert.fail()), '| **Speed** | < 200 ms at p95 | x |');
  });

  it('stand where they are, even without words', () => {
    const { criteria } = only(read('# A\n\n1.\n', { steps: true }));
    assert.deepEqual(
      criteria.map((each) => each.nameRange),
      [rangeAt(2, 2, 2)],
    );
  });

  it('belong to a requirement that encloses them, and beat no label', () => {
    assert.deepEqual(ids(read('## REQ-1: x\n\n### How\n\n1. a\n', { steps: true })), ['REQ-1: AC1']);
    const { criteria } = only(read('## REQ-1: x\n\n**Acceptance Criteria**:\n1. a\n', { steps: true }));
    assert.deepEqual(
      criteria.map((each) => each.kind),
      ['criterion'],
    );
  });

  it('leave bullets, nested numbers and other tables alone', () => {
    assert.deepEqual(ids(read('## A\n\n- x\n  1. y\n\n| a | b |\n| - | - |\n| 1 | 2 |\n', { steps: true, targets: true })), []);
  });
});
