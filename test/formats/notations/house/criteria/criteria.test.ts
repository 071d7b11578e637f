import assert from 'node:assert/strict';
import { inEnglish } from '../../../../../src/model/message.ts';
import { rangeAt } from '../../../../../src/model/position.ts';
import { criterion, ids, nearMisses, only, read, textAt } from '../../../../support/formats/documentFacts.ts';

const HEAD = '## REQ-1: Stock\n\n';

describe('Criteria labels', () => {
  const labels = [
    '**Acceptance Criteria**:\n- a\n- b\n',
    '**Acceptance Criteria:**\n\n- a\n\n- b\n',
    '__Acceptance criteria:__\n* a\n* b\n',
    'Acceptance Criteria:\n1. a\n2. b\n',
    'It meets these acceptance criteria:\n\n- a\n- b\n',
    '### Acceptance Criteria\n\n- a\n- b\n',
    '### 3. Success Criteria (this release) ✅\n\n- a\n- b\n',
    '**Customer Quality Gates:**\nProse between label and list.\n\nMore prose.\n\n- a\n- b\n',
    '**Definition of Done**: all of\n\n- a\n- b\n',
    '### Acceptance Criteria\n\n#### Speed\n\n- a\n\n**Safety**:\n\n- b\n',
    '**Validation**:\n- [ ] a\n- [x] b\n- note\n',
    '### Sign-Off\n\n**Team**:\n- [ ] a\n- [ ] b\n',
    '- **Acceptance Criteria**:\n  - a\n  - b\n',
    '**Acceptance Criteria**\n\n- a\n- b\n',
    '*Acceptance Criteria*\n\n- a\n- b\n',
    '*Acceptance Criteria:*\n\n- a\n- b\n',
    'Acceptance Criteria\n\n1. a\n2. b\n',
    '**Acceptance Criteria** (draft):\n\n- a\n- b\n',
    '**Acceptance Criteria** (draft)\n\n- a\n- b\n',
    '**Acceptance Criteria** — must hold:\n\n- a\n- b\n',
    '**Acceptance Criteria — must hold**:\n\n- a\n- b\n',
    '**Acceptance Criteria：**\n\n- a\n- b\n',
    '**Acceptance Criteria**：\n\n- a\n- b\n',
    '### Acceptance Criteria: happy path\n\n- a\n- b\n',
    '**Acceptance Scenarios**:\n\n1. a\n2. b\n',
    '**AC**:\n\n- a\n- b\n',
    '**AC**\n\n- a\n- b\n',
    '**Acceptance:**\n\n- a\n- b\n',
    '**Acceptance Tests:**\n\n- a\n- b\n',
    'AC:\n- a\n- b\n',
    '### AC\n\n- a\n- b\n',
    '### 2. Acceptance\n\n- a\n- b\n',
    '- **AC**:\n  - a\n  - b\n',
    '**Done when:**\n- a\n- b\n',
    '**Story Points**: 5\n**Acceptance Criteria**:\n- a\n- b\n',
    '<!-- note -->\n**Acceptance Criteria**:\n\n```\n- code\n```\n\n- a\n- b\n',
  ];
  for (const text of labels) it(JSON.stringify(text), () => assert.deepEqual(ids(read(HEAD + text)), ['REQ-1: AC1 AC2']));

  const none = [
    '**Dependencies**:\n- a\n',
    '**Validation**:\n- a\n',
    '**Code Quality Gates**\n\n- a\n',
    '**Acceptance Criteria**\n\nAll of it.\n\n- a\n',
    'Acceptance Criteria\nand more\n\n- a\n',
    '### Acceptance Criteria: all met\n\n- a\n',
    '### Acceptance Criteria: US-2\n\n- a\n',
    '**Acceptance Criteria** - results:\n\n- a\n',
    '**AC:** 18\n\n- a\n',
    '### AC\n\nNot a list.\n\n- a\n',
    '**Acceptance**: by the shop\n\n- a\n',
    '**Acceptance Criteria**:\n\n**Notes**:\n- a\n',
    '**Acceptance Criteria**:\n\n**As a** user\n- a\n',
    '**Acceptance Criteria**:\n\n### Notes\n- a\n',
    '```\n**Acceptance Criteria**:\n- a\n```\n',
    '<!--\n**Acceptance Criteria**:\n- a\n-->\n',
    '> **Acceptance Criteria**:\n> - a\n',
    '- a\n- b\n',
  ];
  for (const text of none) it(`${JSON.stringify(text)} has none`, () => assert.deepEqual(ids(read(HEAD + text)), ['REQ-1:']));

  it('come from the configuration', () => {
    const options = { criteria: { labels: ['Bedingungen'], labelsInRequirement: [], taskLabels: [] } };
    assert.deepEqual(ids(read(`${HEAD}**Bedingungen**:\n- a\n`, options)), ['REQ-1: AC1']);
    assert.deepEqual(ids(read(`${HEAD}**Acceptance Criteria**:\n- a\n`, options)), ['REQ-1:']);
  });

  it('with a value but without a list are attributes', () => {
    const facts = read(`${HEAD}**Validation**: by review\n\n- a\n`);
    assert.deepEqual(
      only(facts).attributes.map(({ name, value }) => [name, value]),
      [['Validation', 'by review']],
    );
  });

  it('in a heading belong to the nearest requirement that encloses them', () => {
    const text = '# REQ-1: Outer\n\n## REQ-2: Inner\n\n### Acceptance Criteria\n\n- a\n\n## Acceptance Criteria\n\n- b\n- c\n';
    assert.deepEqual(ids(read(text)), ['REQ-1: AC1 AC2', 'REQ-2: AC1']);
  });

  it('hand over to a label below them and take back at its end', () => {
    const text = `${HEAD}### Acceptance Criteria\n\n- a\n\n**Validation**:\n- [ ] b\n- no task\n\n**Rest**:\n- c\n`;
    assert.deepEqual(
      only(read(text)).criteria.map((each) => each.text),
      ['a', 'b', 'c'],
    );
  });
});

