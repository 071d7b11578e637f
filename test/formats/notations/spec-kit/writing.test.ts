import assert from 'node:assert/strict';
import { completion } from '../../../../src/editor/completion/completion.ts';
import { applyEdits, editsByFile } from '../../../../src/editor/edits.ts';
import { rename } from '../../../../src/editor/rename/rename.ts';
import { rewritten } from '../../../../src/formats/notations/spec-kit/write.ts';
import { workspace } from '../../../support/editor/workspace.ts';

const SPEC = `### User Story 1 - Boil

**Acceptance Scenarios**:

1. **Given** water, **Then** it boils

- **FR-001**: Boil
- **FR-002**: Stop, unlike FR-001
`;
const FILES = { 'specs/001-kettle/spec.md': SPEC, 'docs/a.md': '## REQ-1: Other\n' };
const TASKS = 'specs/001-kettle/tasks.md';

describe('completion in the working files of spec-kit', () => {
  const ALL = ['US-1', 'FR-001', 'FR-002'];
  const cases: readonly (readonly [what: string, text: string, labels: readonly string[] | null])[] = [
    ['in brackets', '- [ ] T001 [|', ALL],
    ['in an id', '- [ ] T001 Boil (FR-|', ALL],
    ['behind a comma', '- [ ] T001 Boil (FR-001, |', ALL],
    ['for what a task is per', '- [ ] T042 Boil per |', ALL],
    ['for a section of the specification', '- [ ] CHK001 Clear? [Spec §|', ALL],
    ['for scenarios', '- [ ] T001 US-1/|', ['US-1/AC1']],
    ['nowhere else', '- [ ] T001 boil |', null],
  ];
  for (const [what, text, labels] of cases)
    it(what, () => {
      const place = workspace({ ...FILES, [TASKS]: text });
      const list = completion(place.view, place.text, place.position, place.extractor);
      assert.deepEqual(list?.items.map(({ label }) => label).toSorted((a, b) => ALL.indexOf(a) - ALL.indexOf(b)) ?? null, labels);
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

describe('a rename of spec-kit', () => {
  it('writes stories as they are written', async () => {
    const tasks = '## Phase 3: User Story 1\n\n- [ ] T001 [US|1] US1.1 and US-1/AC1\n';
    assert.deepEqual(await renamed({ ...FILES, [TASKS]: tasks }, 'US-5'), {
      'specs/001-kettle/spec.md': SPEC.replace('User Story 1', 'User Story 5'),
      [TASKS]: '## Phase 3: User Story 5\n\n- [ ] T001 [US5] US5.1 and US-5/AC1\n',
    });
  });

  it('changes the definition, tasks, code and tests', async () => {
    const files = { ...FILES, 'src/a.ts': '// @implements FR-001\n', [TASKS]: '- [x] T001 FR-|001, FR-002\n' };
    assert.deepEqual(await renamed(files, 'FR-009'), {
      'specs/001-kettle/spec.md': SPEC.replaceAll('FR-001', 'FR-009'),
      'src/a.ts': '// @implements FR-009\n',
      [TASKS]: '- [x] T001 FR-009, FR-002\n',
    });
  });

  it('refuses a name that is none', async () => {
    const refused = await renamed({ ...FILES, [TASKS]: '- [x] T001 FR-|001\n' }, 'boil');
    assert.equal(refused, '"boil" is not a valid ID. Write a prefix of capital letters and a number, such as FR-001');
  });
});

describe('a name in the words of another', () => {
  const cases: readonly (readonly [name: string, before: string, expected: string])[] = [
    ['US-5', 'US1', 'US5'],
    ['US-5', 'US-1', 'US-5'],
    ['US-5', 'User Story 1', 'User Story 5'],
    ['US-5', '用户故事1', '用户故事5'],
    ['AC5', '2', '5'],
    ['FR-009', 'FR001', 'FR009'],
    ['FR-009', 'FR-001', 'FR-009'],
    ['NFR-1', 'FR-001', 'NFR-1'],
    ['FR-1', 'US1', 'FR-1'],
  ];
  for (const [name, before, expected] of cases)
    it(`${name} for ${before} is ${expected}`, () => assert.equal(rewritten(name, before), expected));
});
