import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

/** What is read of a file of the spec `tea`, without its namespace. */
function read(file: string, lines: readonly string[]): readonly string[] {
  const path = `.kiro/specs/tea/${file}`;
  const text = lines.join('\n');
  return readExample({ path, text, read: '' }, NOTATIONS)
    .trimEnd()
    .replaceAll('.kiro/specs/tea#', '')
    .split('\n')
    .filter((line) => !line.startsWith('All stands'));
}

type Case = readonly [what: string, lines: readonly string[], facts: readonly string[]];

const HEAD = ['### Requirement 1: Brew', '', '#### Acceptance Criteria', ''];
const BREW = '1 requirement REQ-1 Brew';

const DEFINITIONS: readonly Case[] = [
  [
    'a bold line in place of a heading',
    ['**Requirement 3:** Brew', '', '1. It brews', '', '**Requirement 4: Pour**', '', '**Acceptance Criteria:**', '', '1. It pours'],
    ['1 requirement REQ-3 Brew', '3 criterion REQ-3/AC1 It brews', '5 requirement REQ-4 Pour', '9 criterion REQ-4/AC1 It pours'],
  ],
  [
    'a bold line over headings of its own',
    ['## Requirements', '', '**Requirement 1** - Brew', '', '### Acceptance Criteria', '', '1. It brews'],
    ['3 requirement REQ-1 Brew', '7 criterion REQ-1/AC1 It brews'],
  ],
  [
    'a bold line behind a requirement that has a heading',
    [...HEAD, '1. It brews', '', '**Requirement 2:** Pour', '', '1. It pours'],
    [BREW, '5 criterion REQ-1/AC1 It brews', '7 requirement REQ-2 Pour', '9 criterion REQ-2/AC1 It pours'],
  ],
  [
    'a bold line of a number that a heading has, which speaks of it',
    [...HEAD, '1. It brews', '', '## Requirement 2: Pour', '', '**Requirement 1:** comes first'],
    [BREW, '5 criterion REQ-1/AC1 It brews', '7 requirement REQ-2 Pour', '9 attribute Requirement 1: comes first'],
  ],
  [
    'bold items of a list, with criteria below',
    ['- **Requirement 1:** Brew', '  - 1.1 It brews', '- **Requirement 2:** Pour', '  1. It pours'],
    ['1 requirement REQ-1 Brew', '2 criterion REQ-1/AC1 It brews', '3 requirement REQ-2 Pour', '4 criterion REQ-2/AC1 It pours'],
  ],
  ['bold words of a sentence', ['**Requirement 1** is met', '', '**Requirements 1-3:** all', '', 'See **Requirement 4:** x'], ['nothing']],
  ['a bold line where others are spoken of', ['## Dependencies', '', '**Requirement 7:** of the kettle'], ['nothing']],
  [
    'additional criteria, which go on counting',
    [...HEAD, '1. It brews', '', '#### Additional Acceptance Criteria', '', '1. It pours'],
    [BREW, '5 criterion REQ-1/AC1 It brews', '9 criterion REQ-1/AC2 It pours'],
  ],
  [
    'criteria that are headed in words of their own',
    [
      '### Requirement 1: Brew',
      '',
      '#### Happy Path Acceptance Criteria',
      '',
      '1. It brews',
      '',
      '**Weitere Akzeptanzkriterien:**',
      '',
      '1. Er zieht',
    ],
    [BREW, '5 criterion REQ-1/AC1 It brews', '9 criterion REQ-1/AC2 Er zieht'],
  ],
  [
    'criteria that there are not',
    [...HEAD, '1. It brews', '', '#### Removed Acceptance Criteria', '', '1. It whistles'],
    [BREW, '5 criterion REQ-1/AC1 It brews'],
  ],
  [
    'criteria with both numbers behind a prefix',
    ['## Brewing', '', '- **REQ-1.1** It brews', '- **REQ-1.2**: It pours', '', '## Cleaning', '', '- **REQ-2.1**: It rinses'],
    [
      '1 requirement REQ-1 Brewing',
      '3 criterion REQ-1/AC1 It brews',
      '4 criterion REQ-1/AC2 It pours',
      '6 requirement REQ-2 Cleaning',
      '8 criterion REQ-2/AC1 It rinses',
    ],
  ],
  ['a bare number', ['### Requirement 12'], ['1 requirement REQ-12 Requirement 12']],
  ['zeros before a number', ['### Requirement 03: Brew'], ['1 requirement REQ-3 Brew']],
  ['a short form', ['### R4: Brew', '### REQ-5: Pour'], ['1 requirement REQ-4 Brew', '2 requirement REQ-5 Pour']],
  ['a number of its own kind', ['### FR-001: Brew'], ['1 requirement FR-001 Brew']],
  [
    'a bracket and a dash',
    ['## Requirement 2 - Brew', '## Requirement 3 (Pour)'],
    ['1 requirement REQ-2 Brew', '2 requirement REQ-3 (Pour)'],
  ],
  ['a heading that speaks of several', ['### Requirements 1-3', '### Requirement 1 and 2'], ['nothing']],
  ['a heading that only uses the word', ['### Requirements', '### Dependency Requirement'], ['nothing']],
  [
    'criteria of another language',
    ['### Anforderung 1: Tee', '', '#### Akzeptanzkriterien', '', '1. Er zieht'],
    ['1 requirement REQ-1 Tee', '5 criterion REQ-1/AC1 Er zieht'],
  ],
  [
    'a label in bold',
    ['### Requirement 1: Brew', '', '**Acceptance Criteria:**', '', '1. It brews'],
    [BREW, '5 criterion REQ-1/AC1 It brews'],
  ],
  [
    'a label behind the story',
    ['### Requirement 1: Brew', '', '**Story:** a', '**Acceptance Criteria**:', '1. It brews'],
    [BREW, '5 criterion REQ-1/AC1 It brews'],
  ],
  [
    'a label that names the requirement',
    [HEAD[0] ?? '', '#### Acceptance Criteria for Requirement 1', '1. It brews'],
    [BREW, '3 criterion REQ-1/AC1 It brews'],
  ],
  ['lists under other headings', [...HEAD, '1. It brews', '', '#### Notes', '', '1. Use a pot'], [BREW, '5 criterion REQ-1/AC1 It brews']],
  [
    'headings below the label',
    [...HEAD, '##### Hot', '1. It brews', '##### Cold', '1. It waits'],
    [BREW, '6 criterion REQ-1/AC1 It brews', '8 criterion REQ-1/AC2 It waits'],
  ],
  [
    'bullets under the label',
    [...HEAD, '- It brews', '- It waits'],
    [BREW, '5 criterion REQ-1/AC1 It brews', '6 criterion REQ-1/AC2 It waits'],
  ],
  ['bullets without a label', ['### Requirement 1: Brew', '', '- It brews'], [BREW]],
  [
    'numerals with a gap, and twice the same',
    [...HEAD, '1. a', '3. b', '3. c'],
    [BREW, '5 criterion REQ-1/AC1 a', '6 criterion REQ-1/AC3 b', '7 criterion REQ-1/AC4 c'],
  ],
  ['a task as criterion', [...HEAD, '1. [x] It brews'], [BREW, '5 criterion REQ-1/AC1 It brews (claimed)']],
  ['one that is struck out', [...HEAD, '1. ~~It brews~~'], [BREW, '5 criterion REQ-1/AC1 It brews (exempt)']],
  [
    'both numbers, in lines',
    ['### Requirement 1: Brew', '', '1.1 It brews', 'for long', '1.2 It waits'],
    [BREW, '3 criterion REQ-1/AC1 It brews for long', '5 criterion REQ-1/AC2 It waits'],
  ],
  [
    'both numbers, in items',
    [...HEAD, '- 1.2 It brews', '- **1.3** It waits'],
    [BREW, '5 criterion REQ-1/AC2 It brews', '6 criterion REQ-1/AC3 It waits'],
  ],
  ['both numbers of another requirement', ['### Requirement 1: Brew', '', '2.5 seconds are enough'], [BREW]],
  ['labels of criteria', [...HEAD, '- **AC2**: It brews'], [BREW, '5 criterion REQ-1/AC2 It brews']],
  [
    'headings of criteria',
    ['### Requirement 1: Brew', '#### 1.1 It brews', '#### Requirement 1.2: It waits'],
    [BREW, '2 criterion REQ-1/AC1 It brews', '3 criterion REQ-1/AC2 It waits'],
  ],
  ['what is left out', ['## Out of Scope', '### Requirement 7: Milk'], ['2 requirement REQ-7 Milk (exempt)']],
  ['a second heading that goes on', ['### Requirement 1: Brew', '## Notes', '### Requirement 1: Brew well'], [BREW]],
  [
    'a second heading with the same number',
    ['### Requirement 1: Brew', '### Requirement 1: Pour'],
    [BREW, '2 duplicate-id REQ-1 is defined twice in this document. Renumber the second definition'],
  ],
  [
    'numbered headings',
    ['## Requirements', '### 1. Brew', '### 2. Pour', '## Design', '### 1. Pot'],
    ['2 requirement REQ-1 Brew', '3 requirement REQ-2 Pour'],
  ],
  ['numbered headings of no requirements', ['## Goals', '### 1. Brew', '1. Quick'], ['nothing']],
  [
    'criteria in a table',
    ['### Requirement 1: Brew', '', '| # | Criterion |', '|---|---|', '| 1.1 | It brews |', '| 1.2. | It waits |', '| 2.1 | It pours |'],
    [BREW, '5 criterion REQ-1/AC1 It brews', '6 criterion REQ-1/AC2 It waits'],
  ],
  [
    'single numbers in a table',
    [...HEAD, '| No | When | Then |', '|---|---|---|', '| 1 | hot | it brews |', '| AC2 | cold | it waits |'],
    [BREW, '7 criterion REQ-1/AC1 hot it brews', '8 criterion REQ-1/AC2 cold it waits'],
  ],
  ['a table of something else', ['### Requirement 1: Brew', '', '| Step | Time |', '|---|---|', '| 1 | a minute |'], [BREW]],
  [
    'stories in place of requirements',
    ['### US001: Brew', '**Acceptance Criteria:**', '- AC001.1: It brews', '- AC001.2: It waits', '### User Story 2 - Pour', '1. It pours'],
    [
      '1 requirement US-001 Brew (also REQ-1)',
      '3 criterion US-001/AC1 It brews',
      '4 criterion US-001/AC2 It waits',
      '5 requirement US-2 Pour (also REQ-2)',
      '6 criterion US-2/AC1 It pours',
    ],
  ],
  ['stories beside requirements', ['### Requirement 1: Brew', '### User Story 1: Pour'], [BREW, '2 requirement US-1 Pour']],
  ['headings that speak of stories', ['### User Stories 1-3', '### Story 1 and 2', '### History 4: Tea'], ['nothing']],
  [
    'criteria that begin with the prefix',
    ['### FR-6: Brew', '- FR-6.1: It brews', '- **FR-6.2** It waits', '- TLS-6.3 and more'],
    ['1 requirement FR-6 Brew', '2 criterion FR-6/AC1 It brews', '3 criterion FR-6/AC2 It waits'],
  ],
  [
    'no heading, but ids',
    ['## Functional Requirements', '- **FR1**: It brews', '- FR-2: It waits', '', 'See FR3.'],
    ['2 requirement FR-1 It brews', '3 requirement FR-2 It waits'],
  ],
  [
    'criteria of several headings without numbers',
    ['## Brew', '### Acceptance Criteria', '1. It brews', '## Pour', '### Acceptance Criteria', '1. It pours'],
    ['2 near-miss "Acceptance Criteria" belongs to no requirement: give a heading above it an ID (and 1 more like it)'],
  ],
  [
    'criteria of the whole document',
    ['### Requirement 1: Brew', '## Acceptance Criteria', '- It is good'],
    [BREW, '2 near-miss "Acceptance Criteria" belongs to no requirement: give a heading above it an ID'],
  ],
  ['a list of criteria alone', ['## Acceptance Criteria', '1. It brews'], ['2 requirement REQ-1 It brews']],
  ['an example in a fence', ['```', '### Requirement 1: Brew', '```'], ['nothing']],
  [
    'an analysis of a bug',
    ['## Bug Analysis', '### Current Behavior (Defect)', '1.1 It spills', '### Expected Behavior (Correct)', '2.1 It pours'],
    [
      '2 requirement REQ-1 Current Behavior (Defect) (exempt)',
      '3 criterion REQ-1/AC1 It spills (exempt)',
      '4 requirement REQ-2 Expected Behavior (Correct)',
      '5 criterion REQ-2/AC1 It pours',
    ],
  ],
];

