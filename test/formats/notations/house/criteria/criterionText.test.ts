import assert from 'node:assert/strict';
import { criterion, only, read, textAt } from '../../../../support/formats/documentFacts.ts';

const HEAD = '## REQ-1: Stock\n\n';

describe('The text of a criterion', () => {
  const cases: [item: string, text: string, detail?: string][] = [
    ['- [x] **AC1**: *All* `tests` [pass](ci.md)', 'All tests pass'],
    ['- ✅ **Speed**: 5 ms', 'Speed: 5 ms'],
    ['- Wrapped\n  over   two lines', 'Wrapped over two lines'],
    ['- [~] Half done', 'Half done'],
    ['- **FR-1** (P2): [SYNC] Save (Priority: P1)', 'Save'],
    ['- Saves (see `npm run test:all`)', 'Saves (see npm run test:all)'],
    ['- a\u0308 and \\*stars\\* &amp; more', 'ä and *stars* & more'],
    ['- Steps\n  - one\n  - two\n\n  Then this.\n\n  ```\n  code\n  ```', 'Steps', 'one two Then this. code'],
    ['- 2 * 3 * 4 and snake_case_word', '2 * 3 * 4 and snake_case_word'],
    ['- Hidden <!-- IP-1 --> words <b>bold</b>', 'Hidden words bold'],
  ];
  for (const [item, text, detail = ''] of cases) {
    it(JSON.stringify(item), () => {
      const found = criterion(read(`${HEAD}**Acceptance Criteria**:\n\n${item}\n`));
      assert.deepEqual([found.text, found.detail], [text, detail]);
    });
  }

  it('has its place, its claim and its box', () => {
    const text = `${HEAD}**Acceptance Criteria**:\n\n  - [X] **AC1**: First line\n    second line\n    - nested\n\n`;
    const found = criterion(read(text));
    assert.equal(textAt(text, found.range), '- [X] **AC1**: First line|    second line|    - nested');
    assert.equal(textAt(text, found.nameRange), 'First line');
    assert.equal(found.checkboxRange && textAt(text, found.checkboxRange), '[X]');
    assert.equal(found.claimed, true);
  });

  it('claims nothing without a box, and what its tasks claim', () => {
    const claims = (list: string): unknown[] => only(read(`${HEAD}**Acceptance Criteria**:\n${list}`)).criteria.map((each) => each.claimed);
    assert.deepEqual(claims('- a\n- [ ] b\n- [x] c\n- d\n  - [x] e\n- f\n  - [x] g\n  - [ ] h\n'), [undefined, false, true, true, false]);
  });

  it('leaves nested bold names to its attributes', () => {
    const found = criterion(read(`${HEAD}**Acceptance Criteria**:\n- **AC1**: a\n  - **Metric**: 5 ms\n  - plain\n`));
    assert.deepEqual(
      found.attributes.map(({ name, value }) => [name, value]),
      [['Metric', '5 ms']],
    );
    assert.equal(found.detail, 'plain');
  });

  for (const item of ['~~gone~~', '~~**AC1**~~: gone', '**AC1**: [deferred] later', '[removed] gone', 'later [deferred: next year]']) {
    // @verifies RT-1.3/AC1~1bc0c5
    it(`${item} is exempt`, () => assert.equal(criterion(read(`${HEAD}**Acceptance Criteria**:\n- ${item}\n`)).exempt, true));
  }

  for (const item of [
    'there',
    '**AC1**: there',
    '**AC1**: [P] there',
    'there [urgent]',
    'only ~~half~~ of it is gone',
    'nothing is deferred',
  ]) {
    // @verifies RT-1.3/AC2~d36ac7
    it(`${item} is not exempt`, () => assert.equal(criterion(read(`${HEAD}**Acceptance Criteria**:\n- ${item}\n`)).exempt, false));
  }
});

describe('A list item that begins with a list or a quotation', () => {
  it('has the text of that', () => {
    const { criteria } = only(read(`${HEAD}**Acceptance Criteria**:\n- 1. It sorts\n- 2) It lists\n- > It quotes\n- 1. a\n  2. b\n`));
    assert.deepEqual(
      criteria.map(({ localId, text, detail }) => [localId, text, detail]),
      [
        ['AC1', 'It sorts', ''],
        ['AC2', 'It lists', ''],
        ['AC3', 'It quotes', ''],
        ['AC4', 'a', 'b'],
      ],
    );
  });
});
