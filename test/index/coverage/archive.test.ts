import assert from 'node:assert/strict';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { workspace } from '../../support/editor/workspace.ts';

/** Where a document stands, what reqtrace.yaml says, and whether what the document defines is finished work. */
const CASES: readonly [path: string, yaml: string, archived: boolean][] = [
  ['docs/plan.md', '', false],
  ['docs/archive/plan.md', '', true],
  ['docs/archive/2024/plan.md', '', true],
  ['specs/_archive/plan.md', '', true],
  ['.kiro/specs/_archived/login/requirements.md', '', true],
  ['specs/archived/plan.md', '', true],
  ['specs/archive/012-login/spec.md', '', true],
  ['requirements/archive/2025/plan.md', '', true],
  ['packages/archive/docs/archive/plan.md', '', true],
  // A feature may be called so: what is in doubt counts.
  ['.kiro/specs/archive/requirements.md', '', false],
  ['specs/001-archive/spec.md', '', false],
  ['packages/archive/docs/plan.md', '', false],
  ['packages/archive/README.md', '', false],
  ['src/archive/zip/requirements.md', '', false],
  ['features/archive/login/spec.md', '', false],
  ['archive/docs/plan.md', '', false],
  ['docs/archiver/plan.md', '', false],
  ['docs/archive.md', '', false],
  ['docs/archive/plan.md', 'archive: []', false],
  ['docs/done/plan.md', 'archive: [docs/done/**]', true],
  ['docs/archive/plan.md', 'archive: [docs/done/**]', false],
  // Whoever names the documents has said which count.
  ['docs/archive/plan.md', 'documents: [docs/**]', false],
  ['docs/archive/plan.md', "documents: [docs/**]\narchive: ['**/archive/**']", true],
];

// @verifies RT-1.3/AC4~3947bb
describe('finished work', () => {
  for (const [path, yaml, archived] of CASES) {
    it(`${archived ? 'needs nothing' : 'counts'} in ${path}${yaml && `, ${yaml.replace('\n', ' ')}`}`, () => {
      const { configuration } = readConfiguration('reqtrace.yaml', yaml);
      const text = '## REQ-1: Keep\n\nAcceptance Criteria:\n\n- [x] Orders are kept\n';
      const { view } = workspace({ [path]: text, 'src/a.ts': '// @implements REQ-1\n' }, configuration);
      const counts = view.counts();
      assert.deepEqual([counts.exempt, counts.partial], archived ? [1, 0] : [0, 1]);
      // It can be referred to all the same, and is nothing to do.
      const codes = view.allFindings().map(({ code }) => code);
      assert.deepEqual(codes, archived ? [] : ['claimed-not-met', 'unmet-criterion']);
    });
  }
});