describe('Criteria without a label', () => {
  it('are task items inside a requirement with an id', () => {
    assert.deepEqual(ids(read(`${HEAD}- [ ] a\n- note\n\n### Sub\n\n* group\n  * [x] b\n`)), ['REQ-1: AC1 AC2']);
  });

  it('are no task items that record a status', () => {
    assert.deepEqual(ids(read(`${HEAD}### Status\n\n- [x] Proposed\n- [ ] Rejected\n\n### Implementation Status\n\n- [x] Phase 1\n`)), [
      'REQ-1:',
    ]);
  });

  it('are scenarios, each with its section', () => {
    const text = `${HEAD}#### Scenario: Too few\n\n- **WHEN** 1 is left\n- **THEN** warn\n\n#### Scenario Outline: None\n- **WHEN** 0 are left\n`;
    const { criteria } = only(read(text));
    assert.deepEqual(
      criteria.map((each) => [each.localId, each.text, each.detail]),
      [
        ['AC1', 'Too few', 'WHEN 1 is left THEN warn'],
        ['AC2', 'None', 'WHEN 0 are left'],
      ],
    );
    assert.equal(textAt(text, criteria[0]?.range ?? assert.fail()), '#### Scenario: Too few||- **WHEN** 1 is left|- **THEN** warn');
  });

  it('are items with given, when and then', () => {
    const text = `${HEAD}1. **Given** a cart, **When** I pay, **Then** it is empty\n2. **Given** no cart\n`;
    assert.deepEqual(
      only(read(text)).criteria.map((each) => each.text),
      ['Given a cart, When I pay, Then it is empty'],
    );
  });

  it('are bold paragraphs with a label, their tasks being parts and claim', () => {
    const text = `${HEAD}✅ **AC1.1: Stock is counted**\n- [x] daily\n- [ ] weekly\n\n✅ **AC1.2: Stock is shown**\n- [x] on the page\n`;
    const { criteria } = only(read(text));
    assert.deepEqual(
      criteria.map((each) => [each.localId, each.text, each.detail, each.claimed]),
      [
        ['AC1.1', 'Stock is counted', 'daily weekly', false],
        ['AC1.2', 'Stock is shown', 'on the page', true],
      ],
    );
  });

  it('are numbered paragraphs under a label, numbered as written', () => {
    const text = `${HEAD}#### Acceptance Criteria\n\n1.1. WHEN asked, THE shop SHALL answer\n\n1.2 WHEN asked twice,\nTHE shop SHALL answer twice\n`;
    assert.deepEqual(
      only(read(text)).criteria.map((each) => [each.localId, each.text]),
      [
        ['AC1.1', 'WHEN asked, THE shop SHALL answer'],
        ['AC1.2', 'WHEN asked twice, THE shop SHALL answer twice'],
      ],
    );
  });
});

