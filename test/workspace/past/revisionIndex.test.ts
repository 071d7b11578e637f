import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { FilePath } from '../../../src/model/position.ts';
import { openProject } from '../../../src/workspace/openProject.ts';
import { readBlobs, stagedTree, treeOf } from '../../../src/workspace/git/revisionFiles.ts';
import { indexRevision } from '../../../src/workspace/past/revisionIndex.ts';
import type { Folder } from '../../support/workspace/folder.ts';
import { folders } from '../../support/workspace/folder.ts';

const TODAY = '2026-11-21';
const make = folders();

const FILES: Readonly<Record<string, string | Buffer>> = {
  'docs/launch.md': '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Kept\n- Confirmed, see UTF-8\n',
  'docs/größe "x"\ttab.md': '\uFEFF## REQ-2: Names\r\n\r\n**Acceptance Criteria**:\r\n\r\n- Any\r\n',
  'docs/wide.md': Buffer.from('\uFEFF## REQ-3: Wide\n\n**Acceptance Criteria**:\n\n- Wide\n', 'utf16le'),
  'src/a.ts': '// @implements REQ-1/AC1\nexport function a() {}\n// about REQ-2\n',
  'src/copy.ts': '// @implements REQ-1/AC1\nexport function a() {}\n// about REQ-2\n',
  'src/none.ts': 'export const utf = "UTF-8";\n',
  'src/sleeps.ts': '// CVE-2020-1\n',
  'test/a.test.ts': "it('REQ-1/AC2 confirms', () => {});\n",
  'test/name.py': 'def test_REQ_2__AC1_any(): pass\n',
  'binary.ts': Buffer.from('// @implements REQ-1\0'),
  'empty.md': '',
  'logo.png': Buffer.from([1, 2, 3]),
  'reqtrace.yaml': 'needs: [implements]\nwaivers:\n  - { ref: REQ-3/AC1, reason: later }\n',
};

function committed(files: Readonly<Record<string, string | Buffer>> = FILES): Folder {
  const folder = make(files);
  folder.git(['init', '-q']);
  folder.git(['add', '-A']);
  folder.git(['commit', '-q', '-m', 'first']);
  return folder;
}

async function atHead(
  folder: Folder,
  like?: { readonly index: TraceIndex; readonly same: (path: FilePath) => boolean },
): Promise<TraceIndex> {
  const { files } = await treeOf(folder.path, 'HEAD');
  return (await indexRevision(folder.path, files, { today: TODAY, ...(like && { like }) })).index;
}

/** What readers see of items, links and findings, by file. */
function picture(index: {
  documents: TraceIndex['documents'];
  allFindings: TraceIndex['allFindings'];
  coverage: TraceIndex['coverage'];
}): unknown {
  const items = index
    .documents()
    .flatMap(({ key, requirements }) =>
      requirements.flatMap((item) => [item, ...item.criteria]).map((item) => [key, item.key, item.facts, index.coverage(item.key)]),
    );
  // What cannot be read is a matter of the disk.
  return { items, findings: index.allFindings().filter(({ code }) => code !== 'skipped-file') };
}

describe('indexRevision', () => {
  it('is the index of the files on the disk, if these are the same', async () => {
    const folder = committed();
    const project = await openProject(folder.path, { today: TODAY });
    assert.deepEqual(picture(await atHead(folder)), picture(project.index));
  });

  it('is the same with facts of another index taken over', async () => {
    const folder = committed();
    const alone = await atHead(folder);
    folder.write('src/a.ts', '// @implements REQ-3\n');
    folder.git(['add', '-A']);
    const staged = await indexRevision(folder.path, (await stagedTree(folder.path)).files, { today: TODAY });
    assert.deepEqual(picture(await atHead(folder, { index: staged.index, same: (file) => file !== 'src/a.ts' })), picture(alone));
  });

  it('reads code again that the other index passed over, since no requirement there had such ids', async () => {
    const folder = committed();
    const alone = await atHead(folder);
    folder.remove('docs/launch.md');
    folder.git(['add', '-A']);
    const staged = await indexRevision(folder.path, (await stagedTree(folder.path)).files, { today: TODAY });
    const again = await atHead(folder, { index: staged.index, same: (file) => file !== 'docs/launch.md' });
    assert.deepEqual(picture(again), picture(alone));
    assert.equal(again.coverage('docs/launch#REQ-1/AC1').links.length, 2);
  });

  it('reads nothing of symbolic links', async () => {
    const folder = committed();
    symlinkSync('launch.md', folder.at('docs/link.md'));
    folder.git(['add', '-A']);
    folder.git(['commit', '-q', '-m', 'link']);
    assert.deepEqual(
      (await atHead(folder))
        .documents()
        .map(({ path: file }) => file)
        .filter((file) => file.includes('link')),
      [],
    );
  });

  it('keeps the texts that were asked for, those that say nothing only on request', async () => {
    const folder = committed();
    const { files } = await treeOf(folder.path, 'HEAD');
    const keep = (file: FilePath): boolean => file === 'src/a.ts' || file === 'src/none.ts' || file.startsWith('logo');
    const { texts } = await indexRevision(folder.path, files, { today: TODAY, keep });
    assert.deepEqual([...texts], [['src/a.ts', FILES['src/a.ts']]]);
    const all = await indexRevision(folder.path, files, { today: TODAY, keep, keepSilent: true });
    assert.deepEqual([...all.texts.keys()].sort(), ['src/a.ts', 'src/none.ts']);
  });

  it('says what is missing where git has not got it', async () => {
    const folder = committed();
    const blob = (await treeOf(folder.path, 'HEAD')).files.get('docs/launch.md')?.blob ?? '';
    rmSync(folder.at(path.join('.git/objects', blob.slice(0, 2), blob.slice(2))), { force: true });
    await assert.rejects(atHead(folder), /git has no content for [0-9a-f]{40}: this clone is partial or damaged/u);
  });
});

