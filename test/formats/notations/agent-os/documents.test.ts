import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

const FOLDER = 'agent-os/specs/2026-01-02-kettle';

function read(text: string, path = `${FOLDER}/spec.md`): readonly string[] {
  const lines = readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replaceAll(`${FOLDER}#`, ''));
}

// @verifies RT-1.4/AC4~dd0c8a
describe('a specification of Agent OS', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    [
      'lists what is in scope',
      '## Spec Scope\n\n1. **Boil** - now\n2. Stop',
      ['3 requirement SCOPE-1 Boil - now (also boil)', '4 requirement SCOPE-2 Stop'],
    ],
    ['lists what is delivered', '## Expected Deliverable\n\n1. A switch', ['3 requirement DELIVERABLE-1 A switch']],
    ['calls specific requirements by their names', '## Specific Requirements\n\n**Boil**\n- now\n- loudly', ['3 requirement boil Boil']],
    ['numbers those that have a number', '## Specific Requirements\n\n**1. Boil**\n- now', ['3 requirement REQ-1 Boil (also boil)']],
    [
      'reads the requirements of the first version 2',
      '## Core Requirements\n\n### Functional Requirements\n\n- Boil',
      ['5 requirement FR-1 Boil'],
    ],
    ['takes ids that are written', '## Spec Scope\n\n- **FR-7**: Boil', ['3 requirement FR-7 Boil']],
    [
      'takes no stories for requirements',
      '## User Stories\n\n### Boil\n\nAs a visitor, I want hot water.\n\n## Out of Scope\n\n- Coffee',
      ['nothing'],
    ],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('other documents of Agent OS', () => {
  it('mention in tasks', () => assert.deepEqual(read('- [x] 1.1 FR-1', `${FOLDER}/tasks.md`), ['1 mentions FR-1']));
  it('mention in deeper folders', () => assert.deepEqual(read('- FR-1', `${FOLDER}/planning/requirements.md`), ['1 mentions FR-1']));
  it('say nothing where agents are told what to do', () =>
    assert.deepEqual(read('## Spec Scope\n\n1. Boil', '.agent-os/instructions/core/create-spec.md'), ['nothing']));
});