describe('Ids of criteria', () => {
  const cases: [what: string, list: string, expected: string][] = [
    ['positions over all lists', '- a\n- b\n\nMore:\n\n- c\n', 'AC1 AC2 AC3'],
    [
      'written labels',
      '- AC-3: a\n- (AC4) b\n- **AC5**: c\n- **AC6 - d**\n- e {#AC7}\n- `AC8` f\n- AC_9: g\n',
      'AC3 AC4 AC5 AC6 AC7 AC8 AC9',
    ],
    ['written labels first, free numbers for the rest', '- AC-2: a\n- b\n- c\n', 'AC2 AC3 AC4'],
    ['a written label further down is reserved as well', '- a\n- AC1: b\n- c\n', 'AC2 AC1 AC3'],
    ['whole ids', '- **AC-US1-01**: a\n- **FR-001**: b\n- [FR-002] c\n- FR-003: d\n', 'AC-US1-01 FR-001 FR-002 FR-003'],
    ['an id that begins a sentence is none', '- AC2 of REQ-9 is met\n- REQ-9 is met as well\n', 'AC1 AC2'],
    ['numerals of the only list', '3. a\n4. b\n7. c\n', 'AC3 AC4 AC7'],
    ['equal numerals as they are rendered', '1. a\n1. b\n1. c\n', 'AC1 AC2 AC3'],
    ['positions where there are two ordered lists', '5. a\n\nText.\n\n- b\n', 'AC1 AC2'],
    ['names of standards are no ids', '- **UTF-8**: a\n- SHA-256: b\n', 'AC1 AC2'],
    ['labels of three levels', '1. **AC2.1.1**: a\n2. **AC2.1.2**: b\n', 'AC2.1.1 AC2.1.2'],
  ];
  for (const [what, list, expected] of cases) {
    it(what, () => assert.deepEqual(ids(read(`${HEAD}**Acceptance Criteria**:\n\n${list}`)), [`REQ-1: ${expected}`]));
  }

  it('twice in one requirement are a problem; the first wins', () => {
    const facts = read(`${HEAD}**Acceptance Criteria**:\n- AC1: a\n- **AC-1**: b\n- c\n`);
    assert.deepEqual(
      only(facts).criteria.map((each) => [each.localId, each.text]),
      [
        ['AC1', 'a'],
        ['AC3', 'c'],
      ],
    );
    const [problem] = facts.problems;
    assert.deepEqual([problem?.code, problem?.range.start.line, problem?.related?.[0]?.range.start.line], ['duplicate-id', 4, 3]);
  });

  it('know their place', () => {
    const text = `${HEAD}**Acceptance Criteria**:\n- [ ] **AC-US1-01** (P1): a\n- AC-3: b\n`;
    const { criteria } = only(read(text));
    assert.deepEqual(
      criteria.map((each) => each.idRange && textAt(text, each.idRange)),
      ['AC-US1-01', 'AC-3'],
    );
    assert.deepEqual(
      criteria.map((each) => each.whole),
      [true, false],
    );
  });
});

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
    it(`${item} is not exempt`, () => assert.equal(criterion(read(`${HEAD}**Acceptance Criteria**:\n- ${item}\n`)).exempt, false));
  }
});

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

