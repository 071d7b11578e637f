import assert from 'node:assert/strict';
import { completion } from '../../../../src/editor/completion/completion.ts';
import { applyEdits, editsByFile } from '../../../../src/editor/edits.ts';
import { rename } from '../../../../src/editor/rename/rename.ts';
import { rewritten } from '../../../../src/formats/notations/kiro/names.ts';
import { write } from '../../../../src/formats/notations/kiro/write.ts';
import { workspace } from '../../../support/editor/workspace.ts';

const SPEC = `### Requirement 1: Boil

#### Acceptance Criteria

1. It boils
2. It stays cold

### Requirement 2: Whistle
`;
const OTHER = SPEC.replace('2. It stays cold\n', '');
const FILES = { '.kiro/specs/kettle/requirements.md': SPEC, '.kiro/specs/tea/requirements.md': OTHER, 'docs/a.md': '## REQ-9: Other\n' };
const TASKS = '.kiro/specs/kettle/tasks.md';

describe('completion of the numbers of Kiro', () => {
  const ALL = ['1', '1.1', '1.2', '2'];
  const cases: readonly (readonly [what: string, path: string, text: string, labels: readonly string[] | null])[] = [
    ['behind the label', TASKS, '- [ ] 1. Boil\n  - _Requirements: |_', ALL],
    ['in a number', TASKS, '- [ ] 1. Boil\n  - _Requirements: 1.|_', ALL],
    ['behind a comma', TASKS, '- [ ] 1. Boil\n  - _Requirements: 2, |_', ALL],
    ['in a design', '.kiro/specs/kettle/design.md', '**Validates: Requirements |**', ALL],
    ['in a test of a feature', 'a.test.ts', '// Feature: tea\n// Validates: Requirements |', ['1', '1.1', '2']],
    ['in a test of no feature', 'a.test.ts', '// Validates: Requirements |', []],
    ['nowhere else', TASKS, '- [ ] 1. Boil |', null],
  ];
  for (const [what, path, text, labels] of cases)
    it(what, () => {
      const place = workspace({ ...FILES, [path]: text });
      const list = completion(place.view, place.text, place.position, place.extractor);
      assert.deepEqual(list?.items.map(({ label }) => label).toSorted() ?? null, labels);
    });
});

/** The changed files of a rename at the cursor of the last one. */
async function renamed(files: Record<string, string>, name: string): Promise<Record<string, string> | string> {
  const { view, reading, path, position, text } = workspace(files);
  const textOf = (file: string): Promise<string | undefined> => Promise.resolve(file === path ? text.getText() : files[file]);
  const result = await rename(view, reading, { path, position }, name, textOf);
  if (!result) return 'nothing';
  if ('refusal' in result) return result.refusal;
  const changed: Record<string, string> = {};
  for (const [file, edits] of editsByFile(result.edits)) changed[file] = applyEdits((await textOf(file)) ?? '', edits);
  return changed;
}

describe('a rename of Kiro', () => {
  const tests =
    "// Feature: kettle\n// Validates: Requirements 1.1-1.2, 2\nit('a', () => {});\n// @verifies kettle#REQ-1/AC2\nit('b', () => {});\n";

  it('writes the number wherever it stands, ranges and words of the house too', async () => {
    const tasks = '- [ ] 1. Boil\n  - _Requirements: |1.1, Req 1.2, REQ-1_\n';
    for (const name of ['7', 'REQ-7'])
      assert.deepEqual(await renamed({ ...FILES, 'a.test.ts': tests, [TASKS]: tasks }, name), {
        '.kiro/specs/kettle/requirements.md': SPEC.replace('Requirement 1', 'Requirement 7'),
        'a.test.ts': tests.replace('1.1-1.2', '7.1-7.2').replace('REQ-1', 'REQ-7'),
        [TASKS]: '- [ ] 1. Boil\n  - _Requirements: 7.1, Req 7.2, REQ-7_\n',
      });
  });

  it('refuses what is counted by its place, is taken, or is no number', async () => {
    const at = (text: string): Record<string, string> => ({ ...FILES, [TASKS]: `- [ ] 1. Boil\n  - _Requirements: ${text}_\n` });
    assert.match(String(await renamed(at('1.|1'), '3')), /counted by its position/u);
    assert.match(String(await renamed(at('|1.1'), '2')), /is already used/u);
    assert.equal(await renamed(at('|1.1'), 'boil'), '"boil" is not a valid number of a requirement. Write one such as 3');
  });
});

describe('a number in the words of another', () => {
  for (const [name, before, expected] of [
    ['REQ-7', '1', '7'],
    ['REQ-7', 'REQ-1', 'REQ-7'],
    ['DR-7', '1', '7'],
    ['AC3', '2', '3'],
    ['AC3', 'AC-2', 'AC-3'],
    ['AC3', '2.1', '2.3'],
  ] as const)
    it(`${name} for ${before} is ${expected}`, () => assert.equal(rewritten(name, before), expected));
});

describe('an annotation in words of Kiro', () => {
  it('names its feature', () => {
    const { view } = workspace({ ...FILES, 'a.ts': '|' });
    const item = view.item('.kiro/specs/kettle#REQ-1/AC2');
    assert.ok(item);
    assert.equal(write.annotation?.('verifies', 'kettle#REQ-1/AC2', item), 'Feature: kettle, Validates: Requirements 1.2');
    assert.equal(write.annotation?.('implements', 'kettle#REQ-1/AC2', item), 'Feature: kettle, Requirements: 1.2');
  });
});
