import assert from 'node:assert/strict';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { CONFIGURATION_FILE } from '../../../src/model/configuration.ts';
import { doubtsOf } from '../../../src/query/doubts.ts';
import { indexOfTexts } from '../../support/diffStates.ts';
import { findingsOf, told } from '../../support/index/build.ts';

const CODE = 'unknown-attribute';
const ITEM = '## REQ-1: Boil\n\n**Status**: Draft\n**ASIL**: B\n';

function found(yaml: string, text = ITEM): readonly string[] {
  return findingsOf(indexOfTexts({ [CONFIGURATION_FILE]: yaml, 'docs/a.md': text }), CODE, CONFIGURATION_FILE).map(told);
}

// @verifies RT-4.2/AC29
describe(CODE, () => {
  const cases: readonly [what: string, yaml: string, ...told: string[]][] = [
    ['a name that items have', 'needs: [{ when: { Status: Draft }, kinds: [] }]'],
    ['a name in other letter case', 'needs: [{ when: { status: Draft }, kinds: [] }]'],
    ['a value that no item has', 'needs: [{ when: { Status: Approved }, kinds: [] }]'],
    [
      'a typo in a rule of needs',
      'needs:\n  - { when: { Statsu: Draft }, kinds: [] }',
      '1:14 No item has an attribute "Statsu", so the condition never holds; did you mean "Status"?',
    ],
    [
      'another name in a gate',
      'gates:\n  a: { when: { ASIL: B, Release: "2" }, max: { unmet: 0 } }',
      '1:24 No item has an attribute "Release", so the condition never holds',
    ],
  ];
  for (const [what, yaml, ...told_] of cases) it(`judges ${what}`, () => assert.deepEqual(found(yaml), told_));

  it('finds attributes of criteria', () => {
    const text = '## REQ-1: Boil\n\n**Acceptance Criteria**:\n\n- It boils\n  - **Level**: high\n';
    assert.deepEqual(found('needs: [{ when: { Level: high }, kinds: [] }]', text), []);
  });

  it('says nothing as long as nothing is defined', () =>
    assert.deepEqual(found('needs: [{ when: { Release: "1" }, kinds: [] }]', '# Text\n'), []));

  it('comes and goes with the attribute, and puts gates in doubt while it is there', () => {
    const index = indexOfTexts({ [CONFIGURATION_FILE]: 'needs: [{ when: { Release: "1" }, kinds: [verifies] }]', 'docs/a.md': ITEM });
    const extractor = createExtractor(index.configuration);
    const now = (text: string): readonly number[] => {
      index.update([{ path: 'docs/a.md', facts: extractor.extract('docs/a.md', text) }]);
      return [findingsOf(index, CODE, CONFIGURATION_FILE).length, doubtsOf(index).length];
    };
    assert.deepEqual(
      [now(ITEM), now(`${ITEM}**Release**: 1\n`), now(ITEM)],
      [
        [1, 1],
        [0, 0],
        [1, 1],
      ],
    );
  });

  for (const [what, yaml, doubts] of [
    ['a rule that asks for something', 'needs: [{ when: { Release: "1" }, kinds: [verifies] }]', 1],
    ['a gate', 'gates: { a: { when: { Release: "1" }, max: { unmet: 0 } } }', 1],
    ['not a rule that exempts', 'needs: [{ when: { Release: "1" }, kinds: [] }]', 0],
  ] as const)
    it(`puts gates in doubt in ${what}`, () =>
      assert.equal(doubtsOf(indexOfTexts({ [CONFIGURATION_FILE]: yaml, 'docs/a.md': ITEM })).length, doubts));
});
