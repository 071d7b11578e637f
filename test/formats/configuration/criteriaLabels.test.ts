import assert from 'node:assert/strict';
import { CRITERIA_LABELS, ENGLISH_LABELS } from '../../../src/formats/configuration/criteriaLabels.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { ids, nearMisses, read } from '../../support/formats/documentFacts.ts';

const HEAD = '## REQ-1: Stock\n\n';

// @verifies RT-1.1/AC4~7e8282
describe('What criteria are called in ten languages', () => {
  it('is one table without repetition', () => {
    const all = CRITERIA_LABELS.flatMap(({ anywhere, inRequirement }) => [...anywhere, ...inRequirement]);
    assert.equal(new Set(all.map((label) => label.toLowerCase())).size, all.length);
    assert.equal(CRITERIA_LABELS.length, 10);
    for (const { language, anywhere, inRequirement } of CRITERIA_LABELS) {
      assert.ok(anywhere.length > 0 && inRequirement.length > 0, language);
    }
    assert.deepEqual(
      ENGLISH_LABELS.filter((label) => !DEFAULT_CONFIGURATION.criteria.labels.includes(label)),
      [],
    );
  });

  for (const { language, anywhere, inRequirement } of CRITERIA_LABELS) {
    describe(language, () => {
      for (const label of anywhere) {
        it(`${label} governs a list anywhere`, () => {
          for (const form of [`**${label}:**`, `**${label}：**`, `### 3. ${label}`, `*${label.toLowerCase()}*`, `**${label}** (v2):`]) {
            assert.deepEqual(ids(read(`${HEAD}${form}\n\n- a\n`)), ['REQ-1: AC1'], form);
          }
          assert.deepEqual(ids(read(`## Stock\n\n**${label}**:\n\n- a\n`)), ['stock: AC1']);
        });
      }
      for (const label of inRequirement) {
        it(`${label} governs a list in a requirement only`, () => {
          for (const form of [`**${label}:**`, `**${label}**：`, `### ${label}`]) {
            assert.deepEqual(ids(read(`${HEAD}${form}\n\n- a\n`)), ['REQ-1: AC1'], form);
            const outside = read(`## Stock\n\n${form}\n\n- a\n`);
            assert.deepEqual(ids(outside), [], form);
            assert.match(nearMisses(outside).join(), /only in a requirement/u, form);
            assert.deepEqual(ids(read(`${HEAD}${form}\n\nNot a list.\n\n- a\n`)), ['REQ-1:'], form);
          }
        });
      }
    });
  }

  const more: [text: string, expected: string][] = [
    ["**Criteres d'acceptation:**\n- a\n", 'AC1'],
    ['**Critères d’acceptation :**\n- a\n', 'AC1'],
    ['**Критерии приемки:**\n- a\n', 'AC1'],
    ['### 总体验收标准\n\n- a\n', 'AC1'],
    ['### 受け入れ条件 (Acceptance Criteria)\n\n- a\n', 'AC1'],
    ['### ✅AC（受け入れ基準）\n\n- a\n', 'AC1'],
    ['### Критерии готовности v2 (Definition of Done)\n\n- a\n', 'AC1'],
    ['### 验收标准检查\n\n- a\n', 'near'],
    ['### Criterios de aceptación del cambio\n\n- a\n', 'near'],
    ['### Критерии приёмки — доказательство и статус\n\n- a\n', 'near'],
    ['### Acceptance Criteria - ALL MET ✅\n\n- a\n', 'near'],
    ['### 人数\n\n- a\n', ''],
  ];
  for (const [text, expected] of more) {
    it(`${JSON.stringify(text)}: ${expected || 'nothing'}`, () => {
      const facts = read(HEAD + text);
      assert.deepEqual(ids(facts), [`REQ-1:${expected === 'AC1' ? ' AC1' : ''}`]);
      assert.equal(nearMisses(facts).length, expected === 'near' ? 1 : 0);
    });
  }
});
