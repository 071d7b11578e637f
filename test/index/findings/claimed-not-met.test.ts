import assert from 'node:assert/strict';
import { rangeAt } from '../../../src/model/position.ts';
import {
  annotation,
  code,
  criterion,
  document,
  findingsOf,
  fixesOf,
  indexOf,
  requirement,
  told,
  waiver,
} from '../../support/index/build.ts';

const CODE = 'claimed-not-met';
const ticked = document('plan.md', [requirement('IP-1', [criterion('AC1', 1, { claimed: true, checkboxRange: rangeAt(1, 2, 5) })])]);
const implemented = code('a.ts', annotation('implements', 'IP-1'));
const verified = code('b.ts', annotation('verifies', 'IP-1/AC1'));

describe(CODE, () => {
  for (const [what, files, expected] of [
    ['nothing', [], ['1:2 IP-1/AC1 is checked off but has no implementation and no test']],
    ['an implementation', [implemented], ['1:2 IP-1/AC1 is checked off but has no test']],
    ['implementation and test', [implemented, verified], []],
    ['a waiver', [{ ...code('w.ts'), waivers: [waiver('IP-1')] }], []],
    [
      'a link to another text',
      [implemented, code('b.ts', annotation('verifies', 'IP-1/AC1~000000'))],
      ['1:2 IP-1/AC1 is checked off but is stale'],
    ],
  ] as const) {
    // @verifies RT-4.2/AC3~ba9da3
    it(`ticked with ${what}`, () => {
      assert.deepEqual(findingsOf(indexOf([ticked, ...files]), CODE, 'plan.md').map(told), expected);
    });
  }

  for (const [what, files, severity] of [
    ['nothing in the document is linked to', [code('a.ts', annotation('implements', 'IP-9'))], 'information'],
    ['something else in the document is', [code('a.ts', annotation('implements', 'IP-2'))], 'warning'],
    ['a part of what it needs is there', [implemented], 'warning'],
  ] as const) {
    it(`is of severity ${severity} where ${what}`, () => {
      const plan = document('plan.md', [...ticked.requirements, requirement('IP-2', ['AC1'], { line: 5 })]);
      const other = document('other.md', [requirement('IP-9', ['AC1'])]);
      const [finding] = findingsOf(indexOf([plan, other, ...files]), CODE, 'plan.md');
      assert.equal(finding?.severity, severity);
    });
  }

  it('offers to untick', () => {
    const [finding] = findingsOf(indexOf([ticked]), CODE, 'plan.md');
    assert.deepEqual(finding && fixesOf(finding), ['Uncheck IP-1/AC1: [ ]']);
  });

  it('does not ask for a tick where there is no checkbox', () => {
    assert.deepEqual(findingsOf(indexOf([document('plan.md', [requirement('IP-1', ['AC1'])])]), CODE, 'plan.md'), []);
  });
});
