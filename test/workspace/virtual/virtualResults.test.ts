import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Project } from '../../../src/workspace/project.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { openVirtualProject } from '../../../src/workspace/virtual/openVirtualProject.ts';
import { Remote } from '../../support/workspace/remote.ts';

const DAY = 24 * 60 * 60 * 1000;
const RUN = Date.UTC(2026, 10, 20);

const FOLDER = {
  'docs/boil.md': '## REQ-1: Boil\n\n**Acceptance Criteria**:\n\n- It boils\n- It stops\n',
  'src/boil.ts': '// @implements REQ-1\nexport function boil() {}\n',
  'test/boil.test.ts':
    "describe('b', () => {\n  // @verifies REQ-1/AC1\n  it('boils', () => {});\n\n  // @verifies REQ-1/AC2\n  it('stops', () => {});\n});\n",
};

const junit = (boils: string, stops: string): string =>
  `<testsuites><testsuite name="b" file="test/boil.test.ts"><testcase name="boils">${boils}</testcase><testcase name="stops">${stops}</testcase></testsuite></testsuites>`;

const FAILED = junit('<failure message="cold"/>', '');
const PASSED = junit('', '');

/** A folder with more files in it, code written a day before the run and reports at its time. */
function remote(files: Readonly<Record<string, string | Uint8Array>>, times: 'known' | 'unknown' | 'none' = 'known'): Remote {
  const made = new Remote({ ...FOLDER, ...files });
  const timeOf = (path: string): number => (path in FOLDER ? RUN - DAY : RUN);
  for (const path of made.files.keys()) if (times !== 'none') made.times.set(path, times === 'unknown' ? 1 : timeOf(path));
  return made;
}

const open = (folder: Remote, root = 'memfs:/shop'): Promise<Project> => openVirtualProject(root, folder, { today: '2026-11-21' });

/** What is known of both criteria: `failing`, `proven`, `outdated` or `unproven`. */
const known = ({ index }: Project): string[] =>
  ['AC1', 'AC2'].map((criterion) => {
    const { status, proof, outdated } = index.coverage(`docs/boil#REQ-1/${criterion}`);
    if (status === 'failing') return status;
    return outdated ? 'outdated' : proof;
  });

