import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/model/message.ts';
import { doesHarm, effectOf } from '../../../src/query/fit/effect.ts';
import type { Measure } from '../../../src/query/fit/effect.ts';

const NOTHING: Measure = { met: 0, partial: 0, failing: 0, links: 0, criteria: 0, errors: 0, nearMisses: 0, brokenLinks: 0, reports: 0 };

describe('The effect of a configuration', () => {
  const cases: [before: Partial<Measure>, after: Partial<Measure>, effect: string, harm: boolean][] = [
    [{}, {}, '', false],
    [{}, { met: 22, partial: 24, links: 60 }, '0 → 22 met, 0 → 24 partial, 0 → 60 links', false],
    [{ criteria: 131, nearMisses: 11 }, { criteria: 198 }, '131 → 198 criteria, 11 → 0 near misses', false],
    [{ errors: 2 }, { links: 10, errors: 7 }, '0 → 10 links, 2 → 7 errors', false],
    [{ errors: 2 }, { links: 10, errors: 8 }, '0 → 10 links, 2 → 8 errors', true],
    [{}, { errors: 1 }, '0 → 1 errors', true],
    [{ brokenLinks: 9, errors: 9 }, { reports: 1 }, '9 → 0 errors, 9 → 0 broken links, 0 → 1 reports', false],
  ];
  for (const [before, after, effect, harm] of cases) {
    it(effect || 'nothing', () => {
      const [from, to] = [
        { ...NOTHING, ...before },
        { ...NOTHING, ...after },
      ];
      assert.equal(effectOf(from, to).map(inEnglish).join(', '), effect);
      assert.equal(doesHarm(from, to), harm);
    });
  }
});
