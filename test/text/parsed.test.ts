import assert from 'node:assert/strict';
import { isRecord } from '../../src/text/parsed.ts';

describe('isRecord', () => {
  it('is true for mappings only', () => {
    for (const value of [{}, { a: 1 }, JSON.parse('{"__proto__": 1}')]) assert.equal(isRecord(value), true);
    for (const value of [[], ['a'], null, undefined, 'a', 1, true]) assert.equal(isRecord(value), false);
  });
});
