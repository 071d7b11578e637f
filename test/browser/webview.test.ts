import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { FileFacts } from '../../src/model/facts.ts';
import type { TraceIndex } from '../../src/index/traceIndex.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { PageOpener } from '../support/browser.ts';
import { annotation, code, criterion, document, indexOf, requirement } from '../support/index/build.ts';
import { emptyIndex, sampleIndex } from '../support/report/sample.ts';

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

  describe('when the index changes', () => {
    const documents = (more: readonly FileFacts[], text = 'Orders are confirmed'): TraceIndex =>
      indexOf([
        ...more,
        document('docs/b.md', [
          requirement('IP-1', [criterion('AC1', 1, { text }), criterion('AC2', 2, { claimed: true }), 'AC3'], { text: 'What it is about' }),
          requirement(
            'IP-2',
            Array.from({ length: 30 }, (_, at) => `AC${at + 1}`),
          ),
        ]),
        code('src/a.ts', annotation('implements', 'IP-1/AC2', 3)),
      ]);
    const first = document('docs/a.md', [requirement('IP-0', ['AC1'])]);
    const met = { ...code('test/a.test.ts', annotation('verifies', 'IP-1/AC2', 3)), role: 'test' as const };
    const focused =
      "(document.activeElement.closest('tr, section')?.id ?? '') + ' ' + (document.activeElement.id || document.activeElement.textContent)";
    let page: Page;
    beforeEach(async () => {
      ({ page } = await pages.open(coloured(htmlOf(documents([]))), { init: INIT }));
      await page.setViewportSize({ width: 1100, height: 500 });
      await page.evaluate('window.loadedOnce = true');
    });
    afterEach(() => page.close());

    async function change(index: TraceIndex, goTo?: string): Promise<void> {
      const now = htmlOf(index);
      await page.evaluate(`window.postMessage(${JSON.stringify({ type: 'page', html: now, ...(goTo !== undefined && { goTo }) })}, '*')`);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
      assert.equal(await page.evaluate('window.loadedOnce'), true);
      // Whatever was patched says what a new page says.
      const text =
        "(document) => [...document.querySelectorAll('.headline, .legend, .waivers, #requirements h3, #requirements tr')].map(({ textContent }) => textContent.replace(/Show in tree\\s*/, '').replace(/\\s+/g, ' ')).sort().join()";
      const fresh = `(${text})(new DOMParser().parseFromString(${JSON.stringify(now)}, 'text/html'))`;
      assert.equal(await page.evaluate(`(${text})(document)`), await page.evaluate(fresh));
    }

    it('lets somebody type on, in the same words and at the same place', async () => {
      await page.getByRole('searchbox').fill('ip-1');
      await page.keyboard.press('ArrowLeft');
      await change(documents([first, met], 'Orders are ever confirmed'));
      await page.keyboard.type('0');
      assert.equal(await page.getByRole('searchbox').inputValue(), 'ip-01');
    });

    it('keeps the focus on a name, what stands open, and filters and order', async () => {
      await page.locator('#columns button').nth(1).click();
      await page.getByRole('checkbox', { name: /^unmet/u }).uncheck();
      await page.locator('[id="IP-1"] > details > summary').click();
      await page.locator('[id="IP-1/AC2"] summary').click();
      await page.locator('[id="IP-1/AC2"] th a').focus();
      await change(documents([first], 'Orders are ever confirmed'));
      assert.equal(await page.evaluate(focused), 'IP-1/AC2 IP-1/AC2');
      assert.deepEqual(await shownIds(page), ['IP-1/AC2']);
      assert.equal(await page.locator('.r details[open]').count(), 2);
      assert.equal(await page.locator('#columns button').nth(1).getAttribute('data-sort'), 'ascending');
    });

    it('shows an item that gets another status, as long as its filter lets it', async () => {
      await page.getByRole('button', { name: 'only partial' }).click();
      await change(documents([met]));
      assert.deepEqual(await shownIds(page), []);
      await page.getByRole('button', { name: 'Reset filters' }).click();
      await page.getByText('Showing all').waitFor();
      assert.equal(await page.locator('[id="IP-1/AC2"]').getAttribute('class'), 'met');
      assert.ok(await page.getByRole('checkbox', { name: /^met/u }).isChecked());
    });

    it('keeps to the document that was chosen, whichever come before it', async () => {
      await page.getByRole('combobox', { name: 'Document' }).selectOption('docs/b.md');
      await change(documents([first]));
      assert.equal(await page.getByRole('combobox', { name: 'Document' }).inputValue(), 'docs/b.md');
      assert.ok(!(await shownIds(page)).includes('IP-0/AC1'));
    });

    it('keeps what is seen where it is, and the focus near what is gone', async () => {
      await page.locator('[id="IP-2/AC20"] th a').focus();
      await page.evaluate(`document.getElementById('IP-2/AC20').scrollIntoView({ block: 'center' })`);
      const top = (): Promise<number> => page.evaluate(`document.getElementById('IP-2/AC20').getBoundingClientRect().top`);
      const was = await top();
      await change(documents([first]));
      assert.ok(Math.abs((await top()) - was) < 5, `${was} ${await top()}`);
      assert.equal(await page.evaluate(focused), 'IP-2/AC20 IP-2/AC20');
    });

    it('goes where the editor wants to go', async () => {
      await page.getByRole('searchbox').fill('nothing like it');
      await page.getByText('No criterion fits').waitFor();
      await change(documents([first]), 'docs/a#IP-0/AC1');
      assert.equal(await page.evaluate(focused), 'IP-0/AC1 IP-0/AC1');
    });

    it('asks to be loaded where there is no matrix any more', async () => {
      await page.evaluate(`window.postMessage(${JSON.stringify({ type: 'page', html: htmlOf(emptyIndex()) })}, '*')`);
      await page.evaluate('new Promise((resolve) => setTimeout(resolve))');
      assert.deepEqual(await page.evaluate('posted'), [{ type: 'ready' }, { type: 'reload' }]);
      await page.evaluate("window.postMessage({ type: 'page' }, '*'), window.postMessage('page', '*'), window.postMessage(null, '*')");
      assert.equal(await page.locator('#requirements').count(), 1);
    });
  });
});
