import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

function read(text: string, path = 'backlog/tasks/task-7 - Boil.md'): readonly string[] {
  const lines = readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replaceAll('backlog#', ''));
}

const HEAD = '---\nid: task-7\ntitle: Boil\n---\n';
const TASK = '3 requirement TASK-7 Boil';

// @verifies RT-1.4/AC6~0ba840
describe('a task of Backlog.md', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['is an item', HEAD, [TASK]],
    [
      'may be part of another',
      '---\nid: BACK-7.1\ntitle: "Boil: now"\nparent_task_id: BACK-7\n---\n',
      ['3 requirement BACK-7.1 Boil: now', '4 mentions BACK-7'],
    ],
    ['may have a title of several lines', '---\nid: task-7\ntitle: >-\n  Boil\n  now\n---\n', ['2 requirement TASK-7 Boil now']],
    [
      'has criteria with the numbers that are written',
      `${HEAD}\n## Acceptance Criteria\n- [ ] #2 a\n- [x] #5 b`,
      [TASK, '7 criterion TASK-7/AC2 a (not claimed)', '8 criterion TASK-7/AC5 b (claimed)'],
    ],
    [
      'has criteria without numbers',
      `${HEAD}\n## Acceptance Criteria\n- [ ] a\n- b`,
      [TASK, '7 criterion TASK-7/AC1 a (not claimed)', '8 criterion TASK-7/AC2 b'],
    ],
    [
      'has only those with a number where there are some',
      `${HEAD}\n## Acceptance Criteria\n- a\n- [ ] #1 b`,
      [TASK, '8 criterion TASK-7/AC1 b (not claimed)'],
    ],
    [
      'has criteria in sections of sections',
      `${HEAD}\n## Acceptance Criteria\n\n### Water\n\n- a\n\n## Plan\n\n### Acceptance Criteria\n\n- b`,
      [TASK, '10 criterion TASK-7/AC1 a'],
    ],
    ['has none in its definition of done', `${HEAD}\n## Definition of Done\n- [ ] #1 a`, [TASK]],
    ['mentions other tasks', `${HEAD}\nAfter task-3 and TASK-4.1, not task-7.`, [TASK, '6 mentions TASK-3', '6 mentions TASK-4.1']],
    ['is none without an id', '---\ntitle: Boil\n---\n', ['nothing']],
    ['is none without front matter', '# Boil', ['nothing']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));

  it('needs nothing when it is completed', () => assert.deepEqual(read(HEAD, 'backlog/completed/task-7 - Boil.md'), [`${TASK} (exempt)`]));
  it('is none as a draft', () => assert.deepEqual(read(HEAD, 'backlog/drafts/task-7 - Boil.md'), ['nothing']));
  it('is none in the archive', () => assert.deepEqual(read(HEAD, 'backlog/archive/tasks/task-7 - Boil.md'), ['nothing']));
});
