import assert from 'node:assert/strict';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { configurationOf } from '../../../support/index/build.ts';
import { readExample } from '../../../support/notations/pages.ts';

/** What is read of a specification, one fact a line, without the namespace. */
function read(text: string): readonly string[] {
  const lines = readExample({ path: 'specs/001-kettle/spec.md', text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replaceAll('specs/001-kettle#', ''));
}

const NOTHING = ['nothing'];

// @verifies RT-1.4/AC15~9aa051
describe('a specification of spec-kit defines', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['a bold id that leads a list item', '- **FR-001**: Boil water', ['1 requirement FR-001 Boil water']],
    ['one without a colon', '- **FR-001** Boil water', ['1 requirement FR-001 Boil water']],
    ['one whose title is bold, too', '- **FR-001: Boil** to the end', ['1 requirement FR-001 Boil to the end']],
    ['one in brackets', '- [FR-001] Boil', ['1 requirement FR-001 Boil']],
    ['one in code', '- `FR-001`: Boil', ['1 requirement FR-001 Boil']],
    ['one with what is said of it in between', '- **FR-001** (Must): Boil', ['1 requirement FR-001 Boil']],
    ['one behind a sign', '- ✅ **FR-001**: Boil', ['1 requirement FR-001 Boil']],
    ['one in a task item', '- [x] **FR-001**: Boil', ['1 requirement FR-001 Boil']],
    ['one with a letter', '- **FR-005b**: Boil', ['1 requirement FR-005b Boil']],
    ['one with an area', '- **NFR-PERF-01**: Boil', ['1 requirement NFR-PERF-01 Boil']],
    ['one with the number of the feature', '- **FR-050-001**: Boil', ['1 requirement FR-050-001 Boil']],
    ['one without a hyphen', '- **FR001**: Boil', ['1 requirement FR-001 Boil']],
    ['one that leads a paragraph', '**FR-001**: Boil\n\n- at 100 degrees', ['1 requirement FR-001 Boil']],
    ['one in a quotation', '> **FR-001**: Boil', ['1 requirement FR-001 Boil']],
    ['one of any prefix', '- **SEC-3**: Lock the lid', ['1 requirement SEC-3 Lock the lid']],
    [
      'an outcome, which needs a test only',
      '- **SC-001**: Boils within a minute',
      ['1 requirement SC-001 Boils within a minute (needs verifies)'],
    ],
    [
      'an edge case that has an id',
      '### Edge Cases\n\n- **EC-001**: Without water it stays off',
      ['3 requirement EC-001 Without water it stays off'],
    ],
    [
      'nested ones beside each other',
      '- **FR-001**: Boil\n  - **FR-001a**: Whistle',
      ['1 requirement FR-001 Boil', '2 requirement FR-001a Whistle'],
    ],
    ['headings', '#### FR-001 — Boil\n\nThe kettle boils.', ['1 requirement FR-001 Boil']],
    [
      'the rows of a table',
      '| ID | Requirement | Priority |\n|---|---|---|\n| FR-01 | Boil | P0 |\n| **FR-02** | Stop | P1 |',
      ['3 requirement FR-01 Boil', '3 attribute Priority: P0', '4 requirement FR-02 Stop', '4 attribute Priority: P1'],
    ],
    ['plain ids below a heading that says requirements', '## Requirements\n\n- FR-001: Boil', ['3 requirement FR-001 Boil']],
    ['nothing in the title', '# Feature Specification: Kettle\n\n- **SC-001**: Quick', ['3 requirement SC-001 Quick (needs verifies)']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('an id of another shape in a specification of spec-kit is told', () => {
  const told = (id: string, pattern: string): string =>
    `near-miss "${id}" looks like an ID of another notation: add the pattern '${pattern}' to ids in reqtrace.yaml to have it read`;
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['with letters in its number', '- **FR-A01**: Accepts tea', [`1 ${told('FR-A01', 'FR-[0-9A-F]+')}`]],
    ['in a heading', '### FR-K01: Boil', [`1 ${told('FR-K01', 'FR-[A-Z0-9]+')}`]],
    ['in code', '- `NFR-A01`: Fast', [`1 ${told('NFR-A01', 'NFR-[0-9A-F]+')}`]],
    ['in brackets', '- [SC-A1] In time', [`1 ${told('SC-A1', 'SC-[0-9A-F]+')}`]],
    ['in a paragraph', '**FR-A01** Boils', [`1 ${told('FR-A01', 'FR-[0-9A-F]+')}`]],
    [
      'in a row',
      '| ID | Text |\n|---|---|\n| FR-A01 | Boil |\n| FR-A02 | Stop |',
      [`3 ${told('FR-A01', 'FR-[0-9A-F]+').replace(' looks', ' looks')} (and 1 more like it)`],
    ],
    ['with words instead of a number', '- **FR-BOIL**: Boil', [`1 ${told('FR-BOIL', 'FR-[A-Z]+')}`]],
    ['with an underscore', '- **FR_003**: Boil', [`1 ${told('FR_003', 'FR_[0-9]+')}`]],
    ['of any prefix where requirements are listed', '## Requirements\n\n- **TEA-X1**: Boil', [`3 ${told('TEA-X1', 'TEA-[A-Z0-9]+')}`]],
    ['plain, with a colon', '## Requirements\n\n- FR-A01: Boil', [`3 ${told('FR-A01', 'FR-[0-9A-F]+')}`]],
    [
      'with a blank',
      '- **FR 004**: Boil',
      ['1 near-miss "FR 004" is not a valid ID. Write a prefix of capital letters and a number, such as FR-001'],
    ],
    ['but no word', '- **Boil-A1** x\n- **TEA-X1**: x', NOTHING],
    ['and not where items are restated', '## Traceability\n\n- **FR-A01**: done', NOTHING],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));

  it('and is read where the configuration has its pattern', () => {
    const extractor = createExtractor(configurationOf({ ids: ['FR-[A-Z][0-9]+'] }));
    const spec = extractor.extract('specs/001-kettle/spec.md', '- **FR-A01**: Boil\n');
    assert.deepEqual(
      spec.requirements.map(({ localId, title }) => `${localId} ${title}`),
      ['FR-A01 Boil'],
    );
    const tasks = extractor.extract('specs/001-kettle/tasks.md', '- [x] T001 Boil as FR-A01 says\n');
    assert.deepEqual(
      tasks.annotations.map(({ kind, reference: { id }, done }) => [kind, id, done]),
      [['plans', 'FR-A01', true]],
    );
  });
});

describe('a specification of spec-kit does not define', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['questions about edge cases', '### Edge Cases\n\n- What happens when the lid is open?', NOTHING],
    ['entities', '### Key Entities\n\n- **Kettle**: holds water', NOTHING],
    ['what is in fenced code', '```\n- **FR-001**: Boil\n```', NOTHING],
    ['what is in a comment', '<!--\n- **FR-001**: Boil\n-->', NOTHING],
    ['what is switched off', '<!-- reqtrace-ignore-start -->\n\n- **FR-001**: Boil\n\nSee FR-002\n\n<!-- reqtrace-ignore-end -->', NOTHING],
    ['standards', '- **UTF-8**: the encoding', ['1 mentions UTF-8']],
    ['a link to a ticket', '- [FR-001](https://tracker/FR-001) Boil', NOTHING],
    [
      'binding items without ids',
      '## Requirements\n\n- The kettle MUST boil\n  - It MUST whistle\n- It MUST stop',
      [
        '3 near-miss "The kettle MUST boil" must hold but has no ID by which anything could refer to it: write "**FR-001**: …" (and 1 more like it)',
      ],
    ],
    [
      'two ids at once',
      '- **FR-001** and **FR-002**: both',
      ['1 near-miss Several IDs begin this line, so none of them is defined. Put each on its own line', '1 mentions FR-002'],
    ],
    [
      'two ids that are defined',
      '- **FR-001**: a\n- **FR-002**: b\n\n**FR-001** and **FR-002** hold',
      ['1 requirement FR-001 a', '2 requirement FR-002 b', '4 mentions FR-001', '4 mentions FR-002'],
    ],
    [
      'plain ids elsewhere',
      '## Overview\n\n- FR-001: Boil',
      ['3 near-miss "FR-001" begins a list item but is not bold: write "**FR-001**: …" to make it a requirement'],
    ],
    [
      'a line that only speaks of one',
      '- **FR-001**: Boil\n\n## Assumptions\n\n- FR-001: holds at sea level',
      ['1 requirement FR-001 Boil', '5 mentions FR-001'],
    ],
    [
      'rows that put ids together',
      '- **FR-001**: Boil\n\n| Story | Needs |\n|---|---|\n| US-1 | FR-001 |',
      ['1 requirement FR-001 Boil', '5 mentions US-1', '5 mentions FR-001'],
    ],
    [
      'a section that traces what is defined above',
      '- **FR-001**: Boil\n\n## Traceability\n\n- **FR-001**: T001',
      ['1 requirement FR-001 Boil', '5 mentions FR-001'],
    ],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('an item of spec-kit that nobody has to build', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['is struck out', '- ~~**FR-001**: Boil~~', ['1 requirement FR-001 Boil (exempt)']],
    ['is withdrawn in brackets', '- **FR-001**: [deferred to v2] Boil', ['1 requirement FR-001 [deferred to v2] Boil (exempt)']],
    ['is withdrawn in bold', '- **FR-001**: **Withdrawn.** Boil', ['1 requirement FR-001 Withdrawn. Boil (exempt)']],
    ['is out of scope', '## Out of Scope\n\n- **FR-009**: Coffee', ['3 requirement FR-009 Coffee (exempt)']],
    ['is an assumption', '## Assumptions\n\n- **A-001**: There is water', ['3 requirement A-001 There is water (exempt)']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
  it('is not one that only begins with such a word', () =>
    assert.deepEqual(read('- **FR-001**: Removed water stays out'), ['1 requirement FR-001 Removed water stays out']));
});

describe('two places of one id in a specification', () => {
  it('are a mistake where both define it', () =>
    assert.deepEqual(read('- **FR-001**: Boil\n- **FR-001**: Whistle'), [
      '1 requirement FR-001 Boil',
      '2 duplicate-id FR-001 is defined twice in this document. Renumber the second definition',
    ]));
  it('are one where the second discusses the first', () =>
    assert.deepEqual(read('#### FR-001: Boil\n\n#### FR-001: Boil -- 100 degrees'), ['1 requirement FR-001 Boil', '3 mentions FR-001']));
  it('are defined by the heading, whatever table lists them', () =>
    assert.deepEqual(read('| Story | Title |\n|---|---|\n| US-1 | Boil |\n\n### US-1: Boil'), [
      '3 mentions US-1',
      '5 requirement US-1 Boil',
    ]));
});

describe('a user story of spec-kit', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['has a label and a number', '### User Story 1 - Boil (Priority: P1) 🎯 MVP', ['1 requirement US-1 Boil (Priority: P1) 🎯 MVP']],
    ['may have a letter', '### User Story 3a – Stop', ['1 requirement US-3a Stop']],
    ['may have been put in between', '### User Story 1.5 - Warm', ['1 requirement US-1.5 Warm']],
    ['may be written short', '### US1: Boil', ['1 requirement US-1 Boil']],
    ['may be written in Chinese', '### 用户故事 1 - 烧水', ['1 requirement US-1 烧水']],
    ['may be written in Spanish', '### Historia de Usuario 2 - Hervir', ['1 requirement US-2 Hervir']],
    ['may be a scenario where no story is numbered', '## User Scenarios & Testing\n\n### Scenario 1: Boil', ['3 requirement US-1 Boil']],
    ['is no scenario beside stories', '## User Scenarios\n\n### User Story 1 - Boil\n\n### Scenario 1: Boil', ['3 requirement US-1 Boil']],
    ['is none without a number', '### User Story - Boil', NOTHING],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('acceptance scenarios of a user story', () => {
  const under = (text: string): readonly string[] => read(`### User Story 1 - Boil\n\n${text}`).slice(1);
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    [
      'are the items below their label',
      '**Acceptance Scenarios**:\n\n1. **Given** water, **When** it is on, **Then** it boils\n2. **Given** none, **When** it is on, **Then** it stops',
      ['5 criterion US-1/AC1 Given water, When it is on, Then it boils', '6 criterion US-1/AC2 Given none, When it is on, Then it stops'],
    ],
    [
      'need no words of Gherkin',
      '**Acceptance Criteria**:\n\n- Boils\n- Stops',
      ['5 criterion US-1/AC1 Boils', '6 criterion US-1/AC2 Stops'],
    ],
    ['may have a heading', '#### Acceptance Scenarios\n\n1. Boils', ['5 criterion US-1/AC1 Boils']],
    ['may have a label in German', '**Akzeptanzkriterien**:\n\n1. Kocht', ['5 criterion US-1/AC1 Kocht']],
    [
      'may have a label in Chinese',
      '**验收场景**：\n\n1. **假设** 有水，**当** 打开，**那么** 沸腾',
      ['5 criterion US-1/AC1 假设 有水，当 打开，那么 沸腾'],
    ],
    [
      'need no label where they say Given and Then',
      '1. Given water, when it is on, then it boils',
      ['3 criterion US-1/AC1 Given water, when it is on, then it boils'],
    ],
    [
      'are counted over all lists of the story',
      '**Acceptance Scenarios**:\n\n1. Boils\n2. Stops\n\n**Acceptance Scenarios**:\n\n1. Whistles',
      ['5 criterion US-1/AC1 Boils', '6 criterion US-1/AC2 Stops', '10 criterion US-1/AC3 Whistles'],
    ],
    [
      'keep the numerals of their only list',
      '**Acceptance Scenarios**:\n\n3. Boils\n4. Stops',
      ['5 criterion US-1/AC3 Boils', '6 criterion US-1/AC4 Stops'],
    ],
    [
      'keep the names that they have',
      '**Acceptance Criteria**:\n\n- AC3: Boils\n- **AC-US1-01**: Stops',
      ['5 criterion US-1/AC3 Boils', '6 criterion AC-US1-01 Stops'],
    ],
    [
      'may be paragraphs',
      '**Given** water,\n**When** it is on,\n**Then** it boils.',
      ['3 criterion US-1/AC1 Given water, When it is on, Then it boils.'],
    ],
    [
      'may be steps on lines of their own',
      '**Acceptance Scenarios**:\n\n- Given water\n- When it is on\n- Then it boils\n- Given none\n- Then it stops',
      ['5 criterion US-1/AC1 Given water', '8 criterion US-1/AC2 Given none'],
    ],
    ['may have headings', '#### Scenario 1: Boil\n\n- **Given** water\n- **Then** it boils', ['3 criterion US-1/AC1 Boil']],
    ['may be rows', '| Given | When | Then |\n|---|---|---|\n| water | on | boils |', ['5 criterion US-1/AC1 water']],
    ['may be ticked', '**Acceptance Scenarios**:\n\n- [x] Boils', ['5 criterion US-1/AC1 Boils (claimed)']],
    ['end with the next label', '**Acceptance Scenarios**:\n\n1. Boils\n\n**Notes**:\n\n- Loud', ['5 criterion US-1/AC1 Boils']],
    ['are not requirements of their own', '**Acceptance Scenarios**:\n\n- **FR-001**: Boil', ['5 requirement FR-001 Boil']],
    ['are not the reasons of its priority', '**Why this priority**: Tea', ['3 attribute Why this priority: Tea']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(under(text), expected));

  it('of no story need no words of Gherkin', () =>
    assert.deepEqual(read('## Acceptance Criteria\n\n1. Boils'), [
      '1 requirement acceptance-criteria Acceptance Criteria',
      '3 criterion acceptance-criteria/AC1 Boils',
    ]));

  it('of no story go by the anchor of their section', () =>
    assert.deepEqual(read('### Primary User Story\n\nTea.\n\n### Acceptance Scenarios\n\n1. **Given** water, **Then** it boils'), [
      '5 requirement acceptance-scenarios Acceptance Scenarios',
      '7 criterion acceptance-scenarios/AC1 Given water, Then it boils',
    ]));
});

// @verifies RT-4.2/AC15~aedbb2
describe('an open question', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    [
      'of a requirement',
      '- **FR-001**: Stop after [NEEDS CLARIFICATION: when?]',
      ['1 requirement FR-001 Stop after [NEEDS CLARIFICATION: when?]', '1 needs-clarification FR-001 needs clarification: when?'],
    ],
    [
      'without words',
      '- **FR-001**: Stop [NEEDS CLARIFICATION]',
      ['1 requirement FR-001 Stop [NEEDS CLARIFICATION]', '1 needs-clarification FR-001 needs clarification'],
    ],
    ['of no requirement', 'For whom? [NEEDS CLARIFICATION: guests?]', ['1 needs-clarification To be clarified: guests?']],
    ['is none in talk about such', '- [ ] No [NEEDS CLARIFICATION] markers remain', NOTHING],
    ['is none in code', 'All `[NEEDS CLARIFICATION: x]` are gone', NOTHING],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});
