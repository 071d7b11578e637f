import assert from 'node:assert/strict';
import { ids, only, read, textAt } from '../../../../support/formats/documentFacts.ts';

const HEAD = '## REQ-1: Stock\n\n';

// @verifies RT-1.1/AC3~043dab
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

  // @verifies RT-1.1/AC5~c91e77
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

  // @verifies RT-1.1/AC5~c91e77
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
