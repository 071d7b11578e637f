import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createReading } from '../../../src/formats/extraction/reading.ts';

describe('a reading', () => {
  it('compiles the ids of its configuration once, for extractor and all others', () => {
    const { extractor, ids } = createReading({ ...DEFAULT_CONFIGURATION, ids: ['HLR_\\d+'] });
    assert.equal(extractor.ids, ids);
    assert.deepEqual([ids.isId('HLR_7'), ids.isId('IP-1.1'), ids.isId('none')], [true, true, false]);
    assert.equal(extractor.extract('cart.ts', '// @implements HLR_7').annotations[0]?.reference.id, 'HLR_7');
  });
});
