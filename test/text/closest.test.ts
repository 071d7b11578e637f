import assert from 'node:assert/strict';
import { closest } from '../../src/text/closest.ts';

describe('closest', () => {
  for (const [word, candidates, expected] of [
    ['severty', ['severity', 'version'], 'severity'],
    ['SEVERITY', ['severity'], 'severity'],
    ['vesrion', ['severity', 'version'], 'version'],
    // A third of its letters, and at least one, may differ.
    ['mix', ['max', 'min'], 'max'],
    ['mn', ['min'], 'min'],
    ['abcde', ['abcdef', 'abcd'], 'abcdef'],
    ['abxxef', ['abcdef'], 'abcdef'],
    ['axxxef', ['abcdef'], undefined],
    ['colour', [], undefined],
    ['x'.repeat(61), ['x'.repeat(61)], undefined],
  ] as const) {
    it(`to "${word}" of ${JSON.stringify(candidates).slice(0, 40)}`, () => assert.equal(closest(word, candidates), expected));
  }
});
