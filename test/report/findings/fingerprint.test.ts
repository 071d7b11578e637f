import assert from 'node:assert/strict';
import type { Finding } from '../../../src/model/finding.ts';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { fingerprints } from '../../../src/report/findings/fingerprint.ts';

const FINDING: Finding = {
  code: 'stale-link',
  severity: 'warning',
  path: 'src/a.ts',
  range: rangeAt(2, 15, 21),
  message: say('The text changed'),
  item: 'docs/a#IP-1/AC1',
  related: [],
  fixes: [],
};

const of = (more: Partial<Finding>): string | undefined => fingerprints([{ ...FINDING, ...more }])[0];

describe('fingerprints', () => {
  for (const [what, more] of [
    ['moves to another line', { range: rangeAt(90, 0, 4) }],
    ['gets another severity', { severity: 'error' }],
    ['gets another message about the same item', { message: say('Changed') }],
  ] as const) {
    // @verifies RT-9.1/AC10~6d860d
    it(`stay when a finding ${what}`, () => assert.equal(of(more), of({})));
  }

  for (const [what, more] of [
    ['code', { code: 'duplicate-link' }],
    ['file', { path: 'src/b.ts' }],
    ['item', { item: 'docs/a#IP-1/AC2' }],
  ] as const) {
    it(`differ with the ${what}`, () => assert.notEqual(of(more), of({})));
  }

  it('know findings without an item by their message', () => {
    const { item: _item, ...loose } = FINDING;
    const [first, second, third] = fingerprints([loose, { ...loose, message: say('Another') }, { ...loose, range: rangeAt(5, 1, 2) }]);
    assert.notEqual(first, second);
    assert.equal(third, first?.replace(/:1$/u, ':2'));
  });

  it('number those that are alike, so that none hides another', () => {
    assert.deepEqual(
      fingerprints([FINDING, FINDING, FINDING]).map((mark) => mark.split(':')[1]),
      ['1', '2', '3'],
    );
  });
});
