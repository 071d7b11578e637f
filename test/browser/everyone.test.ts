import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { renderHistoryHtml } from '../../src/report/history/html.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { PageOpener } from '../support/browser.ts';
import { historyOf, point } from '../support/report/history.ts';
import { ARABIC, oddIndex } from '../support/report/odd.ts';
import { sampleIndex } from '../support/report/sample.ts';

/** Every rule of WCAG 2.0 to 2.2, A and AA, and what axe holds to be good practice. */
const RULES = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

const RUN = { name: 'shop', version: '1.2.3', commit: '0a1b8e4f5c'.repeat(4), committed: '2026-11-20', branch: 'work', modified: false };
const HISTORY = historyOf([point(0, { unmet: 9, stale: 1 }), point(7, { met: 5, partial: 2, unmet: 3, waived: 1, exempt: 1 })]);

const PAGES: readonly [name: string, html: string][] = [
  ['the report', matrixPage(buildMatrix(sampleIndex(), RUN), { theme: 'report', history: HISTORY })],
  ['a report of odd texts', matrixPage(buildMatrix(oddIndex(), RUN), { theme: 'report' })],
  ['the page of a history', renderHistoryHtml(HISTORY, 'shop', { ...RUN, date: '2026-11-21' })],
];

/** 320 is a width of 1280 at a zoom of 400 % (WCAG 2.2, 1.4.10). */
const WIDTHS = [320, 640, 1280, 1600] as const;

const COLOURS: readonly [name: string, media: Parameters<Page['emulateMedia']>[0]][] = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced', { colorScheme: 'dark', forcedColors: 'active' }],
];

function faults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run(document, ${RULES}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ': ' + failureSummary.slice(0, 200))))`,
  );
}

describe('pages for everyone', function () {
  const pages = new PageOpener();
  before(function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    return pages.start();
  });
  after(() => pages.stop());

  for (const [name, html] of PAGES) {
    describe(name, () => {
      let page: Page;
      before(async () => {
        ({ page } = await pages.open(html));
        await page.evaluate(axe.source);
      });
      after(() => page.close());

      for (const width of WIDTHS) {
        it(`fits a window of ${width} pixels and gives axe nothing to complain of, in all colours, closed and open`, async function () {
          this.timeout(120_000);
          await page.setViewportSize({ width, height: 900 });
          const expand = page.locator('#expand');
          const states = (await expand.count()) ? ['closed', 'open'] : ['closed'];
          for (const state of states) {
            if (state === 'open') await expand.click();
            assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= width, `${state}: scrolls sideways`);
            for (const [colours, media] of COLOURS) {
              await page.emulateMedia(media);
              assert.deepEqual(await faults(page), [], `${state}, ${colours}`);
            }
            if (state === 'open') await expand.click();
          }
        });
      }

      it('hides nothing that has the focus behind what stands still, whichever way one goes', async () => {
        await page.setViewportSize({ width: 1280, height: 500 });
        const covered = await page.evaluate<string[]>(`(() => {
          const all = [...document.querySelectorAll('a[href], button, input, select, summary')].filter((one) => one.checkVisibility() && !one.matches('.skip'));
          return [...all, ...all.toReversed()].flatMap((one) => {
            one.focus();
            const { left, top, width, height } = one.getClientRects()[0];
            const seen = document.elementFromPoint(left + width / 2, top + height / 2);
            return one === document.activeElement && (one === seen || one.contains(seen) || seen?.contains(one)) ? [] : [one.outerHTML.slice(0, 80)];
          });
        })()`);
        assert.deepEqual(covered, []);
      });

      it('loses nothing with the spacing of text that somebody may need', async () => {
        await page.setViewportSize({ width: 320, height: 900 });
        await page.evaluate(
          "for (const one of document.querySelectorAll('body, body *')) one.style.cssText += 'line-height:1.5;letter-spacing:.12em;word-spacing:.16em'",
        );
        assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320);
        await page.evaluate("for (const one of document.querySelectorAll('body, body *')) one.removeAttribute('style')");
      });
    });
  }

  it('reads texts from right to left as their writers do', async () => {
    const { page } = await pages.open(PAGES[1]?.[1] ?? '');
    // The full stop that ends an Arabic sentence stands left of its first letter.
    const places = await page.evaluate<number[]>(`[...document.querySelectorAll('h3 bdi, .m td, .waivers td, dd')].flatMap((cell) => {
      const nodes = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const at = node.data.indexOf(${JSON.stringify(ARABIC)});
        if (at < 0) continue;
        const leftOf = (offset) => { const range = document.createRange(); range.setStart(node, at + offset); range.setEnd(node, at + offset + 1); return range.getBoundingClientRect().left; };
        return [leftOf(${ARABIC.length - 1}) - leftOf(0)];
      }
      return [];
    })`);
    assert.ok(places.length >= 3, String(places));
    assert.deepEqual(
      places.filter((place) => place > 0),
      [],
    );
    await page.close();
  });

  it('leads past what stands above the matrix with one key', async () => {
    const { page } = await pages.open(PAGES[0]?.[1] ?? '');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the matrix');
    assert.ok(((await page.locator(':focus').boundingBox())?.y ?? -1) >= 0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.id'), 'text');
    await page.close();
  });
});