const skipped = ({ skipped: files }: Project): string[] => files.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`);

describe('results of test runs in a folder that has no disk', () => {
  const UNKNOWN = 'nobody knows whether it is of the present code, since this folder does not say when files were written';
  // @verifies RT-8.2/AC4
  for (const [name, folder, expected, unread] of [
    ['a run of the present code', remote({ 'junit.xml': PASSED }), ['proven', 'proven'], []],
    ['a test that failed', remote({ 'junit.xml': FAILED }), ['failing', 'proven'], []],
    ['one in an ignored folder', remote({ '.gitignore': 'out/\n', 'out/a/junit.xml': FAILED }), ['failing', 'proven'], []],
    ['one that is ignored itself', remote({ '.gitignore': '*.xml\n', 'junit.xml': FAILED }), ['failing', 'proven'], []],
    ['one in the folder of other people', remote({ 'node_modules/a/junit.xml': FAILED }), ['unknown', 'unknown'], []],
    ['a packed one', remote({ 'junit.xml.gz': gzipSync(FAILED) }), ['failing', 'proven'], []],
    [
      'a damaged packed one',
      remote({ 'junit.xml.gz': gzipSync(FAILED).subarray(0, 20) }),
      ['unknown', 'unknown'],
      ['junit.xml.gz: it cannot be read'],
    ],
    ['a name of anything with a report in it', remote({ 'report.xml': FAILED }), ['failing', 'proven'], []],
    ['a name of anything without one', remote({ 'report.xml': '<html/>' }), ['unknown', 'unknown'], []],
    [
      'a glob of the project',
      remote({ 'reqtrace.yaml': 'evidence:\n  results: [out/run.xml]\n', 'out/run.xml': FAILED }),
      ['failing', 'proven'],
      [],
    ],
    ['no time, as in a commit', remote({ 'junit.xml': FAILED }, 'none'), ['failing', 'unproven'], []],
    ['a time that is none', remote({ 'junit.xml': PASSED }, 'unknown'), ['unknown', 'unknown'], [`junit.xml: ${UNKNOWN}`]],
  ] as const) {
    it(`are read: ${name}`, async () => {
      const project = await open(folder);
      assert.deepEqual(known(project), expected);
      assert.deepEqual(skipped(project), unread);
    });
  }

  // @verifies RT-8.2/AC4
  it('prove nothing in a folder of GitHub, whatever time it gives, and can fail', async () => {
    assert.deepEqual(known(await open(remote({ 'junit.xml': FAILED }), 'vscode-vfs://github/owner/shop')), ['failing', 'unproven']);
  });

  // @verifies RT-8.2/AC4
  it('prove nothing of code that is newer, or whose time nobody knows', async () => {
    for (const time of [RUN + DAY, undefined]) {
      const folder = remote({ 'junit.xml': PASSED });
      if (time === undefined) folder.times.delete('src/boil.ts');
      else folder.times.set('src/boil.ts', time);
      assert.deepEqual(known(await open(folder)), ['outdated', 'outdated']);
    }
  });

  // @verifies RT-8.2/AC4
  it('are followed: reports come, change and go, and code changes', async () => {
    const folder = remote({ '.gitignore': 'out/\n' });
    const project = await open(folder);
    const put = async (path: string, text: string | undefined, time = RUN): Promise<string[]> => {
      if (text === undefined) folder.files.delete(path);
      else folder.files.set(path, text);
      folder.times.set(path, time);
      await project.refresh([path]);
      return known(project);
    };
    assert.deepEqual(known(project), ['unknown', 'unknown']);
    assert.deepEqual(await put('out/junit.xml', FAILED), ['failing', 'proven']);
    assert.deepEqual(await put('out/junit.xml', PASSED, RUN + 1), ['proven', 'proven']);
    assert.deepEqual(await put('src/boil.ts', FOLDER['src/boil.ts'], RUN + DAY), ['outdated', 'outdated']);
    assert.deepEqual(await put('out/junit.xml', PASSED, RUN + 2 * DAY), ['proven', 'proven']);
    assert.deepEqual(await put('out/junit.xml', undefined), ['unknown', 'unknown']);
  });

  // @verifies RT-8.2/AC4
  it('of line coverage find code that no test ran', async () => {
    const lcov = 'SF:src/boil.ts\nDA:2,0\nend_of_record\n';
    const codes = ({ index }: Project): string[] => index.findings('src/boil.ts').map(({ code }) => code);
    assert.ok(codes(await open(remote({ 'coverage/lcov.info': lcov }))).includes('not-executed'));
    assert.ok(!codes(await open(remote({ 'coverage/lcov.info': lcov }, 'none'))).includes('not-executed'));
  });

  // @verifies RT-8.2/AC4
  it('are looked for in so many ignored folders, and what was not looked into is named', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`out/a${String(at).padStart(3, '0')}/junit.txt`, '']));
    const project = await open(remote({ ...many, '.gitignore': 'out/\n' }));
    assert.deepEqual(skipped(project), [
      'out/a199: there are more than 200 folders that ignore files name; open the folder on a disk to have all looked into',
    ]);
  });

  // @verifies RT-8.2/AC4
  it('that name no file are of the one test of that name', async () => {
    const report = '<testsuites><testsuite name="b"><testcase name="boils"/><testcase name="stops"/></testsuite></testsuites>';
    assert.deepEqual(known(await open(remote({ 'junit.xml': report }))), ['proven', 'proven']);
    const rival = remote({ 'junit.xml': report, 'test/other.test.ts': "describe('b', () => {\n  it('boils', () => {});\n});\n" });
    assert.deepEqual(known(await open(rival)), ['unproven', 'proven']);
  });
});
