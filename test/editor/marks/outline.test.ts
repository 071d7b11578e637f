import assert from 'node:assert/strict';
import { documentSymbols } from '../../../src/editor/marks/documentSymbols.ts';
import { foldingRanges } from '../../../src/editor/marks/foldingRanges.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

describe('documentSymbols', () => {
  it('lists requirements with their criteria and statuses', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH });
    const symbols = documentSymbols(view, 'docs/launch.md');
    assert.deepEqual(
      symbols.map(({ name, detail, children }) => [name, detail, children?.map((child) => `${child.name} ${child.detail}`)]),
      [
        [
          'IP-1.1 Reserve stock',
          '○ unmet, 0 of 2 criteria met',
          [
            'AC1 An order of all the stock is accepted ○ unmet: no implementation and no test',
            'AC2 An order of more is rejected ○ unmet: no implementation and no test',
          ],
        ],
        ['IP-1.2 Release stock', '○ unmet: no implementation and no test', []],
      ],
    );
  });

  it('keeps the name inside of the whole, as the protocol wants it', () => {
    const { view } = workspace({ 'docs/a.md': '- **REQ-1**: Pay\n- **REQ-2**: Refund\n' });
    for (const { range, selectionRange } of documentSymbols(view, 'docs/a.md')) {
      assert.ok(range.start.line <= selectionRange.start.line && range.start.character <= selectionRange.start.character);
      assert.ok(range.end.line > selectionRange.end.line || range.end.character >= selectionRange.end.character);
    }
  });

  it('has nothing for code', () => {
    const { view } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1.1\n' });
    assert.deepEqual(documentSymbols(view, 'src/a.ts'), []);
  });
});

describe('foldingRanges', () => {
  const cases: [what: string, text: string, folds: [number, number][]][] = [
    [
      'each requirement',
      LAUNCH,
      [
        [2, 8],
        [10, 12],
      ],
    ],
    [
      'a criterion of several lines',
      '## REQ-1: A\n\n**Acceptance Criteria**:\n- x\n  - y\n',
      [
        [0, 4],
        [3, 4],
      ],
    ],
    ['nothing of one line', '## REQ-1: A\n## REQ-2: B\n', []],
  ];
  for (const [what, text, folds] of cases) {
    it(`folds ${what}`, () => {
      const { view } = workspace({ 'docs/a.md': text });
      assert.deepEqual(
        foldingRanges(view, 'docs/a.md').map(({ startLine, endLine }) => [startLine, endLine]),
        folds,
      );
    });
  }
});
