import assert from 'node:assert/strict';
import { runTime } from '../../../src/formats/evidence/runTime.ts';

const WRITTEN = Date.UTC(2026, 10, 20, 12, 5);
const HOUR = 60 * 60 * 1000;

const CASES: readonly (readonly [timestamp: string | undefined, time: number])[] = [
  [undefined, WRITTEN],
  ['', WRITTEN],
  ['yesterday', WRITTEN],
  ['2026-13-45T10:00:00Z', WRITTEN],
  ['2026-11-20T10:00:00Z', WRITTEN - 2 * HOUR - 5 * 60_000],
  ['2026-11-20T10:00:00.500Z', WRITTEN - 2 * HOUR - 5 * 60_000 + 500],
  ['2026-11-20T10:00:00+02:00', WRITTEN - 4 * HOUR - 5 * 60_000],
  ['Fri, 20 Nov 2026 10:00:00 GMT', WRITTEN - 2 * HOUR - 5 * 60_000],
  ['1795176000', 1795176000000],
  ['1795176000123', 1795176000123],
  // Without a zone: UTC, two hours east, five and a half hours east, eight hours west; the run took four minutes.
  ['2026-11-20T12:01:00', WRITTEN - 4 * 60_000],
  ['2026-11-20T14:01:00', WRITTEN - 4 * 60_000],
  ['2026-11-20 17:31:00', WRITTEN - 4 * 60_000],
  ['2026-11-20T04:01:00', WRITTEN - 4 * 60_000],
  // The file was moved days later.
  ['2026-11-01T10:00:00', Date.UTC(2026, 10, 1, 10)],
];

describe('the time of a run', () => {
  for (const [timestamp, time] of CASES) {
    it(`is told by ${timestamp}`, () => assert.equal(new Date(runTime(timestamp, WRITTEN)).toISOString(), new Date(time).toISOString()));
  }
});