describe('readBlobs', () => {
  it('reads each content once, whatever its size, and passes over what is too large', async () => {
    const large = Buffer.alloc(5 * 1024 * 1024, 'x');
    const folder = committed({
      'a.txt': 'one\n\ntwo',
      'same.txt': 'one\n\ntwo',
      'large.txt': large,
      'empty.txt': '',
      'middle.txt': Buffer.alloc(300_000, 'y\n'),
    });
    const { files } = await treeOf(folder.path, 'HEAD');
    const sizes = new Map<string, number | undefined>();
    const read: string[] = [];
    for await (const [blob, bytes] of readBlobs(
      folder.path,
      Array.from(files.values(), ({ blob: each }) => each),
    )) {
      read.push(blob);
      for (const [file, { blob: each }] of files) if (each === blob) sizes.set(file, bytes?.length);
    }
    assert.equal(new Set(read).size, read.length);
    assert.deepEqual(Object.fromEntries(sizes), {
      'a.txt': 8,
      'same.txt': 8,
      'large.txt': undefined,
      'empty.txt': 0,
      'middle.txt': 300_000,
    });
  });

  it('leaves no process behind when it is left early, and throws what it is aborted with', async () => {
    const folder = committed();
    const blobs = Array.from((await treeOf(folder.path, 'HEAD')).files.values(), ({ blob }) => blob);
    for await (const [blob] of readBlobs(folder.path, blobs)) {
      assert.equal(blob, blobs[0]);
      break;
    }
    await assert.rejects(async () => {
      for await (const [blob] of readBlobs(folder.path, blobs, AbortSignal.abort(new Error('enough')))) assert.fail(blob);
    }, /enough/u);
    assert.equal(execFileSync('git', ['status', '--porcelain'], { cwd: folder.path, encoding: 'utf8' }), '');
  });
});

describe('indexRevision with a cache', () => {
  const cacheFolder = make({}).path;
  const read = async (folder: Folder, revision: string, cache?: string): Promise<unknown> => {
    const { files } = await treeOf(folder.path, revision);
    const keep = (file: string): boolean => file.endsWith('.ts');
    const found = await indexRevision(folder.path, files, { today: TODAY, keep, ...(cache !== undefined && { cacheFolder: cache }) });
    return { picture: picture(found.index), texts: found.texts };
  };
  const states: readonly (readonly [what: string, change: (folder: Folder) => void])[] = [
    ['nothing changed', () => undefined],
    ['a text changed', (folder) => folder.write('src/a.ts', '// @implements REQ-3\n')],
    ['a document changed', (folder) => folder.write('docs/launch.md', '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Kept for long\n')],
    ['a requirement woke code that spoke of others', (folder) => folder.write('docs/cve.md', '## CVE-2020-1: Mend it\n')],
    ['a content lies at another path', (folder) => folder.write('docs/copied.md', '## REQ-1: Orders\n')],
    ['a document became code', (folder) => folder.write('src/launch.ts', '## REQ-1: Orders\n')],
    ['the configuration reads documents elsewhere', (folder) => folder.write('reqtrace.yaml', 'documents: [src/**]\n')],
    ['the configuration is back', (folder) => folder.write('reqtrace.yaml', FILES['reqtrace.yaml'] ?? '')],
  ];

  it('is the index without one, whatever was read before', async () => {
    const folder = committed();
    for (const [what, change] of states) {
      change(folder);
      folder.git(['add', '-A']);
      folder.git(['commit', '-q', '--allow-empty', '-m', what]);
      for (const revision of ['HEAD', 'HEAD~1', 'HEAD'].slice(what === states[0]?.[0] ? 2 : 0))
        assert.deepEqual(await read(folder, revision, cacheFolder), await read(folder, revision), `${what}, ${revision}`);
    }
  });

  it('reads no content a second time', async () => {
    const folder = committed();
    const first = await read(folder, 'HEAD', cacheFolder);
    const { files } = await treeOf(folder.path, 'HEAD');
    const blob = files.get('docs/launch.md')?.blob ?? '';
    rmSync(folder.at(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`));
    await assert.rejects(read(folder, 'HEAD'), /no content/u);
    assert.deepEqual(await read(folder, 'HEAD', cacheFolder), first);
  });

  for (const [damage, content] of [
    ['cut off', (kept: Buffer) => kept.subarray(0, kept.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['of others', () => Buffer.from('{"facts": []}')],
    [
      'changed in one byte',
      (kept: Buffer) => Buffer.concat([kept.subarray(0, 100), Buffer.from([(kept[100] ?? 0) ^ 1]), kept.subarray(101)]),
    ],
  ] as const)
    it(`reads all again where what was kept is ${damage}`, async () => {
      const folder = committed();
      const cache = make({}).path;
      const expected = await read(folder, 'HEAD', cache);
      const kept = keptIn(cache);
      writeFileSync(kept, content(readFileSync(kept)));
      assert.deepEqual(await read(folder, 'HEAD', cache), expected);
    });
});

/** The file of contents in a cache. */
function keptIn(cache: string): string {
  const [file] = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => path.basename(name) === 'blobs');
  return path.join(cache, file ?? '');
}
