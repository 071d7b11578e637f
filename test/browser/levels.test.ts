import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { buildMatrix } from '../../src/report/html/model.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { PageOpener } from '../support/browser.ts';
import { indexOfTexts } from '../support/diffStates.ts';
import type { Files } from '../support/diffStates.ts';

const FILES: Files = {
  'doc/a.md':
    '# Boil\n`req~boil~1`\n\nNeeds: dsn\n\n# Whistle\n`req~whistle~1`\n\nNeeds: dsn\n\n# Heat\n`dsn~heat~1`\n\nCovers:\n* `req~boil~1`\n\nNeeds: impl, utest\n',
  'src/heat.ts': '// [impl->dsn~heat~1]\nexport function heat() {}\n',
};
const MORE: Files = { ...FILES, 'test/a.test.ts': "// [itest->dsn~heat~1]\nit('a', () => {});\n" };

function pageOf(files: Files, theme: 'report' | 'vscode'): string {
  return matrixPage(buildMatrix(indexOfTexts(files), { name: 'kettle', version: '1', modified: false }), { theme });
}

function shownIds(page: Page): Promise<string[]> {
  return page.evaluate<string[]>("[...document.querySelectorAll('.m tbody th>a')].map((id) => id.textContent)");
}

const INIT =
  'window.posted = []; window.acquireVsCodeApi = () => ({ postMessage: (m) => posted.push(m), getState: () => undefined, setState: () => {} });';

// @verifies RT-9.1/AC12
describe('levels on the matrix page', function () {
  const pages = new PageOpener();
  before(function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    return pages.start();
  });
  after(() => pages.stop());

  it('sort by their column, are kept in the address, and lead to what covers', async () => {
    const { page, complaints } = await pages.open(pageOf(FILES, 'report'));
    await page.getByRole('button', { name: 'Design (dsn)' }).click();
    await page.getByRole('button', { name: 'Design (dsn)' }).click();
    assert.deepEqual(await shownIds(page), ['req~boil~1', 'req~whistle~1', 'dsn~heat~1']);
    assert.match(page.url(), /#\?sort=-dsn$/u);
    await page.getByRole('link', { name: 'dsn~heat~1' }).first().click();
    assert.match(page.url(), /#dsn~heat~1$/u);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('are named before each cell where the window is narrow, and stand below their heads where it is wide', async () => {
    const { page } = await pages.open(pageOf(FILES, 'report'));
    const label = "getComputedStyle(document.querySelector('.m tbody td:nth-child(4)'), '::before').content";
    const left = (element: string): Promise<number> => page.evaluate(`document.querySelector('${element}').getBoundingClientRect().left`);
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.equal(await page.evaluate(label), 'none');
    for (const column of [4, 5, 6]) {
      const [head, cell] = [await left(`#columns>:nth-child(${column})`), await left(`.m tbody td:nth-child(${column})`)];
      assert.equal(Math.abs(head - cell) < 2, true, `column ${column}: ${head} and ${cell}`);
    }
    await page.setViewportSize({ width: 420, height: 800 });
    assert.match(String(await page.evaluate(label)), /Design \(dsn\)/u);
    await page.close();
  });

  it('have the editor load the page again if there are other columns', async () => {
    const { page } = await pages.open(pageOf(FILES, 'vscode'), { init: INIT });
    const update = (files: Files): Promise<unknown> =>
      page.evaluate(`window.postMessage({ type: 'page', html: ${JSON.stringify(pageOf(files, 'vscode'))} }, '*')`);
    const asked = "posted.filter(({ type }) => type === 'reload').length";
    await update(FILES);
    await update({ ...FILES, 'src/heat.ts': '' });
    await page.getByText('no implementation').or(page.getByText('no code')).first().waitFor();
    assert.equal(await page.evaluate(asked), 0);
    await update(MORE);
    await page.waitForFunction(asked);
    await page.close();
  });
});
