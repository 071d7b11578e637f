import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

const SPEC = 'conductor/tracks/kettle_20260101/spec.md';

function read(text: string, path = SPEC): readonly string[] {
  const lines = readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replaceAll('conductor/tracks/kettle_20260101#', ''));
}

// @verifies RT-1.4/AC8~72787d
describe('a specification of Conductor', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['numbers requirements as they are written', '## Functional Requirements\n\n3. Boil', ['3 requirement FR-3 Boil']],
    ['knows them by their names as well', '## Requirements\n\n1. **Boil**: now', ['3 requirement FR-1 Boil: now (also boil)']],
    ['calls bullets by their names', '## 2. Functional Requirements\n\n- **Boil:** now', ['3 requirement boil Boil: now']],
    ['counts those without a name', '## Functional Requirements\n\n- Boil\n- Stop', ['3 requirement FR-1 Boil', '4 requirement FR-2 Stop']],
    [
      'reads headings, with what stands in them',
      '## 2. Functional Requirements\n\n### 2.1 Boil\n\n- The kettle MUST boil\n\n### Stop\n\nAt once.',
      ['3 requirement FR-2.1 Boil (also boil)', '7 requirement stop Stop'],
    ],
    [
      'reads the bold lines of a heading that groups them',
      '## Requirements\n\n### Water\n\n**Boil**\n- now\n\n**Stop**\n- then',
      ['5 requirement boil Boil', '8 requirement stop Stop'],
    ],
    ['reads sections of sections', '## Requirements\n\n### Functional Requirements\n\n- Boil', ['5 requirement FR-1 Boil']],
    [
      'reads other languages',
      '## 機能要件\n\n1. 沸く\n\n## Nichtfunktionale Anforderungen\n\n1. Leise',
      ['3 requirement FR-1 沸く', '7 requirement NFR-1 Leise'],
    ],
    ['takes ids that are written', '## Requirements\n\n- **FR-7**: Boil\n- loudly', ['3 requirement FR-7 Boil']],
    ['takes ids of rows', '## Requirements\n\n| ID | What |\n|--|--|\n| REQ-1 | Boil |', ['5 requirement REQ-1 Boil']],
    [
      'does not call two items by one name',
      '## Requirements\n\n- **Boil**: a\n- **Boil**: b',
      ['3 requirement boil Boil: a', '4 requirement FR-2 Boil: b'],
    ],
    [
      'takes acceptance criteria for those of the track',
      '# Specification: Tea\n\n## Acceptance Criteria\n\n1. It boils\n2. It stops',
      ['3 requirement acceptance Tea', '5 criterion acceptance/AC1 It boils', '6 criterion acceptance/AC2 It stops'],
    ],
    [
      'takes success criteria for such',
      '# Tea\n\n## Success Criteria\n\n- It boils',
      ['3 requirement acceptance Tea', '5 criterion acceptance/AC1 It boils'],
    ],
    ['lists nothing elsewhere', '# Tea\n\n## Overview\n\n1. Boil\n\n## Out of Scope\n\n- Coffee', ['nothing']],
    ['asks nothing for what is struck out', '## Requirements\n\n1. ~~Boil~~', ['3 requirement FR-1 Boil (exempt)']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('other documents of Conductor', () => {
  it('mention', () => assert.deepEqual(read('- [x] Task: FR-1', 'conductor/tracks/kettle_20260101/plan.md'), ['1 mentions FR-1']));
  it('say nothing in the archive', () => assert.deepEqual(read('## Requirements\n\n1. Boil', 'conductor/archive/a/spec.md'), ['nothing']));
});
