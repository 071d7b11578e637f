import assert from 'node:assert/strict';
import { closest } from '../../src/query/closest.ts';

describe('closest', () => {
  const cases: readonly [typed: string, candidates: string[], expected: string[]][] = [
    ['reprot', ['report', 'list', 'check'], ['report']],
    ['chek', ['check', 'report'], ['check']],
    ['IP-1.1.1', ['IP-1.1.2', 'REQ-9'], ['IP-1.1.2']],
    ['ip-1.1.1', ['IP-1.1.1'], ['IP-1.1.1']],
    ['elephant', ['check', 'list'], []],
    ['', ['a', 'b'], []],
    ['IP-1', ['IP-4', 'IP-3', 'IP-2', 'IP-5'], ['IP-2', 'IP-3', 'IP-4']],
  ];
  for (const [typed, candidates, expected] of cases) {
    it(`${JSON.stringify(typed)} among ${candidates.join(', ')} gives ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(closest(typed, candidates), expected);
    });
  }
});
