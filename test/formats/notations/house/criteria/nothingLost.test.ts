import assert from 'node:assert/strict';
import { inEnglish } from '../../../../../src/model/message.ts';
import { ids, nearMisses, read } from '../../../../support/formats/documentFacts.ts';

const HEAD = '## REQ-1: Stock\n\n';

// @verifies RT-1.2/AC1~77ef7d, RT-4.2/AC14~188d52
describe('Nothing is lost in silence', () => {
  const cases: [what: string, text: string, part: string][] = [
    ['a bold label without a colon', `${HEAD}**Code Quality Gates**\n\n- a\n`, 'without its colon'],
    ['a label over prose', `${HEAD}### Success Criteria\n\nIt is fast.\n`, 'has no list under it'],
    ['a label over a table', `${HEAD}### Success Criteria\n\n| a |\n| - |\n| b |\n`, 'no column is known to hold criteria'],
    ['a label over a table of targets', `${HEAD}### Success Criteria\n\n| a | Target |\n| - | - |\n| b | 5 |\n`, 'targets: true'],
    ['criteria under other words', `${HEAD}**Criteria**:\n- a\n`, 'not a known criteria label'],
    ['a heading that only begins like a label', '## Acceptance Criteria Summary\n\n- a\n', 'is not a criteria label'],
    ['a label without a number', '# Feature: Search\n', 'no number'],
    ['a label with an odd number', '## Feature 2a: Search\n', 'no number'],
    ['a path instead of a number', '## Scope\n\n- **FR:id.format** (P2): System MUST x\n', 'another notation'],
    ['words instead of a number', '- **REQ-FUNCTION-DETECTION**: x\n', 'another notation'],
    ['two numbers', '- **US-016-001**: x\n', 'another notation'],
    ['letters in the number', '- **REQ-000E**: x\n', 'another notation'],
    ['brackets', 'r[auth.token]\nThe system must x.\n', 'another notation'],
    ['brackets that are a link as well', 'r[auth]\nx\n\n[auth]: auth.md\n', 'another notation'],
    ['brackets in a quotation', '> r[auth.token]\n> The system must x.\n', 'another notation'],
    ['a label in a quotation', `${HEAD}> **Acceptance Criteria**:\n> - a\n`, 'block quote'],
    ['a requirement in a quotation', '> ## REQ-1: x\n', 'block quote'],
    ['tildes', '## Stock\n`req~stock-count~1`\n\nx\n', 'another notation'],
    ['no hyphen', `${HEAD}**Checks:**\n\n- **IV2.1.1**: x\n`, 'another notation'],
    ['a bold id in a paragraph of an item', '- a\n\n  **FR-1**: The system must x\n', 'inside a list item'],
    ['two ids on a line', '- **FR-1**, **FR-2**: x\n', 'another ID'],
    ['an id in italics', '- *FR-1*: x\n', 'in italics'],
    ['an id in lower case beside others', '- **FR-1**: x\n- **fr-2**: y\n', 'lowercase'],
    ['a plain id in a paragraph', 'FR-1: The system must x\n', 'begins a paragraph'],
    ['a plain id in an item', '- FR-1: The system shall x\n', 'not bold'],
    ['an id below a criterion', `${HEAD}**Acceptance Criteria**:\n- **FR-1**: a\n  - **FR-1.1**: b\n`, 'nested'],
    ['tasks under measures of success', '## Success Metrics\n\n### Numbers\n\n- [ ] **Speed**: no slower\n', 'not a known criteria label'],
    ['a scenario without a requirement', '## Notes\n\n### Scenario: x\n\n- **WHEN** y\n', 'belongs to no requirement'],
    ['binding words under RFC 2119', '# Spec\n\nWords as in RFC 2119.\n\n## Data\n\nThe value MUST be x.\n', 'binding'],
    ['binding words beside requirements', `${HEAD}x\n\n# Other\n\n- The value SHALL be x.\n`, 'binding'],
  ];
  for (const [what, text, part] of cases) {
    it(what, () => {
      const found = nearMisses(read(text));
      assert.equal(found.length, 1, found.join('; '));
      assert.match(found[0] ?? '', new RegExp(part));
    });
  }

  // @verifies RT-1.2/AC2~d1c012
  it('nor is anything said of ordinary prose', () => {
    const text =
      '# Guide\n\n**Note**: x\n\n- **Fast**: y\n- **UTF-8**: z\n- [ ] todo\n\nYou MUST read this. See FR-1: there.\n\n## Validation\n\nWords.\n\n## Success Metrics\n\n- Speed\n';
    const facts = read(text);
    assert.deepEqual([ids(facts), facts.problems], [[], []]);
  });

  it('is not said of ids that the configuration reads', () => {
    const text = '## Stock\n`req~stock-count~1`\n\nx\n\n## Sale\n\n- **FR:sale.x**: y\n';
    const facts = read(text, { ids: ['[a-z]+~[a-z-]+~[0-9]+', 'FR:[a-z.]+'] });
    assert.deepEqual([ids(facts), facts.problems], [['req~stock-count~1:', 'FR:sale.x:'], []]);
  });

  it('says it once for each notation and names the other places', () => {
    const facts = read(`## A\n\n${'- **REQ-SOME-WORDS**: x\n'.repeat(30)}`);
    assert.equal(facts.problems.length, 1);
    assert.equal(facts.problems[0]?.related?.length, 20);
    assert.match(facts.problems.map(({ message }) => inEnglish(message)).join(), /29 more/);
  });
});
