import assert from 'node:assert/strict';
import { documentHighlight } from '../../../src/editor/navigation/documentHighlight.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

describe('documentHighlight', () => {
  const cases: [what: string, path: string, text: string, places: string[] | null][] = [
    ['every reference to the item', 'src/a.ts', '// @implements IP-|1.1\n// IP-1.2, launch#IP-1.1\n', ['0:15 read', '1:11 read']],
    ['a criterion apart from its requirement', 'src/a.ts', '// @verifies IP-1.1/A|C1, IP-1.1\n', ['0:13 read']],
    ['the definition as written', 'docs/b.md', '## SYS-|1: System\n\nSee SYS-1.\n', ['0:3 write', '2:4 read']],
    ['nothing elsewhere', 'src/a.ts', 'const a =| 1; // IP-1.1\n', null],
    ['nothing unknown', 'src/a.ts', '// @implements IP-9|.9\n', null],
  ];
  for (const [what, path, text, places] of cases) {
    it(`${what}: ${JSON.stringify(text)}`, () => {
      const { view, position } = workspace({ 'docs/launch.md': LAUNCH, [path]: text });
      const found = documentHighlight(view, path, position);
      assert.deepEqual(
        found?.map(({ range, kind }) => `${range.start.line}:${range.start.character} ${kind === 3 ? 'write' : 'read'}`) ?? null,
        places,
      );
    });
  }
});
