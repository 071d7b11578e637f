import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { TraceIndex } from '../../src/index/traceIndex.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { PageOpener } from '../support/browser.ts';
import { sampleIndex } from '../support/report/sample.ts';

/** What VS Code gives a webview, its state kept over a reload. */
const INIT =
  'window.posted = []; const state = window.name ? JSON.parse(window.name) : undefined; window.acquireVsCodeApi = () => ({ postMessage: (m) => posted.push(m), getState: () => state, setState: (s) => { window.name = JSON.stringify(s); } });';

function htmlOf(index: TraceIndex): string {
  return matrixPage(buildMatrix(index, { name: 'shop', version: '1.2.3', modified: false }), { theme: 'vscode', nonce: 'abc123' });
}

/** The page with colours of an editor, which come as a style of its root. */
function coloured(html: string): string {
  return html
    .replace('<html', '<html style="--vscode-editor-background:rgb(1, 2, 3)"')
    .replace(" style-src 'nonce-abc123'", " style-src 'unsafe-inline'");
}

function shownIds(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    "[...document.querySelectorAll('.m tbody th>a')].filter((id) => !id.closest('[hidden]')).map((id) => id.textContent)",
  );
}

describe('the matrix in a webview', function () {
  const pages = new PageOpener();
  before(function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    return pages.start();
  });
  after(() => pages.stop());

  it('opens places and items through the editor, keeps its filters there and takes the editor’s colours', async () => {
    const html = htmlOf(sampleIndex());
    assert.match(html, /style-src 'nonce-abc123'; script-src 'nonce-abc123'/u);
    const { page } = await pages.open(coloured(html), { init: INIT });
    const posted = (): Promise<unknown> => page.evaluate("posted.filter(({ type }) => type !== 'ready')");
    assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(1, 2, 3)');
    await page.getByRole('button', { name: 'src/orders.ts:12' }).click();
    await page.locator('[id="IP-1.1/AC3"] th').getByRole('button').click();
    await page.locator('[id="IP-1.1/AC3"] th a').focus();
    await page.getByRole('button', { name: 'Show in tree' }).click();
    assert.deepEqual(await posted(), [
      { type: 'open', file: 'src/orders.ts', line: 12 },
      { type: 'open', file: 'docs/launch.md', line: 8 },
      { type: 'reveal', key: 'docs/launch#IP-1.1/AC3' },
    ]);
    await page.getByRole('searchbox').fill('backup');
    await page.getByText('Showing 1 of 6').waitFor();
    await page.reload();
    assert.deepEqual(await shownIds(page), ['REQ-7']);
    assert.equal(await page.getByRole('button', { name: /^Colors/u }).count(), 0);
    await page.getByRole('button', { name: 'Export' }).click();
    assert.deepEqual(await posted(), [{ type: 'export' }]);
    await page.close();
  });

  it('is after a reload what it was: open rows, hidden statuses, order, keys, where it was scrolled to', async () => {
    const { page } = await pages.open(coloured(htmlOf(sampleIndex())), { init: INIT });
    await page.setViewportSize({ width: 900, height: 400 });
    await page.locator('#filters').getByRole('checkbox', { name: /^met/u }).uncheck();
    await page.getByRole('checkbox', { name: /^Keys/u }).uncheck();
    await page.locator('#columns button').nth(2).click();
    await page.locator('.r>details>summary').first().click();
    await page.locator('[id="IP-1.1/AC3"] summary').click();
    await page.evaluate('window.scrollTo(0, 300)');
    const ids = await shownIds(page);
    // The page's own policy forbids the polling of waitForFunction.
    const kept = 'JSON.parse(window.name || "{}").scrolled === 300 && JSON.parse(window.name).open.length === 2';
    while (!(await page.evaluate(kept))) await page.waitForTimeout(20);
    await page.reload();
    assert.deepEqual(await shownIds(page), ids);
    assert.deepEqual(await page.locator('.r details[open]').count(), 2);
    assert.equal(await page.getByRole('checkbox', { name: /^Keys/u }).isChecked(), false);
    // Browsers anchor what is seen, by a pixel or two.
    const away = Math.abs((await page.evaluate<number>('window.scrollY')) - 300);
    assert.ok(away < 5, `${away} pixels away`);
    await page.close();
  });
});
