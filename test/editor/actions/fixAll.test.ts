import assert from 'node:assert/strict';
import { fixAll } from '../../../src/editor/actions/fixAll.ts';
import { applyEdits } from '../../../src/editor/edits.ts';
import { workspace } from '../../support/editor/workspace.ts';

const DOCUMENT = '## REQ-1: Pay\n\n**Acceptance Criteria**:\n- [ ] An order is paid\n';
const LINKS = '// @implements REQ-1\n// @verifies REQ-1/AC1\n';

describe('fixAll', () => {
  const cases: [what: string, path: string, source: string, expected: string, others: Record<string, string>][] = [
    ['ticks what is met', 'docs/a.md', DOCUMENT, DOCUMENT.replace('[ ]', '[x]'), { 'src/a.ts': LINKS }],
    ['takes a comma away', 'src/a.ts', '// @implements REQ-1,\n', '// @implements REQ-1\n', { 'docs/a.md': DOCUMENT }],
    ['guesses no id', 'src/a.ts', '// @implements REQ-2\n', '// @implements REQ-2\n', { 'docs/a.md': DOCUMENT }],
    ['chooses no criterion', 'test/a.test.ts', '// @verifies REQ-1\n', '// @verifies REQ-1\n', { 'docs/a.md': DOCUMENT }],
    ['unticks no claim', 'docs/a.md', DOCUMENT.replace('[ ]', '[x]'), DOCUMENT.replace('[ ]', '[x]'), {}],
  ];
  for (const [what, path, source, expected, others] of cases) {
    it(what, () => {
      const { view } = workspace({ ...others, [path]: source });
      assert.equal(applyEdits(source, fixAll(view, path)), expected);
    });
  }
});
