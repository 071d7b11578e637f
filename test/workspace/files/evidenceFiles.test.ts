import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { EvidenceFiles } from '../../../src/workspace/files/evidenceFiles.ts';
import { ignoredPlaces } from '../../../src/workspace/files/evidenceSearch.ts';
import { folders } from '../../support/workspace/folder.ts';

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

  /** Folders within folders, more than are looked into. */
  const deep = (levels: number): string => Array.from({ length: levels }, (_, at) => `f${at}`).join('/');
  const REPORT = '<testsuite><testcase name="a"/></testsuite>';

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
