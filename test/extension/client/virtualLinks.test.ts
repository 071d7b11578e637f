import assert from 'node:assert/strict';
import { withOpeningLinks } from '../../../src/extension/client/virtualLinks.ts';

describe('links of hovers in virtual folders', () => {
  const cases: [markdown: string, opens: readonly (readonly [uri: string, line: number])[]][] = [
    ['in [a.md:3](memfs:/shop/docs/a.md#L3).', [['memfs:/shop/docs/a.md', 2]]],
    [
      '[a](memfs:/a%20b.md) and [b](vscode-vfs://github/me/b%28c%29.md#L12)',
      [
        ['memfs:/a%20b.md', 0],
        ['vscode-vfs://github/me/b%28c%29.md', 11],
      ],
    ],
    ['[a](file:///a.md#L3), [b](https://example.org/#L3) and [c](command:reqtrace.runTests?%5B%5D)', []],
    [String.raw`text \[a\](memfs:/a.md) of a document`, []],
  ];
  for (const [markdown, opens] of cases) {
    it(markdown, () => {
      const shown = withOpeningLinks(markdown, 'open', ['memfs', 'vscode-vfs']);
      const places = Array.from(shown.matchAll(/\]\(command:open\?([^)]*)\)/gu), ([, argument = '']) => {
        const [{ uri, range }] = JSON.parse(decodeURIComponent(argument)) as [{ uri: string; range: { start: { line: number } } }];
        return [uri, range.start.line];
      });
      assert.deepEqual(places, opens);
      if (opens.length === 0) assert.equal(shown, markdown);
    });
  }
});
