import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

/** What is read of a file, without its namespace. */
function read(path: string, lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  return readExample({ path, text, read: '' }, NOTATIONS)
    .trimEnd()
    .replaceAll(/(?:_bmad-output|docs)#/gu, '')
    .split('\n');
}

type Case = readonly [what: string, lines: readonly string[], facts: readonly string[]];

const PRD = '_bmad-output/planning-artifacts/prd.md';
const EPICS = '_bmad-output/planning-artifacts/epics.md';
const STORY = '_bmad-output/implementation-artifacts/1-1-boil.md';

const REQUIREMENTS: readonly Case[] = [
  ['a heading', ['#### FR-1: Boil', '', 'Hot.'], ['1 requirement FR-1 Boil']],
  ['a heading without a hyphen', ['### FR1 – Boil'], ['1 requirement FR-1 Boil']],
  ['bold and colon', ['- **FR1:** Boil', '- **FR2**: Stop'], ['1 requirement FR-1 Boil', '2 requirement FR-2 Stop']],
  ['a plain list', ['- FR1: Boil', '* NFR2: Fast'], ['1 requirement FR-1 Boil', '2 requirement NFR-2 Fast']],
  ['lines of one paragraph', ['FR1: Boil', 'FR2: Stop'], ['1 requirement FR-1 Boil', '2 requirement FR-2 Stop']],
  ['a bold line with text below', ['**FR-1.1: Boil**', 'As a visitor, I boil.'], ['1 requirement FR-1.1 Boil']],
  ['a numbered list', ['1. **FR1**: Boil'], ['1 requirement FR-1 Boil']],
  ['tasks', ['- [x] FR1: Boil'], ['1 requirement FR-1 Boil']],
  [
    'brackets, code and a priority',
    ['- [FR1] Boil', '- `FR2` Stop', '- **FR3** (must): Pour'],
    ['1 requirement FR-1 Boil', '2 requirement FR-2 Stop', '3 requirement FR-3 Pour'],
  ],
  [
    'words between family and number',
    ['- **FR-AUTH-01:** Log in', '- FR-UX2: Calm'],
    ['1 requirement FR-AUTH-01 Log in', '2 requirement FR-UX-2 Calm'],
  ],
  ['a letter behind the number', ['- **FR104a**: Boil'], ['1 requirement FR-104a Boil']],
  ['a list of requirements without colons', ['## Functional Requirements', '- FR1 Boil'], ['2 requirement FR-1 Boil']],
  ['the same elsewhere', ['## Notes', '- FR1 comes first', 'FR2 is next'], ['2 mentions FR-1', '3 mentions FR-2']],
  [
    'several in one lead',
    ['- FR1, FR2: both', '- FR3-FR5: all'],
    ['1 mentions FR-1', '1 mentions FR-2', '2 mentions FR-3', '2 mentions FR-5'],
  ],
  ['rows of a table', ['| ID | Text |', '| --- | --- |', '| FR1 | Boil |'], ['3 requirement FR-1 Boil']],
  ['rows that say where a requirement is done', ['| FR | Epic |', '| --- | --- |', '| FR1 | 1 |'], ['3 mentions FR-1']],
  [
    'a section of coverage',
    ['## Requirements', '- FR1: Boil', '### FR Coverage Map', '- FR1: Epic 1'],
    ['2 requirement FR-1 Boil', '4 mentions FR-1'],
  ],
  [
    'a functional area called coverage',
    ['## Functional Requirements', '### Coverage Detection', '- FR1: Boil'],
    ['3 requirement FR-1 Boil'],
  ],
  ['the scope', ['## Requirements', '- FR1: Boil', '## MVP Scope', '- FR1: first'], ['2 requirement FR-1 Boil', '4 mentions FR-1']],
  [
    'what is left out',
    ['## Out of Scope', '- **FR9:** Milk', '## Requirements', '- ~~FR8: Sugar~~', '- FR7: Tea [deferred]'],
    ['2 requirement FR-9 Milk (exempt)', '4 requirement FR-8 Sugar (exempt)', '5 requirement FR-7 Tea [deferred] (exempt)'],
  ],
  [
    'an id that says another thing',
    ['- FR1: Boil', '- FR1: Stop'],
    ['1 requirement FR-1 Boil', '2 mentions FR-1', '2 duplicate-id FR-1 is defined twice in this document. Renumber the second definition'],
  ],
  ['an id that says the same again', ['- FR1: Boil the water', '- FR1: Boil'], ['1 requirement FR-1 Boil the water', '2 mentions FR-1']],
  [
    'testable consequences',
    ['#### FR-1: Boil', '', '**Consequences (testable):**', '- Hot', '- Fast', '', '**Out of Scope:**', '- Cold'],
    ['1 requirement FR-1 Boil', '4 criterion FR-1/AC1 Hot', '5 criterion FR-1/AC2 Fast'],
  ],
  [
    'journeys and metrics',
    ['- **UJ-1. Tea**', '- **SM-1**: Cups. Validates FR-1'],
    ['1 mentions UJ-1', '2 mentions SM-1', '2 mentions FR-1'],
  ],
];

const HEAD = ['### Story 1.1: Boil', '', '**Acceptance Criteria:**', ''];
const BOIL = '1 requirement STORY-1.1 Boil';

const STORIES: readonly Case[] = [
  [
    'a number and a title',
    ['### Story 1.1: Boil', '### Story 1.2 Stop', '## Story 2-1 - Pour', '# STORY-2.2: Clean'],
    [BOIL, '2 requirement STORY-1.2 Stop', '3 requirement STORY-2.1 Pour', '4 requirement STORY-2.2 Clean'],
  ],
  ['a number below an epic', ['## Epic 3: Tea', '### Story 2: Pour'], ['2 requirement STORY-3.2 Pour']],
  ['a bold line', ['**Story 1.1: Boil**', '', 'As a visitor', '', '**Story 1.2: Stop**'], [BOIL, '5 requirement STORY-1.2 Stop']],
  ['an item of a list', ['- **Story 1.1:** Boil'], ['1 mentions STORY-1.1']],
  ['several stories', ['### Stories 1.1-1.3: All', '### Story 1.1-1.3: All'], ['nothing']],
  ['a heading of a part of it', ['## Story 1.1: Boil', '### Story 1.1 Task Breakdown'], [BOIL, '2 mentions STORY-1.1']],
  [
    'another language',
    ['### História 1.1: Ferver', '', '**Critérios de Aceitação:**', '', '**Dado** água', '**Quando** ligo', '**Então** ferve'],
    ['1 requirement STORY-1.1 Ferver', '5 criterion STORY-1.1/AC1 Dado água Quando ligo Então ferve'],
  ],
  [
    'scenarios in paragraphs',
    [...HEAD, '**Given** a', '', '**When** b', '', '**Then** c', '', '**And** d', '', '**Given** e', '**Then** f'],
    [BOIL, '5 criterion STORY-1.1/AC1 Given a When b Then c And d', '13 criterion STORY-1.1/AC2 Given e Then f'],
  ],
  [
    'scenarios without a blank line',
    [...HEAD, '**Given** a', '**Then** c', '**Given** e', '**Then** f'],
    [BOIL, '5 criterion STORY-1.1/AC1 Given a Then c', '7 criterion STORY-1.1/AC2 Given e Then f'],
  ],
  [
    'scenarios as list',
    [...HEAD, '- **Given** a', '- **When** b', '- **Then** c', '- **Given** d', '- **Then** e'],
    [BOIL, '5 criterion STORY-1.1/AC1 Given a When b Then c', '8 criterion STORY-1.1/AC2 Given d Then e'],
  ],
  [
    'scenarios in items',
    [...HEAD, '1. **Given** a **When** b **Then** c', '2. **Given** d, **when** e, **then** f'],
    [BOIL, '5 criterion STORY-1.1/AC1 Given a When b Then c', '6 criterion STORY-1.1/AC2 Given d, when e, then f'],
  ],
  [
    'lists within a scenario',
    [...HEAD, '**Given** a', '**Then** all of', '- b', '- c', '', '**And** d'],
    [BOIL, '5 criterion STORY-1.1/AC1 Given a Then all of And d'],
  ],
  [
    'labels over scenarios',
    [...HEAD, 'AC 1:', '**Given** a', '**Then** b', '', 'AC 2:', '**Given** c', '**Then** d'],
    [BOIL, '5 criterion STORY-1.1/AC1 Given a Then b', '9 criterion STORY-1.1/AC2 Given c Then d'],
  ],
  [
    'labels in bold',
    [...HEAD, '**AC1:** a', '', '**AC2 (must):** b'],
    [BOIL, '5 criterion STORY-1.1/AC1 a', '7 criterion STORY-1.1/AC2 b'],
  ],
  [
    'labels with the number of the story',
    [...HEAD, '- AC-1.1.1: a', '- AC-1.1.2: b'],
    [BOIL, '5 criterion STORY-1.1/AC1 a', '6 criterion STORY-1.1/AC2 b'],
  ],
  [
    'a scenario before labels',
    [...HEAD, '**Given** a', '**Then** b:', '', '**AC1.1.1 - c:**', '- d'],
    [BOIL, '5 criterion STORY-1.1/AC2 Given a Then b:', '8 criterion STORY-1.1/AC1 c:'],
  ],
  [
    'labels with hyphens',
    ['### Story 1-1: Boil', '', '#### Acceptance Criteria', '', '##### AC 1-1.1: a', '##### AC1-1.2: b', '- c'],
    [BOIL, '5 criterion STORY-1.1/AC1 a', '6 criterion STORY-1.1/AC2 b'],
  ],
  ['pictures before labels', [...HEAD, '✅ **AC 1**: a'], [BOIL, '5 criterion STORY-1.1/AC1 a']],
  ['lines with a colon', [...HEAD, '1: a', '2: b'], [BOIL, '5 criterion STORY-1.1/AC1 a', '6 criterion STORY-1.1/AC2 b']],
  ['numbers and letters', [...HEAD, '1. a', '   - detail', '2. b'], [BOIL, '5 criterion STORY-1.1/AC1 a', '7 criterion STORY-1.1/AC2 b']],
  ['tasks', [...HEAD, '- [x] a', '- [ ] b'], [BOIL, '5 criterion STORY-1.1/AC1 a (claimed)', '6 criterion STORY-1.1/AC2 b (not claimed)']],
  [
    'a nested list',
    ['### Story 1.1: Boil', '- **Acceptance Criteria:**', '  - a', '  - b', '- **Notes:** c'],
    [BOIL, '3 criterion STORY-1.1/AC1 a', '4 criterion STORY-1.1/AC2 b'],
  ],
  [
    'a table',
    [...HEAD, '| AC | Text |', '| --- | --- |', '| AC1 | a |', '| 2 | b |'],
    [BOIL, '7 criterion STORY-1.1/AC1 a', '8 criterion STORY-1.1/AC2 b'],
  ],
  ['the next label', [...HEAD, '1. a', '', '**Technical Notes:**', '', '- b'], [BOIL, '5 criterion STORY-1.1/AC1 a']],
  [
    'what is struck out',
    [...HEAD, '1. ~~a~~', '2. b [deferred]'],
    [BOIL, '5 criterion STORY-1.1/AC1 a (exempt)', '6 criterion STORY-1.1/AC2 b [deferred] (exempt)'],
  ],
  [
    'one number twice',
    [...HEAD, '- **AC1:** a', '- **AC1:** b'],
    [BOIL, '5 criterion STORY-1.1/AC1 a', '6 duplicate-id AC1 is defined twice in this document. Renumber the second definition'],
  ],
  [
    'what it covers',
    ['### Story 1.1: Boil', '', '**Requirements:** FR1, FR3-FR5 & NFR2'],
    [BOIL, '3 covers FR-1', '3 covers FR-3', '3 covers FR-4', '3 covers FR-5', '3 covers NFR-2'],
  ],
  [
    'what it covers, in short',
    ['### Story 1.1: Boil', '', '**FRs covered:** FR1-3, 5'],
    [BOIL, '3 covers FR-1', '3 covers FR-2', '3 covers FR-3', '3 covers FR-5'],
  ],
  [
    'one story with two titles',
    ['### Story 1.1: Boil', '### Story 1.1: Pour'],
    [BOIL, '2 duplicate-id STORY-1.1 is defined twice in this document. Renumber the second definition'],
  ],
  ['what an epic covers', ['## Epic 1: Tea', '', '**FRs covered:** FR1, FR2'], ['3 plans FR-1', '3 plans FR-2']],
  [
    'a list that cannot be read',
    ['## Epic 1: Tea', '', '**FRs covered:** FR1, FR3 to FR2'],
    [
      '3 plans FR-1',
      '3 plans FR-3',
      '3 malformed-annotation "to FR2" cannot be read: list numbers with commas, or write a range from the lower to the higher one',
      '3 mentions FR-2',
    ],
  ],
];

const TASKS = ['# Story 1.1: Boil', '', '## Acceptance Criteria', '', '1. a', '2. b', '3. c', '', '## Tasks / Subtasks', ''];
const CRITERIA = [BOIL, '5 criterion STORY-1.1/AC1 a', '6 criterion STORY-1.1/AC2 b', '7 criterion STORY-1.1/AC3 c'];

const PLANS: readonly Case[] = [
  ['one criterion', [...TASKS, '- [x] Heat (AC: 1)'], [...CRITERIA, '11 plans STORY-1.1/AC1 (done)']],
  [
    'several',
    [...TASKS, '- [ ] Heat (AC: #1, #3)'],
    [...CRITERIA, '11 plans STORY-1.1/AC1 (not done)', '11 plans STORY-1.1/AC3 (not done)'],
  ],
  [
    'a range',
    [...TASKS, '- [ ] Heat (AC: 1-3)'],
    [...CRITERIA, '11 plans STORY-1.1/AC1 (not done)', '11 plans STORY-1.1/AC2 (not done)', '11 plans STORY-1.1/AC3 (not done)'],
  ],
  [
    'short forms',
    [...TASKS, '- [ ] Heat (AC1, AC2)', '- [ ] Guard [AC #3]'],
    [...CRITERIA, '11 plans STORY-1.1/AC1 (not done)', '11 plans STORY-1.1/AC2 (not done)', '12 plans STORY-1.1/AC3 (not done)'],
  ],
  ['all', [...TASKS, '- [ ] Heat (AC: all)'], [...CRITERIA, '11 plans STORY-1.1 (not done)']],
  ['the numbers of the story too', [...TASKS, '- [ ] Heat (AC: 1.1.2)'], [...CRITERIA, '11 plans STORY-1.1/AC2 (not done)']],
  [
    'subtasks',
    [...TASKS, '- [x] Heat', '  - [ ] Coil (AC: 2)', '  - Wire (AC: 3)'],
    [...CRITERIA, '12 plans STORY-1.1/AC2 (not done)', '13 plans STORY-1.1/AC3 (done)'],
  ],
  ['a heading of a task', [...TASKS, '### Task 1: heat (AC: 2)'], [...CRITERIA, '11 plans STORY-1.1/AC2']],
  ['words', [...TASKS, '- [ ] Heat (AC: backward compatible)'], CRITERIA],
  [
    'another id behind a comma',
    [...TASKS, '- [ ] Heat (AC: 1, FE-2)'],
    [...CRITERIA, '11 plans STORY-1.1/AC1 (not done)', '11 mentions FE-2'],
  ],
];

const FILES: readonly (readonly [what: string, path: string, lines: readonly string[], facts: readonly string[]])[] = [
  [
    'a story by the name of its file',
    STORY,
    ['# Boil', '', '## Story', '', '## Acceptance Criteria', '', '1. a'],
    [BOIL, '7 criterion STORY-1.1/AC1 a'],
  ],
  [
    'notes about a story',
    '_bmad-output/implementation-artifacts/1-1-summary.md',
    ['# Story 1.1 Summary', '', 'Done.'],
    ['1 mentions STORY-1.1'],
  ],
  [
    'a retrospective',
    '_bmad-output/implementation-artifacts/epic-1-retro-2026-01-01.md',
    ['# Epic 1', '', '### Story 1.1: Boil', '', 'FR1: went well'],
    ['3 mentions STORY-1.1', '5 mentions FR-1'],
  ],
  ['what was put aside', '_bmad-output/planning-artifacts/epics-ARCHIVED.md', ['### Story 1.1: Boil'], ['nothing']],
  ["an agent's own files", '_bmad/bmm/epics.md', ['### Story 1.1: Boil', '', 'FR1: Boil'], ['nothing']],
  [
    'a run of the requirements',
    '_bmad-output/planning-artifacts/prds/prd-tea-2026-05-01/prd.md',
    ['- FR1: Boil'],
    ['1 requirement _bmad-output/planning-artifacts/prds/prd-tea-2026-05-01#FR-1 Boil'],
  ],
  [
    'one of several requirement documents',
    '_bmad-output/planning-artifacts/prd-phase-2.md',
    ['- FR1: Boil'],
    ['1 requirement _bmad-output/prd-phase-2#FR-1 Boil'],
  ],
  [
    'the requirements that epics take over from a run',
    EPICS,
    ['---', 'inputDocuments: ["prds/prd-tea/prd.md"]', '---', '## Requirements', 'FR1: Boil'],
    ['5 requirement _bmad-output/planning-artifacts/prds/prd-tea#FR-1 Boil'],
  ],
  ['a story of version 4', 'docs/stories/1.1.boil.story.md', [...TASKS.slice(0, 5), '', '## Dev Notes'], CRITERIA.slice(0, 2)],
  [
    'a shard of version 4',
    'docs/prd/requirements.md',
    ['# Requirements', '', '## Functional', '', '- FR1: Boil'],
    ['5 requirement FR-1 Boil'],
  ],
  ['other documents of that name', 'docs/prd.md', ['# Requirements', '', '- **FR-001**: Boil'], ['3 requirement FR-001 Boil']],
  [
    'other stories',
    'docs/stories/kettle.md',
    ['# Story 1.1: Boil', '', '## Acceptance Criteria', '', '- a'],
    [BOIL, '5 criterion STORY-1.1/AC1 a'],
  ],
  [
    'a capability without a success',
    '_bmad-output/specs/spec-tea/SPEC.md',
    ['- **CAP-1**', '  - **intent:** Boil'],
    ['1 requirement _bmad-output/specs/spec-tea#CAP-1 Boil'],
  ],
  [
    'a piece of work of a story',
    '_bmad-output/implementation-artifacts/spec-1-1-boil.md',
    ['# Boil', '', '## Intent', '', '## Tasks & Acceptance', '', '**Acceptance Criteria:**', '- Given a, when b, then c'],
    [BOIL, '8 criterion STORY-1.1/AC1 Given a, when b, then c'],
  ],
  [
    'comments',
    'src/a.ts',
    ['// Story 1.1 AC 2, story 1-3, FR12 and FR-3; Stories 1.1-1.3'],
    ['1 mentions STORY-1.1/AC2', '1 mentions STORY-1.3', '1 mentions FR-12', '1 mentions FR-3'],
  ],
];

// @verifies RT-1.4/AC7~082697
describe('the notation bmad', () => {
  for (const [what, lines, facts] of REQUIREMENTS) it(`reads requirements: ${what}`, () => assert.deepEqual(read(PRD, lines), facts));
  for (const [what, lines, facts] of STORIES) it(`reads stories: ${what}`, () => assert.deepEqual(read(EPICS, lines), facts));
  for (const [what, lines, facts] of PLANS) it(`reads tasks: ${what}`, () => assert.deepEqual(read(STORY, lines), facts));
  for (const [what, path, lines, facts] of FILES) it(`reads ${what}`, () => assert.deepEqual(read(path, lines), facts));
});
