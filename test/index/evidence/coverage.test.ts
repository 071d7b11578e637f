import assert from 'node:assert/strict';
import type { CoveredFile, Evidence, EvidenceFile, Outcome, TestResult } from '../../../src/model/evidence.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import type { FindingCode } from '../../../src/model/finding.ts';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { inEnglish, say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import {
  annotation,
  code,
  declaration,
  document,
  findingsOf,
  indexOf,
  reference,
  requirement,
  told,
  waiver,
} from '../../support/index/build.ts';

const plan = document('plan.md', [requirement('IP-1', ['AC1', 'AC2'])]);
const implemented = code('a.ts', annotation('implements', 'IP-1', 0, { declaration: { ...declaration('reserve()'), lastLine: 4 } }));
/** Tests `AC1` and `AC2`, one for each criterion. */
const tests = code(
  'a.test.ts',
  ...['AC1', 'AC2'].map((id, line) => annotation('verifies', `IP-1/${id}`, line, { declaration: { ...declaration(id), kind: 'test' } })),
);
const ALL: readonly FileFacts[] = [plan, implemented, tests];

function result(title: string, outcome: Outcome): TestResult {
  return { outcome, groups: [], title };
}

function run(results: readonly TestResult[], more: Partial<EvidenceFile> = {}): EvidenceFile {
  return { path: 'results/a.xml', time: 100, results, coverage: [], problems: [], ...more };
}

function indexWith(evidence: Partial<Evidence>, files = ALL, configuration: Partial<Configuration> = {}): TraceIndex {
  const index = indexOf(files, configuration);
  index.setEvidence({ files: [], modified: new Map(), ...evidence });
  return index;
}

/** Status and proof of an item: `met proven`. */
function shown(index: TraceIndex, id: string): string {
  const { status, proof, outdated } = index.coverage(`plan#${id}`);
  return `${status} ${proof}${outdated ? ' outdated' : ''}`;
}

describe('coverage with results of tests', () => {
  const passed = [result('AC1', 'passed'), result('AC2', 'passed')];

  /** Results, then what is shown of AC1, AC2 and the requirement. */
  const CASES: readonly (readonly [what: string, results: readonly TestResult[], expected: readonly string[]])[] = [
    ['all passed', passed, ['met proven', 'met proven', 'met proven']],
    ['one failed', [result('AC1', 'failed'), result('AC2', 'passed')], ['failing unproven', 'met proven', 'failing unproven']],
    ['one was skipped', [result('AC1', 'skipped'), result('AC2', 'passed')], ['met unproven', 'met proven', 'met unproven']],
    ['one is not there', [result('AC2', 'passed')], ['met unproven', 'met proven', 'met unproven']],
    ['there are only others', [result('another', 'failed')], ['met unproven', 'met unproven', 'met unproven']],
  ];
  for (const [what, results, expected] of CASES) {
    it(`where ${what}`, () => {
      const index = indexWith({ files: [run(results)] });
      assert.deepEqual(
        ['IP-1/AC1', 'IP-1/AC2', 'IP-1'].map((id) => shown(index, id)),
        expected,
      );
    });
  }

  it('knows of no proof where there are no results', () => {
    assert.equal(shown(indexOf(ALL), 'IP-1/AC1'), 'met unknown');
    const lines: CoveredFile = { file: 'a.ts', hit: [2], missed: [] };
    assert.equal(shown(indexWith({ files: [run([], { coverage: [lines] })] }), 'IP-1/AC1'), 'met unknown');
  });

  it('asks no proof of what needs no test', () => {
    const index = indexWith({ files: [run(passed)] }, [plan, implemented], { needs: ['implements'] });
    assert.equal(shown(index, 'IP-1/AC1'), 'met unknown');
  });

  // @verifies RT-4.1/AC3~769d08
  it('lets no waiver and no pin hide a failure', () => {
    const pinned = code(
      'b.test.ts',
      annotation('verifies', 'IP-1/AC1~000000', 0, { declaration: { ...declaration('AC1'), kind: 'test' } }),
    );
    const accepted = { ...code('w.ts'), waivers: [waiver('IP-1/AC1')] };
    const index = indexWith({ files: [run([result('AC1', 'failed')])] }, [plan, pinned, accepted]);
    assert.equal(index.coverage('plan#IP-1/AC1').status, 'failing');
    assert.equal(index.counts().failing, 1);
  });

  it('proves a requirement by the lower ones that cover it', () => {
    const lower = document('low.md', [requirement('IP-2', [], { covers: [reference('IP-1/AC1', 5)] })]);
    const parts = [
      plan,
      lower,
      code('b.ts', annotation('implements', 'IP-2')),
      code('b.test.ts', annotation('verifies', 'IP-2', 0, { declaration: declaration('low') })),
    ];
    assert.equal(shown(indexWith({ files: [run([result('low', 'passed')])] }, parts), 'IP-1/AC1'), 'met proven');
    assert.equal(shown(indexWith({ files: [run([result('low', 'skipped')])] }, parts), 'IP-1/AC1'), 'met unproven');
  });

  it('is outdated where the test or the code is newer than the run', () => {
    const at = (...modified: [string, number][]): TraceIndex => indexWith({ files: [run(passed)], modified: new Map(modified) });
    assert.equal(shown(at(['a.ts', 100], ['a.test.ts', 90]), 'IP-1/AC1'), 'met proven');
    assert.equal(shown(at(['a.ts', 101]), 'IP-1/AC1'), 'met proven outdated');
    assert.equal(shown(at(['a.test.ts', 101]), 'IP-1'), 'met proven outdated');
  });

  it('tells what changed when only times of files did', () => {
    const index = indexOf([...ALL, document('other.md', [requirement('IP-9')])]);
    const files = [run(passed)];
    index.setEvidence({ files, modified: new Map() });
    const { changedItems, changedFiles } = index.setEvidence({ files, modified: new Map([['a.ts', 200]]) });
    assert.deepEqual([...changedItems].sort(), ['plan#IP-1', 'plan#IP-1/AC1', 'plan#IP-1/AC2']);
    assert.deepEqual([...changedFiles], ['plan.md']);
  });
});

