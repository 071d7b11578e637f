import assert from 'node:assert/strict';
import { utf8Mark } from '../../../src/workspace/files/utf8Mark.ts';
import { folders } from '../../support/workspace/folder.ts';

describe('the byte order mark of a file', () => {
  const make = folders();
  const cases: readonly [what: string, bytes: Buffer | undefined, mark: string | undefined][] = [
    ['of UTF-8', Buffer.from('\uFEFFa'), '\uFEFF'],
    ['of UTF-8 with nothing behind it', Buffer.from('\uFEFF'), '\uFEFF'],
    ['that is none', Buffer.from('abc'), ''],
    ['of an empty file', Buffer.alloc(0), ''],
    ['that is cut off', Buffer.from([0xef, 0xbb]), ''],
    ['of UTF-16', Buffer.from('\uFEFFa', 'utf16le'), undefined],
    ['of a file that is gone', undefined, undefined],
  ];
  for (const [what, bytes, mark] of cases) it(what, () => assert.equal(utf8Mark(make(bytes && { 'a.md': bytes }).at('a.md')), mark));
});