describe('Nothing is lost in silence', () => {
  const cases: [what: string, text: string, part: string][] = [
    ['a bold label without a colon', `${HEAD}**Code Quality Gates**\n\n- a\n`, 'with a colon'],
    ['a label over prose', `${HEAD}### Success Criteria\n\nIt is fast.\n`, 'has no list under it'],
    ['a label over a table', `${HEAD}### Success Criteria\n\n| a |\n| - |\n| b |\n`, 'no column is known to hold criteria'],
    ['a label over a table of targets', `${HEAD}### Success Criteria\n\n| a | Target |\n| - | - |\n| b | 5 |\n`, 'targets: true'],
    ['criteria under other words', `${HEAD}**Criteria**:\n- a\n`, 'no criteria label'],
    ['a heading that only begins like a label', '## Acceptance Criteria Summary\n\n- a\n', 'no criteria label'],
    ['a label without a number', '# Feature: Search\n', 'no number'],
    ['a label with an odd number', '## Feature 2a: Search\n', 'no number'],
    ['a path instead of a number', '## Scope\n\n- **FR:id.format** (P2): System MUST x\n', 'another notation'],
    ['words instead of a number', '- **REQ-FUNCTION-DETECTION**: x\n', 'another notation'],
    ['two numbers', '- **US-016-001**: x\n', 'another notation'],
    ['letters in the number', '- **REQ-000E**: x\n', 'another notation'],
    ['brackets', 'r[auth.token]\nThe system must x.\n', 'another notation'],
    ['brackets that are a link as well', 'r[auth]\nx\n\n[auth]: auth.md\n', 'another notation'],
    ['brackets in a quotation', '> r[auth.token]\n> The system must x.\n', 'another notation'],
    ['a label in a quotation', `${HEAD}> **Acceptance Criteria**:\n> - a\n`, 'quotation'],
    ['a requirement in a quotation', '> ## REQ-1: x\n', 'quotation'],
    ['tildes', '## Stock\n`req~stock-count~1`\n\nx\n', 'another notation'],
    ['no hyphen', `${HEAD}**Checks:**\n\n- **IV2.1.1**: x\n`, 'another notation'],
    ['a bold id in a paragraph of an item', '- a\n\n  **FR-1**: The system must x\n', 'inside a list item'],
    ['two ids on a line', '- **FR-1**, **FR-2**: x\n', 'another id'],
    ['an id in italics', '- *FR-1*: x\n', 'in italics'],
    ['an id in lower case beside others', '- **FR-1**: x\n- **fr-2**: y\n', 'lower case'],
    ['a plain id in a paragraph', 'FR-1: The system must x\n', 'begins a paragraph'],
    ['a plain id in an item', '- FR-1: The system shall x\n', 'not bold'],
    ['an id below a criterion', `${HEAD}**Acceptance Criteria**:\n- **FR-1**: a\n  - **FR-1.1**: b\n`, 'only detail'],
    ['tasks under measures of success', '## Success Metrics\n\n### Numbers\n\n- [ ] **Speed**: no slower\n', 'no criteria label'],
    ['a scenario without a requirement', '## Notes\n\n### Scenario: x\n\n- **WHEN** y\n', 'belongs to no requirement'],
    ['binding words under RFC 2119', '# Spec\n\nWords as in RFC 2119.\n\n## Data\n\nThe value MUST be x.\n', 'binding'],
    ['binding words beside requirements', `${HEAD}x\n\n# Other\n\n- The value SHALL be x.\n`, 'binding'],
  ];
  for (const [what, text, part] of cases) {
    it(what, () => {
      const found = nearMisses(read(text));
      assert.equal(found.length, 1, found.join('; '));
      assert.match(found[0] ?? '', new RegExp(part));
    });
  }

  it('nor is anything said of ordinary prose', () => {
    const text =
      '# Guide\n\n**Note**: x\n\n- **Fast**: y\n- **UTF-8**: z\n- [ ] todo\n\nYou MUST read this. See FR-1: there.\n\n## Validation\n\nWords.\n\n## Success Metrics\n\n- Speed\n';
    const facts = read(text);
    assert.deepEqual([ids(facts), facts.problems], [[], []]);
  });

  it('is not said of ids that the configuration reads', () => {
    const text = '## Stock\n`req~stock-count~1`\n\nx\n\n## Sale\n\n- **FR:sale.x**: y\n';
    const facts = read(text, { ids: ['[a-z]+~[a-z-]+~[0-9]+', 'FR:[a-z.]+'] });
    assert.deepEqual([ids(facts), facts.problems], [['req~stock-count~1:', 'FR:sale.x:'], []]);
  });

  it('says it once for each notation and names the other places', () => {
    const facts = read(`## A\n\n${'- **REQ-SOME-WORDS**: x\n'.repeat(30)}`);
    assert.equal(facts.problems.length, 1);
    assert.equal(facts.problems[0]?.related?.length, 20);
    assert.match(facts.problems.map(({ message }) => inEnglish(message)).join(), /29 more/);
  });
});
