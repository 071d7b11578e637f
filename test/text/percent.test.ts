import assert from 'node:assert/strict';
import { decodePercent } from '../../src/text/percent.ts';

describe('decodePercent', () => {
  for (const [text, decoded] of [
    ['a%20b', 'a b'],
    ['gr%C3%B6%C3%9Fe', 'größe'],
    ['100%', '100%'],
    ['100%25', '100%'],
    ['a%20b 50%', 'a%20b 50%'],
    ['%FF', '%FF'],
    ['', ''],
  ] as const) {
    it(`takes ${text} for ${decoded}`, () => assert.equal(decodePercent(text), decoded));
  }
});
