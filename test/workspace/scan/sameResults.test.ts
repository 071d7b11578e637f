import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { IndexView } from '../../../src/index/view.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { emptyFacts } from '../../../src/model/facts.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { renderJson } from '../../../src/report/json/report.ts';
import { DiskFiles } from '../../../src/workspace/files/diskFiles.ts';
import { openProject } from '../../../src/workspace/openProject.ts';
import type { Project, ProjectOptions } from '../../../src/workspace/project.ts';
import { scannedFacts } from '../../../src/workspace/scan/scannedFacts.ts';
import { folders } from '../../support/workspace/folder.ts';
import type { Folder } from '../../support/workspace/folder.ts';

const make = folders();
const LONG_AGO = 1_500_000_000;

const DOCUMENT = [
  '# Plan',
  '',
  '### Integration Point 1.1: Orders',
  '',
  '**Integration Flow**: Shop ↔ Store',
  '',
  '**Acceptance Criteria**:',
  '- [x] Orders are kept',
  '- [ ] {#AC7} Orders are counted',
  '- ~~Orders are sung~~',
  '',
  '[Code](../src/file1.ts) and [nothing](missing.ts)',
  '',
  '### FR-2: Users {needs}',
  '',
  '**Covers**: IP-1.1',
  '',
  '1. **Given** a user',
  '',
  '| Metric | Target |',
  '| --- | --- |',
  '| Latency | < 200 ms at p95 |',
  '',
  '**Success Criteria**',
  '',
  '- SHA-1 is not used; see IP-1.1/AC9',
  '',
].join('\n');

/** A file of every kind that is read in its own way, and enough of the others to be shared out among workers. */
function everything(count: number): Record<string, string | Buffer> {
  const files: Record<string, string | Buffer> = {
    'reqtrace.yaml':
      'version: 1\ndocuments:\n  - { glob: "docs/**/*.md", steps: true, targets: true }\nwaivers:\n  - { ref: IP-1.1/AC7, reason: later, until: 2030-01-01 }\n',
    'docs/plan.md': DOCUMENT,
    'docs/plan-crlf.md':
      `\uFEFF---\nreqtrace:\n  key: other\n---\n${DOCUMENT.replaceAll('IP-1.1', 'IP-9.1').replace('1.1:', '9.1:')}`.replaceAll(
        '\n',
        '\r\n',
      ),
    'README.md': 'Prose that mentions IP-1.1 and FR-2.\n',
    'src/utf16.ts': Buffer.from('\uFEFF// @implements IP-1.1/AC1\n', 'utf16le'),
    'src/latin1.ts': Buffer.from('// käse @implements IP-1.1\n', 'latin1'),
    'src/binary.ts': Buffer.from('// @implements IP-1.1\0\n'),
    'src/large.ts': Buffer.alloc(4 * 1024 * 1024 + 1, 'x'),
    'src/bundle.js': `/* käse @implements IP-1.1 */${'f(1);'.repeat(20_000)}`,
    'src/chunk.js': `/* IP-1.1 and UTF-8 */${'f("日");'.repeat(20_000)}`,
    'src/data.js': 'f(1);'.repeat(20_000),
    'src/nearly.js': `/* IP-1.1 */${`${'日'.repeat(1000)}\n`.repeat(50)}`,
    'src/broken.ts': '// @implements ip-1.1, IP-1.1/AC99\n// @waives IP-1.1/AC1\n// @implements NO-1,\n',
    'src/name with ünïcode.py': 'def f():\n    """@implements IP-1.1/AC1~000000"""\n',
    'test/orders.test.ts': 'describe("IP-1.1", () => { it("AC1 keeps them", () => {}); });\n',
    'test/test_orders.py': 'def test_IP_1_1__AC1_keeps():\n    pass\n',
    'test/orders.feature': '@IP-1.1/AC7\nFeature: Orders\n',
    'data/picture.png': Buffer.of(1, 2, 3),
  };
  const noise = [
    '',
    '// ENC-8 and CVE-2021-44228\n',
    '// see IP-1.1 and ENC-8\n',
    '// @implements {IFoo}\n',
    '// @implements IP-1.1/AC1\nfunction reserve() {}\n',
  ];
  for (let at = 0; at < count; at += 1) files[`src/file${at}.ts`] = `${noise[at % noise.length] ?? ''}const a = ${at};\n`;
  return files;
}

