import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import type { FileFacts, Reference } from '../../../../src/model/facts.ts';
import { lineOf } from '../../../../src/model/position.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);

function factsOf(text: string, path = 'specs/001-kettle/tasks.md'): FileFacts {
  return extractor.extract(path, text);
}

function words({ document, id, criterion, between }: Reference): string {
  return `${document === undefined ? '' : `${document}#`}${id}${criterion === undefined ? '' : `/${criterion}`}${between ? ' (between)' : ''}`;
}

/** What a working file refers to, one reference a line: `3 plans FR-001 [x]`, `3 mentions FR-001`. */
function read(text: string, path?: string): readonly string[] {
  const { annotations, mentions, requirements, problems } = factsOf(text, path);
  assert.deepEqual([requirements, problems], [[], []]);
  const box = (done = ''): string => ({ '': '', true: ' [x]', false: ' [ ]' })[done] ?? '';
  const all = [
    ...annotations.map(({ kind, reference, done }) => ({
      range: reference.range,
      words: `${kind} ${words(reference)}${box(done?.toString())}`,
    })),
    ...mentions.map((reference) => ({ range: reference.range, words: `mentions ${words(reference)}` })),
  ];
  const sorted = all.toSorted((a, b) => lineOf(a.range) - lineOf(b.range) || a.range.start.character - b.range.start.character);
  return sorted.map((one) => `${lineOf(one.range)} ${one.words}`);
}

describe('a task of spec-kit plans', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['its story', '- [ ] T001 [P] [US1] Boil in src/kettle.ts', ['1 plans US-1 [ ]']],
    ['what it names, and claims it where it is ticked', '- [x] T001 Boil (FR-001, SC-002)', ['1 plans FR-001 [x]', '1 plans SC-002 [x]']],
    ['what its notes name', '- [x] T001 Boil\n  - as FR-001 says', ['2 plans FR-001 [x]']],
    ['the scenario of a story', '- [ ] T042 Whistle per US1/AC2 (missing)', ['1 plans US-1/AC2 [ ]']],
    ['scenarios by their position', '- [ ] T001 US1.2, US-1.3', ['1 plans US-1.2 [ ]', '1 plans US-1.3 [ ]']],
    ['scenarios behind a hyphen where no range can be meant', '- [ ] T001 US2-1, and US1-3', ['1 plans US-2.1 [ ]', '1 plans US-1.3 [ ]']],
    ['nothing by what may be a range of stories', '- [ ] T001 US1-3', []],
    [
      'scenarios in words',
      '- [ ] T001 US1 scenario 2, US-1 AS-3, US2-AC4',
      ['1 plans US-1/AC2 [ ]', '1 plans US-1/AC3 [ ]', '1 plans US-2/AC4 [ ]'],
    ],
    [
      'further scenarios of a story',
      '- [ ] T001 US1/AC1, AC3 and US2',
      ['1 plans US-1/AC1 [ ]', '1 plans US-1/AC3 [ ]', '1 plans US-2 [ ]'],
    ],
    ['ranges', '- [ ] T001 FR-001–FR-003', ['1 plans FR-001 [ ]', '1 plans FR-002 (between) [ ]', '1 plans FR-003 [ ]']],
    ['ranges with a hyphen', '- [ ] T001 FR-001-FR-003', ['1 plans FR-001 [ ]', '1 plans FR-002 (between) [ ]', '1 plans FR-003 [ ]']],
    ['ranges to a number', '- [ ] T001 FR-001..003', ['1 plans FR-001 [ ]', '1 plans FR-002 (between) [ ]', '1 plans FR-003 [ ]']],
    [
      'ranges to a number by a word',
      '- [ ] T001 FR-001 to 003',
      ['1 plans FR-001 [ ]', '1 plans FR-002 (between) [ ]', '1 plans FR-003 [ ]'],
    ],
    ['numbers behind commas', '- [ ] T001 FR-001, 002 and 004', ['1 plans FR-001 [ ]', '1 plans FR-002 [ ]', '1 plans FR-004 [ ]']],
    ['numbers of something else', '- [ ] T001 FR-101, 404 and 500; FR-010, 20 ms', ['1 plans FR-101 [ ]', '1 plans FR-010 [ ]']],
    ['ranges of scenarios', '- [ ] T001 US7/AC1-3', ['1 plans US-7/AC1 [ ]', '1 plans US-7/AC2 (between) [ ]', '1 plans US-7/AC3 [ ]']],
    ['nothing by a scenario that cannot be read', '- [ ] T001 US1/AC1x', []],
    ['numbers behind a slash', '- [ ] T001 FR-001/002/010', ['1 plans FR-001 [ ]', '1 plans FR-002 [ ]', '1 plans FR-010 [ ]']],
    ['ids with letters', '- [ ] T001 FR-005b', ['1 plans FR-005b [ ]']],
    [
      'ids of another feature',
      '- [ ] T001 as 002-toaster/FR-001 and specs/003-jug FR-004 do',
      ['1 plans 002-toaster#FR-001 [ ]', '1 plans 003-jug#FR-004 [ ]'],
    ],
    ['ids of a feature by its number', '- [ ] T001 (spec 002 FR-001, FR-002)', ['1 plans 002#FR-001 [ ]', '1 plans 002#FR-002 [ ]']],
    [
      'ids of a feature by its number alone',
      '- [ ] T001 023 FR-001 and 119 spec FR-002, not 200 FR-003',
      ['1 plans 023#FR-001 [ ]', '1 plans 119#FR-002 [ ]', '1 plans FR-003 [ ]'],
    ],
    ['stories in words', '- [ ] T001 User Stories 1 and 2', ['1 plans US-1 [ ]', '1 plans US-2 [ ]']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});

