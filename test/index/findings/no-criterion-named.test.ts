import assert from 'node:assert/strict';
import { annotation, code, document, findingsOf, fixesOf, indexOf, requirement, told } from '../../support/index/build.ts';

const CODE = 'no-criterion-named';
const plan = document('plan.md', [requirement('IP-1', ['AC1', 'AC2']), requirement('IP-2')]);

describe(CODE, () => {
  // @verifies RT-4.2/AC16~9bdbda
  it('asks a test for the criteria that it proves', () => {
    const [finding] = findingsOf(indexOf([plan, code('a.ts', annotation('verifies', 'IP-1', 2))]), CODE, 'a.ts');
    assert.ok(finding);
    assert.equal(told(finding), '2:15 This test names IP-1 but none of its 2 criteria. Name the ones it verifies, for example IP-1/AC1');
    assert.deepEqual(fixesOf(finding), ['Change to IP-1/AC1: IP-1/AC1', 'Change to IP-1/AC2: IP-1/AC2']);
  });

  for (const [what, text, kind, configuration] of [
    ['an implementation', 'IP-1', 'implements', {}],
    ['a test of a requirement without criteria', 'IP-2', 'verifies', {}],
    ['a test that names a criterion', 'IP-1/AC2', 'verifies', {}],
    ['a test where tests are passed on', 'IP-1', 'verifies', { inherit: ['verifies'] }],
  ] as const) {
    it(`is silent about ${what}`, () => {
      assert.deepEqual(findingsOf(indexOf([plan, code('a.ts', annotation(kind, text))], configuration), CODE, 'a.ts'), []);
    });
  }
});
