import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, listed, told } from '../../support/diffStates.ts';

function doc(title: string, ...criteria: string[]): string {
  return `## ${title}\n\n**Acceptance Criteria**:\n\n${criteria.map((text) => `- ${text}\n`).join('')}\n`;
}

const REFUND = '**AC1**: A refund is paid within five days';
const TWO = '**AC2**: A payment above the limit needs two signatures';
const CODE = '// @implements REQ-1\nexport function pay(amount) {\n  return bank.pay(amount);\n}\n';
const SIGNED = CODE.replace('  return', '  if (amount > LIMIT) sign(2);\n  return');
const TEST = "// @verifies REQ-1/AC1\ntest('pays', () => {\n  check(pay(1));\n});\n";
const NEW_TEST = "// @verifies REQ-1/AC2\ntest('two', () => {});\n";

const BEFORE: Files = { 'docs/a.md': doc('REQ-1: Money', REFUND), 'src/pay.ts': CODE, 'test/pay.test.ts': TEST };
const AFTER: Files = { ...BEFORE, 'docs/a.md': doc('REQ-1: Money', REFUND, TWO) };

describe('a new criterion that its requirement passes links on to', () => {
  const suspect = { suspect: ['REQ-1/AC2'] };
  const met = { met: ['REQ-1/AC2'], touched: ['REQ-1/AC1'] };
  const cases: readonly [what: string, head: Files, expected: Record<string, string[]>, base?: Files][] = [
    ['suspect, where the code was there before it', { ...AFTER, 'test/two.test.ts': NEW_TEST }, suspect],
    ['suspect, where its test stands in the file of others', { ...AFTER, 'test/pay.test.ts': `${TEST}\n${NEW_TEST}` }, suspect],
    [
      'suspect, where other code in that file changed',
      { ...AFTER, 'src/pay.ts': `import { a } from './b';\n\n${CODE}`, 'test/two.test.ts': NEW_TEST },
      suspect,
    ],
    [
      'suspect, where the code moved with its annotation',
      { 'docs/a.md': AFTER['docs/a.md'] ?? '', 'src/bank/pay.ts': CODE, 'test/pay.test.ts': TEST, 'test/two.test.ts': NEW_TEST },
      suspect,
    ],
    [
      'suspect, where the requirement had no criteria before',
      { 'docs/a.md': doc('REQ-1: Money', REFUND), 'src/pay.ts': CODE, 'test/pay.test.ts': TEST },
      { suspect: ['REQ-1', 'REQ-1/AC1'] },
      { 'docs/a.md': '## REQ-1: Money\n\nA refund is paid.\n', 'src/pay.ts': CODE, 'test/pay.test.ts': TEST.replace('/AC1', '') },
    ],
    [
      'suspect, where only the annotation has other white space',
      { ...AFTER, 'src/pay.ts': CODE.replace('@implements', '@implements  '), 'test/two.test.ts': NEW_TEST },
      suspect,
    ],
    [
      'suspect, where it comes from another requirement',
      {
        'docs/a.md': doc('REQ-1: Money', REFUND, TWO) + doc('REQ-2: Limits', '**AC1**: A limit is asked for'),
        'src/pay.ts': CODE,
        'test/pay.test.ts': TEST,
        'test/two.test.ts': NEW_TEST,
      },
      suspect,
      {
        'docs/a.md': doc('REQ-1: Money', REFUND) + doc('REQ-2: Limits', '**AC1**: A limit is asked for', TWO),
        'src/pay.ts': CODE,
        'test/pay.test.ts': TEST,
      },
    ],
    ['new and not met, where a test is missing', AFTER, { added: ['REQ-1/AC2'] }],
    ['met, where the code changed for it', { ...AFTER, 'src/pay.ts': SIGNED, 'test/two.test.ts': NEW_TEST }, met],
    [
      'met, where other code is written for it',
      { ...AFTER, 'src/two.ts': '// @implements REQ-1/AC2\nexport function two() {}\n', 'test/two.test.ts': NEW_TEST },
      { met: ['REQ-1/AC2'] },
    ],
    [
      'met, where the annotation is new although the code is not',
      { ...AFTER, 'src/pay.ts': CODE.replace('REQ-1', 'REQ-1/AC1, REQ-1/AC2'), 'test/two.test.ts': NEW_TEST },
      { met: ['REQ-1/AC2'] },
      { ...BEFORE, 'src/pay.ts': CODE.replace('REQ-1', 'REQ-1/AC1') },
    ],
  ];
  for (const [what, head, expected, base = BEFORE] of cases) {
    it(`is ${what}`, () => {
      assert.deepEqual(listed(difference(base, head)), expected);
    });
  }

  it('says what was there before it', () => {
    assert.deepEqual(told(difference(BEFORE, { ...AFTER, 'test/two.test.ts': NEW_TEST })), {
      suspect: ['REQ-1/AC2: new and met, but the code "pay()" in src/pay.ts:1 was there before it and did not change'],
    });
  });
});
