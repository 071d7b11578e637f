import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import nodePath from 'node:path';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { EvidenceFiles } from '../../../../src/workspace/files/evidence/evidenceFiles.ts';
import { ignoredPlaces } from '../../../../src/workspace/files/evidence/passedOver.ts';
import { folders } from '../../../support/workspace/folder.ts';

const make = folders();

describe('EvidenceFiles', () => {
  it('names one of the files that are too many', async () => {
    const paths = Array.from({ length: 5002 }, (_, at) => `out/${at}.xml`);
    const folder = make(Object.fromEntries(paths.map((path) => [path, ''])));
    const configuration = { ...DEFAULT_CONFIGURATION, evidence: { results: ['out/*.xml'], coverage: [] } };
    const found = async (listed: readonly string[]) => {
      const files = new EvidenceFiles(folder.path);
      await files.find(configuration, listed, []);
      return files.files.flatMap(({ path, lost = [] }) => (lost.some(({ text }) => text.startsWith('there are more than')) ? [path] : []));
    };
    assert.deepEqual(await found(paths), ['out/5000.xml']);
    assert.deepEqual(await found(paths.slice(0, 5000)), []);
  });

  const REPORT = '<testsuite><testcase name="a"/></testsuite>';

  /** Where a link lies and what it says, what else lies there, and what is read and lost. */
  const LINKS: readonly (readonly [
    what: string,
    link: string,
    target: string,
    others: readonly string[],
    read: string,
    lost: string,
    unread: string,
  ])[] = [
    ['to nothing that is read', 'junit.xml', 'run/all.out', ['run/all.out'], '', 'junit.xml', 'junit.xml'],
    ['to what is read itself', 'junit.xml', 'run/TEST-a.xml', ['run/TEST-a.xml'], 'run/TEST-a.xml', '', ''],
    ['out of the folder', 'junit.xml', '../elsewhere/junit.xml', [], '', 'junit.xml', 'junit.xml'],
    ['to nothing', 'out/junit.xml', 'gone.xml', [], '', 'out/junit.xml', 'out/junit.xml'],
    ['to another link', 'out/junit.xml', 'junit.xml', [], '', 'out/junit.xml', 'out/junit.xml'],
    ['that may be anything', 'report.xml', 'run/all.out', ['run/all.out'], '', '', 'report.xml'],
    ['with line coverage', 'lcov.info', 'run/all.out', ['run/all.out'], '', 'lcov.info', 'lcov.info'],
    ['of another kind', 'README.md', 'run/all.out', ['run/all.out'], '', '', ''],
  ];
  for (const [what, link, target, others, read, lost, unread] of LINKS) {
    for (const isIgnored of [false, true])
      it(`names a link ${what}, ${isIgnored ? 'ignored' : 'listed'}`, async function () {
        if (process.platform === 'win32') this.skip();
        const folder = make({ ...Object.fromEntries(others.map((path) => [path, REPORT])), 'out/other.txt': '' });
        symlinkSync(target, nodePath.join(folder.path, link));
        const files = new EvidenceFiles(folder.path);
        await files.find(DEFAULT_CONFIGURATION, isIgnored ? [] : [link, ...others], isIgnored ? ['/'] : []);
        assert.equal(files.files.flatMap(({ path, results }) => (results.length > 0 ? [path] : [])).join(), read);
        assert.equal(files.files.flatMap((file) => (file.lost ? [file.path] : [])).join(), lost);
        assert.equal(files.unread.map(({ path }) => path).join(), unread);
        const before = files.files;
        files.refresh(DEFAULT_CONFIGURATION, new Set([link]));
        assert.equal(files.files, before);
      });
  }

  /** Folders within folders, more than are looked into. */
  const deep = (levels: number): string => Array.from({ length: levels }, (_, at) => `f${at}`).join('/');

  /** Globs of results and of coverage, and what is found and named of a report that lies too deep in a folder that git ignores. */
  const GLOBS: readonly (readonly [what: string, results: readonly string[], coverage: readonly string[], found: boolean, cut: boolean])[] =
    [
      ['everywhere', DEFAULT_CONFIGURATION.evidence.results, DEFAULT_CONFIGURATION.evidence.coverage, false, true],
      ['in a folder above', [`out/**/junit.xml`], [], false, true],
      ['in a folder near it', [`out/${deep(20)}/**/junit.xml`], [], true, false],
      ['in its folder', [`out/${deep(30)}/*.xml`], [], true, false],
      ['in its folder, and coverage everywhere', [`out/${deep(30)}/*.xml`], ['**/lcov.info'], true, true],
      ['elsewhere', ['reports/*.xml'], [], false, false],
    ];
  for (const [what, results, coverage, isFound, isCut] of GLOBS) {
    it(`names where the search ended: ${what}`, async () => {
      const folder = make({ [`out/${deep(30)}/junit.xml`]: REPORT, 'out/near.txt': '' });
      const files = new EvidenceFiles(folder.path);
      await files.find({ ...DEFAULT_CONFIGURATION, evidence: { results, coverage } }, [], ['out/']);
      assert.equal(
        files.files.some((file) => file.results.length > 0),
        isFound,
      );
      assert.equal(
        files.files.some(({ cut }) => cut !== undefined),
        isCut,
      );
      assert.deepEqual(
        files.unread.map(({ path, reason }) => `${path.length > 0} ${inEnglish(reason)}`),
        isCut
          ? [
              'true there are more than 10000 folders that git ignores, or more than 24 in one another; name those with results under "evidence" in reqtrace.yaml',
            ]
          : [],
      );
    });
  }

  it('names a folder that appears and is too deep', async () => {
    const folder = make({ 'a.txt': '' });
    const files = new EvidenceFiles(folder.path);
    await files.find(DEFAULT_CONFIGURATION, [], []);
    folder.write(`out/${deep(30)}/junit.xml`, REPORT);
    files.refresh(DEFAULT_CONFIGURATION, new Set(['out']));
    assert.equal(files.unread.length, 1);
    await files.find(DEFAULT_CONFIGURATION, [], []);
    assert.equal(files.unread.length, 0);
  });

  it('names a file that is too large', async () => {
    const folder = make({ 'junit.xml': Buffer.alloc(33 * 1024 * 1024) });
    const files = new EvidenceFiles(folder.path);
    await files.find(DEFAULT_CONFIGURATION, ['junit.xml'], []);
    assert.deepEqual(
      files.unread.map(({ path, reason }) => `${path}: ${inEnglish(reason)}`),
      ['junit.xml: it is larger than 32 MB; leave the output of the tests out of it'],
    );
    assert.equal(files.files[0]?.lost?.length, 1);
  });

  it('looks into no folder of dependencies that git ignores', () => {
    const ignored = ['vendor/', 'a/Pods/', 'vendor/out/', 'build/', 'junit.xml'];
    assert.deepEqual(ignoredPlaces({ ignored, added: [] }), ['vendor/out/', 'build/', 'junit.xml']);
  });
});
