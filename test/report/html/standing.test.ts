import assert from 'node:assert/strict';
import type { EvidenceFile, Outcome } from '../../../src/model/evidence.ts';
import { Anchors } from '../../../src/report/html/anchors.ts';
import { buildMatrix } from '../../../src/report/html/model.ts';
import { ENGLISH, htmlWords } from '../../../src/report/html/pageLanguage.ts';
import { originHtml } from '../../../src/report/html/sections/header.ts';
import type { PageIdentity } from '../../../src/report/html/sections/header.ts';
import { rowDetails } from '../../../src/report/html/sections/details.ts';
import { Pieces } from '../../../src/report/html/sections/pieces.ts';
import { proofHtml } from '../../../src/report/html/sections/proof.ts';
import { waiversHtml } from '../../../src/report/html/sections/waivers.ts';
import { standingOf } from '../../../src/report/html/standing.ts';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { annotation, code, criterion, declaration, document, indexOf, requirement, waiver } from '../../support/index/build.ts';

const html = htmlWords(ENGLISH);
const pieces = new Pieces(html, { theme: 'report' });
const textOf = (markup: string): string => markup.replaceAll(/<[^>]*>/gu, '|').replaceAll(/(?:\s*\|\s*)+/gu, '|');

function linked(id: string, at: number) {
  const name = { ...declaration(`keeps ${id}`, at), kind: 'test' as const };
  return annotation('verifies', `IP-1/${id}`, at, { declaration: name });
}

function results(path: string, time: number, outcomes: Readonly<Record<string, Outcome>>, format?: string): EvidenceFile {
  const each = Object.entries(outcomes).map(([id, outcome]) => ({ outcome, file: 'test/a.test.ts', groups: [], title: `keeps ${id}` }));
  return { path, time, results: each, coverage: [], problems: [], ...(format !== undefined && { format }) };
}

/** Four criteria with code and a test each. */
function shop(files: readonly EvidenceFile[], modified = 0): TraceIndex {
  const ids = ['AC1', 'AC2', 'AC3', 'AC4'];
  const index = indexOf([
    document('docs/a.md', [requirement('IP-1', ids)]),
    code('src/a.ts', ...ids.map((id, at) => annotation('implements', `IP-1/${id}`, at))),
    { ...code('test/a.test.ts', ...ids.map((id, at) => linked(id, at))), role: 'test' },
  ]);
  index.setEvidence({ files, modified: new Map([['test/a.test.ts', modified]]) });
  return index;
}

const NOV_20 = Date.UTC(2026, 10, 20, 10);

describe('what a failed test says', () => {
  // @verifies RT-3.1/AC13~df1790
  it('unfolds below its criterion, as text, with the line that failed', () => {
    const file = results('out/junit.xml', NOV_20, { AC1: 'failed' });
    const failure = { message: '<b>1</b>\n2', frames: [{ file: 'test/a.test.ts', line: 12 }] };
    const index = shop([{ ...file, results: file.results.map((result) => ({ ...result, failure })) }]);
    const [row] = buildMatrix(index, { name: 'shop', version: '1', modified: false }).requirements[0]?.rows ?? [];
    const shown = row ? rowDetails(row, pieces, ENGLISH) : '';
    assert.match(shown, /<span class=p>test\/a\.test\.ts:12<\/span> <code>&lt;b&gt;1&lt;\/b&gt;<br>2<\/code>/u);
  });
});

describe('what stands behind the headline', () => {
  const cases: readonly [what: string, index: TraceIndex, told: string][] = [
    ['nothing was run', shop([]), '|Proven by passed tests: 0 of 4 met|No test results were read|'],
    [
      'one test passed and one failed',
      shop([results('out/junit.xml', NOV_20, { AC1: 'passed', AC2: 'failed' }, 'JUnit XML')]),
      '|Proven by passed tests: 1 of 3 met|Test results that count|out/junit.xml|JUnit XML, 2 tests, run of 2026-11-20 10:00 UTC|',
    ],
    [
      'a skipped test proves nothing',
      shop([results('out/r.tap', NOV_20, { AC1: 'skipped' }, 'TAP')]),
      '|Proven by passed tests: 0 of 4 met|Test results that count|out/r.tap|TAP, 1 test, run of 2026-11-20 10:00 UTC|',
    ],
    [
      'results that are older than the test prove less',
      shop([results('out/junit.xml', NOV_20, { AC1: 'passed', AC2: 'passed' }, 'JUnit XML')], NOV_20 + 60_000),
      '|Proven by passed tests: 2 of 4 met|Proven only by results older than the test or the code: 2|Test results that count|out/junit.xml|JUnit XML, 2 tests, run of 2026-11-20 10:00 UTC|',
    ],
    [
      'results that are of other tests',
      shop([results('other.xml', NOV_20, { nothing: 'passed' })]),
      '|Proven by passed tests: 0 of 4 met|Test results that were read name none of these tests|',
    ],
    [
      'the newest run counts first',
      shop([
        results('old.xml', NOV_20 - 86_400_000, { AC2: 'passed' }),
        results('new.xml', NOV_20, { AC1: 'passed' }),
        results('other.xml', NOV_20, { AC9: 'passed' }),
      ]),
      '|Proven by passed tests: 2 of 4 met|Files with results that count for no criterion: 1|Test results that count|[1]|new.xml|1 test, run of 2026-11-20 10:00 UTC|[2]|old.xml|1 test, run of 2026-11-19 10:00 UTC|',
    ],
  ];
  for (const [what, index, told] of cases) {
    it(`says how much is proven and by what where ${what}`, () => assert.equal(textOf(proofHtml(standingOf(index), pieces)), told));
  }

  it('counts apart what is met without the need of a test', () => {
    const index = indexOf([document('docs/a.md', [requirement('IP-1', ['AC1'])]), code('src/a.ts', annotation('implements', 'IP-1/AC1'))], {
      needs: ['implements'],
    });
    assert.deepEqual(standingOf(index).proof, { met: 1, proven: 0, outdated: 0, untested: 1 });
  });
});

