import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/model/message.ts';
import type { Message } from '../../../src/model/message.ts';
import type { History } from '../../../src/query/history.ts';
import { chartHtml } from '../../../src/report/history/chart.ts';
import { ENGLISH, htmlWords } from '../../../src/report/html/pageLanguage.ts';
import { renderHistoryHtml } from '../../../src/report/history/html.ts';
import { historyOf, point } from '../../support/report/history.ts';

const html = htmlWords(ENGLISH);
const IDENTITY = { version: '1', date: '2026-11-21', modified: false };

/** Corners of the area of a status, `x,y`. */
function corners(history: History, status: string): number[][] {
  const path = new RegExp(`<path class="fill ${status}" d="M([^Z"]+)Z"`, 'u').exec(chartHtml(history, html))?.[1];
  return (path ?? '')
    .split('L')
    .filter(Boolean)
    .map((corner) => corner.split(',').map(Number));
}

describe('chartHtml', () => {
  it('stacks the statuses on one another, in proportion, by time', () => {
    const history = historyOf([point(0, { unmet: 10 }), point(1, { met: 5, unmet: 5 }), point(4, { met: 10 })]);
    const met = corners(history, 'met');
    const unmet = corners(history, 'unmet');
    const [left = 0, second = 0, right = 0] = met.map(([x]) => x);
    assert.ok(Math.abs((second - left) * 4 - (right - left)) < 1);
    assert.deepEqual(unmet.slice(3).toReversed(), met.slice(0, 3));
    const [ground = 0, half = 0, top = 0] = met.map(([, y]) => y);
    assert.deepEqual([half - top, ground - half], [(ground - top) / 2, (ground - top) / 2]);
    assert.deepEqual(
      unmet.slice(0, 3).map(([, y]) => y),
      [top, top, top],
    );
  });

  it('shows only statuses that there were', () => {
    assert.doesNotMatch(chartHtml(historyOf([point(0, { met: 1 }), point(1, { met: 2 })]), html), /class="fill (?:waived|stale|unmet)"/u);
  });

  const strange: readonly [what: string, history: History][] = [
    ['one point', historyOf([point(0, { met: 1 })])],
    ['points at one time', historyOf([point(0, { met: 1 }), point(0, { met: 2 }), point(0, { met: 3 })])],
    ['a clock that went back', historyOf([point(5, { met: 1 }), point(1, { met: 2 }), point(9, { met: 3 })])],
    ['nothing at all', historyOf([point(0, {}), point(1, {})])],
    ['very many criteria', historyOf([point(0, { met: 1_234_567 }), point(1, { met: 3 })])],
  ];
  for (const [what, history] of strange) {
    it(`draws ${what} from left to right with numbers only`, () => {
      const svg = chartHtml(history, html);
      assert.doesNotMatch(svg, /NaN|Infinity|undefined|width="-/u);
      const xs = corners(history, 'met').map(([x]) => x ?? 0);
      const there = xs.slice(0, xs.length / 2);
      assert.deepEqual(
        there,
        there.toSorted((a, b) => a - b),
      );
      assert.ok(there.length === 0 || (there.at(-1) ?? 0) > (there[0] ?? 0));
    });
  }

  it('tells in words what it shows', () => {
    const svg = chartHtml(historyOf([point(0, { unmet: 1 }), point(7, { met: 1, waived: 1 })]), html);
    assert.match(svg, /role="img" aria-labelledby="chart-title chart-text"/u);
    assert.match(svg, /<title id="chart-title">Criteria by status over time<\/title>/u);
    assert.match(
      svg,
      /<desc id="chart-text">Met: 0 % \(2026-01-01\) → 100 % \(2026-01-08\), 2 weeks\. 2026-01-01, abcdefabcd: 1 criterion, 1 unmet\. 2026-01-08, abcdefabcd: 2 criteria, 1 met, 1 waived\.<\/desc>/u,
    );
  });
});

describe('renderHistoryHtml', () => {
  it('lets no name or note become markup, and needs no scripts', () => {
    const html = renderHistoryHtml(historyOf([point(0, { met: 1 }, '<script>1</script>')], { notes: ['<img src=x>'] }), '"><b>', {
      ...IDENTITY,
      branch: '<img src=x>',
    });
    assert.doesNotMatch(html, /<script|<img|<b>/u);
    assert.match(html, /&lt;script&gt;1/u);
  });

  it('loads nothing', () => {
    const html = renderHistoryHtml(historyOf([point(0, { met: 1 })]), 'shop', IDENTITY);
    assert.deepEqual(html.match(/(?:href|src)="[^"]*"|https?:(?!\/\/www\.w3\.org\/2000\/svg)|url\((?!"data:)/gu), ['href="data:,"']);
  });

  it('has the newest point first in its table', () => {
    const html = renderHistoryHtml(historyOf([point(0, { met: 1 }), point(7, { met: 1 })]), 'shop', IDENTITY);
    assert.deepEqual(
      Array.from(html.matchAll(/<th scope="row"><time datetime="([^"]*)"/gu), ([, date]) => date),
      ['2026-01-08', '2026-01-01'],
    );
  });

  it('leaves nothing in English but what the repository says', () => {
    const history = historyOf([point(0, { met: 1, unmet: 2 }), point(7, { met: 2, waived: 1 }), point(9, {})], { notes: ['a note'] });
    const language = { tag: 'de', words: (message: Message): string => `«${inEnglish(message)}»` };
    const page = renderHistoryHtml(history, 'shop', { ...IDENTITY, commit: '0a1b', branch: 'work' }, language);
    const texts = page
      .replace(/<style>[^]*?<\/style>/u, '')
      .split(/<[^>]*>/u)
      .filter((text) => /\p{L}/u.test(text) && !text.includes('«'));
    assert.deepEqual([...new Set(texts)], ['0a1b', 'work', 'ReqTrace 1', 'abcdefabcd']);
    assert.match(page, /<html lang="de">/u);
  });
});
