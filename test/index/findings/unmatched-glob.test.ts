import assert from 'node:assert/strict';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { EvidenceFile } from '../../../src/model/evidence.ts';
import { CONFIGURATION_FILE } from '../../../src/model/configuration.ts';
import { findingsOf, TODAY, told } from '../../support/index/build.ts';

const CODE = 'unmatched-glob';
const REQUIREMENT = '## REQ-1: Stock is counted\n';

function results(path: string): EvidenceFile {
  return { path, time: 0, results: [{ outcome: 'passed', groups: [], title: 'counts' }], coverage: [], problems: [] };
}

/** An index of texts and of files with results, with the means to change the texts. */
function project(yaml: string, files: Readonly<Record<string, string>>, evidence: readonly string[] = []) {
  const { configuration, facts } = readConfiguration(CONFIGURATION_FILE, yaml);
  assert.ok(configuration, yaml);
  const extractor = createExtractor(configuration);
  const index = new TraceIndex({ configuration, today: TODAY });
  const change = (path: string, text: string | undefined) =>
    index.update([{ path, facts: text === undefined ? undefined : extractor.extract(path, text) }]);
  index.update([
    { path: CONFIGURATION_FILE, facts },
    ...Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })),
  ]);
  index.setEvidence({ files: evidence.map(results), modified: new Map() });
  return { index, change };
}

function found(yaml: string, files: Readonly<Record<string, string>>, evidence: readonly string[] = []): string[] {
  return findingsOf(project(yaml, files, evidence).index, CODE, CONFIGURATION_FILE).map(
    (finding) => `${finding.severity} ${told(finding)}`,
  );
}

describe(CODE, () => {
  const docs = { 'docs/a.md': REQUIREMENT };
  const cases: readonly [
    what: string,
    yaml: string,
    files: Readonly<Record<string, string>>,
    evidence: readonly string[],
    ...told: string[],
  ][] = [
    ['globs that match', 'documents: [docs/**]\ntests: [docs/**]\n', docs, []],
    ['globs that hold by default', 'exclude: [nothing/**]\n', docs, []],
    [
      'a mistyped glob of documents',
      'documents: [docs/**, doc/**]\n',
      docs,
      [],
      'warning 0:21 "doc/**" of documents matches no file that is read',
    ],
    [
      'one with more to say',
      'documents:\n  - docs/**\n  - { glob: spec/**, steps: true }\n',
      docs,
      [],
      'warning 2:12 "spec/**" of documents matches no file that is read',
    ],
    [
      'files that are excluded',
      'documents: [docs/**, old/**]\nexclude: [old/**]\n',
      { ...docs, 'old/b.md': '' },
      [],
      'warning 0:21 "old/**" of documents matches no file that is read',
    ],
    ['a mistyped glob of tests', 'tests: [checks/**]\n', docs, [], 'warning 0:8 "checks/**" of tests matches no file that is read'],
    ['one of braces of which one part matches', 'documents: ["{docs,spec}/**"]\n', docs, []],
    [
      'results that are not there while no gate asks for them',
      'evidence: { results: [out/*.xml], coverage: [out/*.info] }\ngates: { a: { max: { unmet: 0 } } }\n',
      docs,
      [],
      'information 0:22 "out/*.xml" of evidence.results matches no file with test results: run the tests first, or correct the glob',
      'information 0:45 "out/*.info" of evidence.coverage matches no file with line coverage: run the tests with coverage first, or correct the glob',
    ],
    [
      'results that are not there while a gate asks for them',
      'evidence: { results: [out/*.xml] }\ngates: { a: { max: { unproven: 0 } } }\n',
      docs,
      [],
      'warning 0:22 "out/*.xml" of evidence.results matches no file with test results: run the tests first, or correct the glob',
    ],
    ['results that are there', 'evidence: { results: [out/*.xml] }\n', docs, ['out/a.xml']],
    ['results of a folder where nothing is to be proven', 'evidence: { results: [out/*.xml] }\n', {}, []],
  ];
  for (const [what, yaml, files, evidence, ...expected] of cases) {
    // @verifies RT-4.2/AC23~b5e46b
    it(`knows ${what}`, () => assert.deepEqual(found(yaml, files, evidence), expected));
  }

  it('comes and goes with the files and the results', () => {
    const { index, change } = project('documents: [docs/**, spec/**]\nevidence: { results: [out/*.xml] }\n', docs);
    const now = () => findingsOf(index, CODE, CONFIGURATION_FILE).map(({ range }) => range.start.line);
    assert.deepEqual(now(), [0, 1]);
    assert.ok(change('spec/b.md', '').changedFiles.has(CONFIGURATION_FILE));
    assert.deepEqual([now(), index.unmatchedGlobs.length], [[1], 1]);
    assert.ok(index.setEvidence({ files: [results('out/a.xml')], modified: new Map() }).changedFiles.has(CONFIGURATION_FILE));
    assert.deepEqual([now(), index.unmatchedGlobs.length], [[], 0]);
    change('spec/b.md', undefined);
    assert.deepEqual(now(), [0]);
  });
});

describe('no-requirements', () => {
  const severities = (yaml: string, files: Readonly<Record<string, string>>) =>
    findingsOf(project(yaml, files).index, 'no-requirements', CONFIGURATION_FILE).map(({ severity }) => severity);

  // @verifies RT-4.2/AC17~aef982
  it('is a hint, and a warning where a gate is to hold', () => {
    assert.deepEqual(severities('siteRoot: docs\n', {}), ['information']);
    assert.deepEqual(severities('gates: { a: { max: { unmet: 0 } } }\n', { 'docs/a.md': '# Stock\n' }), ['warning']);
    assert.deepEqual(severities('gates: { a: { max: { unmet: 0 } } }\n', docs()), []);
  });

  it('goes with the first requirement and comes back when it is gone', () => {
    const { index, change } = project('gates: { a: { max: { unmet: 0 } } }\n', {});
    const now = () => findingsOf(index, 'no-requirements', CONFIGURATION_FILE).length;
    change('docs/a.md', '# Stock\n');
    assert.equal(now(), 1);
    change('docs/a.md', REQUIREMENT);
    assert.equal(now(), 0);
    change('docs/a.md', '# Stock\n');
    assert.equal(now(), 1);
  });

  function docs(): Readonly<Record<string, string>> {
    return { 'docs/a.md': REQUIREMENT };
  }
});
