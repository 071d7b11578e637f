import assert from 'node:assert/strict';
import { areOneRun } from '../../../src/index/evidence/oneRun.ts';

const HOUR = 60 * 60 * 1000;

/** Whether reports are of one run; the second came an hour later. */
const PATHS: readonly (readonly [a: string, b: string, one: boolean])[] = [
  ['test-results/windows/junit.xml', 'test-results/ubuntu/junit.xml', true],
  ['artifacts/shard-1/a/junit.xml', 'artifacts/shard-2/a/junit.xml', true],
  ['artifacts/windows/20/junit.xml', 'artifacts/ubuntu/22/junit.xml', true],
  ['windows/junit.xml', 'ubuntu/junit.xml', true],
  // Names of platforms in folders, in names, in both.
  ['artifacts/windows/junit-windows.xml', 'artifacts/ubuntu/junit-ubuntu.xml', true],
  ['windows/junit-windows.xml', 'ubuntu/junit-ubuntu.xml', true],
  ['results/junit-windows.xml', 'results/junit-ubuntu.xml', true],
  ['results/junit-windows-2022.xml', 'results/junit-linux.xml', true],
  ['results/junit-windows-20.xml', 'results/junit-ubuntu-24.xml', true],
  ['results/junit-chromium.xml', 'results/junit-mobile-safari.xml', true],
  ['results/junit_py3.12.xml', 'results/junit_py3.13t.xml', true],
  ['results/TestReportWindows.xml', 'results/TestReportUbuntu.xml', true],
  ['results/windows.xml', 'results/ubuntu.xml', true],
  ['results/unit-results.xml', 'results/e2e-results.xml', true],
  ['results/try.1.xml', 'results/try.2.xml', true],
  ['artifacts/results-windows-latest-20/junit.xml', 'artifacts/results-ubuntu-latest-24/junit.xml', true],
  // Other depths and formats.
  ['artifacts/windows/out/junit.xml', 'artifacts/ubuntu/junit.xml', true],
  ['windows/out/junit.xml', 'ubuntu/junit.xml', true],
  ['artifacts/windows/results.tap', 'artifacts/ubuntu/junit.xml', true],
  ['results/a/junit.xml', 'results/b/report.xml', true],
  // The same date or number of a build in both.
  ['artifacts/windows-2026-11-29/junit.xml', 'artifacts/ubuntu-2026-11-29/junit.xml', true],
  ['artifacts/junit-windows-12345678901.xml', 'artifacts/junit-ubuntu-12345678901.xml', true],
  ['artifacts/2026-11-29/windows/junit.xml', 'artifacts/2026-11-29/ubuntu/junit.xml', true],
  ['artifacts/windows-20261129-101010/junit.xml', 'artifacts/ubuntu-20261129-101530/junit.xml', true],
  // Names that say nothing but that they are reports.
  ['results/junit.xml', 'results/other.xml', false],
  ['results/junit.xml', 'results/test-results.xml', false],
  ['results/junit.xml', 'results/junit-windows.xml', false],
  ['results/junit.xml', 'results/junit.json', false],
  ['results/junit.xml', 'results/unit/junit.xml', false],
  ['junit.xml', 'results/junit.xml', false],
  ['coverage/junit.xml', 'reports/mocha/results.xml', false],
  // One after the other.
  ['results/2026-11-28/junit.xml', 'results/2026-11-29/junit.xml', false],
  ['results/2026-11-28/windows/junit.xml', 'results/2026-11-29/ubuntu/junit.xml', false],
  ['results/run_20261128_1010/junit.xml', 'results/run_20261129_1010/junit.xml', false],
  ['results/run_20261129_1010/junit.xml', 'results/run_20261129_1530/junit.xml', false],
  ['results/2026-11-29T10-10-10Z/junit.xml', 'results/2026-11-29T15-30-00Z/junit.xml', false],
  ['results/junit-2026-11-28.xml', 'results/junit-2026-11-29.xml', false],
  ['results/junit-1764410000.xml', 'results/junit-1764420000.xml', false],
];

describe('reports of one run', () => {
  for (const [a, b, one] of PATHS) {
    it(`are ${one ? '' : 'not '}${a} and ${b}`, () => {
      assert.equal(areOneRun({ path: a, time: 0 }, { path: b, time: HOUR }), one);
      assert.equal(areOneRun({ path: b, time: HOUR }, { path: a, time: 0 }), one);
    });
  }

  for (const [a, b, one] of [
    ['coverage/junit.xml', 'reports/junit.xml', false],
    ['r/windows/junit.xml', 'r/ubuntu/junit.xml', true],
    ['r/windows.xml', 'r/ubuntu.xml', true],
    ['r/windows-20261122.xml', 'r/ubuntu-20261129.xml', false],
  ] as const) {
    it(`are ${one ? '' : 'not '}${a} and ${b} of a week later`, () => {
      assert.equal(areOneRun({ path: a, time: 0 }, { path: b, time: 7 * 24 * HOUR }), one);
    });
  }
});
