import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

function read(text: string, path: string): readonly string[] {
  return readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
}

type Cases = readonly (readonly [what: string, text: string, read: readonly string[]])[];

// @verifies RT-1.4/AC10~60a692
describe('REQUIREMENTS.md of GSD', () => {
  const cases: Cases = [
    ['defines bold ids', '- [ ] **A-01**: Boil', ['1 requirement .planning#A-01 Boil']],
    ['defines any prefix, those of standards too', '- [ ] **ES-01**: Boil', ['1 requirement .planning#ES-01 Boil']],
    ['defines plain ids in a section of requirements', '## v1 Requirements\n\n- [x] A-01 — Boil', ['3 requirement .planning#A-01 Boil']],
    ['defines headings', '## A-01: Boil', ['1 requirement .planning#A-01 Boil']],
    [
      'defines rows with words of their own',
      '| ID | Requirement | Status |\n|--|--|--|\n| A-01 | Boil | Pending |',
      ['3 requirement .planning#A-01 Boil', '3 attribute Status: Pending'],
    ],
    [
      'asks nothing of later versions',
      '## v1 Requirements\n\n- **A-01**: Boil\n\n## v2 Requirements\n\n- **A-02**: Sing',
      ['3 requirement .planning#A-01 Boil', '7 requirement .planning#A-02 Sing (exempt)'],
    ],
    ['asks for a second version where it is the first', '## v2.0 Requirements\n\n- **A-01**: Boil', ['3 requirement .planning#A-01 Boil']],
    ['asks nothing of what is deferred', '## Deferred\n\n- **A-01**: Boil', ['3 requirement .planning#A-01 Boil (exempt)']],
    ['takes categories for what they are', '## Requirements\n\n### Risk\n\n- **A-01**: Boil', ['5 requirement .planning#A-01 Boil']],
    ['asks nothing of what is struck out', '- [ ] ~~**A-01**: Boil~~', ['1 requirement .planning#A-01 Boil (exempt)']],
    [
      'claims by the status of a row',
      '- **A-01**: Boil\n\n| Requirement | Phase | Status |\n|--|--|--|\n| A-01 | 1 | Not complete |',
      ['1 requirement .planning#A-01 Boil', '5 plans A-01 (not done)'],
    ],
    [
      'reads a second definition as a mistake',
      '- **A-01**: Boil\n- **A-01**: Sing',
      ['1 requirement .planning#A-01 Boil', '2 duplicate-id A-01 is defined twice in this document. Renumber the second definition'],
    ],
    ['mentions what its words name', '- **A-01**: Boil, see B-02', ['1 requirement .planning#A-01 Boil, see B-02', '1 mentions B-02']],
    ['leaves out what is switched off', '<!-- reqtrace-ignore-next-line -->\n- **A-01**: Boil', ['nothing']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text, '.planning/REQUIREMENTS.md'), expected));

  it('is one of a workstream', () =>
    assert.deepEqual(read('- **A-01**: Boil', 'app/.planning/workstreams/tea/REQUIREMENTS.md'), [
      '1 requirement app/.planning/workstreams/tea#A-01 Boil',
    ]));
  it('of a shipped milestone needs nothing', () =>
    assert.deepEqual(read('- **A-01**: Boil', '.planning/milestones/v1.0-REQUIREMENTS.md'), [
      '1 requirement .planning/milestones/v1.0#A-01 Boil (exempt)',
    ]));
});

describe('other documents of GSD', () => {
  const cases: Cases = [
    ['plan what the front matter lists', '---\nrequirements:\n  - A-01\n---\n', ['3 plans A-01']],
    ['plan several in one text', '---\nrequirements: A-01, A-02\n---\n', ['2 plans A-01', '2 plans A-02']],
    ['claim what a summary says to be done', '---\nrequirements-completed: [A-01]\n---\n', ['2 plans A-01 (done)']],
    ['plan what a label leads', '**Requirements:** A-01–03', ['1 plans A-01', '1 plans A-02', '1 plans A-03']],
    ['plan with a label in brackets', '**Requirements**: [A-01, A-02]', ['1 plans A-01', '1 plans A-02']],
    ['plan in columns', '| Req ID | Test |\n|--|--|\n| A-01 | boils |', ['3 plans A-01']],
    ['claim nothing by words that say neither', '| Requirement | Status |\n|--|--|\n| A-01 | Covered |', ['3 plans A-01']],
    ['mention all other ids', 'As A-01 asks.\n\n- [x] A-02', ['1 mentions A-01', '3 mentions A-02']],
    ['mention decisions', '**Requirements**: D-01', ['1 mentions D-01']],
    ['define nothing', '- **A-01**: Boil', ['1 mentions A-01']],
  ];
  for (const [what, text, expected] of cases)
    it(what, () => assert.deepEqual(read(text, '.planning/phases/01-tea/01-01-PLAN.md'), expected));

  it('say nothing where they are archived', () =>
    assert.deepEqual(read('**Requirements**: A-01', '.planning/milestones/v1.0-phases/01-tea/01-01-PLAN.md'), ['nothing']));
});
