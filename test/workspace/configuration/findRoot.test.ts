import assert from 'node:assert/strict';
import { findRoot } from '../../../src/workspace/configuration/findRoot.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

describe('findRoot', () => {
  it('goes upward to the nearest reqtrace.yaml', () => {
    const folder = make({ 'reqtrace.yaml': '', 'a/b/c.ts': '', 'a/inner/reqtrace.yaml': '' });
    assert.equal(findRoot(folder.at('a/b')), folder.path);
    assert.equal(findRoot(folder.at('a/inner')), folder.at('a/inner'));
    assert.equal(findRoot(folder.path), folder.path);
  });

  it('is the folder itself where there is none', () => {
    const folder = make({ 'a/b.ts': '' });
    assert.equal(findRoot(folder.at('a')), folder.at('a'));
  });
});
