import assert from 'node:assert/strict';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { code, document, findingsOf, indexOf, requirement, told, waiver } from '../../support/index/build.ts';

const CODE = 'invalid-waiver';
const plan = document('plan.md', [requirement('IP-1', ['AC1'])]);

describe(CODE, () => {
  // @verifies RT-4.2/AC10~cb2011
  it('finds a waiver of nothing', () => {
    const facts = { ...code('a.ts'), waivers: [waiver('IP-2', undefined, 2), waiver('IP-1', undefined, 3)] };
    assert.deepEqual(findingsOf(indexOf([plan, facts]), CODE, 'a.ts').map(told), [
      '2:15 This waiver has no effect: IP-2 is not defined in any document. Did you mean IP-1?',
    ]);
  });

  it('passes on what the file has wrong with its waivers', () => {
    const problems = [{ code: CODE, range: rangeAt(1, 0, 9), message: say('A waiver needs a reason') } as const];
    const [finding] = findingsOf(indexOf([{ ...code('a.ts'), problems }]), CODE, 'a.ts');
    assert.deepEqual(finding, { ...problems[0], severity: 'warning', path: 'a.ts', related: [], fixes: [] });
  });
});