describe('findings on results of tests', () => {
  const all = (index: TraceIndex, finding: FindingCode, path: string): string[] => findingsOf(index, finding, path).map(told);

  // @verifies RT-4.2/AC9~e372fa
  it('failing-criterion names the test and the results', () => {
    const index = indexWith({ files: [run([result('AC1', 'failed'), result('AC2', 'passed')])] });
    const [finding, ...others] = findingsOf(index, 'failing-criterion', 'plan.md');
    assert.deepEqual(others, []);
    assert.equal(finding?.severity, 'error');
    assert.equal(finding.item, 'plan#IP-1/AC1');
    assert.equal(
      told(finding),
      '1:6 IP-1/AC1 is failing: "AC1" failed in the latest test results. Fix the code or the test, then rerun the tests',
    );
    assert.deepEqual(
      finding.related.map(({ path, message }) => `${path} ${inEnglish(message)}`),
      ['a.test.ts This test failed', 'results/a.xml Results of the run'],
    );
  });

  // @verifies RT-4.2/AC19~1fd0b1
  it('outdated-evidence names the file that is newer', () => {
    const index = indexWith({ files: [run([result('AC1', 'passed')])], modified: new Map([['a.ts', 101]]) });
    assert.deepEqual(all(index, 'outdated-evidence', 'plan.md'), [
      '1:6 The test results for IP-1/AC1 are older than a.ts. Rerun the tests',
    ]);
    assert.equal(findingsOf(index, 'outdated-evidence', 'plan.md')[0]?.severity, 'information');
  });

  // @verifies RT-4.2/AC12~5fe63b
  it('malformed-evidence stands in the file with the results, which need not be one of the project', () => {
    const problems = [{ code: 'malformed-evidence' as const, range: rangeAt(3, 0, 0), message: say('Cut off') }];
    const index = indexWith({ files: [run([], { problems })] });
    assert.deepEqual(all(index, 'malformed-evidence', 'results/a.xml'), ['3:0 Cut off']);
    assert.deepEqual(
      index
        .allFindings()
        .filter((finding) => finding.code === 'malformed-evidence')
        .map(({ severity }) => severity),
      ['warning'],
    );
    index.setEvidence({ files: [], modified: new Map() });
    assert.deepEqual(index.findings('results/a.xml'), []);
  });

  /** Lines that ran, lines that did not (both from 0; the declaration goes from 1 to 4), and whether the finding is made. */
  const LINES: readonly (readonly [hit: readonly number[], missed: readonly number[], found: boolean])[] = [
    [[], [2, 3], true],
    [[1], [2, 3], true],
    [[0, 5], [1, 2, 3, 4], true],
    [[3], [2, 4], false],
    [[1], [], false],
    [[], [5, 6], false],
  ];
  for (const [hit, missed, found] of LINES) {
    // @verifies RT-4.2/AC18~36c967
    it(`not-executed is ${found ? '' : 'not '}made where ${hit.join()} ran and ${missed.join()} did not`, () => {
      const index = indexWith({ files: [run([], { path: 'lcov.info', coverage: [{ file: '/ci/build/a.ts', hit, missed }] })] });
      const message =
        '0:15 No test executed reserve(), which implements IP-1. Test it, or move the annotation to the code that does the work';
      assert.deepEqual(all(index, 'not-executed', 'a.ts'), found ? [message] : []);
    });
  }

  it('not-executed is not made of coverage that is older than the file, or of another file', () => {
    const coverage = [{ file: 'a.ts', hit: [], missed: [2] }];
    assert.deepEqual(all(indexWith({ files: [run([], { coverage })], modified: new Map([['a.ts', 101]]) }), 'not-executed', 'a.ts'), []);
    const other = [{ file: 'lib/a.ts', hit: [], missed: [2] }];
    assert.equal(
      all(indexWith({ files: [run([], { coverage: other })] }, [plan, { ...implemented, path: 'src/a.ts' }]), 'not-executed', 'src/a.ts')
        .length,
      0,
    );
  });

  it('not-executed is not made where another run has a hit', () => {
    const files = [
      run([], { coverage: [{ file: 'a.ts', hit: [], missed: [2] }] }),
      run([], { path: 'b.info', coverage: [{ file: 'a.ts', hit: [2], missed: [] }] }),
    ];
    assert.deepEqual(all(indexWith({ files }), 'not-executed', 'a.ts'), []);
  });
});
