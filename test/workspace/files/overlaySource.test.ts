import assert from 'node:assert/strict';
import type { FilePath } from '../../../src/model/position.ts';
import { PathCase } from '../../../src/workspace/files/pathCase.ts';
import type { FileSource } from '../../../src/workspace/files/fileSource.ts';
import { OverlaySource } from '../../../src/workspace/files/overlaySource.ts';

/** A disk of a test: files by path; what lies in `out/` is ignored. */
class FakeDisk implements FileSource {
  readonly repositories = ['libs/inner'];
  readonly files: Map<FilePath, string>;
  /** Paths of which was asked whether they are ignored. */
  readonly asked: FilePath[] = [];

  constructor(files: Readonly<Record<FilePath, string>>) {
    this.files = new Map(Object.entries(files));
  }

  async list(under?: readonly FilePath[]): Promise<readonly FilePath[]> {
    return [...this.files.keys()].filter((path) => !under || under.some((one) => path === one || path.startsWith(`${one}/`)));
  }

  spelling(path: FilePath): FilePath {
    return path;
  }

  exists(path: FilePath): boolean {
    return this.files.has(path);
  }

  async ignores(path: FilePath): Promise<boolean> {
    this.asked.push(path);
    return path.startsWith('out/');
  }

  async read(path: FilePath): Promise<{ kind: 'text'; text: string } | { kind: 'gone' }> {
    const text = this.files.get(path);
    return text === undefined ? { kind: 'gone' } : { kind: 'text', text };
  }
}

function overlaid(
  files: Readonly<Record<FilePath, string>>,
  open: Readonly<Record<FilePath, string>>,
  pathCase = new PathCase(false),
): { disk: FakeDisk; texts: Map<FilePath, string>; source: OverlaySource } {
  const disk = new FakeDisk(files);
  const texts = new Map(Object.entries(open));
  return {
    disk,
    texts,
    source: new OverlaySource((path) => (path.startsWith('..') ? undefined : path), disk, texts, pathCase),
  };
}

const textOf = async (source: FileSource, path: FilePath): Promise<string> => {
  const content = await source.read(path);
  return content.kind === 'text' ? content.text : content.kind;
};

describe('texts of editors over the disk', () => {
  it('win as long as they are open', async () => {
    const { source, texts } = overlaid({ 'a.md': 'disk', 'b.md': 'disk' }, { 'a.md': '\uFEFFeditor' });
    assert.deepEqual([await textOf(source, 'a.md'), await textOf(source, 'b.md')], ['editor', 'disk']);
    texts.set('a.md', 'typed');
    assert.equal(await textOf(source, 'a.md'), 'typed');
    texts.delete('a.md');
    assert.equal(await textOf(source, 'a.md'), 'disk');
  });

  it('are there where the disk has nothing, unless they are ignored or lie elsewhere', async () => {
    const { source } = overlaid({ 'a.md': '' }, { 'new.md': '', 'out/a.md': '', '../a.md': '', 'a.md': '' });
    assert.deepEqual(await source.list(), ['a.md', 'new.md']);
    assert.deepEqual([source.exists('new.md'), source.exists('gone.md')], [true, false]);
    assert.deepEqual(source.open(), ['new.md', 'out/a.md', 'a.md']);
    assert.deepEqual(source.repositories, ['libs/inner']);
  });

  it('are listed with the folder that is asked for', async () => {
    const { source } = overlaid({ 'docs/a.md': '' }, { 'docs/new.md': '', 'src/new.ts': '' });
    assert.deepEqual(await source.list(['docs']), ['docs/a.md', 'docs/new.md']);
    assert.deepEqual(await source.list(['src/new.ts']), ['src/new.ts']);
    assert.deepEqual(await source.list(['test']), []);
  });

  it('that are ignored are judged once, until the disk changes', async () => {
    const { source, disk } = overlaid({}, { 'out/a.md': '' });
    for (let key = 0; key < 3; key += 1) assert.equal(await source.ignores('out/a.md'), true);
    assert.deepEqual(disk.asked, ['out/a.md']);
    await source.list(['out']);
    assert.equal(disk.asked.length, 2);
    assert.equal(await source.ignores('out/closed.md'), true);
    assert.equal(await source.ignores('out/closed.md'), true);
    assert.equal(disk.asked.length, 4, 'of what is not open nothing is remembered');
  });

  it('are current once the index has them', () => {
    const { source, texts } = overlaid({ 'a.md': 'disk' }, { 'a.md': '1' });
    assert.equal(source.isCurrent('a.md'), false);
    assert.equal(source.take('a.md'), '1');
    assert.equal(source.isCurrent('a.md'), false, 'not before it is settled');
    source.settle();
    assert.equal(source.isCurrent('a.md'), true);
    texts.set('a.md', '2');
    assert.equal(source.isCurrent('a.md'), false);
    texts.set('a.md', '1');
    assert.equal(source.isCurrent('a.md'), true, 'what was undone is known');
  });

  it('are late when they were closed, until the disk is read', () => {
    const { source, texts } = overlaid({ 'a.md': 'disk' }, { 'a.md': '1' });
    source.take('a.md');
    source.settle();
    texts.delete('a.md');
    assert.deepEqual([source.isCurrent('a.md'), source.isCurrent('b.md')], [false, true]);
    assert.deepEqual(source.unsaved(), ['a.md']);
    assert.equal(source.take('a.md'), undefined);
    source.settle();
    assert.deepEqual([source.isCurrent('a.md'), source.unsaved()], [true, []]);
  });

  it('are found in any spelling where letter case does not count, by the name that the disk has', async () => {
    const { source, disk, texts } = overlaid({ 'docs/a.md': 'disk' }, { 'Docs/A.md': 'editor' }, new PathCase(true));
    assert.deepEqual(await source.list(), ['docs/a.md']);
    assert.deepEqual([source.open(), await textOf(source, 'docs/a.md')], [['docs/a.md'], 'editor']);
    source.take('docs/a.md');
    source.settle();
    disk.files.delete('docs/a.md');
    disk.files.set('docs/A.MD', 'disk');
    assert.deepEqual(await source.list(['docs']), ['docs/A.MD']);
    assert.deepEqual([source.open(), source.isCurrent('docs/A.MD')], [['docs/A.MD'], true]);
    texts.clear();
    assert.equal(source.isCurrent('docs/A.MD'), false);
  });
});