describe('the accepted gaps', () => {
  const index = indexOf([
    document('docs/a.md', [requirement('IP-1', [criterion('AC1', 1, { text: '<b>Printed</b>' }), 'AC2', 'AC3', 'AC4'])]),
    {
      ...code('src/a.ts'),
      waivers: [
        { ...waiver('IP-1/AC1', '2027-03-31', 4), owner: 'QA <qa@example.com>' },
        waiver('IP-1/AC2', undefined, 6),
        waiver('IP-1/AC3', '2020-01-01', 8),
      ],
    },
  ]);
  const { waivers } = standingOf(index);
  const anchors = new Anchors(buildMatrix(index, { name: 'shop', version: '1', modified: false }));

  it('stand in one list, what ends first at the top, with reason, owner and last day', () => {
    assert.deepEqual(
      waivers.map(({ items, reason, owner, until, valid, file, line }) => [
        items.map(({ id }) => id).join(),
        reason,
        owner,
        until,
        valid,
        `${file}:${line}`,
      ]),
      [
        ['IP-1/AC3', 'measured by hand', undefined, '2020-01-01', false, 'src/a.ts:9'],
        ['IP-1/AC1', 'measured by hand', 'QA <qa@example.com>', '2027-03-31', true, 'src/a.ts:5'],
        ['IP-1/AC2', 'measured by hand', undefined, undefined, true, 'src/a.ts:7'],
      ],
    );
  });

  it('say on the page which of them has expired and which has no end, and stay text', () => {
    const markup = waiversHtml(waivers, anchors, pieces);
    assert.match(textOf(markup), /2020-01-01\|expired\|[^]*2027-03-31\|[^]*no last day/u);
    assert.doesNotMatch(markup, /<b>|<qa@/u);
    assert.equal(waiversHtml([], anchors, pieces), '');
  });
});

describe('what a page says of itself', () => {
  const whole: PageIdentity = {
    version: '1.2.3',
    date: '2026-11-30',
    commit: '0a1b8e4',
    committed: '2026-11-29',
    branch: 'work',
    modified: false,
  };
  const { commit: _commit, committed: _committed, branch: _branch, ...bare } = whole;
  const cases: readonly [what: string, identity: PageIdentity, told: string][] = [
    [
      'everything',
      whole,
      '|Commit|0a1b8e4|Branch|work|Date of the commit|2026-11-29|Date of this report|2026-11-30|Made by|ReqTrace 1.2.3|',
    ],
    [
      'that files differ from the commit',
      { ...whole, modified: true },
      '|Commit|0a1b8e4|with uncommitted changes|Branch|work|Date of the commit|2026-11-29|Date of this report|2026-11-30|Made by|ReqTrace 1.2.3|',
    ],
    [
      'a day that was asked for as such',
      { ...whole, date: '2020-01-01', dateIsGiven: true },
      '|Commit|0a1b8e4|Branch|work|Date of the commit|2026-11-29|As of (--today)|2020-01-01|Made by|ReqTrace 1.2.3|',
    ],
    ['less where there is no repository', bare, '|Date of this report|2026-11-30|Made by|ReqTrace 1.2.3|'],
  ];
  for (const [what, identity, told] of cases) it(`is ${what}`, () => assert.equal(textOf(originHtml(identity, html)), told));

  it('is text', () => assert.doesNotMatch(originHtml({ ...whole, branch: '<b>' }, html), /<b>/u));
});
