import assert from 'node:assert/strict';
import { definition } from '../../../../src/editor/navigation/definition.ts';
import { completion } from '../../../../src/editor/completion/completion.ts';
import { applyEdits, editsByFile } from '../../../../src/editor/edits.ts';
import { rename } from '../../../../src/editor/rename/rename.ts';
import { withCriteria } from '../../../../src/model/item.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { lineOf } from '../../../../src/model/position.ts';
import { place } from '../../../support/editor/navigation.ts';
import { uriOf, workspace } from '../../../support/editor/workspace.ts';

const PRD = '_bmad-output/planning-artifacts/prd.md';
const EPICS = '_bmad-output/planning-artifacts/epics.md';
const STORY = '_bmad-output/implementation-artifacts/1-1-brew.md';

const FILES: Readonly<Record<string, string>> = {
  [PRD]:
    '# Tea - PRD\n\n## Functional Requirements\n\n- FR1: A guest can brew.\n- FR2: A guest can pour.\n\n## Non-Functional\n\n- NFR1: Fast.\n',
  [EPICS]: [
    '# Tea - Epic Breakdown',
    '## Requirements Inventory',
    '### Functional Requirements',
    'FR1: A guest can brew.',
    'FR2: A guest can pour.',
    '## Epic 1: Brewing',
    '### Story 1.1: Brew',
    'As a guest, I want tea.',
    '',
    '**Acceptance Criteria:**',
    '',
    '**Given** leaves',
    '**When** water is added',
    '**Then** it brews',
    '',
    '**FRs covered:** FR1, FR2',
    '',
  ].join('\n'),
  [STORY]: [
    '# Story 1.1: Brew',
    '## Story',
    'As a guest, I want tea.',
    '## Acceptance Criteria',
    '1. Leaves brew.',
    '2. Nothing burns.',
    '## Tasks / Subtasks',
    '- [ ] Task 1: heat (AC: 1)',
    '- [x] Task 2: guard (AC: #2)',
    '',
  ].join('\n'),
  'src/tea.ts': '// Story 1.1 AC 2: stays cold\nexport function guard() {}\n',
};

/** Items and references of the files, as lines. */
function traced(files: Readonly<Record<string, string>>): {
  items: readonly string[];
  references: readonly string[];
  findings: readonly string[];
} {
  const { view } = workspace(files);
  const references = Object.keys(files).flatMap((path) =>
    view.referencesIn(path).flatMap(({ use, reference, resolution }) => {
      const meant = resolution.kind === 'item' ? resolution.item.id : resolution.kind;
      return use === 'definition' ? [] : [`${path.split('/').at(-1)}:${lineOf(reference.range)} ${use} ${meant}`];
    }),
  );
  return {
    items: [...view.requirements()].flatMap(withCriteria).map((item) => `${item.key} ${view.coverage(item.key).status}`),
    references,
    findings: view
      .allFindings()
      .flatMap(({ severity, code, path, message }) =>
        severity === 'information' ? [] : [`${severity} ${code} ${path} ${inEnglish(message)}`],
      ),
  };
}

