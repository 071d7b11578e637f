import assert from 'node:assert/strict';
import { parseMatrixMessage } from '../../../src/extension/matrix/matrixMessage.ts';

describe('messages of the matrix', () => {
  it('are taken as its own page sends them', () => {
    const open = { type: 'open', file: 'docs/a b.md', line: 12 } as const;
    assert.deepEqual(parseMatrixMessage({ ...open, more: 1 }), open);
    for (const type of ['export', 'ready', 'reload'] as const) assert.deepEqual(parseMatrixMessage({ type, more: 1 }), { type });
    assert.deepEqual(parseMatrixMessage({ type: 'reload', goTo: 'REQ-1' }), { type: 'reload', goTo: 'REQ-1' });
    assert.deepEqual(parseMatrixMessage({ type: 'reload', goTo: 1 }), { type: 'reload' });
  });

  for (const file of [
    '',
    '/etc/passwd',
    '../a',
    'docs/../../a',
    'docs//a',
    './a',
    'C:/a',
    'c:a',
    String.raw`docs\..\a`,
    String.raw`\\server\a`,
    'a\0b',
    7,
    undefined,
  ]) {
    it(`lead out of the folder with ${JSON.stringify(file)}, so nothing is opened`, () => {
      assert.equal(parseMatrixMessage({ type: 'open', file, line: 1 }), undefined);
    });
  }

  for (const line of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 40, '3', undefined]) {
    it(`name no line with ${String(line)}`, () => {
      assert.equal(parseMatrixMessage({ type: 'open', file: 'a.md', line }), undefined);
    });
  }

  for (const message of [undefined, null, 'open', 3, [], {}, { type: 'run' }, { type: { open: 1 } }]) {
    it(`are nothing in the form ${JSON.stringify(message)}`, () => {
      assert.equal(parseMatrixMessage(message), undefined);
    });
  }
});