const REFERENCES: readonly Case[] = [
  ['a task that is done', ['- [x] 1. Brew', '  - _Requirements: 1.1, 2.3_'], ['2 plans REQ-1/AC1 (done)', '2 plans REQ-2/AC3 (done)']],
  ['a task on the way', ['- [-] 1. Brew', '  - _Requirements: 1_'], ['2 plans REQ-1 (not done)']],
  ['an optional task', ['- [ ]* 1. Brew', '  _Requirements: 1.1_'], ['2 plans REQ-1/AC1 (not done)']],
  ['a task in a task', ['- [ ] 1. Tea', '  - [x] 1.1 Brew', '    - _Requirements: 1.1_'], ['3 plans REQ-1/AC1 (done)']],
  ['no task', ['## Task 1', '> **Requirements:** 1.1'], ['2 plans REQ-1/AC1']],
  ['a property', ['**Validates: Requirements 1.1 and 1.2**'], ['1 plans REQ-1/AC1', '1 plans REQ-1/AC2']],
  ['a property of one', ['**Validates:** Requirement 3'], ['1 plans REQ-3']],
  ['a range', ['_Requirements: 1.1–1.3_'], ['1 plans REQ-1/AC1', '1 plans REQ-1/AC2', '1 plans REQ-1/AC3']],
  ['a range of whole ones', ['_Requirements: 1-3_'], ['1 plans REQ-1', '1 plans REQ-2', '1 plans REQ-3']],
  [
    'what each is called',
    ['_Requirements: Req 1.1, R2.2, AC 2.3; Design §Pot_'],
    ['1 plans REQ-1/AC1', '1 plans REQ-2/AC2', '1 plans REQ-2/AC3'],
  ],
  ['counts apart', ['_Requirements: DR1.2, DR-3, Derived 4_'], ['1 plans DR-1/AC2', '1 plans DR-3', '1 plans DR-4']],
  ['stories', ['_Requirements: US001, AC001.2, US-2_'], ['1 plans US-001', '1 plans REQ-1/AC2', '1 plans US-2']],
  ['ids of another shape', ['_Requirements: FR-001, REQ-2/AC3_'], ['1 plans FR-001', '1 plans REQ-2/AC3']],
  ['the criterion behind its requirement', ['_Requirements: REQ-1 AC2, 3/AC1_'], ['1 plans REQ-1/AC2', '1 plans REQ-3/AC1']],
  [
    'a word for all of them',
    ['_Requirements: Derived Requirements 1.1-1.2, 2.1_'],
    ['1 plans DR-1/AC1', '1 plans DR-1/AC2', '1 plans DR-2/AC1'],
  ],
  [
    'criteria in a range',
    ['**Validates:** Req 1, AC 2-3; Req 2 AC 1, AC4'],
    ['1 plans REQ-1/AC2', '1 plans REQ-1/AC3', '1 plans REQ-2/AC1', '1 plans REQ-2/AC4'],
  ],
  ['another language', ['- _需求: 1.1, 1.2_', '- **验证需求: 2.1**'], ['1 plans REQ-1/AC1', '1 plans REQ-1/AC2', '2 plans REQ-2/AC1']],
  ['all of the spec', ['- [ ] 9. Look at all', '  - _Requirements: All_'], ['2 plans All (not done)']],
  ['all of one', ['_Requirements: All from Requirement 3_'], ['1 plans REQ-3']],
  ['prose', ['As Requirement 1.1 says, see 2.1.'], ['1 mentions REQ-1/AC1']],
  ['words in place of numbers', ['_Requirements: groundwork for 1.1_', '_Requirements: All frontend requirements_'], ['nothing']],
  ['numbers of other things', ['Requirements: 4 cores, 3.8 or later', 'Version 1.2'], ['nothing']],
  ['code', ['`Requirements: 1.1`', '', '    Requirements: 1.2'], ['nothing']],
  [
    'a choice',
    ['_Requirements: 1.1 or 1.2_'],
    [
      '1 plans REQ-1/AC1',
      '1 malformed-annotation "1.1 or 1.2" cannot be read: list the numbers of requirements with commas, or write a range within one requirement',
    ],
  ],
];

// @verifies RT-1.4/AC11~2c913b
describe('the requirements of a spec of Kiro', () => {
  for (const [what, lines, facts] of DEFINITIONS) it(what, () => assert.deepEqual(read('requirements.md', lines), facts));
});

// @verifies RT-1.4/AC11~2c913b
describe('the tasks of a spec of Kiro', () => {
  for (const [what, lines, facts] of REFERENCES) it(what, () => assert.deepEqual(read('tasks.md', lines), facts));
});