describe('a project of BMAD', () => {
  // @verifies RT-1.4/AC7~082697
  it('has each requirement and each story once, with the criteria of the file of the story', () => {
    const { items, references, findings } = traced(FILES);
    assert.deepEqual(items, [
      '_bmad-output#STORY-1.1 unmet',
      '_bmad-output#STORY-1.1/AC1 unmet',
      '_bmad-output#STORY-1.1/AC2 unmet',
      '_bmad-output#FR-1 unmet',
      '_bmad-output#FR-2 unmet',
      '_bmad-output#NFR-1 unmet',
    ]);
    assert.deepEqual(references, [
      'epics.md:4 plans FR-1',
      'epics.md:5 plans FR-2',
      'epics.md:7 plans STORY-1.1',
      'epics.md:16 covers FR-1',
      'epics.md:16 covers FR-2',
      '1-1-brew.md:8 plans STORY-1.1/AC1',
      '1-1-brew.md:9 plans STORY-1.1/AC2',
      'tea.ts:1 mention STORY-1.1/AC2',
    ]);
    assert.deepEqual(findings, []);
  });

  it('takes the stories of the epics where they have no file, and requirements where only epics have them', () => {
    const { items } = traced({ [EPICS]: FILES[EPICS] ?? '' });
    assert.deepEqual(items, [
      '_bmad-output#FR-1 unmet',
      '_bmad-output#FR-2 unmet',
      '_bmad-output#STORY-1.1 unmet',
      '_bmad-output#STORY-1.1/AC1 unmet',
    ]);
  });

  it('lets code and tests meet a criterion in words of the house', () => {
    const { items, findings } = traced({
      ...FILES,
      'src/tea.ts': '// @implements STORY-1.1/AC1, FR-1\nexport function brew() {}\n',
      'test/tea.test.ts': '// @verifies STORY-1.1/AC1\nit("brews", () => {});\n',
    });
    assert.ok(items.includes('_bmad-output#STORY-1.1/AC1 met'));
    assert.deepEqual(findings, []);
  });

  it('warns of a criterion that a task invents and of a requirement that nobody defined', () => {
    const { findings } = traced({
      ...FILES,
      [EPICS]: (FILES[EPICS] ?? '').replace('## Epic 1: Brewing', '## Epic 1: Brewing\n\n**FRs covered:** FR9'),
      [STORY]: (FILES[STORY] ?? '').replace('(AC: 1)', '(AC: 1, 7)'),
    });
    assert.deepEqual(findings, [
      `warning unknown-reference ${STORY} STORY-1.1/AC7 is not defined in any document. Did you mean STORY-1.1/AC1 or STORY-1.1/AC2?`,
      `warning unknown-reference ${EPICS} FR-9 is not defined in any document. Did you mean FR-1 or FR-2?`,
    ]);
  });

  it('defines a story of version 4 once, though it stands in the whole, in a shard and in its own file', () => {
    const shard = '## Story 1.1 Brew\n\nAs a guest, I want tea.\n\n### Acceptance Criteria\n\n1: It brews.\n';
    const { items, findings } = traced({
      'docs/prd.md': `# Tea Product Requirements Document (PRD)\n\n## Requirements\n\n- FR1: Brew\n\n# Epic 1\n\n${shard}`,
      'docs/prd/requirements.md': '# Requirements\n\n## Functional\n\n- FR1: Brew\n',
      'docs/prd/epic-1-brewing.md': `# Epic 1 Brewing\n\n${shard}`,
      'docs/stories/1.1.brew.story.md':
        '# Story 1.1: Brew\n\n## Story\n\n**As a** guest\n\n## Acceptance Criteria\n\n1: It brews.\n2: It is hot.\n',
    });
    assert.deepEqual(items, ['docs#FR-1 unmet', 'docs#STORY-1.1 unmet', 'docs#STORY-1.1/AC1 unmet', 'docs#STORY-1.1/AC2 unmet']);
    assert.deepEqual(findings, []);
  });

  it('keeps the requirements of two runs apart, and finds those that the epics were made from', () => {
    const { items, references } = traced({
      '_bmad-output/planning-artifacts/prds/prd-a/prd.md': '- FR1: Brew\n',
      '_bmad-output/planning-artifacts/prds/prd-b/prd.md': '- FR1: Pour\n',
      [EPICS]: '---\ninputDocuments: [prds/prd-b/prd.md]\n---\n\n## Requirements\n\nFR1: Pour\n\n## Epic 1\n\n**FRs covered:** FR1\n',
    });
    assert.equal(items.length, 2);
    assert.deepEqual(references, ['epics.md:7 plans FR-1', 'epics.md:11 plans FR-1']);
  });

  it('means the story where a report speaks of it under the same number', () => {
    const { findings } = traced({
      ...FILES,
      'docs/report.md': '# Story 1.1 Report\n\nDone.\n',
      'src/tea.ts': '// @implements STORY-1.1/AC1\n',
    });
    assert.deepEqual(findings, []);
  });

  it('offers both places of a story to who goes to its definition', () => {
    const { view, path, position } = workspace({ ...FILES, 'src/tea.ts': '// @implements STORY-|1.1' });
    assert.deepEqual(definition(view, path, position, uriOf)?.map(place), [`${STORY}:1`, `${EPICS}:7`]);
  });

  it('proposes requirements behind the label of coverage', () => {
    const files = { ...FILES, '_bmad-output/planning-artifacts/epics-more.md': '### Story 2.1: Pour\n\n**FRs covered:** FR|\n' };
    const { view, reading, text, position } = workspace(files);
    const { extractor } = reading;
    const found = completion(view, text, position, extractor);
    assert.ok(found?.items.some(({ label }) => label === 'FR-1'));
  });

  const renames: [what: string, at: readonly [path: string, mark: string], name: string, lines: readonly string[]][] = [
    ['a requirement', [PRD, 'FR1'], 'FR-7', ['- FR7: A guest can brew.', 'FR7: A guest can brew.', '**FRs covered:** FR7, FR2']],
    ['a story', [STORY, 'Story 1.1'], 'STORY-1.4', ['# Story 1.4: Brew', '### Story 1.4: Brew', '// Story 1.4 AC 2: stays cold']],
  ];
  for (const [what, [path, mark], name, lines] of renames)
    it(`renames ${what} in all its places, each as it is written`, async () => {
      const text = FILES[path] ?? '';
      const { [path]: _own, ...others } = FILES;
      const marked = text.replace(mark, `${mark.slice(0, 2)}|${mark.slice(2)}`);
      const { view, reading, position } = workspace({ ...others, [path]: marked });
      const textOf = async (file: string): Promise<string | undefined> => ({ ...others, [path]: text })[file];
      const result = await rename(view, reading, { path, position }, name, textOf);
      assert.ok(result && 'edits' in result, JSON.stringify(result));
      const after: string[] = [];
      for (const [file, edits] of editsByFile(result.edits)) after.push(...applyEdits((await textOf(file)) ?? '', edits).split('\n'));
      for (const line of lines) assert.ok(after.includes(line), `${line} in\n${after.join('\n')}`);
    });
});
