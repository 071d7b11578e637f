import assert from 'node:assert/strict';
import { documentLinks } from '../../../src/editor/navigation/documentLinks.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

describe('documentLinks', () => {
  const cases: [what: string, path: string, text: string, links: string[]][] = [
    ['a reference in code', 'src/a.ts', '// @implements IP-1.1\n', ['0:15 file:///p/docs/launch.md#L3']],
    ['a criterion', 'src/a.ts', '// IP-1.1/AC2\n', ['0:3 file:///p/docs/launch.md#L9']],
    ['nothing unknown or ambiguous', 'src/a.ts', '// @implements IP-9.9\n', []],
    ['a link from the root of the site', 'docs/b.md', '## SYS-1: A\n\n[x](/launch)\n', ['2:4 file:///p/docs/launch.md']],
    ['a relative link', 'docs/b.md', '## SYS-1: A\n\n[x](launch.html#part)\n', ['2:4 file:///p/docs/launch.md']],
    ['no broken link and no page of another site', 'docs/b.md', '## SYS-1: A\n\n[x](gone) [y](https://example.org)\n', []],
  ];
  for (const [what, path, text, links] of cases) {
    it(`${what}: ${JSON.stringify(text)}`, () => {
      const { view } = workspace({ 'docs/launch.md': LAUNCH, [path]: text }, { siteRoot: 'docs' });
      assert.deepEqual(
        documentLinks(view, path, uriOf).map(({ range, target }) => `${range.start.line}:${range.start.character} ${target}`),
        links,
      );
    });
  }
});
