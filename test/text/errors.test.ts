import assert from 'node:assert/strict';
import { codeOf, messageOf } from '../../src/text/errors.ts';

describe('errors', () => {
  it('gives the message of whatever was thrown', () => {
    assert.equal(messageOf(new RangeError('too deep')), 'too deep');
    assert.equal(messageOf('no space left'), 'no space left');
    assert.equal(messageOf(undefined), 'undefined');
  });

  it('gives the code of an error of the operating system', () => {
    assert.equal(codeOf(Object.assign(new Error('gone'), { code: 'ENOENT' })), 'ENOENT');
    assert.equal(codeOf(Object.assign(new Error('odd'), { code: 7 })), undefined);
    assert.equal(codeOf(new Error('plain')), undefined);
    assert.equal(codeOf({ code: 'ENOENT' }), undefined);
  });
});
