import assert from 'node:assert/strict';
import { inlayHints } from '../../../src/editor/marks/inlayHints.ts';
import type { Range } from '../../../src/model/position.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('inlayHints', () => {
  const cases: [what: string, path: string, text: string, hints: string[]][] = [
    ['the title of a requirement', 'src/a.ts', '// @implements IP-1.1\n', ['0:21\u00a0Reserve stock']],
    ['the text of a criterion, cut', 'src/a.ts', '// @verifies IP-1.1/AC1\n', ['0:23\u00a0An order of all the stock is accepted']],
    ['each of a list', 'src/a.ts', '// @implements IP-1.1, IP-1.2\n', ['0:21\u00a0Reserve stock', '0:29\u00a0Release stock']],
    ['a mention', 'src/a.ts', '// see IP-1.2\n', ['0:13\u00a0Release stock']],
    ['nothing unknown', 'src/a.ts', '// @implements IP-9.9\n', []],
    ['no definition', 'docs/b.md', '## SYS-1: System\n', []],
  ];
  for (const [what, path, text, hints] of cases) {
    it(`${what}: ${JSON.stringify(text)}`, () => {
      const { view } = workspace({ 'docs/launch.md': LAUNCH, [path]: text });
      const found = inlayHints(view, path, WHOLE, uriOf).map(
        ({ position, label }) => `${position.line}:${position.character}${String(label)}`,
      );
      assert.deepEqual(found, hints);
    });
  }

  it('answers for the lines that are asked for', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// IP-1.1\n// IP-1.2\n// IP-1.1\n' });
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 20 } };
    assert.deepEqual(
      inlayHints(view, 'src/a.ts', range, uriOf).map(({ label }) => label),
      ['\u00a0Release stock'],
    );
  });

  it('leaves out what a lens says already', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1.1\n// see IP-1.2\n' });
    assert.deepEqual(
      inlayHints(view, 'src/a.ts', WHOLE, uriOf, true).map(({ label }) => label),
      ['\u00a0Release stock'],
    );
  });
});