/** What readers of an index see of every file and in the report. */
async function picture(root: string, index: IndexView): Promise<unknown> {
  const paths = (await new DiskFiles(root, true).list()).toSorted();
  return {
    files: paths.map((path) => [path, index.files.has(path), index.referencesIn(path), index.findings(path)]),
    report: renderJson(index, []),
    counts: index.counts(),
  };
}

const pictureOf = (project: Project): Promise<unknown> => picture(project.root, project.index);

/** The same from an index into which each file was read in full, one after the other. */
async function expectedOf(folder: Folder): Promise<unknown> {
  const source = new DiskFiles(folder.path, true);
  const configuration =
    readConfiguration('reqtrace.yaml', readFileSync(folder.at('reqtrace.yaml'), 'utf8')).configuration ?? DEFAULT_CONFIGURATION;
  const extractor = createExtractor(configuration);
  const index = new TraceIndex({ configuration, today: '2026-11-21' });
  for (const path of await source.list()) {
    const content = await source.read(path);
    const role = extractor.roleOf(path);
    if (role === 'other') index.update([{ path, facts: emptyFacts(path, role) }]);
    else if (content.kind === 'text') index.update([{ path, facts: extractor.extract(path, content.text) }]);
    else index.update([{ path, facts: scannedFacts(path, role, content) }]);
  }
  return picture(folder.path, index);
}

const open = (folder: Folder, options: ProjectOptions = {}): Promise<Project> =>
  openProject(folder.path, { today: '2026-11-21', ...options });

/** Files that changed long ago, since nothing is kept of what changed a moment ago. */
async function settle(folder: Folder): Promise<void> {
  for (const name of readdirSync(folder.path, { recursive: true, encoding: 'utf8' }))
    if (statSync(folder.at(name)).isFile()) utimesSync(folder.at(name), LONG_AGO, LONG_AGO);
  await new Promise((resolve) => setTimeout(resolve, 150));
}

function shardsOf(cache: Folder): string[] {
  return readdirSync(cache.path, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(cache.at(name)).isFile());
}

/** Patterns of a project's own; some of them leave hardly a file unread. */
const PATTERNS: Readonly<Record<string, string>> = {
  'a pattern for annotations': 'annotations:\n  - { pattern: "Implements: (?<ref>[A-Z]+-[0-9.]+)", kind: implements }\n',
  'patterns of which nothing is known beforehand': `ids: ["[A-Z]+[.][0-9]+"]\nannotations:\n  - { pattern: '(?<ref>[A-Z]+-\\d[.]\\d)', kind: verifies }\n`,
  'patterns with alternatives': `ids: ["HLR_[0-9]+|(?:SRS|IP)-[0-9]+x?"]\nannotations:\n  - { pattern: '(?:covers|käse:?) (?<ref>\\S+)', kind: verifies }\n`,
  'ids of the own shape': 'ids: ["HLR_[0-9]+"]\n',
};

describe('a folder with patterns of its own', () => {
  for (const [what, patterns] of Object.entries(PATTERNS)) {
    it(`says the same whatever is not read: ${what}`, async () => {
      const files = everything(20);
      files['reqtrace.yaml'] = `${String(files['reqtrace.yaml'])}${patterns}`;
      files['docs/own.md'] = '### HLR_7: Own\n\n### SRS-2x: Too\n';
      files['src/pattern.ts'] = '/* käse: IP-1.1 */ // Implements: FR-2\n// covers HLR_7, SRS-2x\n';
      files['src/pattern.unknown'] = 'covers SRS-2x\nImplements: IP-1.1/AC1\n// @implements IP-1.1\n';
      files['src/marked.unknown'] = `\uFEFFImplements: IP-1.1`;
      files['src/wide.unknown'] = Buffer.from('\uFEFFImplements: IP-1.1\n', 'utf16le');
      files['src/bytes.unknown'] = Buffer.from([0xe2, ...Buffer.from('Implements: IP-1.1\n'), 0xff]);
      files['src/binary.unknown'] = Buffer.from('Implements: IP-1.1\0');
      files['src/long.unknown'] = `Implements: IP-1.1 ${'x'.repeat(3000)}\nImplements: FR-2`;
      files['src/min.js'] = `${'f(1);'.repeat(20_000)}\n// Implements: IP-1.1, HLR_7\n`;
      files['test/test_own.py'] = 'def test_SRS_2():\n    pass\n\ndef test_IP_1_1__AC1_x():\n    pass\n';
      const folder = make(files);
      folder.git(['init']);
      await settle(folder);
      const expected = await expectedOf(folder);
      const cache = make();
      for (const round of ['empty', 'full'])
        assert.deepEqual(await pictureOf(await open(folder, { cacheFolder: cache.path })), expected, `${round} cache`);
      folder.write('docs/encoding.md', '# ENC-8: Encoding\n');
      assert.deepEqual(await pictureOf(await open(folder, { cacheFolder: cache.path })), await expectedOf(folder));
    });
  }
});

