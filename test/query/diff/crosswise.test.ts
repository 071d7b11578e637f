import assert from 'node:assert/strict';
import type { Gate } from '../../../src/model/gate.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import { acrossBases } from '../../../src/query/diff/crosswise.ts';
import { evaluateGate } from '../../../src/query/gates/evaluate.ts';
import { changedScope } from '../../../src/query/gates/scope.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf } from '../../support/diffStates.ts';

const NUMBERS = [1, 2, 3] as const;
const START: Files = {
  'docs/a.md': `## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n${NUMBERS.map((n) => `- **AC${n}**: Orders are kept by rule ${n}\n`).join('')}`,
  ...Object.fromEntries(NUMBERS.map((n) => [`src/a${n}.ts`, `// @implements REQ-1/AC${n}\nexport function f${n}() {}\n`])),
  ...Object.fromEntries(NUMBERS.map((n) => [`test/a${n}.test.ts`, `it('REQ-1/AC${n} holds', () => { f(); });\n`])),
};
const without = (...paths: string[]): Files => Object.fromEntries(Object.entries(START).filter(([path]) => !paths.includes(path)));
const [T1, T2, T3] = NUMBERS.map((n) => `test/a${n}.test.ts`) as [string, string, string];
const GATE: Gate = { scope: 'changed', max: { partial: { value: 0, percent: false } }, min: {}, forbid: [] };
const STRICT: Gate = { scope: 'changed', max: {}, min: {}, forbid: ['unknown-reference'] };

/** The verdict of a gate over changes and what is disputed, where the branch parted from its base at several commits. */
function judged(head: Files, shown: Files, others: readonly Files[] | undefined): string {
  const comparison = comparisonOf(shown, head);
  const held = acrossBases(
    compare(comparison),
    others?.map((base) => compare(comparisonOf(base, head))),
    { name: 'main', commit: '3f2a9c'.repeat(7), count: 2 },
  );
  const { decision } = evaluateGate(comparison.head, { name: 'g', gate: GATE, scope: changedScope(comparison, held), difference: held });
  return [
    decision,
    ...held.doubts.map((doubt) => /^main and this branch .* only 3f2a9c3f2a is/u.test(doubt)),
    ...(held.disputed === 'all' ? ['all'] : (held.disputed ?? [])),
  ].join(' ');
}

describe('a branch that parted at several commits', () => {
  const cases: readonly [what: string, head: Files, shown: Files, others: readonly Files[] | undefined, expected: string][] = [
    ['is judged where it is the same from each', without(T1), START, [START], 'fails'],
    ['holds where nothing happened from any', START, START, [{ ...START, 'notes.txt': 'x' }], 'holds'],
    ['is undecided where the base has it already', without(T1), START, [without(T1)], 'undecided true docs/a#REQ-1/AC1'],
    ['is undecided where another shows more', without(T1), without(T1), [START], 'undecided true'],
    ['is undecided where each side lost another', without(T1, T2), without(T2), [without(T1)], 'undecided true docs/a#REQ-1/AC1'],
    ['fails for what is lost from each', without(T1, T2, T3), without(T2), [without(T1)], 'fails true docs/a#REQ-1/AC1'],
    ['is undecided where a third shows more', without(T1), without(T1), [without(T1), START], 'undecided true'],
    ['is undecided where only one was looked at', START, START, undefined, 'undecided true all'],
    ['is undecided where only one was looked at and shows it', without(T1), START, undefined, 'undecided true all'],
    [
      'is undecided where rules differ',
      START,
      START,
      [{ ...START, 'reqtrace.yaml': 'gates: { g: { max: { unmet: 0 } } }\n' }],
      'undecided true',
    ],
  ];
  for (const [what, head, shown, others, expected] of cases) it(what, () => assert.equal(judged(head, shown, others), expected));

  // A reference to nothing is in no list of the difference.
  const dangling = (...names: string[]): Files => ({
    ...START,
    ...Object.fromEntries(names.map((name) => [`src/${name}.ts`, '// @implements REQ-9/AC1\nexport function x() {}\n'])),
  });
  const findings: readonly [what: string, head: Files, shown: Files, others: readonly Files[], expected: string][] = [
    ['holds where there is none from any', START, START, [START], 'holds'],
    ['holds where each has it already', dangling('x'), dangling('x'), [dangling('x')], 'holds'],
    ['fails for one that is new from each', dangling('x'), START, [START], 'fails'],
    ['is undecided where another has it already', dangling('x'), START, [dangling('x')], 'undecided'],
    ['is undecided where it is new from another only', dangling('x'), dangling('x'), [START], 'undecided'],
    ['is undecided where it is new from a third only', dangling('x'), dangling('x'), [dangling('x'), START], 'undecided'],
    ['is undecided where each has another', dangling('x', 'y'), dangling('x'), [dangling('y')], 'undecided'],
    ['fails for one that is new from each beside one that is not', dangling('x', 'y'), START, [dangling('y')], 'fails'],
    ['holds where both lost one', START, dangling('x'), [dangling('y')], 'holds'],
  ];
  for (const [what, head, shown, others, expected] of findings)
    it(`forbids findings and ${what}`, () => {
      const compared = [shown, ...others].map((base) => {
        const comparison = comparisonOf(base, head);
        return { comparison, difference: compare(comparison) };
      });
      const [{ comparison, difference }, ...rest] = compared as [(typeof compared)[0], ...typeof compared];
      const scope = changedScope(comparison, difference, { compared: rest, why: 'parted at two' });
      const { conditions } = evaluateGate(comparison.head, { name: 'g', gate: STRICT, scope, difference });
      assert.deepEqual(
        conditions.map(({ decision, why }) => [decision, why === 'parted at two']),
        [[expected, expected === 'undecided']],
      );
    });
});
