import assert from 'node:assert/strict';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import { isOfRun, withTrueTime } from '../../../src/formats/evidence/trueTime.ts';
import { inEnglish } from '../../../src/model/message.ts';

/** When the report was committed, when it was checked out, and now. */
const [WRITTEN, CHECKED_OUT, NOW] = ['2026-11-20T10:00:00Z', '2026-11-21T08:00:00Z', '2026-11-21T08:05:00Z'].map((each) =>
  Date.parse(each),
) as [number, number, number];

const HOUR = 60 * 60 * 1000;

const CASES =
  '<testcase classname="a" name="passes"/><testcase classname="a" name="fails"><failure/></testcase><testcase classname="a" name="waits"><skipped/></testcase>';
const junit = (timestamp?: string): string =>
  `<testsuite name="s"${timestamp === undefined ? '' : ` timestamp="${timestamp}"`}>${CASES}</testsuite>`;

function dated(text: string, written: number | undefined) {
  return withTrueTime(readEvidence('reports/any.file', text, CHECKED_OUT), { written, now: NOW });
}

describe('what a report says of when its tests ran', () => {
  const future: readonly [what: string, text: string, when: string, written?: number][] = [
    ['an hour after it was committed', junit('2026-11-20T11:00:00Z'), '2026-11-20 11:00'],
    ['a quarter of an hour after it was committed', junit('2026-11-20T10:15:00Z'), '2026-11-20 10:15'],
    ['before the commit by the clock of another zone', junit('2026-11-20T09:30:00-02:00'), '2026-11-20 11:30'],
    ['after the commit and before the checkout', junit('2026-11-21T07:59:00Z'), '2026-11-21 07:59'],
    ['days after it was committed, without a zone', junit('2026-11-23T10:00:00'), '2026-11-23 10:00'],
    ['in years', junit('2099-01-01T00:00:00Z'), '2099-01-01 00:00'],
    ['in years, in seconds since 1970', junit('4070908800'), '2099-01-01 00:00'],
    [
      'in years, in milliseconds',
      `{"stats":{},"startTime":4070908800000,"numTotalTests":1,"testResults":[{"name":"/a.test.js","assertionResults":[{"title":"passes","ancestorTitles":[],"status":"passed"},{"title":"fails","ancestorTitles":[],"status":"failed"},{"title":"waits","ancestorTitles":[],"status":"pending"}]}]}`,
      '2099-01-01 00:00',
    ],
    ['in years, and nobody committed it', junit('2099-01-01T00:00:00Z'), '2099-01-01 00:00', NaN],
    ['in days, and nobody committed it', junit('2026-11-23T10:00:00Z'), '2026-11-23 10:00', NaN],
  ];
  for (const [what, text, when, written = WRITTEN] of future) {
    // @verifies RT-3.2/AC7~1e5266
    it(`${what} lets nothing pass`, () => {
      const known = Number.isNaN(written) ? undefined : written;
      const { time, results, problems, lost = [] } = dated(text, known);
      assert.deepEqual([time, results.map(({ title }) => title)], [known ?? NOW, ['fails', 'waits']]);
      assert.deepEqual(
        problems.map(({ code, message }) => [code, inEnglish(message)]),
        [
          [
            'malformed-evidence',
            `This file says that its tests ran at ${when} UTC, which is after it was written. Its passed tests do not prove anything. Rerun the tests to regenerate it`,
          ],
        ],
      );
      assert.deepEqual(lost.map(inEnglish), [`it says that its tests ran at ${when} UTC, which is after it was written`]);
    });
  }

  it('lets nothing pass of a file whose own time is in the future', () => {
    for (const [ahead, titles] of [
      [2 * 24 * HOUR, ['fails', 'waits']],
      // A disk may have the time of its place.
      [10 * HOUR, ['passes', 'fails', 'waits']],
    ] as const) {
      const { results, problems } = withTrueTime(readEvidence('reports/any.file', junit(), NOW + ahead), { written: undefined, now: NOW });
      assert.deepEqual(
        results.map(({ title }) => title),
        titles,
      );
      assert.deepEqual(
        problems.map(({ message }) => inEnglish(message)),
        titles.length === 3
          ? []
          : [
              'This file has the time 2026-11-23 08:05 UTC, which is in the future. Its passed tests do not prove anything. Rerun the tests to regenerate it',
            ],
      );
    }
  });

  const possible: readonly [what: string, text: string, written: number | undefined, time: string][] = [
    ['before it was committed', junit('2026-11-20T09:00:00Z'), WRITTEN, '2026-11-20T09:00:00Z'],
    ['long before it was committed', junit('2020-01-01T00:00:00Z'), WRITTEN, '2020-01-01T00:00:00Z'],
    ['a moment after it was committed, by another clock', junit('2026-11-20T10:04:00Z'), WRITTEN, '2026-11-20T09:59:59Z'],
    ['before it was committed, by the clock of another zone', junit('2026-11-20T18:30:00+09:00'), WRITTEN, '2026-11-20T09:30:00Z'],
    ['in a zone that it does not name', junit('2026-11-20T18:30:00'), WRITTEN, '2026-11-20T09:59:59Z'],
    ['nowhere, and it was committed', junit(), WRITTEN, '2026-11-20T09:59:59Z'],
    ['nowhere, and nobody committed it', junit(), undefined, '2026-11-21T08:00:00Z'],
    ['by the clock of its place, called UTC', junit('2026-11-21T17:00:00Z'), undefined, '2026-11-21T17:00:00Z'],
    ['just now', junit('2026-11-21T07:59:00Z'), undefined, '2026-11-21T07:59:00Z'],
  ];
  for (const [what, text, written, time] of possible) {
    it(`${what} counts from ${time}`, () => {
      const file = dated(text, written);
      assert.deepEqual([new Date(file.time).toISOString().replace('.000', ''), file.results.length, file.problems], [time, 3, []]);
    });
  }

  it('is of no matter where nothing was read', () => {
    const file = readEvidence('r.xml', '<testsuite timestamp="2099-01-01T00:00:00Z"/>', CHECKED_OUT);
    assert.equal(withTrueTime(file, { written: WRITTEN, now: NOW }), file);
  });
});

describe('a run', () => {
  const [began, ended] = ['2026-11-21T08:00:00Z', '2026-11-21T08:02:00Z'].map((each) => Date.parse(each)) as [number, number];
  const cases: readonly [timestamp: string | undefined, own: boolean][] = [
    [undefined, true],
    ['sometime', true],
    ['2026-11-21T08:01:00Z', true],
    ['2026-11-21T08:01:00', true],
    ['1795248060', true],
    // A clock that is a little slow.
    ['2026-11-21T07:58:00Z', true],
    // Local time, and local time that is called UTC.
    ['2026-11-21T02:31:00', true],
    ['2026-11-21T03:01:00Z', true],
    // The same each time.
    ['1980-01-01T00:00:00Z', true],
    ['2026-11-21T07:50:00Z', false],
    ['2026-11-21T04:53:00', false],
    ['2026-11-20T08:01:00Z', false],
    ['2020-01-01T00:00:00', false],
  ];
  for (const [timestamp, own] of cases)
    it(`wrote ${own ? '' : 'no '}results of ${timestamp ?? 'no time'}`, () => assert.equal(isOfRun(timestamp, { began, ended }), own));
});
