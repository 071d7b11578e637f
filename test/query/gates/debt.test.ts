import assert from 'node:assert/strict';
import { say } from '../../../src/model/message.ts';
import { findingDebt, formatDebt, parseDebt } from '../../../src/query/gates/debt.ts';
import { rangeAt } from '../../../src/model/position.ts';

describe('known debt', () => {
  it('is sorted, each entry once, and read back as it was', () => {
    const entries = [
      'unmet docs/b#IP-1/AC2',
      'partial docs/a#IP-1',
      'unmet docs/b#IP-1/AC2',
      'broken-link docs/a b.md: Nothing is at "#x"',
    ];
    const text = formatDebt(entries);
    assert.deepEqual(text.split('\n').slice(1), [
      'broken-link docs/a b.md: Nothing is at "#x"',
      'partial docs/a#IP-1',
      'unmet docs/b#IP-1/AC2',
      '',
    ]);
    assert.deepEqual(parseDebt(text), new Set(entries));
    assert.equal(formatDebt(parseDebt(text.replaceAll('\n', '\r\n')) ?? []), text);
  });

  it('does not depend on lines', () => {
    const finding = {
      code: 'unknown-reference',
      severity: 'error',
      path: 'a.ts',
      message: say('Nothing has\nthe id IP-9'),
      related: [],
      fixes: [],
    } as const;
    assert.equal(findingDebt({ ...finding, range: rangeAt(1, 0, 4) }), 'unknown-reference a.ts: Nothing has the id IP-9');
    assert.equal(findingDebt({ ...finding, range: rangeAt(9, 0, 4) }), findingDebt({ ...finding, range: rangeAt(1, 0, 4) }));
  });

  for (const mark of ['<<<<<<< HEAD', '=======', '>>>>>>> work']) {
    it(`refuses the mark ${mark}`, () => assert.equal(parseDebt(`unmet a\n${mark}\n`), undefined));
  }
});
