import assert from 'node:assert/strict';
import type { Project } from '../../../src/workspace/project.ts';
import type { FolderAccess } from '../../../src/workspace/virtual/folderAccess.ts';
import { openVirtualProject } from '../../../src/workspace/virtual/openVirtualProject.ts';
import { MOST_READ } from '../../../src/workspace/virtual/virtualScan.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { Remote } from '../../support/workspace/remote.ts';

const DOCUMENT = '## REQ-1: Boil\n\n**Acceptance Criteria**:\n\n- It boils\n- It stops\n';
const CODE = '// @implements REQ-1\nexport function boil() {}\n';

const open = (remote: FolderAccess, openTexts = new Map<string, string>()): Promise<Project> =>
  openVirtualProject('memfs:/shop', remote, { today: '2026-11-21', openTexts });

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

const statuses = ({ index }: Project): string[] => ['AC1', 'AC2'].map((criterion) => index.coverage(`docs/boil#REQ-1/${criterion}`).status);

describe('a folder that has no disk', () => {
  // @verifies RT-8.2/AC2
  it('is found by walking, under the rules of its ignore files', async () => {
    const remote = new Remote({
      'docs/boil.md': DOCUMENT,
      'src/boil.ts': CODE,
      '.gitignore': 'out/\n*.log\n',
      'src/.gitignore': 'made.ts\n!kept.log\n',
      'src/made.ts': CODE,
      'src/kept.log': '',
      'docs/a.log': '',
      'out/boil.ts': CODE,
      'node_modules/boil/index.ts': CODE,
      '.git/HEAD': '',
    });
    const project = await open(remote);
    assert.deepEqual([...project.index.files.keys()].sort(), [
      '.gitignore',
      'docs/boil.md',
      'src/.gitignore',
      'src/boil.ts',
      'src/kept.log',
    ]);
    assert.deepEqual(statuses(project), ['partial', 'partial']);
    for (const never of ['node_modules/', '.git/', 'out/boil.ts', 'docs/a.log']) assert.ok(!remote.asked.includes(never), never);
  });

  // @verifies RT-8.2/AC2
  it('is asked for documents before code, and never for more than 64 things at once', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`src/part${at % 7}/a${at}.ts`, CODE]));
    const remote = new Remote({ ...many, 'docs/boil.md': DOCUMENT });
    await open(remote);
    assert.equal(remote.most, 64);
    assert.ok(remote.asked.indexOf('docs/boil.md') < remote.asked.findIndex((path) => path.endsWith('.ts')));
    assert.equal(new Set(remote.asked).size, remote.asked.length, 'and for each once');
  });

  // @verifies RT-8.2/AC2
  it('says so where not all of it was read', async () => {
    const many = Object.fromEntries(Array.from({ length: MOST_READ }, (_, at) => [`src/a${at}.ts`, '']));
    const remote = new Remote({ ...many, 'docs/boil.md': DOCUMENT, 'test/boil.test.ts': '// @verifies REQ-1\ntest("boils", () => {});\n' });
    const project = await open(remote);
    assert.equal(
      project.doubt && inEnglish(project.doubt),
      'Read 3000 of 3002 files, so that more may be met than is shown; open the folder on a disk to have all of them read',
    );
    assert.ok(remote.asked.includes('test/boil.test.ts'), 'tests come before code');
    assert.equal((await open(new Remote({ 'docs/boil.md': DOCUMENT }))).doubt, undefined);
  });

  it('follows the editor and what happens to its files', async () => {
    const remote = new Remote({ 'docs/boil.md': DOCUMENT, 'src/boil.ts': CODE });
    const texts = new Map<string, string>();
    const project = await open(remote, texts);
    texts.set('test/boil.test.ts', '// @verifies REQ-1/AC1\ntest("boils", () => {});\n');
    await project.refresh(['test/boil.test.ts'], 'editor');
    assert.deepEqual(statuses(project), ['met', 'partial']);
    texts.delete('test/boil.test.ts');
    await project.refresh(['test/boil.test.ts'], 'editor');
    assert.deepEqual(statuses(project), ['partial', 'partial']);
    remote.files.delete('src/boil.ts');
    remote.files.set('lib/boil.ts', CODE);
    await project.refresh(['src/boil.ts', 'lib']);
    assert.deepEqual([...project.index.files.keys()].sort(), ['docs/boil.md', 'lib/boil.ts']);
    remote.files.set('reqtrace.yaml', 'exclude: ["lib/**"]\n');
    await project.refresh(['reqtrace.yaml']);
    assert.deepEqual(statuses(project), ['unmet', 'unmet']);
    remote.files.set('.gitignore', 'docs/\n');
    await project.refresh(['.gitignore']);
    assert.equal(project.index.files.has('docs/boil.md'), false);
  });

  // @verifies RT-8.2/AC1
  it('reads nothing behind a symbolic link, and says so', async () => {
    const remote = new Remote({
      'docs/boil.md': DOCUMENT,
      'src/boil.ts': CODE,
      'src/link.ts': CODE,
      '.gitignore': 'made/\n',
      'made/link.md': '',
    });
    const links = new Set(['link.ts', 'link.md']);
    remote.entries = async (path) => {
      const entries = await Remote.prototype.entries.call(remote, path);
      return entries?.map(([name, kind]) => [name, links.has(name) ? 'link' : kind]);
    };
    const skipped = ({ skipped: files }: Project): string[] => files.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`);
    const project = await open(remote);
    assert.deepEqual(skipped(project), ['src/link.ts: symbolic link']);
    assert.equal(project.index.files.has('src/link.ts'), true);
    assert.ok(!remote.asked.includes('src/link.ts'));
    links.clear();
    await project.refresh(['src/link.ts']);
    assert.deepEqual(skipped(project), []);
    assert.ok(remote.asked.includes('src/link.ts'));
  });

  // @verifies RT-8.2/AC2
  it('has all that was committed where nothing else can be in it', async () => {
    const files = { 'docs/boil.md': DOCUMENT, '.gitignore': '*.ts\n', '.ignore': 'docs/\n', 'src/boil.ts': CODE };
    const project = await openVirtualProject('vscode-vfs://github/owner/shop', new Remote(files), { today: '2026-11-21' });
    assert.deepEqual(statuses(project), ['partial', 'partial']);
    assert.deepEqual([...project.index.files.keys()].sort(), Object.keys(files).sort());
    assert.equal((await open(new Remote(files))).index.files.has('docs/boil.md'), false);
  });

  it('reads what a disk would have read', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...CODE].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    const remote = new Remote({
      'docs/boil.md': DOCUMENT,
      'src/boil.ts': utf16,
      'src/binary.ts': '\0',
      'src/big.ts': 'x'.repeat(4_200_000),
    });
    const project = await open(remote);
    assert.deepEqual(statuses(project), ['partial', 'partial']);
    assert.deepEqual(
      project.skipped.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`),
      ['src/big.ts: larger than 4 MB', 'src/binary.ts: binary'],
    );
  });

  it('is an error where it cannot be listed, and ends when nobody wants it any more', async () => {
    await assert.rejects(open({ entries: nothing, bytes: nothing, written: nothing }), /cannot be listed/u);
    const failing = new Remote({ 'docs/boil.md': DOCUMENT, 'src/boil.ts': CODE });
    failing.bytes = (path) => (path === 'src/boil.ts' ? Promise.reject(new Error('503')) : Remote.prototype.bytes.call(failing, path));
    const project = await open(failing);
    assert.deepEqual(
      project.skipped.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`),
      ['src/boil.ts: cannot be read'],
    );
    const closed = new Remote({ 'docs/boil.md': DOCUMENT, 'src/boil.ts': CODE });
    closed.entries = (path) => (path === 'src' ? Promise.reject(new Error('503')) : Remote.prototype.entries.call(closed, path));
    assert.deepEqual(
      (await open(closed)).skipped.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`),
      ['src: cannot be read'],
    );
    await assert.rejects(open({ entries: () => Promise.reject(new Error('503')), bytes: nothing, written: nothing }), /cannot be listed/u);
    const abort = new AbortController();
    const slow = new Remote({ 'docs/boil.md': DOCUMENT });
    slow.entries = () => {
      abort.abort(new Error('closed'));
      return Promise.resolve([['docs', 'folder']]);
    };
    await assert.rejects(openVirtualProject('memfs:/shop', slow, { signal: abort.signal }), /closed/u);
  });
});
