import assert from 'node:assert/strict';
import { keyParts } from '../../src/model/keys.ts';

describe('the parts of a key', () => {
  for (const [key, document, name] of [
    ['docs/launch#IP-1.1', 'docs/launch', 'IP-1.1'],
    ['docs/launch#IP-1.1/AC2', 'docs/launch', 'IP-1.1/AC2'],
    ['docs/launch##12', 'docs/launch', '#12'],
  ] as const) {
    it(`of ${key} are ${document} and ${name}`, () => {
      assert.deepEqual(keyParts(key), { document, name });
    });
  }
});
