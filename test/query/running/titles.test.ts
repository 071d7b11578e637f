import assert from 'node:assert/strict';
import { titlePattern } from '../../../src/query/running/titles.ts';
import { unescaped } from '../../../src/text/escapes.ts';

describe('A title as a pattern', () => {
  const cases: readonly [raw: string, title: string, ...others: string[]][] = [
    ['adds (a) [b] {c} ^d$ e|f g* h? i.j k+', 'adds (a) [b] {c} ^d$ e|f g* h? i.j k+', 'adds a [b] {c} ^d$ e|f g* h? i.j k+'],
    [String.raw`it\'s \"so\" \\d \u00fcber \x41 \u{1F600} \n`, 'it\'s "so" \\d über A 😀 \n'],
    ['costs ${price({ a: 1 })} of %s and $name.first', 'costs 12 of a b and x', 'costs 12 of a b'],
    ['costs \\${price} and \\\\${n}', 'costs ${price} and \\7', 'costs 12 and \\7'],
    ['100 %', '100 %', '100 x'],
    ['a/b, c', 'a/b, c', 'a/bb, c'],
    [`${'x'.repeat(199)}\\`, `${'x'.repeat(199)}'s end`, 'x'],
  ];
  for (const [raw, title, ...others] of cases)
    it(`fits ${raw} and nothing else`, () => {
      const pattern = new RegExp(`^(?:${titlePattern(raw)})$`, 'u');
      assert.match(title, pattern);
      for (const other of others) assert.doesNotMatch(other, pattern);
    });

  it('takes escapes that no text has as they are', () => {
    assert.equal(unescaped(String.raw`a\q\u12 \u{110000}`), 'aqu12 ');
  });
});
