import assert from 'node:assert/strict';
import { code, document, findingsOf, indexOf, requirement, told, waiver } from '../../support/index/build.ts';

const CODE = 'expired-waiver';
const plan = document('plan.md', [requirement('IP-1', ['AC1'])]);
const waived = (until?: string) => ({ ...code('a.ts'), waivers: [waiver('IP-1/AC1', until, 2)] });

describe(CODE, () => {
  for (const [until, expected] of [
    ['2026-11-20', ['2:3 The waiver for IP-1/AC1 ended on 2026-11-20. Renew it or remove it']],
    ['2026-11-21', []],
    [undefined, []],
  ] as const) {
    it(`on 2026-11-21, a waiver ${until ? `until ${until}` : 'without an end'}`, () => {
      assert.deepEqual(findingsOf(indexOf([plan, waived(until)]), CODE, 'a.ts').map(told), expected);
    });
  }

  // @verifies RT-4.2/AC8~ba4275
  it('comes with the day', () => {
    const index = indexOf([plan, waived('2026-11-21')]);
    const change = index.configure({ configuration: index.configuration, today: '2026-11-22' }, []);
    assert.equal(findingsOf(index, CODE, 'a.ts').length, 1);
    assert.ok(change.changedFiles.has('a.ts') && change.changedItems.has('plan#IP-1/AC1'));
  });
});
