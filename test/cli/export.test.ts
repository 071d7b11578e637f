import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { runIn } from '../support/repository.ts';
import { folders } from '../support/workspace/folder.ts';

const make = folders();
const FILES = { 'docs/a.md': '## REQ-1: Boil\n\nIt boils.\n' };

describe('reqtrace export', () => {
  it('prints, or writes the same into a file', async () => {
    const folder = make(FILES);
    const { code, stdout } = await runIn(folder.path, ['export', '--format', 'needs']);
    assert.equal(code, 0);
    assert.match(stdout, /"REQ-1": \{/u);
    const written = await runIn(folder.path, ['export', '--format', 'needs', '--output', 'out.json']);
    assert.deepEqual([written.code, written.stdout], [0, '']);
    assert.equal(readFileSync(folder.at('out.json'), 'utf8'), stdout);
  });

  it('writes what is not text into a file or a folder, and asks for one', async () => {
    const folder = make(FILES);
    const none = await runIn(folder.path, ['export', '--format', 'xlsx']);
    assert.deepEqual([none.code, none.stdout], [2, '']);
    assert.match(none.stderr, /xlsx is not text: say where to write it, with --output/u);
    assert.equal((await runIn(folder.path, ['export', '--format', 'xlsx', '--output', 'out.xlsx'])).code, 0);
    assert.equal(readFileSync(folder.at('out.xlsx')).toString('latin1', 0, 2), 'PK');
    assert.equal((await runIn(folder.path, ['export', '--format', 'parquet', '--output', 'out/tables', '--repository', 'kettle'])).code, 0);
    assert.deepEqual(readdirSync(folder.at('out/tables')).toSorted(), [
      'findings.parquet',
      'items.parquet',
      'links.parquet',
      'results.parquet',
    ]);
    const blocked = await runIn(folder.path, ['export', '--format', 'parquet', '--output', 'docs/a.md/x']);
    assert.deepEqual([blocked.code, blocked.stdout], [2, '']);
    assert.match(blocked.stderr, /Cannot write docs\/a\.md\/x/u);
  });

  it('asks for a format, and exports nothing of what it cannot read in full', async () => {
    const none = await runIn(make(FILES).path, ['export']);
    assert.deepEqual([none.code, none.stdout], [2, '']);
    assert.match(none.stderr, /--format reqif, needs, specobject, lobster, lobster-imp, lobster-act, xlsx, parquet/u);
    const broken = await runIn(make({ ...FILES, 'customer/a.reqif': '<REQ-IF><SPEC-OBJECTS>' }).path, ['export', '--format', 'reqif']);
    assert.deepEqual([broken.code, broken.stdout], [2, '']);
    assert.match(broken.stderr, /Not everything could be read/u);
  });
});