describe('working files of spec-kit', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, read: readonly string[]])[] = [
    ['plan by the heading of a phase', 'tasks.md', '## Phase 3: User Story 1 - Boil (Priority: P1)', ['1 plans US-1']],
    ['plan by a bold lead', 'tasks.md', '- **User Story 1 (P1)**: Can start at once', ['1 plans US-1']],
    ['plan in tables', 'plan.md', '| Gate | Why |\n|---|---|\n| I | FR-001 |', ['3 plans FR-001']],
    ['plan in brackets', 'research.md', 'The lid is checked first (FR-001).', ['1 plans FR-001']],
    ['mention in running text', 'data-model.md', 'As FR-001 says, the lid is checked.', ['1 mentions FR-001']],
    ['mention ids of other prefixes', 'plan.md', '- see ADR-3 and UTF-8', ['1 mentions ADR-3', '1 mentions UTF-8']],
    [
      'refer to the section of a specification',
      'checklists/ux.md',
      '- [x] CHK001 Is it clear? [Clarity, Spec §FR-001]',
      ['1 plans FR-001'],
    ],
    ['refer to scenarios from a checklist', 'checklists/ux.md', '- [ ] CHK002 [Spec §US-1.2]', ['1 plans US-1.2']],
    ['define nothing by CHK001 or T001', 'checklists/ux.md', '- [x] CHK001 Is it clear?', []],
    ['define nothing by restating', 'plan.md', '- **FR-001**: covered by the lid', ['1 plans FR-001']],
    ['say nothing in code', 'plan.md', '```\nFR-001\n```\n\n<!-- FR-002 -->', []],
    ['say nothing of links to trackers', 'plan.md', '- [FR-001](https://tracker/FR-001)', []],
    ['do not take a colour for an id', 'contracts/brand.md', '- #EC672A', []],
  ];
  for (const [what, path, text, expected] of cases) it(what, () => assert.deepEqual(read(text, `specs/001-kettle/${path}`), expected));

  it('name the files that their tasks are about, from the root', () => {
    const text = '- [ ] T001 Boil in `src/kettle.ts` and apps/web/src/lid.ts';
    assert.deepEqual(factsOf(text).names, ['src/kettle.ts', 'apps/web/src/lid.ts']);
    assert.deepEqual(factsOf(text, 'apps/web/specs/001-kettle/tasks.md').names, ['apps/web/src/kettle.ts', 'apps/web/src/lid.ts']);
  });
});

describe('a specification beside its folder', () => {
  const text = '# Feature Spec 001: Kettle\n\n- **FR-001**: Boil\n';

  it('is one with that in the folder, which is nearer', () => {
    const places = ['specs/001-kettle.md', 'specs/001-kettle/spec.md'].map((path) => factsOf(text, path).requirements[0]);
    assert.deepEqual(
      places.map((one) => [one?.namespace, one?.place?.distance]),
      [
        ['specs/001-kettle', 1],
        ['specs/001-kettle', 0],
      ],
    );
  });

  it('is told by its first heading', () => assert.equal(factsOf('# Kettle API\n', 'specs/001-kettle.md').namespace, undefined));
});

describe('a feature folder without a number', () => {
  const cases: readonly (readonly [path: string, text: string, part: string | undefined])[] = [
    ['specs/kettle/spec.md', '# Feature Specification: Kettle\n', 'spec'],
    ['apps/web/specs/kettle/tasks.md', '- [ ] T001 Boil in src/kettle.ts\n', 'tasks'],
    ['specs/kettle/plan.md', '# Implementation Plan: Kettle\n', 'plan'],
    ['specs/kettle/checklists/ux.md', '# UX Checklist: Kettle\n', 'checklist'],
    ['specs/kettle/spec.md', '# Kettle API\n', undefined],
    ['specs/kettle/tasks.md', '# To do\n', undefined],
    ['docs/kettle/spec.md', '# Feature Specification: Kettle\n', undefined],
  ];
  for (const [path, text, part] of cases)
    it(`${path} with ${text.trim()} is ${part ?? 'none of it'}`, () => assert.equal(factsOf(text, path).part, part));

  it('names its items as any other', () =>
    assert.equal(
      factsOf('# Feature Specification: Kettle\n\n- **FR-001**: Boil\n', 'specs/kettle/spec.md').requirements[0]?.namespace,
      'specs/kettle',
    ));
});

describe('files of spec-kit', () => {
  const cases: readonly (readonly [path: string, part: string | undefined, namespace: string | undefined])[] = [
    ['specs/001-kettle/spec.md', 'spec', 'specs/001-kettle'],
    ['specs/20260319-143022-kettle/spec.md', 'spec', 'specs/20260319-143022-kettle'],
    ['apps/web/specs/001-kettle/plan.md', 'plan', 'apps/web/specs/001-kettle'],
    ['.specify/specs/001-kettle/spec.md', 'spec', '.specify/specs/001-kettle'],
    ['kitty-specs/001-kettle/tasks/WP01.md', 'tasks', 'kitty-specs/001-kettle'],
    ['specs/001-kettle/checklists/ux.md', 'checklist', 'specs/001-kettle'],
    ['specs/001-kettle/contracts/api.md', 'design', 'specs/001-kettle'],
    ['specs/kettle/spec.md', undefined, undefined],
    ['specs/001-kettle.md', undefined, undefined],
    ['docs/specs/2026-01-02-kettle/spec.md', undefined, undefined],
  ];
  for (const [path, part, namespace] of cases)
    it(`${path} is ${part ?? 'not one'}`, () => {
      const facts = factsOf('# Kettle\n', path);
      assert.deepEqual([facts.part, facts.namespace], [part, namespace]);
    });
});
