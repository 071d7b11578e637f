import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { TraceIndex } from '../../src/index/traceIndex.ts';
import { inEnglish } from '../../src/model/message.ts';
import { localised, speak } from '../../src/text/words/localised.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import type { MatrixPageOptions } from '../../src/report/html/page.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { annotation, code, criterion, declaration, document, indexOf, requirement } from '../support/index/build.ts';
import { sampleIndex } from '../support/report/sample.ts';
import { PageOpener } from '../support/browser.ts';
import { LOW_CONTRAST } from '../support/lowContrast.ts';

const RUN = { name: 'shop', version: '1.2.3', commit: '0a1b8e4', modified: false };

function pageOf(index: TraceIndex, options: MatrixPageOptions = { theme: 'report' }): string {
  return matrixPage(
    buildMatrix(
      index,
      { ...RUN, authorOf: (_, line) => ({ author: 'A <b>Person</b>', date: '2026-11-20', commit: `${line}`.repeat(40) }) },
      options.language,
    ),
    options,
  );
}

/** Names of the lines that are to be seen, in order. */
function shownIds(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    "[...document.querySelectorAll('.m tbody th>a')].filter((id) => !id.closest('[hidden]')).map((id) => id.textContent)",
  );
}

/** Every text of the page as it is written, once: what stands in elements, labels and placeholders. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = new Set([document.title]);
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) if (!nodes.currentNode.parentElement.closest('script')) texts.add(nodes.currentNode.data.trim());
    for (const element of document.querySelectorAll('[placeholder], [aria-label]')) texts.add(element.placeholder || element.ariaLabel);
    return Array.from(texts);
  })()`);
}

const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)><!--<script>\u2028\' " {{7*7}} javascript:alert(3)';

describe('the matrix page in a browser', function () {
  const pages = new PageOpener();
  before(function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    return pages.start();
  });
  after(() => pages.stop());

  describe('as it is used', () => {
    let page: Page;
    let complaints: readonly string[];
    let requests: readonly string[];
    before(async () => {
      ({ page, complaints, requests } = await pages.open(pageOf(sampleIndex())));
    });
    afterEach(async () => {
      await page.locator('[type=reset]').click();
      await page.getByText('Showing all').waitFor();
    });
    after(() => page.close());

    const all = ['IP-1.1/AC1', 'IP-1.1/AC2', 'IP-1.1/AC3', 'IP-1.1/AC4', 'AC1', 'REQ-7'];

    it('shows every criterion, asks for nothing and has nothing to complain of', async () => {
      assert.deepEqual(await shownIds(page), all);
      assert.equal(await page.locator('#shown').textContent(), 'Showing all: 6 criteria');
      assert.match(
        (await page.locator('.origin').textContent()) ?? '',
        /Commit0a1b8e4Date of this report2026-11-21Made byReqTrace 1\.2\.3/u,
      );
      assert.deepEqual({ complaints, requests }, { complaints: [], requests: [] });
    });

    it('sorts by a column with the keyboard, says so, and comes back to the order of the documents', async () => {
      const head = page.locator('#columns button').nth(2);
      await head.focus();
      await page.keyboard.press('Enter');
      assert.equal(await head.getAttribute('aria-label'), 'Status, sorted upwards');
      assert.deepEqual(await shownIds(page), ['IP-1.1/AC3', 'IP-1.1/AC2', 'IP-1.1/AC1', 'IP-1.1/AC4', 'REQ-7', 'AC1']);
      await page.keyboard.press('Space');
      assert.equal(await head.getAttribute('aria-label'), 'Status, sorted downwards');
      assert.match(page.url(), /#\?sort=-status$/u);
      await page.keyboard.press('Space');
      assert.equal(await head.getAttribute('aria-label'), null);
      assert.deepEqual(await shownIds(page), all);
    });

    const searches: readonly [typed: string, ids: readonly string[]][] = [
      ['CONFIRMED orders', ['IP-1.1/AC1']],
      ['req-7', ['REQ-7']],
      ['src/stock.ts', ['IP-1.1/AC3']],
      ['confirm()', ['IP-1.1/AC1']],
      ['docs/routine', ['REQ-7']],
      ['"no test" -stock', ['IP-1.1/AC2', 'AC1']],
      ['stale', ['IP-1.1/AC3']],
      ['details', []],
    ];
    for (const [typed, ids] of searches) {
      it(`finds ${ids.join(', ') || 'nothing'} by ${typed}`, async () => {
        await page.getByRole('searchbox', { name: 'Search' }).fill(typed);
        await page.locator('#filtered').filter({ hasText: 'Only what fits' }).waitFor();
        assert.deepEqual(await shownIds(page), ids);
      });
    }

    it('filters by status and document, says so, and all comes back', async () => {
      await page.getByRole('checkbox', { name: /^met/u }).uncheck();
      await page.getByText('Showing 4 of 6').waitFor();
      assert.deepEqual(await shownIds(page), ['IP-1.1/AC2', 'IP-1.1/AC3', 'IP-1.1/AC4', 'AC1']);
      await page.getByRole('button', { name: 'only stale' }).click();
      assert.deepEqual(await shownIds(page), ['IP-1.1/AC3']);
      assert.equal(await page.locator('#filtered').textContent(), 'Only what fits all of these: status stale');
      await page.getByRole('button', { name: 'only stale' }).click();
      assert.deepEqual(await shownIds(page), all);
      await page.getByRole('link', { name: 'docs/routine.md' }).click();
      assert.deepEqual(await shownIds(page), ['REQ-7']);
      await page.getByRole('combobox', { name: 'Document' }).selectOption({ label: 'docs/launch.md' });
      await page.getByText('Showing 5 of 6').waitFor();
      await page.getByRole('searchbox').fill('backup');
      await page.getByText('No criterion fits these filters.').waitFor();
    });

    it('is the same view for whoever opens its address', async () => {
      await page.getByRole('searchbox').fill('orders');
      await page.getByRole('button', { name: 'only met' }).click();
      const other = await pages.open(pageOf(sampleIndex()), { hash: new URL(page.url()).hash });
      assert.deepEqual(await shownIds(other.page), await shownIds(page));
      assert.equal(await other.page.getByRole('searchbox').inputValue(), 'orders');
      assert.equal(await other.page.locator('#filtered').textContent(), await page.locator('#filtered').textContent());
      await other.page.close();
    });

    // @verifies RT-9.1/AC4~bb9615
    it('is used by keyboard alone, and without single keys where somebody wants none', async () => {
      await page.locator('h1').click();
      await page.keyboard.press('/');
      await page.keyboard.type('ip-1.1');
      await page.getByText('Showing 4 of 6').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Showing all: 6').waitFor();
      const row = page.locator('[id="IP-1.1/AC3"]');
      await page.locator('[id="IP-1.1/AC1"] th a').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'IP-1.1/AC3');
      await row.locator('summary').focus();
      await page.keyboard.press('Enter');
      assert.ok((await row.locator('details').getAttribute('open')) !== null);
      assert.match((await row.locator('dl').textContent()) ?? '', /Missingthe text changed since it was pinned/u);
      await page.keyboard.press('Space');
      assert.ok(await row.locator('dl').isHidden());
      await row.locator('th a').focus();
      await page.keyboard.press('End');
      assert.equal(await page.evaluate('document.activeElement.closest("section").dataset.key'), 'docs/routine#REQ-7');
      await page.getByRole('checkbox', { name: /^Keys/u }).uncheck();
      await page.keyboard.press('/');
      assert.equal(await page.evaluate('document.activeElement.id'), 'keys');
    });

    it('tells who linked what, in the details of a criterion, which have an address to copy', async () => {
      await page.locator('[id="IP-1.1/AC1"] summary').click();
      const details = page.locator('[id="IP-1.1/AC1"] details');
      assert.match((await details.textContent()) ?? '', /src\/orders\.ts:12: linked by A <b>Person<\/b> on 2026-11-20 in 1111111111/u);
      assert.match((await details.textContent()) ?? '', /Claimedyes, checked off in the document/u);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator('[id="IP-1.1/AC1"] th a').focus();
      await page.getByRole('button', { name: 'Copy link', exact: true }).click();
      await page.getByText(/^Copied/u).waitFor();
      assert.match(await page.evaluate<string>('navigator.clipboard.readText()'), /\.html#IP-1\.1\/AC1$/u);
    });

    it('opens and closes all details', async () => {
      await page.getByRole('button', { name: 'Expand all' }).click();
      assert.equal(await page.locator('#requirements details:not([open])').count(), 0);
      await page.getByRole('button', { name: 'Collapse all' }).click();
      assert.equal(await page.locator('#requirements details[open]').count(), 0);
    });

    it('saves the lines that are to be seen as CSV, in their order', async () => {
      await page.getByRole('button', { name: 'only met' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'CSV of this view' }).click();
      const file = await (await download).path();
      assert.equal(
        readFileSync(file, 'utf8'),
        '\uFEFFDocument,Requirement,Title,Criterion,Text,Status,Code,Tests\r\n' +
          'docs/launch.md,IP-1.1,Orders,IP-1.1/AC1,Orders are confirmed,met,confirm() src/orders.ts:12,test/orders.ts:4\r\n' +
          'docs/routine.md,REQ-7,Backups,REQ-7,Backups,met,src/orders.ts:31,test/orders.ts:10\r\n',
      );
    });

    const addresses: readonly [address: string, item: string][] = [
      ['IP-1.1/AC3', 'IP-1.1/AC3'],
      ['docs/launch%23IP-1.1/AC3', 'IP-1.1/AC3'],
      ['IP-1.1', 'IP-1.1'],
      ['docs/routine%23REQ-7', 'REQ-7'],
    ];
    for (const [address, item] of addresses) {
      it(`opens ${item} for the address ${address}, whatever the filters hide`, async () => {
        await page.getByRole('button', { name: 'only waived' }).click();
        await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
        await page.getByText('Showing all').waitFor();
        assert.equal(await page.evaluate('document.activeElement.textContent'), item);
        assert.ok(await page.locator(':focus').isVisible());
      });
    }

    it('leaves an address that nobody means alone', async () => {
      for (const hash of ['#nothing', '#%E0%A4%A', '#?', '#?sort=nothing']) await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      assert.deepEqual(await shownIds(page), all);
      assert.deepEqual(complaints, []);
    });

    it('names its parts for those who cannot see it', async () => {
      assert.deepEqual(await page.getByRole('heading').allTextContents(), [
        'shop: requirements coverage',
        'Summary',
        'Waivers 1',
        'Matrix',
        'IP-1.1 Orders docs/launch.md:4 stale',
        'docs/launch#quality-gates Quality gates docs/launch.md:21 waived',
        'REQ-7 Backups docs/routine.md:1 met',
        'Other findings',
      ]);
      assert.deepEqual(await page.locator('.m').first().getByRole('columnheader').allTextContents(), [
        'Criterion',
        'Text',
        'Status',
        'Code',
        'Tests',
      ]);
      assert.deepEqual(
        await page
          .locator('input:not([type=checkbox]), select, button')
          .evaluateAll((controls) => controls.filter((control) => !control.closest('label') && !control.textContent)),
        [],
      );
      assert.equal(await page.getByRole('search').count(), 1);
    });
  });

  // @verifies RT-7.4/AC9~ba94d3
  it('opens at the item that it is opened for', async () => {
    const { page } = await pages.open(pageOf(sampleIndex(), { theme: 'report', goTo: 'docs/launch#IP-1.1/AC2' }));
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'IP-1.1/AC2');
    assert.equal(await page.locator('.at').getAttribute('id'), 'IP-1.1/AC2');
    await page.close();
  });

  it('says everything without a script: all rows, details that open, items that have an address', async () => {
    const hash = '#IP-1.1/AC3';
    const { page, complaints } = await pages.open(pageOf(sampleIndex()), { hash, javaScriptEnabled: false });
    assert.equal(await page.locator('.m tbody tr').count(), 6);
    assert.ok(await page.locator('#filters').isHidden());
    const summary = page.locator('[id="IP-1.1/AC3"] summary');
    assert.ok(await summary.isVisible());
    await summary.click();
    await page.getByText('the text changed since it was pinned').first().waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('folds the table of many documents, so that what is met is seen first', async () => {
    const many = Array.from({ length: 40 }, (_, at) => document(`docs/d${at}.md`, [requirement(`D-${at}`)]));
    const { page } = await pages.open(pageOf(indexOf(many)));
    assert.equal(await page.locator('table.documents').isVisible(), false);
    assert.ok((await page.evaluate<number>("document.querySelector('#filters').getBoundingClientRect().bottom")) < 800);
    await page.locator('section[aria-labelledby=summary] summary').click();
    assert.equal(await page.locator('table.documents').isVisible(), true);
    await page.close();
  });

  it('shows what the newest results say of a test, and which of several', async () => {
    const index = indexOf([
      document('docs/a.md', [requirement('IP-1', ['AC1', 'AC2'])]),
      code('src/a.ts', annotation('implements', 'IP-1', 1)),
      {
        ...code(
          'test/a.test.ts',
          annotation('verifies', 'IP-1/AC1', 3, { declaration: { ...declaration('rejects it'), kind: 'test' } }),
          annotation('verifies', 'IP-1/AC2', 7, { declaration: { ...declaration('keeps it', 7), kind: 'test' } }),
        ),
        role: 'test',
      },
    ]);
    const file = (path: string, day: number, title: string, outcome: 'failed' | 'passed') => ({
      path,
      time: Date.UTC(2026, 10, day, 10),
      results: [{ outcome, file: 'test/a.test.ts', groups: [], title }],
      coverage: [],
      problems: [],
    });
    index.setEvidence({
      files: [file('build/results.xml', 20, 'rejects it', 'failed'), file('build/more.xml', 19, 'keeps it', 'passed')],
      modified: new Map(),
    });
    const { page } = await pages.open(pageOf(index));
    const row = page.locator('[id="IP-1/AC1"]');
    assert.equal(await row.locator('td').last().textContent(), 'rejects it test/a.test.ts:4 failed [1]');
    assert.match((await page.locator('#results-1').textContent()) ?? '', /build\/results\.xml 1 test, run of 2026-11-20 10:00 UTC/u);
    await row.locator('summary').click();
    assert.match((await row.locator('dl').textContent()) ?? '', /Missinga test fails/u);
    assert.match((await page.locator('.proof').textContent()) ?? '', /Proven by passed tests: 1 of 1 met/u);
    await page.locator('#proof').selectOption('unproven');
    await page.getByText('No criterion fits these filters.').waitFor();
    await page.close();
  });

  it('shows hostile text as text', async () => {
    const index = indexOf([
      document(
        `docs/${HOSTILE.replaceAll('/', '∕')}.md`,
        [
          requirement('IP-1', [criterion('AC1', 1, { text: HOSTILE, detail: HOSTILE })], {
            title: HOSTILE,
            text: HOSTILE,
            attributes: [{ name: HOSTILE, value: HOSTILE, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }],
          }),
        ],
        { documentKey: 'docs/a' },
      ),
      code('src/a.ts', annotation('implements', 'IP-1/AC1', 3, { declaration: declaration(HOSTILE) }), annotation('implements', 'IP-9', 3)),
    ]);
    for (const options of [{ theme: 'report' }, { theme: 'vscode', nonce: 'abc123' }] as const) {
      const { page, complaints, requests } = await pages.open(
        matrixPage(buildMatrix(index, { ...RUN, name: HOSTILE, commit: HOSTILE, branch: HOSTILE }), {
          ...options,
          permalink: `${HOSTILE}{path}`,
        }),
      );
      await page.getByRole('button', { name: 'Expand all' }).click();
      const shown = HOSTILE.replace('\u2028', ' ');
      assert.equal(
        await page
          .locator('.m tbody td')
          .first()
          .evaluate((cell) => cell.firstChild?.textContent?.trim()),
        shown,
      );
      assert.ok((await page.locator('#requirements').getByText(shown, { exact: true }).count()) >= 5);
      assert.equal(await page.locator('script').count(), 1);
      assert.equal(await page.locator('img').count(), 0);
      assert.deepEqual({ complaints, requests }, { complaints: [], requests: [] });
      await page.close();
    }
  });

  it('runs no script but its own', async () => {
    const { page, complaints } = await pages.open(
      pageOf(sampleIndex()).replace('</body>', '<script>document.title = "taken"</script><p style="color:red" onclick="x">p</p></body>'),
    );
    assert.equal(await page.title(), 'shop: requirements coverage');
    assert.ok(complaints.length >= 1 && complaints.every((line) => line.includes('Content Security Policy')), complaints.join('\n'));
    await page.close();
  });

  describe('in another language', () => {
    const speakIn = (language: string): void => {
      speak(language, readFileSync(new URL(`../../l10n/bundle.l10n.${language}.json`, import.meta.url), 'utf8'));
    };
    afterEach(() => speak('en', {}));

    const spoken: readonly [language: string, summary: RegExp, all: string, some: string, gap: RegExp][] = [
      [
        'de',
        /^2 von 4 Kriterien erfüllt \(50 %\)/u,
        'Alle 6 Kriterien angezeigt',
        '1 von 6 Kriterien angezeigt',
        /nicht erfülltkein Codekein Test/u,
      ],
      [
        'zh-cn',
        /^已满足 2 条验收标准，共 4 条（50%）/u,
        '当前显示全部 6 条验收标准',
        '共 6 条验收标准，当前显示 1 条',
        /没有代码没有测试/u,
      ],
    ];
    for (const [tag, summary, all, some, gap] of spoken) {
      it(`speaks ${tag} in all that it says, before and after a filter`, async () => {
        speakIn(tag);
        const { page, complaints } = await pages.open(pageOf(sampleIndex(), { theme: 'report', language: { tag, words: localised } }));
        assert.equal(await page.locator('html').getAttribute('lang'), tag);
        assert.match((await page.locator('.headline').textContent()) ?? '', summary);
        assert.equal(await page.locator('#shown').textContent(), all);
        await page.getByRole('searchbox').fill('IP-1.1/AC2');
        await page.getByText(some).waitFor();
        assert.match((await page.locator('[id="IP-1.1/AC2"]').textContent()) ?? '', gap);
        assert.deepEqual(complaints, []);
        await page.close();
      });
    }

    it('leaves nothing in English but what the repository says', async () => {
      const language = { tag: 'de', words: (message: Parameters<typeof inEnglish>[0]) => `«${inEnglish(message)}»` };
      const { page } = await pages.open(pageOf(sampleIndex(), { theme: 'report', language }));
      await page.locator('#expand').click();
      await page.getByRole('searchbox').fill('IP');
      await page.locator('#columns button').first().click();
      const marked = await textsOf(page);
      await page.close();
      const repository = JSON.stringify([buildMatrix(sampleIndex(), RUN), 'A <b>Person</b>', 'ReqTrace 1.2.3']);
      const english = marked.filter(
        (text) =>
          /\p{L}/u.test(text) && !text.includes('«') && !repository.includes(JSON.stringify(text).slice(1, -1)) && !/^\S+:\d+$/u.test(text),
      );
      assert.deepEqual(english, []);
      assert.ok(
        marked.some((text) => text.startsWith('«Showing')),
        marked.join('\n'),
      );
    });

    it('takes translations for text, whatever they hold', async () => {
      const language = {
        tag: '"><script>alert(1)</script>',
        words: (message: Parameters<typeof inEnglish>[0]) => `${HOSTILE}${inEnglish(message)}`,
      };
      const { page, complaints, requests } = await pages.open(pageOf(sampleIndex(), { theme: 'report', language }));
      await page.locator('#expand').click();
      assert.equal(await page.locator('script').count(), 1);
      assert.equal(await page.locator('img').count(), 0);
      assert.ok((await page.locator('#shown').textContent())?.startsWith(HOSTILE.replace('\u2028', ' ')));
      assert.deepEqual({ complaints, requests }, { complaints: [], requests: [] });
      await page.close();
    });
  });

  // @verifies RT-9.1/AC5~2b091c
  it('stays usable with ten thousand criteria: all of them there, findable, and open at once', async () => {
    const big = indexOf([
      document(
        'docs/big.md',
        Array.from({ length: 500 }, (_, at) =>
          requirement(
            `IP-${at + 1}`,
            Array.from({ length: 20 }, (_unused, number) => `AC${number + 1}`),
            { line: at * 30 },
          ),
        ),
      ),
    ]);
    const { page, complaints } = await pages.open(pageOf(big), { hash: '#IP-499/AC20' });
    assert.equal(await page.locator('#shown').textContent(), 'Showing all: 10,000 criteria');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'IP-499/AC20');
    await page.getByRole('searchbox', { name: 'Search' }).fill('IP-499/AC19');
    await page.getByText('Showing 1 of 10,000').waitFor();
    assert.deepEqual(await shownIds(page), ['IP-499/AC19']);
    await page.getByRole('button', { name: 'Expand all' }).click();
    assert.equal(await page.locator('#requirements details:not([open])').count(), 0);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    // @verifies RT-9.1/AC4~bb9615
    it(`has the contrast that WCAG 2.2 AA asks for in ${scheme} colours`, async () => {
      const { page } = await pages.open(pageOf(sampleIndex()), { colorScheme: scheme });
      await page.getByRole('button', { name: 'Expand all' }).click();
      const low = await page.evaluate<string[]>(LOW_CONTRAST);
      assert.deepEqual(low, []);
      await page.close();
    });
  }

  it('is light on paper and follows the reader’s choice on the screen, which it keeps', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()), { colorScheme: 'light' });
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const white = await background();
    const button = page.getByRole('button', { name: /^Colors/u });
    await button.click();
    await button.click();
    assert.equal(await button.textContent(), 'Colors: dark');
    assert.notEqual(await background(), white);
    await page.reload();
    assert.equal(await button.textContent(), 'Colors: dark');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await background(), white);
    assert.ok(await page.locator('#filters').isHidden());
    await page.close();
  });
});
