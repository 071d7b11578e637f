import assert from 'node:assert/strict';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import type { OlderFiles } from '../../../../src/workspace/past/review/workingSide.ts';
import { unsavedChanges, workingSide } from '../../../../src/workspace/past/review/workingSide.ts';

const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: '2026-11-21' });

/** A side whose files are all open. */
function open(files: Readonly<Record<string, string>>) {
  return workingSide({ index, openPaths: Object.keys(files), text: async (path) => files[path] });
}

function older(files: Readonly<Record<string, string>>): OlderFiles {
  return { has: (path) => Object.hasOwn(files, path), texts: async () => new Map(Object.entries(files)) };
}

describe('the working side of a review', () => {
  it('gives the texts that there are', async () => {
    assert.deepEqual(await open({ 'a.md': 'a', 'b.md': 'b' }).texts(['a.md', 'gone.md', 'a.md']), new Map([['a.md', 'a']]));
  });

  it('has no open files where nobody edits', () => {
    assert.deepEqual(workingSide({ index, text: async () => undefined }).openPaths, new Set());
  });
});

describe('unsaved changes', () => {
  const changes = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
    unsavedChanges(open(after), older(before), Object.keys(after));

  it('are files whose texts are others than before', async () => {
    assert.deepEqual(await changes({ 'a.md': 'one\n', 'b.md': 'two\n' }, { 'a.md': 'one\n', 'b.md': '2\n' }), [
      { base: 'b.md', head: 'b.md' },
    ]);
  });

  it('are new files, too', async () => {
    assert.deepEqual(await changes({}, { 'new.md': '' }), [{ head: 'new.md' }]);
  });

  it('are none where only the ends of lines differ, which git may have changed', async () => {
    assert.deepEqual(await changes({ 'a.md': 'one\ntwo\n' }, { 'a.md': 'one\r\ntwo\r' }), []);
  });
});
