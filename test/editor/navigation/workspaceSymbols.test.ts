import assert from 'node:assert/strict';
import { fuzzyScore } from '../../../src/text/fuzzy.ts';
import { MOST_SYMBOLS, workspaceSymbols } from '../../../src/editor/navigation/workspaceSymbols.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

describe('workspaceSymbols', () => {
  const cases: [query: string, names: string[]][] = [
    ['', ['IP-1.1 Reserve stock', 'IP-1.2 Release stock']],
    ['1.2', ['IP-1.2 Release stock', 'IP-1.1/AC2 An order of more is rejected']],
    ['rsvstk', ['IP-1.1 Reserve stock']],
    ['RELEASE', ['IP-1.2 Release stock']],
    ['more rejected', ['IP-1.1/AC2 An order of more is rejected']],
    ['ip-1.1/ac1', ['IP-1.1/AC1 An order of all the stock is accepted']],
    ['nothing like it', []],
  ];
  for (const [query, names] of cases) {
    it(`finds ${JSON.stringify(query)}`, () => {
      const { view } = workspace({ 'docs/launch.md': LAUNCH });
      assert.deepEqual(
        workspaceSymbols(view, query, uriOf).map(({ name }) => name),
        names,
      );
    });
  }

  it('has the best first and no more than a person reads', () => {
    const many = Array.from({ length: MOST_SYMBOLS + 50 }, (_, index) => `## REQ-${index}: Requirement`).join('\n\n');
    const { view } = workspace({ 'docs/a.md': many });
    const found = workspaceSymbols(view, 'REQ-24', uriOf);
    assert.equal(found[0]?.name, 'REQ-24 Requirement');
    assert.equal(workspaceSymbols(view, 'r', uriOf).length, MOST_SYMBOLS);
  });
});

describe('fuzzyScore', () => {
  const better: [typed: string, good: string, worse: string][] = [
    ['stock', 'Reserve stock', 'Some tiny orchestra clock'],
    ['st', 'Reserve stock', 'Orders at rest'],
    ['ip-1', 'IP-1 x', 'REQ-2 see IP-1'],
  ];
  for (const [typed, good, worse] of better) {
    it(`${typed}: "${good}" before "${worse}"`, () => assert.ok((fuzzyScore(typed, good) ?? 0) > (fuzzyScore(typed, worse) ?? 0)));
  }
});
