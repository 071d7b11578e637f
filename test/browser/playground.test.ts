import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.ts';

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['scripts/playground/index.html', 'text/html'],
  '/server.js': ['dist/web/server.js', 'text/javascript'],
  '/l10n/bundle.l10n.de.json': ['l10n/bundle.l10n.de.json', 'application/json'],
  '/l10n/bundle.l10n.zh-cn.json': ['l10n/bundle.l10n.zh-cn.json', 'application/json'],
};

describe('the page to try documents and code in', () => {
  const server = createServer((request, response) => {
    const [file, type] = FILES[request.url?.replace(/\?.*$/u, '') ?? ''] ?? [];
    if (file === undefined) return void response.writeHead(404).end();
    void readFile(file).then((content) => response.setHeader('content-type', type ?? '').end(content));
  });
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;

  before(async function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await launchBrowser((line) => console.log(line));
    page = await browser.newPage({ locale: 'en-US' });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  /** A row of the tree that says this and is marked with this status. */
  const shown = (status: string, text: string): Promise<void> =>
    page.locator(`#tree [data-status="${status}"]`, { hasText: text }).first().waitFor();
  const found = (severity: string, text: string): Promise<void> => page.locator(`#findings .${severity}`, { hasText: text }).waitFor();
  const met = (text: string): Promise<void> => page.locator('#progress', { hasText: text }).waitFor();

  // @verifies RT-8.3/AC1
  it('shows the tree, the statuses and the findings of what it begins with', async () => {
    await met('1 of 2 criteria met');
    await shown('partial', 'REQ-1 Reserve stock');
    await shown('met', 'A reservation lowers the available amount');
    await shown('partial', 'A reservation beyond it is refused');
    await found('error', 'test/stock.test.ts:4: REQ-9 is not defined in any document');
  });

  // @verifies RT-8.3/AC1
  it('follows what is pasted into a document and into code', async () => {
    await page.getByLabel('docs/stock.md').fill('## KET-1: Boil\n\n**Acceptance Criteria**:\n\n- It boils\n- It stops\n- It whistles\n');
    await met('0 of 3 criteria met');
    await shown('unmet', 'It whistles');
    await found('error', 'src/stock.ts:1: REQ-1 is not defined in any document');
    await page.getByLabel('src/stock.ts').fill('// @implements KET-1\nexport function boil() {}\n');
    await page.getByLabel('test/stock.test.ts').fill("// @verifies KET-1/AC1\nit('boils', () => {});\n");
    await met('1 of 3 criteria met');
    await shown('met', 'It boils');
    await shown('partial', 'It whistles');
    await found('hint', 'docs/stock.md:7: KET-1/AC3 is partial: no test');
    await page.locator('#findings:not(:has(.error))').waitFor();
    assert.deepEqual(complaints, []);
  });

  for (const [name, colorScheme] of [
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const) {
    it(`gives axe nothing to complain of in ${name} colours`, async () => {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await faults(), []);
    });
  }

  // @verifies RT-8.3/AC2
  for (const [language, name, texts] of [
    ['de', 'Deutsch', ['Anforderungen', 'Befunde', '1 von 2 Kriterien erfüllt', 'REQ-9 ist in keinem Dokument definiert']],
    ['zh-cn', '简体中文', ['需求', '问题', '已满足 1 条验收标准，共 2 条', 'REQ-9']],
    ['en', 'English', ['Requirements', 'Findings', '1 of 2 criteria met', 'REQ-9 is not defined in any document']],
  ] as const) {
    it(`speaks ${name}, its findings too`, async () => {
      await page.locator('#language').selectOption(name);
      for (const text of texts) await page.locator('aside', { hasText: text }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.locator('#language').inputValue(), language);
      assert.deepEqual(await faults(), []);
      assert.deepEqual(complaints, []);
    });
  }

  async function faults(): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    return page.evaluate<string[]>(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target)))",
    );
  }
});
