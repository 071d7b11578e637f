import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { handedOver } from '../../../src/cli/terminal/handedOver.ts';

// @verifies RT-6.1/AC19~7bdc21
describe('what another program hands over', () => {
  it('is all that comes before the end', async () => {
    const input = new PassThrough();
    const text = handedOver(input);
    input.write('{"a":');
    input.end('"ä"}');
    assert.equal(await text, '{"a":"ä"}');
  });

  it('is a whole object, also where the pipe stays open', async () => {
    const input = new PassThrough();
    const text = handedOver(input);
    input.write('{"a":1}');
    assert.equal(await text, '{"a":1}');
    assert.equal(input.destroyed, true);
  });

  it('is nothing where there is no such input', async () => {
    const input = new PassThrough();
    const text = handedOver(input);
    input.destroy(new Error('EBADF'));
    assert.equal(await text, '');
  });

  it('is refused where it is longer than anything that can be meant', async () => {
    const input = new PassThrough();
    const text = handedOver(input);
    const part = 'a'.repeat(8 * 1024 * 1024);
    for (let at = 0; at < 9; at++) input.write(part);
    await assert.rejects(text, /longer than 64 MB/u);
  });
});
