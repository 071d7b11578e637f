import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryAt } from '../../../src/workspace/files/entryAt.ts';

describe('entryAt', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'reqtrace entry '));
    writeFileSync(join(folder, 'a.md'), 'text');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('tells of a file and of a folder', () => {
    assert.equal(entryAt(join(folder, 'a.md'))?.size, 4);
    assert.equal(entryAt(folder)?.isDirectory(), true);
  });

  it('tells of a link itself, even one that leads nowhere', function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('nowhere', join(folder, 'link'));
    assert.equal(entryAt(join(folder, 'link'))?.isSymbolicLink(), true);
  });

  it('tells nothing of what is gone, or lies in a file', () => {
    assert.equal(entryAt(join(folder, 'b.md')), undefined);
    assert.equal(entryAt(join(folder, 'a.md', 'b.md')), undefined);
  });
});
