import assert from 'node:assert/strict';
import type { StatusCounts } from '../../../src/model/item.ts';
import { STATUSES } from '../../../src/model/status.ts';
import { HISTORY_STATUSES } from '../../../src/query/history.ts';
import { chartHtml } from '../../../src/report/history/chart.ts';
import { renderHistoryHtml } from '../../../src/report/history/html.ts';
import { buildMatrix } from '../../../src/report/html/model.ts';
import { ENGLISH, htmlWords } from '../../../src/report/html/pageLanguage.ts';
import { matrixPage } from '../../../src/report/html/page.ts';
import { historyOf, point } from '../../support/report/history.ts';
import { sampleIndex } from '../../support/report/sample.ts';

const COUNTS: StatusCounts = { failing: 1, stale: 2, unmet: 3, partial: 4, met: 5, waived: 6, exempt: 7 };
const history = historyOf([point(0, COUNTS), point(7, COUNTS)]);
const page = matrixPage(
  { ...buildMatrix(sampleIndex(), { name: 'shop', version: '1', modified: false }), counts: COUNTS },
  { theme: 'report', history },
);

/** What of a text fits, in order: the part in brackets. */
const all = (text: string, pattern: RegExp): (string | undefined)[] => Array.from(text.matchAll(pattern), ([, found]) => found);
const within = (from: RegExp): string => from.exec(page)?.[0] ?? '';

describe('statuses on pages', () => {
  const past = HISTORY_STATUSES as readonly string[];
  const orders: readonly [where: string, found: readonly (string | undefined)[], expected: readonly string[]][] = [
    ['the bar', all(within(/<svg class="bar"[^]*?<\/svg>/u), /class="fill (\w+)"/gu), STATUSES],
    ['its legend', all(within(/<ul class="legend">[^]*?<\/ul>/u), /class="fill (\w+)"/gu), STATUSES],
    ['the filters', all(page, /name="status" value="(\w+)"/gu), STATUSES],
    ['the chart from its top', all(chartHtml(history, htmlWords(ENGLISH)), /<path class="fill (\w+)"/gu).toReversed(), past],
    [
      'the legend of the chart',
      all(/<ul class="legend">[^]*/u.exec(chartHtml(history, htmlWords(ENGLISH)))?.[0] ?? '', /class="fill (\w+)"/gu),
      past,
    ],
    [
      'the table of a history',
      all(renderHistoryHtml(history, 'shop', { version: '1', date: '2026-11-21', modified: false }), /class="number">([A-Z]\w+)</gu).map(
        (name) => name?.toLowerCase(),
      ),
      ['criteria', ...past],
    ],
  ];
  for (const [where, found, expected] of orders) it(`stand in one order in ${where}`, () => assert.deepEqual(found, expected));

  it('have one colour each, whatever is drawn', () => {
    const styles = /<style>([^]*?)<\/style>/u.exec(page)?.[1] ?? '';
    for (const status of STATUSES) {
      const colours = all(styles, new RegExp(`\\.${status}[,{][^{}]*?(?:fill|color):([^;}]+)`, 'gu'));
      assert.deepEqual([...new Set(colours)], [`var(--${status})`], status);
    }
  });

  it('have colours that differ from one another, light and dark', () => {
    for (const scheme of ['light', 'dark']) {
      const colours = new RegExp(`color-scheme:${scheme};[^}]*`, 'u').exec(page)?.[0] ?? '';
      const own = STATUSES.map((status) => new RegExp(`--${status}:([^;}]+)`, 'u').exec(colours)?.[1]);
      assert.equal(new Set(own).size, STATUSES.length, own.join());
    }
  });
});
