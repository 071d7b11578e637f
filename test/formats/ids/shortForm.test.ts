import assert from 'node:assert/strict';
import { withHyphen } from '../../../src/formats/ids/shortForm.ts';
import { normalId as freeId } from '../../../src/formats/items/freeIds.ts';
import { normalId as specKitId } from '../../../src/formats/notations/spec-kit/grammar.ts';

describe('an id without its hyphen', () => {
  const own = withHyphen('FR|SC');
  for (const [written, expected] of [
    ['FR001', 'FR-001'],
    ['FR-001', 'FR-001'],
    ['SC1.2', 'SC-1.2'],
    ['NFR1', 'NFR1'],
    ['FRX1', 'FRX1'],
    ['FR', 'FR'],
    ['the FR1', 'the FR1'],
  ] as const)
    it(`${written} is ${expected}`, () => assert.equal(own(written), expected));

  it('is one by the prefixes of its notation: spec-kit numbers edge cases, agents elsewhere rules of the business', () => {
    assert.deepEqual(['EC1', 'BR1', 'US1'].map(specKitId), ['EC-1', 'BR1', 'US-1']);
    assert.deepEqual(['EC1', 'BR1', 'US1'].map(freeId), ['EC1', 'BR-1', 'US-1']);
  });
});
