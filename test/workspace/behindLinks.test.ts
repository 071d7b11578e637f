import assert from 'node:assert/strict';
import { renameSync, symlinkSync } from 'node:fs';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { assertAsNew, CODE, open, statuses, STOCK, TEST } from '../support/workspace/stockProject.ts';

const make = folders();

describe('what lies behind a link', function () {
  const cases: readonly (readonly [
    what: string,
    link: (folder: Folder, outside: Folder) => void,
    changed: readonly string[],
    keys: readonly string[],
  ])[] = [
    ['in place of a folder of documents', replace('docs', ({ path }) => path), ['docs'], []],
    ['in place of a folder within', replace('docs/deep', ({ path }) => path), ['docs/deep'], ['REQ-1']],
    ['in place of a document', replace('docs/stock.md', (outside) => outside.at('stock.md')), ['docs/stock.md'], ['REQ-2']],
    ['told file by file', replace('docs', ({ path }) => path), ['docs/stock.md', 'docs/deep/two.md'], []],
    ['told by what is only there, too', replace('docs', ({ path }) => path), ['docs/more.md', 'docs'], []],
    ['over another link', (folder, outside) => chained(folder, outside), ['docs'], []],
    ['in a new folder', (folder, outside) => symlinkSync(outside.path, folder.at('specs')), ['specs'], ['REQ-1', 'REQ-2']],
    [
      'in a new document',
      (folder, outside) => symlinkSync(outside.at('more.md'), folder.at('docs/more.md')),
      ['docs/more.md'],
      ['REQ-1', 'REQ-2'],
    ],
    ['that leads round', (folder) => symlinkSync('..', folder.at('docs/round')), ['docs/round'], ['REQ-1', 'REQ-2']],
    ['that leads to what is read anyway', (folder) => symlinkSync('docs', folder.at('again')), ['again'], ['REQ-1', 'REQ-2']],
    ['that leads to where the documents went', moved, ['docs', 'papers'], ['REQ-1', 'REQ-2']],
    ['that leads to nothing', replace('docs', () => 'nowhere'), ['docs'], []],
  ];
  for (const trusted of [true, false])
    for (const [what, link, changed, keys] of cases)
      it(`is not read ${what}, ${trusted ? 'where it is tracked' : 'without git'}`, async () => {
        const outside = make({ 'stock.md': STOCK.replace('1', '7'), 'more.md': STOCK.replace('1', '8') });
        const folder = make({
          'docs/stock.md': STOCK,
          'docs/deep/two.md': STOCK.replace('1', '2'),
          'src/stock.ts': CODE,
          'test/a.test.ts': TEST,
        });
        folder.git(['init', '--quiet']);
        folder.git(['add', '--all']);
        const project = await open(folder, { trusted });
        link(folder, outside);
        await project.refresh(changed);
        const now = (): string[] => [...new Set(Object.keys(statuses(project)).map((key) => key.replace(/\/AC\d$/u, '')))].toSorted();
        assert.deepEqual(now(), keys);
        await assertAsNew(folder, project, { trusted });
      });
});

/** Puts a link in place of what a folder holds. */
function replace(path: string, target: (outside: Folder) => string) {
  return (folder: Folder, outside: Folder): void => {
    folder.remove(path);
    symlinkSync(target(outside), folder.at(path));
  };
}

function chained(folder: Folder, outside: Folder): void {
  symlinkSync(outside.path, folder.at('.first'));
  replace('docs', () => '.first')(folder, outside);
}

function moved(folder: Folder): void {
  renameSync(folder.at('docs'), folder.at('papers'));
  symlinkSync('papers', folder.at('docs'));
}
