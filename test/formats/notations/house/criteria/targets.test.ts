import assert from 'node:assert/strict';
import { parseTarget } from '../../../../../src/formats/notations/house/criteria/targets.ts';

describe('Targets', () => {
  const cases: [text: string, comparison: string, value: number, unit: string, note: string][] = [
    ['95% achievement', '>=', 95, '%', 'achievement'],
    ['< 200 ms at p95', '<', 200, 'ms', 'at p95'],
    ['<10ms', '<', 10, 'ms', ''],
    ['≥ 80 %', '>=', 80, '', '%'],
    ['≤1,200.5 req/s', '<=', 1200.5, 'req/s', ''],
    ['= 0', '=', 0, '', ''],
    ['at least 3 reviewers', '>=', 3, '', 'reviewers'],
    ['Under 8 minutes', '<', 8, 'minutes', ''],
    ['up to 5x faster', '<=', 5, 'x', 'faster'],
    ['$5 per user', '>=', 5, '$', 'per user'],
    ['-3 dB', '>=', -3, '', 'dB'],
    ['> 2', '>', 2, '', ''],
  ];
  for (const [text, comparison, value, unit, note] of cases) {
    it(text, () => assert.deepEqual(parseTarget('Speed', text), { metric: 'Speed', comparison, value, unit, note }));
  }
  for (const text of ['', 'good', 'as good as 5'])
    it(`${text || 'nothing'} is no number`, () => assert.equal(parseTarget('Speed', text), undefined));
});
