import assert from 'node:assert/strict';
import { indexRevision } from '../../src/workspace/past/revisionIndex.ts';
import { treeOf } from '../../src/workspace/git/revisionFiles.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import { folders } from '../support/workspace/folder.ts';
import type { Folder } from '../support/workspace/folder.ts';
import { open, assertAsNew } from '../support/workspace/stockProject.ts';

const make = folders();
const SETTINGS = '.duvet/config.toml';
const NAMING = (source: string): string => `[[source]]\npattern = "src/**/*.js"\n\n[[specification]]\nsource = "${source}"\n`;
const FILES = {
  'spec/a.md': '# A\n\nIt MUST boil.\n',
  'spec/b.md': '# B\n\nIt MUST whistle.\n',
  'src/a.js': '//= spec/a.md#a\n//# It MUST boil.\nexport function a() {}\n',
};

type Asked = Awaited<ReturnType<typeof openProject>>['index'];

function items(index: Pick<Asked, 'documents' | 'coverage'>): readonly string[] {
  return index
    .documents()
    .flatMap(({ requirements }) =>
      requirements.flatMap(({ criteria }) => criteria.map(({ key }) => `${key} ${index.coverage(key).status}`)),
    );
}

function committed(files: Readonly<Record<string, string>>): Folder {
  const folder = make(files);
  folder.git(['init', '-q']);
  folder.git(['add', '-A']);
  folder.git(['commit', '-q', '-m', 'first']);
  return folder;
}

// @verifies RT-1.4/AC25
describe('settings of another tool', () => {
  it('are in force from the start, and once they change, come or go', async () => {
    const folder = make({ ...FILES, [SETTINGS]: NAMING('spec/a.md') });
    const project = await open(folder);
    assert.deepEqual(items(project.index), ['spec/a#a/AC1 partial']);
    for (const [text, expected] of [
      [NAMING('spec/b.md'), ['spec/b#b/AC1 unmet']],
      ['[[specification', []],
      [NAMING('spec/a.md'), ['spec/a#a/AC1 partial']],
    ] as const) {
      folder.write(SETTINGS, text);
      await project.refresh([SETTINGS]);
      assert.deepEqual(items(project.index), expected);
      await assertAsNew(folder, project);
    }
    folder.remove(SETTINGS);
    await project.refresh([SETTINGS]);
    assert.deepEqual(items(project.index), []);
  });

  it('count while they are typed', async () => {
    const folder = make({ ...FILES, [SETTINGS]: NAMING('spec/b.md') });
    const texts = new Map<string, string>();
    const project = await openProject(folder.path, { openTexts: texts });
    texts.set(SETTINGS, NAMING('spec/a.md'));
    await project.refresh([SETTINGS], 'editor');
    assert.deepEqual(items(project.index), ['spec/a#a/AC1 partial']);
  });

  it('of a commit hold for its files', async () => {
    const folder = committed({ ...FILES, [SETTINGS]: NAMING('spec/a.md') });
    folder.write(SETTINGS, NAMING('spec/b.md'));
    const { files } = await treeOf(folder.path, 'HEAD');
    const { index } = await indexRevision(folder.path, files, { today: '2026-11-21' });
    assert.deepEqual(items(index), ['spec/a#a/AC1 partial']);
  });
});
