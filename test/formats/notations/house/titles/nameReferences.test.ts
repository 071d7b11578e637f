import assert from 'node:assert/strict';
import { createIdGrammar } from '../../../../../src/formats/ids/idGrammar.ts';
import { nameReferences } from '../../../../../src/formats/notations/house/titles/nameReferences.ts';

describe('nameReferences', () => {
  const cases: readonly (readonly [name: string, references: readonly string[], bare: readonly string[]])[] = [
    ['test_IP_1_1_1__AC2_rejects', ['IP-1.1.1/AC2'], []],
    ['test_AC_US1_01', ['AC-US1-01'], []],
    ['IP_4__AC_1_x', ['IP-4/AC1'], []],
    ['test_IP_1_and_REQ_2', ['IP-1', 'REQ-2'], []],
    ['ip_1_1_1__ac2_rejects', ['IP-1.1.1/AC2'], []],
    ['ip_1_1_1_rejects', [], []],
    ['test_step_2', [], []],
    ['UTF_8x', [], []],
    ['test_AC2_rejects', [], ['AC2']],
    ['AC_2_rejects', [], ['AC2']],
    ['testAC2', [], ['AC2']],
    ['MAC2', [], []],
  ];
  const own: typeof cases = [
    ['test_HLR_5_works', ['HLR_5'], []],
    ['test_FR4__AC1', ['FR4/AC1'], []],
    ['test_FR4_AC1', ['FR4'], ['AC1']],
    ['testFR4', [], []],
    ['test_IP_1_1__AC2_HLR_7', ['HLR_7', 'IP-1.1/AC2'], []],
  ];
  const grammar = createIdGrammar(['HLR_[0-9]+', 'FR[0-9]+']);
  for (const [name, references, bare] of [...cases, ...own]) {
    it(name, () => {
      const found = nameReferences(name, grammar);
      assert.deepEqual(
        found.references.map(({ id, criterion }) => (criterion === undefined ? id : `${id}/${criterion}`)),
        references,
      );
      assert.deepEqual(
        found.bare.map(({ criterion }) => criterion),
        bare,
      );
      for (const { text, start, end } of found.references) assert.equal(name.slice(start, end), text);
    });
  }
});
