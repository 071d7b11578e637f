import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { save } from '../../../src/cli/writing/save.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

describe('a file that is saved', () => {
  it('is new, or takes the place of one and keeps its rights', async () => {
    const folder = make({ 'old.html': 'old' });
    if (process.platform !== 'win32') chmodSync(folder.at('old.html'), 0o640);
    const { mode } = lstatSync(folder.at('old.html'));
    await save(folder.at('old.html'), 'old.html', 'new');
    await save(folder.at('new.html'), 'new.html', 'new');
    assert.deepEqual([readFileSync(folder.at('old.html'), 'utf8'), readFileSync(folder.at('new.html'), 'utf8')], ['new', 'new']);
    assert.equal(lstatSync(folder.at('old.html')).mode, mode);
    assert.deepEqual(readdirSync(folder.path).sort(), ['new.html', 'old.html'], 'nothing is left beside them');
  });

  it('is the one that a link leads to', async () => {
    const folder = make({ 'there/old.html': 'old' });
    symlinkSync('there/old.html', folder.at('link.html'));
    await save(folder.at('link.html'), 'link.html', 'new');
    assert.equal(lstatSync(folder.at('link.html')).isSymbolicLink(), true);
    assert.equal(readFileSync(folder.at('there/old.html'), 'utf8'), 'new');
  });

  it('may be no file at all', async function () {
    if (process.platform === 'win32') this.skip();
    await save('/dev/null', '/dev/null', 'new');
    assert.equal(lstatSync('/dev/null').isCharacterDevice(), true);
  });

  it('cannot be one where there is no folder, or in the place of a folder', async () => {
    const folder = make({ 'a/b.md': '' });
    await assert.rejects(save(folder.at('none/a.html'), 'none/a.html', ''), /Cannot write none\/a\.html: /u);
    await assert.rejects(save(folder.at('a'), 'a', ''), /Cannot write a: /u);
    assert.deepEqual(readdirSync(folder.path), ['a']);
  });
});
