import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

const REQUIREMENTS = 'aidlc-docs/inception/requirements/requirements.md';
const STORIES = 'aidlc-docs/inception/user-stories/stories.md';

function read(text: string, path: string): readonly string[] {
  const lines = readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replaceAll('aidlc-docs#', ''));
}

type Cases = readonly (readonly [what: string, text: string, read: readonly string[]])[];

// @verifies RT-1.4/AC5~8359e4
describe('requirements of AI-DLC', () => {
  const cases: Cases = [
    ['are headings', '### FR-1: Boil', ['1 requirement FR-1 Boil']],
    ['are headings without a colon', '### REQ-FR-01 Boil', ['1 requirement REQ-FR-01 Boil']],
    ['are bold list items', '- **NFR-P1** Four minutes', ['1 requirement NFR-P1 Four minutes']],
    ['are rows', '| ID | What |\n|--|--|\n| **FR-1** | Boil |', ['3 requirement FR-1 Boil']],
    [
      'have those that go on from their id as criteria',
      '## Functional Requirements\n\n- **FR-1**: Boil\n  - FR-1.1: to the end\n  - FR-1.2: at once',
      ['3 requirement FR-1 Boil', '4 criterion FR-1.1 to the end', '5 criterion FR-1.2 at once'],
    ],
    ['have none elsewhere', '### FR-1: Boil\n\n### FR-1.1: to the end', ['1 requirement FR-1 Boil', '3 requirement FR-1.1 to the end']],
    [
      'are nested twice',
      '## FR-1: Boil\n\n### FR-1.1: Water\n\n- **FR-1.1.1**: to the end',
      ['1 requirement FR-1 Boil', '3 requirement FR-1.1 Water', '5 criterion FR-1.1.1 to the end'],
    ],
    ['need nothing where they are assumed', '## Assumptions\n\n- **A-1**: Power', ['3 requirement A-1 Power (exempt)']],
    [
      'may be summed up in rows',
      '| ID | What |\n|--|--|\n| FR-1 | Boil |\n\n| ID | Question |\n|--|--|\n| FR-1 | Q3 |',
      ['3 requirement FR-1 Boil', '7 mentions FR-1'],
    ],
    ['are no other ids', 'See BR-L1 and FR-D1 and QT-1', ['1 mentions FR-D1', '1 mentions QT-1']],
    ['are no standards', '- **UTF-8**: of course', ['1 mentions UTF-8']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text, REQUIREMENTS), expected));

  it('of one of several cycles are its own', () =>
    assert.deepEqual(read('### FR-1: Boil', 'app/aidlc-docs/two/inception/requirements/requirements.md'), [
      '1 requirement app/aidlc-docs/two#FR-1 Boil',
    ]));
});

// @verifies RT-1.4/AC5~8359e4
describe('stories of AI-DLC', () => {
  const cases: Cases = [
    ['have a number behind a word', '### Story 1.1: Boil', ['1 requirement US-1.1 Boil']],
    [
      'have steps in a fence, one after the other',
      '### US-1: Boil\n\n```gherkin\nGiven a\nWhen b\nThen c\n\nGiven d\nWhen e\nThen f\n```',
      ['1 requirement US-1 Boil', '4 criterion US-1/AC1 Given a', '8 criterion US-1/AC2 Given d'],
    ],
    ['have no other fences', '### US-1: Boil\n\n```json\n{ "given": 1 }\n```', ['1 requirement US-1 Boil']],
    [
      'cover what they trace to',
      '### US-1: Boil\n\n**Acceptance Criteria**:\n\n- It boils\n- **Traces**: FR-1, PBT-02, US-2',
      ['1 requirement US-1 Boil', '5 criterion US-1/AC1 It boils', '6 covers FR-1', '6 mentions PBT-02', '6 mentions US-2'],
    ],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text, STORIES), expected));
});

describe('other documents of AI-DLC', () => {
  const cases: readonly (readonly [what: string, text: string, path: string, read: readonly string[]])[] = [
    ['plan in tasks', '- [x] Boil (US-1)', 'construction/plans/a.md', ['1 plans US-1 (done)']],
    ['plan in tables of units', '| Story |\n|--|\n| US-1 |', 'inception/application-design/unit-of-work-story-map.md', ['3 plans US-1']],
    ['mention units and rules', '- [x] U-01 (BR-1)', 'construction/plans/a.md', ['1 mentions U-01', '1 mentions BR-1']],
    ['plan in designs by a label', '**Requirements**: FR-1\n\nand FR-2', 'construction/u/design.md', ['1 plans FR-1', '3 mentions FR-2']],
    ['mention in questions', '**Requirements**: FR-1', 'inception/requirements/questions.md', ['1 mentions FR-1']],
    ['say nothing in the record', '**Requirements**: FR-1', 'audit.md', ['nothing']],
  ];
  for (const [what, text, path, expected] of cases) it(what, () => assert.deepEqual(read(text, `aidlc-docs/${path}`), expected));
});