/** Where an editor waits for answers, this thread reads few files itself. */
const EDITOR: ProjectOptions = { openTexts: new Map() };

for (const [how, count, where] of [
  ['read here', 20, {}],
  ['with many files, read here', 240, {}],
  ['read by workers', 240, EDITOR],
] as const) {
  describe(`a folder ${how}`, () => {
    const openIt = (folder: Folder, options: ProjectOptions = {}): Promise<Project> => open(folder, { ...where, ...options });
    const prepare = async (): Promise<{ folder: Folder; cache: Folder; expected: unknown }> => {
      const folder = make(everything(count));
      folder.git(['init']);
      symlinkSync('file1.ts', folder.at('src/link.ts'));
      await settle(folder);
      return { folder, cache: make(), expected: await expectedOf(folder) };
    };

    // @verifies RT-11.3/AC1~063cbf
    it('says the same with an empty cache, a full one and none', async () => {
      const { folder, cache, expected } = await prepare();
      const project = await openIt(folder);
      assert.deepEqual(await pictureOf(project), expected);
      assert.deepEqual(
        project.skipped.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`),
        [
          'src/binary.ts: binary',
          'src/bundle.js: minified with annotations in it',
          'src/chunk.js: minified',
          'src/data.js: minified',
          'src/large.ts: larger than 4 MB',
          'src/link.ts: symbolic link',
        ],
      );
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.path })), expected);
      const shards = shardsOf(cache);
      assert.ok(shards.length >= 2);
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.path })), expected);
      assert.deepEqual(shardsOf(cache), shards);
    });

    it('wakes files when a requirement gets ids of their prefix', async () => {
      const { folder, cache } = await prepare();
      await openIt(folder, { cacheFolder: cache.path });
      folder.write('docs/encoding.md', '# ENC-8: Encoding\n');
      const project = await openIt(folder, { cacheFolder: cache.path });
      const mentions = project.index.referencesTo('docs/encoding#ENC-8').filter(({ use }) => use === 'mention').length;
      assert.ok(mentions > count / 5);
      assert.deepEqual(await pictureOf(project), await expectedOf(folder));
    });

    if (count > 100) return;

    it('answers from the cache where nothing changed', async () => {
      const { folder, cache, expected } = await prepare();
      await openIt(folder, { cacheFolder: cache.path });
      const before = shardsOf(cache).map((name) => statSync(cache.at(name)).mtimeMs);
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.path })), expected);
      assert.deepEqual(
        shardsOf(cache).map((name) => statSync(cache.at(name)).mtimeMs),
        before,
        'nothing had to be read, so nothing was written',
      );
    });

    it('notices what changed, came and went', async () => {
      const { folder, cache } = await prepare();
      await openIt(folder, { cacheFolder: cache.path });
      folder.write('src/file1.ts', '// @verifies FR-2\n');
      folder.write('src/new.ts', '// @implements FR-2\n');
      folder.write('docs/plan.md', DOCUMENT.replace('Orders are kept', 'All orders are kept'));
      folder.remove('src/file4.ts');
      const expected = await expectedOf(folder);
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.path })), expected);
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.path })), expected);
    });

    // @verifies RT-11.3/AC2~67d231
    it('notices a change that leaves size and time as they were', async () => {
      const { folder, cache } = await prepare();
      await openIt(folder, { cacheFolder: cache.path });
      folder.write('src/file4.ts', '// @implements IP-1.1/AC7\nfunction reserve() {}\nconst a = 4;\n');
      utimesSync(folder.at('src/file4.ts'), LONG_AGO, LONG_AGO);
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.path })), await expectedOf(folder));
    });

    it('makes do with a cache that is damaged or cannot be written', async () => {
      const { folder, cache, expected } = await prepare();
      await openIt(folder, { cacheFolder: cache.path });
      for (const [at, name] of shardsOf(cache).entries()) {
        if (at % 2 === 0) truncateSync(cache.at(name), 50);
        else writeFileSync(cache.at(name), 'not ours');
      }
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.path })), expected);
      cache.write('a-file', '');
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: cache.at('a-file') })), expected);
      assert.deepEqual(await pictureOf(await openIt(folder, { cacheFolder: path.join(cache.at('a-file'), 'below') })), expected);
    });
  });
}
