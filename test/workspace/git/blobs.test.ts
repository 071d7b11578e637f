import assert from 'node:assert/strict';
import { blobContent } from '../../../src/workspace/files/fileContent.ts';
import { readBlobs } from '../../../src/workspace/git/revisionFiles.ts';
import { repositories } from '../../support/repository.ts';

const make = repositories();

describe('contents of a revision', () => {
  it('are read up to the limits that files have on the disk, and each behind one that is too large', async () => {
    const size = 4 * 1024 * 1024 + 1;
    const files = {
      'a.reqif': '<REQ-IF>'.padEnd(size, 'a'),
      'b.md': '# B\n'.padEnd(size, 'a'),
      'c.md': '# C\n',
      'd.md': 'd'.repeat(size - 1),
    };
    const repository = make(files);
    const blobs = Object.keys(files).map((path) => repository.ask('rev-parse', `HEAD:${path}`));
    const read: unknown[] = [];
    for await (const [, bytes] of readBlobs(repository.path, blobs)) {
      const content = blobContent(bytes);
      read.push(content.kind === 'text' ? content.text.length : content.kind);
    }
    assert.deepEqual(read, [size, 'skipped', 4, size - 1]);
  });
});
