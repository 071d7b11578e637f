import assert from 'node:assert/strict';
import type { StatusCounts } from '../../src/model/item.ts';
import { renderHistoryHtml } from '../../src/report/history/html.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { historyOf, point } from '../support/report/history.ts';
import { sampleIndex } from '../support/report/sample.ts';
import { PageOpener } from '../support/browser.ts';

const HISTORY = historyOf(
  Array.from({ length: 30 }, (_, at) =>
    point(at * 7, { met: at * 2, partial: 3, unmet: 60 - at, stale: at % 3, waived: 4, exempt: 2 } satisfies Partial<StatusCounts>),
  ),
);
const PAGE = renderHistoryHtml(HISTORY, 'shop', { version: '1.2.3', date: '2026-11-21', modified: false });

describe('the page of a history in a browser', function () {
  const pages = new PageOpener();
  before(function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    return pages.start();
  });
  after(() => pages.stop());

  const shown: readonly [what: string, html: string][] = [
    ['alone', PAGE],
    [
      'in the report',
      matrixPage(buildMatrix(sampleIndex(), { name: 'shop', version: '1.2.3', modified: false }), { theme: 'report', history: HISTORY }),
    ],
  ];
  for (const [what, html] of shown) {
    it(`shows the chart ${what}, in colours, asks for nothing and has nothing to complain of`, async () => {
      const { page, complaints, requests } = await pages.open(html);
      const chart = page.getByRole('img', { name: 'Criteria by status over time' });
      assert.ok(((await chart.boundingBox())?.height ?? 0) > 200);
      const fills = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.chart path')].map((path) => getComputedStyle(path).fill)`,
      );
      assert.deepEqual([fills.length, new Set(fills).size], [6, 6]);
      assert.deepEqual({ complaints, requests }, { complaints: [], requests: [] });
      await page.close();
    });
  }

  it('is another in the dark', async () => {
    const colours = async (colorScheme: 'light' | 'dark') => {
      const { page } = await pages.open(PAGE, { colorScheme });
      const seen = await page.evaluate<string[]>(
        `[getComputedStyle(document.querySelector('.chart .met')).fill, getComputedStyle(document.body).backgroundColor]`,
      );
      await page.close();
      return seen;
    };
    const [light, dark] = [await colours('light'), await colours('dark')];
    for (const at of [0, 1]) assert.notEqual(light[at], dark[at]);
  });

  it('fits a narrow window: only chart and table scroll, and no date breaks', async () => {
    const { page } = await pages.open(PAGE, { viewport: { width: 400, height: 800 } });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 400);
    assert.ok(((await page.locator('.points time').first().boundingBox())?.height ?? 99) < 30);
    await page.close();
  });

  it('draws no label over another', async () => {
    const { page } = await pages.open(PAGE);
    const boxes = await page.locator('.chart text').evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().toJSON()));
    for (const [at, a] of boxes.entries()) {
      for (const b of boxes.slice(at + 1))
        assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top, JSON.stringify([a, b]));
    }
    await page.close();
  });
});
