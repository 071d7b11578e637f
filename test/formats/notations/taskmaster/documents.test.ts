import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

const TASKS = '.taskmaster/tasks/tasks.json';
const PRD = '.taskmaster/docs/prd.txt';

function read(path: string, text: string): readonly string[] {
  const lines = readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replaceAll(/\.taskmaster\/(?:docs\/prd#)?/gu, ''));
}

function tagged(...tasks: readonly string[]): string {
  return `{"master":{"tasks":[${tasks.join(',')}]}}`;
}

// @verifies RT-1.4/AC17~b6fe55
describe('the tasks of Task Master', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['go by their numbers', tagged('{"id":1,"title":"Boil"}'), ['1 requirement master#TASK-1 Boil']],
    ['may be numbered in text', tagged('{"id":"12","title":"Boil"}'), ['1 requirement master#TASK-12 Boil']],
    ['may be kept by Hamster', tagged('{"id":"ham1","title":"Boil"}'), ['1 requirement master#HAM-1 Boil']],
    ['may have no title', tagged('{"id":1}'), ['1 requirement master#TASK-1 TASK-1']],
    ['are none without a number', tagged('{"title":"Boil"}', '3', '{"id":"x y"}'), ['nothing']],
    ['of a file before there were tags', '{"tasks":[{"id":1,"title":"Boil"}]}', ['1 requirement master#TASK-1 Boil']],
    [
      'count in each tag',
      '{"master":{"tasks":[{"id":1,"title":"Boil"}]},\n"tea party":{"tasks":[{"id":1,"title":"Steep"}],"metadata":{}}}',
      ['1 requirement master#TASK-1 Boil', '2 requirement tea-party#TASK-1 Steep'],
    ],
    [
      'have parts',
      tagged('{"id":2,"title":"Boil","subtasks":[\n{"id":1,"title":"Coil"},\n{"id":"2.2","title":"Lid","dependencies":[1,"1.1",7]}]}'),
      [
        '1 requirement master#TASK-2 Boil',
        '2 requirement master#TASK-2.1 Coil',
        '3 requirement master#TASK-2.2 Lid',
        '3 mentions TASK-2.1',
        '3 mentions TASK-1.1',
        '3 mentions TASK-2.7',
      ],
    ],
    [
      'depend on others',
      tagged('{"id":2,"title":"Boil",\n"dependencies":[1,"3.1"]}'),
      ['1 requirement master#TASK-2 Boil', '2 mentions TASK-1', '2 mentions TASK-3.1'],
    ],
    [
      'are exempt with their parts where nobody is going to do them',
      tagged('{"id":1,"title":"Boil","status":"cancelled","subtasks":[\n{"id":1,"title":"Coil"}]}'),
      ['1 requirement master#TASK-1 Boil (exempt)', '1 attribute Status: cancelled', '2 requirement master#TASK-1.1 Coil (exempt)'],
    ],
    [
      'have criteria where they say when they are accepted',
      tagged('{"id":1,"title":"Boil",\n"acceptanceCriteria":["a","",\n"b"]}', '{"id":2,"title":"Lid","acceptanceCriteria":"It fits"}'),
      [
        '1 requirement master#TASK-1 Boil',
        '2 criterion master#TASK-1/AC1 a',
        '3 criterion master#TASK-1/AC3 b',
        '3 requirement master#TASK-2 Lid',
        '3 criterion master#TASK-2/AC1 It fits',
      ],
    ],
    [
      'plan the requirements that they name, each once a text',
      tagged(String.raw`{"id":1,"title":"FR-1 and FR-1","status":"done",` + '\n' + String.raw`"details":"- a\nFR-2: b, UTF-8 as in D-4"}`),
      [
        '1 plans FR-1 (done)',
        '1 requirement master#TASK-1 FR-1 and FR-1',
        '1 attribute Status: done',
        '2 plans FR-2 (done)',
        '2 mentions UTF-8',
        '2 mentions D-4',
      ],
    ],
    [
      'are told where two have one number',
      tagged('{"id":1,"title":"Boil"}', '\n{"id":1,"title":"Lid"}'),
      ['1 requirement master#TASK-1 Boil', '2 duplicate-id TASK-1 is defined twice in this document. Renumber the second definition'],
    ],
    ['are not known where it is no JSON', '{"master":', ['1 skipped-file This file cannot be read as JSON']],
    ['are none where nothing is', '{"master":{"metadata":{}},"x":3}', ['nothing']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual([...read(TASKS, text)].toSorted(), [...expected].toSorted()));

  it('need nothing unless they have criteria', () => {
    const text = tagged('{"id":1}', '{"id":2,"acceptanceCriteria":["a"]}');
    const { requirements } = createExtractor(DEFAULT_CONFIGURATION).extract(TASKS, text);
    assert.deepEqual(
      requirements.map(({ usualNeeds }) => usualNeeds),
      [[], undefined],
    );
  });

  it('know the places of what they name', () => {
    const text = tagged(String.raw`{"id":1,"title":"Boil","details":"a\tb\nFR-1"}`);
    const [plan] = createExtractor(DEFAULT_CONFIGURATION).extract(TASKS, text).annotations;
    const range = plan?.reference.range;
    assert.equal(text.slice(range?.start.character, range?.end.character), 'FR-1');
  });
});

// @verifies RT-1.4/AC17~b6fe55
describe('product requirements of Task Master', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, read: readonly string[]])[] = [
    ['define by ids', PRD, '<PRD>\n# Requirements\nREQ-1: The kettle boils.\n</PRD>', ['3 requirement REQ-1 The kettle boils.']],
    ['define nothing without', PRD, '# Core Features\n- It boils\n\n# Acceptance Criteria\n- It boils', ['nothing']],
    ['may be Markdown', '.taskmaster/docs/prd.md', '### US-1: Tea', ['1 requirement US-1 Tea']],
    ['are exempt out of scope', PRD, '# Out of Scope\n- **FR-2**: Coffee', ['2 requirement FR-2 Coffee (exempt)']],
    ['are none in a template', '.taskmaster/templates/example_prd.txt', '### US-1: Tea', ['nothing']],
    ['are none in answers of a search', '.taskmaster/docs/research/2026-01-01_tea.md', '### US-1: Tea', ['nothing']],
    ['are none in reports', '.taskmaster/reports/tea.md', '### US-1: Tea', ['nothing']],
    ['are none in copies of tasks', '.taskmaster/tasks/task_001.md', '# FR-1: Tea', ['nothing']],
  ];
  for (const [what, path, text, expected] of cases) it(what, () => assert.deepEqual(read(path, text), expected));
});
