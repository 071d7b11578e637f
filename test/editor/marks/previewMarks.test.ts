import assert from 'node:assert/strict';
import { previewMarks } from '../../../src/editor/marks/previewMarks.ts';
import { workspace } from '../../support/editor/workspace.ts';

const DOCUMENT = [
  '## IP-1.1: Reserve stock',
  '',
  '**Acceptance Criteria**:',
  '- An order of all the stock is accepted',
  '- AC-2: An order of more is *rejected*',
  '',
  'See IP-1.2 and IP-9.9.',
  '',
  '## IP-1.2: Release stock',
  '',
].join('\n');

const CODE = '// @implements IP-1.1\nexport function reserve() {}\n';
const TEST = '// @verifies IP-1.1/AC1\ntest("all", () => {});\n';

function marksOf(files: Readonly<Record<string, string>>, path: string): string[] {
  const { view } = workspace(files);
  return previewMarks(view, path, files[path] ?? '').map(({ line, use, sign, text, href = '' }) =>
    `${line} ${use} ${sign} ${text} ${href}`.trimEnd(),
  );
}

describe('previewMarks', () => {
  const files = { 'docs/a b.md': DOCUMENT, 'src/a.ts': CODE, 'test/a.test.ts': TEST };

  it('marks definitions with a way to their code, and references with a way to their items; unknown ids are none', () => {
    assert.deepEqual(marksOf(files, 'docs/a b.md'), [
      '0 definition ◐ IP-1.1 /src/a.ts#L1',
      '3 definition ✓ An order of all the stock is accepted /src/a.ts#L1',
      '4 definition ◐ AC-2 /src/a.ts#L1',
      '6 reference ○ IP-1.2 #L9',
      '8 definition ○ IP-1.2',
    ]);
  });

  it('leads from another document to the item, by a path that a URI can hold', () => {
    const marks = marksOf({ ...files, 'docs/plan.md': 'First IP-1.1.\n' }, 'docs/plan.md');
    assert.deepEqual(marks, ['0 reference ◐ IP-1.1 /docs/a%20b.md#L1']);
  });

  it('says name, status, code and tests', () => {
    const { view } = workspace(files);
    assert.deepEqual(
      previewMarks(view, 'docs/a b.md', DOCUMENT)
        .slice(0, 2)
        .map(({ title }) => title.split('\n')),
      [
        ['IP-1.1 Reserve stock: partial, 1 of 2 criteria met', 'Implemented in reserve() src/a.ts:1'],
        ['IP-1.1/AC1: met', 'Implemented in reserve() src/a.ts:1', 'Tested in all test/a.test.ts:1'],
      ],
    );
  });

  it('marks nothing where nobody asked for traceability', () => {
    assert.deepEqual(marksOf({ 'docs/a b.md': DOCUMENT }, 'docs/a b.md'), []);
    assert.deepEqual(marksOf({ 'docs/a b.md': DOCUMENT, 'src/a.ts': '// see IP-1.1\n' }, 'docs/a b.md'), []);
  });
});
