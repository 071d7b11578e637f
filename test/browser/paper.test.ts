import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { renderHistoryHtml } from '../../src/report/history/html.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { PageOpener } from '../support/browser.ts';
import { document, indexOf, requirement } from '../support/index/build.ts';
import { historyOf, point } from '../support/report/history.ts';
import { sampleIndex } from '../support/report/sample.ts';

const RUN = { name: 'shop "A"', version: '1.2.3', commit: '0a1b8e4f5c6d', committed: '2026-11-20', branch: 'work', modified: false };
const SAMPLE = matrixPage(buildMatrix(sampleIndex(), RUN), { theme: 'report' });

/** The texts of the sheets, blanks and ends of lines as one blank. */
async function sheets(page: Page, format: 'A4' | 'Letter'): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((sheet) => sheet.replaceAll(/\s+/gu, ' '));
}

describe('pages on paper', function () {
  this.timeout(120_000);
  const pages = new PageOpener();
  before(function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    return pages.start();
  });
  after(() => pages.stop());

  for (const format of ['A4', 'Letter'] as const) {
    it(`hold everything on ${format}: rows, details, waivers, findings, and on each sheet what it is of`, async () => {
      const { page } = await pages.open(SAMPLE);
      const each = await sheets(page, format);
      const all = each.join(' ');
      for (const said of [
        '2 of 4 criteria met (50 %)',
        'Proven by passed tests: 0 of 2 met',
        'measured by hand',
        '2099-12-31',
        'Showing all: 6 criteria',
        'IP-1.1/AC1 :6',
        'Claimed: yes, checked off in the document',
        'Missing: the text changed since it was pinned',
        'Integration Flow: Shop ↔ Store',
        'stale-link',
        'unknown-reference',
        'confirm() src/orders.ts:12',
      ])
        assert.ok(all.includes(said), `${said}\n${all}`);
      assert.ok(!all.includes('Reset filters') && !all.includes('Details'));
      for (const [at, sheet] of each.entries()) {
        assert.ok(sheet.includes(`${at + 1} / ${each.length}`), sheet);
        assert.ok(sheet.includes('shop "A" · 0a1b8e4f5c · 2026-11-21'), sheet);
      }
      await page.close();
    });
  }

  it('hold exactly the rows that were filtered, and say by what', async () => {
    const { page } = await pages.open(SAMPLE, { hash: '#?q=confirmed&status=met' });
    const all = (await sheets(page, 'A4')).join(' ');
    assert.ok(all.includes('Showing 1 of 6 criteria Only what fits all of these: search “confirmed”; status met'), all);
    assert.ok(all.includes('Orders are confirmed') && !all.includes('Stock is counted') && !all.includes('Backups docs'), all);
    await page.close();
  });

  it('repeat the heads of a table on each sheet, and print nothing over anything else', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => `AC${at + 1}`);
    const html = matrixPage(buildMatrix(indexOf([document('docs/a.md', [requirement('IP-1', ids)])]), RUN), { theme: 'report' });
    const { page } = await pages.open(html);
    const each = (await sheets(page, 'A4')).filter((sheet) => sheet.includes('IP-1/AC'));
    assert.ok(each.length > 2);
    for (const sheet of each) assert.match(sheet, /Criterion Text Status Code Tests/u);
    await page.close();
    for (const one of [html, SAMPLE]) {
      const printed = await pages.open(one, { viewport: { width: 700, height: 900 } });
      await printed.page.emulateMedia({ media: 'print' });
      const over = await printed.page.evaluate<string[]>(
        "[...document.querySelectorAll('th, td')].filter((cell) => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent)",
      );
      assert.deepEqual(over, []);
      await printed.page.close();
    }
  });

  it('hold all without a script', async () => {
    const { page } = await pages.open(SAMPLE, { javaScriptEnabled: false });
    const all = (await sheets(page, 'A4')).join(' ');
    for (const said of ['IP-1.1/AC3', 'the text changed since it was pinned', 'unknown-reference', '1 /'])
      assert.ok(all.includes(said), said);
    await page.close();
  });

  it('are of a history too', async () => {
    const { page } = await pages.open(
      renderHistoryHtml(historyOf([point(0, { met: 1 }), point(7, { met: 2 })]), 'shop', { ...RUN, date: '2026-11-21' }),
    );
    const [sheet = ''] = await sheets(page, 'A4');
    for (const said of ['Trend', '2026-01-08', '0a1b8e4f5c6d', 'shop · 0a1b8e4f5c · 2026-11-21', '1 / 1'])
      assert.ok(sheet.includes(said), sheet);
    await page.close();
  });
});
