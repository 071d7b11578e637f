import assert from 'node:assert/strict';
import { rangeAt } from '../../../src/model/position.ts';
import { annotation, code, criterion, document, findingsOf, fixesOf, indexOf, requirement, told } from '../../support/index/build.ts';

const CODE = 'met-not-claimed';
const open = (claimed: boolean) =>
  document('plan.md', [requirement('IP-1', [criterion('AC1', 1, { claimed, checkboxRange: rangeAt(1, 2, 5) })])]);
const met = code('a.ts', annotation('implements', 'IP-1'), annotation('verifies', 'IP-1/AC1', 1));

describe(CODE, () => {
  // @verifies RT-4.2/AC13~cfdb33
  it('offers the tick for what is met', () => {
    const [finding] = findingsOf(indexOf([open(false), met]), CODE, 'plan.md');
    assert.ok(finding);
    assert.equal(told(finding), '1:2 IP-1/AC1 is met but not checked off');
    assert.deepEqual(fixesOf(finding), ['* Check Off IP-1/AC1: [x]']);
  });

  for (const [what, files] of [
    ['not met', [open(false)]],
    ['ticked', [open(true), met]],
    ['without a checkbox', [document('plan.md', [requirement('IP-1', ['AC1'])]), met]],
  ] as const) {
    it(`is silent about what is ${what}`, () => {
      assert.deepEqual(findingsOf(indexOf(files), CODE, 'plan.md'), []);
    });
  }
});
