import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { TraceIndex } from '../../src/index/traceIndex.ts';
import { inEnglish } from '../../src/model/message.ts';
import { localised, speak } from '../../src/text/words/localised.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import type { MatrixPageOptions } from '../../src/report/html/page.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import type { PageLanguage } from '../../src/report/html/pageLanguage.ts';
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

/** Ids in the first column, in order. */
function shownIds(page: Page): Promise<string[]> {
  return page.locator('tr[data-key] th .id').allTextContents();
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

  it('sorts by a column with the keyboard, says so, and comes back to the order of the documents', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()));
    const before = await shownIds(page);
    const head = page.locator('.matrix thead th', { hasText: 'Status' });
    await head.locator('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const sorted = await shownIds(page);
    assert.deepEqual(sorted, ['IP-1.1/AC3', 'IP-1.1/AC2', 'IP-1.1/AC1', 'IP-1.1/AC4', 'REQ-7', 'AC1']);
    await page.keyboard.press('Space');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    await page.keyboard.press('Space');
    assert.equal(await head.getAttribute('aria-sort'), 'none');
    assert.deepEqual(await shownIds(page), before);
  });

  it('opens at the item that it is opened for', async () => {
    const { page } = await pages.open(pageOf(sampleIndex(), { theme: 'report', goTo: 'docs/launch#IP-1.1/AC2' }));
    assert.equal(await page.locator('tr[data-key] .toggle[aria-expanded=true] .id').textContent(), 'IP-1.1/AC2');
    const { page: other } = await pages.open(pageOf(sampleIndex(), { theme: 'report', goTo: 'docs/launch#IP-1.1' }));
    assert.equal(await other.evaluate('document.activeElement.textContent'), 'IP-1.1 Orders');
  });

  it('folds the table of many documents, so that what is met is seen first', async () => {
    const many = Array.from({ length: 40 }, (_, at) => document(`docs/d${at}.md`, [requirement(`D-${at}`)]));
    const { page } = await pages.open(pageOf(indexOf(many)));
    assert.equal(await page.locator('table.documents').isVisible(), false);
    assert.equal(await page.locator('.matrix tbody').first().isVisible(), true);
    assert.ok((await page.evaluate<number>("document.querySelector('#filters').getBoundingClientRect().bottom")) < 600);
    await page.locator('section[aria-labelledby=summary] summary').click();
    assert.equal(await page.locator('table.documents').isVisible(), true);
  });

  it('shows every criterion, asks for nothing and has nothing to complain of', async () => {
    const { page, complaints, requests } = await pages.open(pageOf(sampleIndex()));
    assert.deepEqual(await shownIds(page), ['IP-1.1/AC1', 'IP-1.1/AC2', 'IP-1.1/AC3', 'IP-1.1/AC4', 'AC1', 'REQ-7']);
    assert.equal(await page.locator('#shown').textContent(), 'Showing all 6 criteria of 3 requirements.');
    assert.match((await page.locator('.origin').textContent()) ?? '', /Commit0a1b8e4Date of this report2026-11-21Made byReqTrace 1\.2\.3/u);
    assert.deepEqual({ complaints, requests }, { complaints: [], requests: [] });
    await page.close();
  });

  const searches: readonly [typed: string, ids: readonly string[]][] = [
    ['confirmed', ['IP-1.1/AC1']],
    ['CONFIRMED orders', ['IP-1.1/AC1']],
    ['req-7', ['REQ-7']],
    ['src/stock.ts', ['IP-1.1/AC3']],
    ['confirm()', ['IP-1.1/AC1']],
    ['nothing like it', []],
  ];
  for (const [typed, ids] of searches) {
    it(`finds ${ids.join(', ') || 'nothing'} by ${typed}`, async () => {
      const { page } = await pages.open(pageOf(sampleIndex()));
      await page.getByRole('searchbox', { name: 'Search' }).fill(typed);
      await page.locator('#shown').filter({ hasNotText: 'Showing all' }).waitFor();
      assert.deepEqual(await shownIds(page), ids);
      await page.close();
    });
  }

  it('filters by status and document, and all comes back', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()));
    await page.getByRole('checkbox', { name: /^met/u }).uncheck();
    await page.getByText('Showing 4 of 6').waitFor();
    assert.deepEqual(await shownIds(page), ['IP-1.1/AC2', 'IP-1.1/AC3', 'IP-1.1/AC4', 'AC1']);
    await page.getByRole('combobox', { name: 'Document' }).selectOption({ label: 'docs/routine.md' });
    await page.getByText('No criterion fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Reset filters' }).click();
    await page.getByText('Showing all 6').waitFor();
    assert.equal((await shownIds(page)).length, 6);
    await page.close();
  });

  it('is used by keyboard alone', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()));
    await page.keyboard.press('/');
    await page.keyboard.type('ip-1.1');
    await page.getByText('Showing 4 of 6').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Showing all 6').waitFor();
    await page.getByRole('button', { name: 'IP-1.1/AC1' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const focused = page.locator(':focus');
    assert.deepEqual([await focused.textContent(), await focused.getAttribute('aria-expanded')], ['IP-1.1/AC2', 'true']);
    const detail = page.locator(`#${(await focused.getAttribute('aria-controls')) ?? ''}`);
    assert.match((await detail.textContent()) ?? '', /Missingno implementation and no test/u);
    await page.keyboard.press('Space');
    assert.ok(await detail.isHidden());
    await page.close();
  });

  it('tells who linked what, through which place, in the details of a criterion', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()));
    await page.getByRole('button', { name: 'IP-1.1/AC1' }).click();
    const detail = await page.locator('.detail:not([hidden])').textContent();
    assert.match(detail ?? '', /implements confirm\(\) src\/orders\.ts:12, linked by A <b>Person<\/b> on 2026-11-20 in 1111111111/u);
    assert.match(detail ?? '', /Claimedyes, checked off in the document/u);
    await page.getByRole('button', { name: 'Expand all' }).click();
    assert.equal(await page.locator('.detail[hidden]').count(), 0);
    await page.close();
  });

  it('shows what the newest results say of a test', async () => {
    const index = indexOf([
      document('docs/a.md', [requirement('IP-1', ['AC1'])]),
      {
        ...code('test/a.test.ts', annotation('verifies', 'IP-1/AC1', 3, { declaration: { ...declaration('rejects it'), kind: 'test' } })),
        role: 'test',
      },
    ]);
    index.setEvidence({
      files: [
        {
          path: 'build/results.xml',
          time: Date.UTC(2026, 10, 20, 10),
          results: [{ outcome: 'failed', file: 'test/a.test.ts', groups: [], title: 'rejects it' }],
          coverage: [],
          problems: [],
        },
      ],
      modified: new Map(),
    });
    const { page } = await pages.open(pageOf(index));
    assert.equal(await page.locator('tr[data-key] td').last().textContent(), 'rejects it test/a.test.ts:4  failed');
    await page.getByRole('button', { name: 'IP-1/AC1' }).click();
    const detail = await page.locator('.detail:not([hidden])').textContent();
    assert.match(detail ?? '', /Missinga test failsProofno passed testLinks/u);
    assert.match(detail ?? '', /failed in the run of 2026-11-20 10:00 UTC \(build\/results\.xml\), linked by/u);
    await page.close();
  });

  it('opens the criterion that the address names', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()), { hash: `#${encodeURIComponent('docs/launch#IP-1.1/AC3')}` });
    assert.equal(await page.locator(':focus').textContent(), 'IP-1.1/AC3');
    assert.equal(await page.locator('.detail:not([hidden])').count(), 1);
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
        matrixPage(buildMatrix(index, { ...RUN, name: HOSTILE, commit: HOSTILE }), options),
      );
      await page.getByRole('button', { name: 'Expand all' }).click();
      const shown = HOSTILE.replace('\u2028', ' ');
      assert.equal(await page.locator('tr[data-key] td').first().textContent(), shown);
      assert.equal(await page.locator('.matrix').getByText(shown, { exact: true }).count(), 8);
      assert.deepEqual(await page.locator('script').evaluateAll((scripts) => scripts.length), 2);
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
        'Alles gezeigt: 6 Kriterien aus 3 Anforderungen.',
        'Gezeigt: 1 von 6 Kriterien aus 1 Anforderung.',
        /Fehltkeine Implementierung, kein Test/u,
      ],
      [
        'zh-cn',
        /^已满足 2 条标准，共 4 条（50%）/u,
        '显示全部：3 条需求中的 6 条标准。',
        '显示 1 条，共 6 条标准，属于 1 条需求。',
        /缺少没有实现、没有测试/u,
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
        await page.locator('tr[data-key] .toggle').click();
        assert.match((await page.locator('.detail:not([hidden])').textContent()) ?? '', gap);
        assert.deepEqual(complaints, []);
        await page.close();
      });
    }

    it('leaves nothing in English but what the repository says', async () => {
      const expanded = async (language: PageLanguage): Promise<string[]> => {
        const { page } = await pages.open(pageOf(sampleIndex(), { theme: 'report', language }));
        await page.locator('#expand').click();
        const texts = await textsOf(page);
        await page.close();
        return texts;
      };
      const marked = await expanded({ tag: 'x-marked', words: (message) => `«${inEnglish(message)}»` });
      const repository = JSON.stringify([buildMatrix(sampleIndex(), RUN), 'A <b>Person</b>', 'ReqTrace 1.2.3']);
      const english = marked.filter(
        (text) =>
          /\p{L}/u.test(text) && !text.includes('«') && !repository.includes(JSON.stringify(text).slice(1, -1)) && !/^\S+:\d+$/u.test(text),
      );
      assert.deepEqual(english, []);
      assert.ok(
        marked.some((text) => text.startsWith('«Showing all')),
        marked.join('\n'),
      );
    });

    it('takes translations for text, whatever they hold', async () => {
      const language: PageLanguage = { tag: '"><script>alert(1)</script>', words: (message) => `${HOSTILE}${inEnglish(message)}` };
      const { page, complaints, requests } = await pages.open(pageOf(sampleIndex(), { theme: 'report', language }));
      await page.locator('#expand').click();
      assert.equal(await page.locator('script').count(), 2);
      assert.equal(await page.locator('img').count(), 0);
      assert.ok((await page.locator('#shown').textContent())?.startsWith(HOSTILE.replace('\u2028', ' ')));
      assert.deepEqual({ complaints, requests }, { complaints: [], requests: [] });
      await page.close();
    });
  });

  it('stays usable with ten thousand criteria: few lines at first, all of them findable, scrollable and printable', async () => {
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
    const { page, complaints } = await pages.open(pageOf(big));
    assert.equal(await page.locator('#shown').textContent(), 'Showing all 10000 criteria of 500 requirements.');
    const first = (await shownIds(page)).length;
    assert.ok(first > 50 && first < 500, `${first} rows at first`);
    await page.locator('#more').scrollIntoViewIfNeeded();
    await page.locator('tr[data-key]').nth(first).waitFor({ state: 'attached' });
    await page.getByRole('searchbox', { name: 'Search' }).fill('IP-499/AC20');
    await page.getByText('Showing 1 of 10000').waitFor();
    assert.deepEqual(await shownIds(page), ['IP-499/AC20']);
    await page.getByRole('searchbox', { name: 'Search' }).fill('');
    await page.getByText('Showing all').waitFor();
    await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
    assert.equal((await shownIds(page)).length, 10_000);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has the contrast that WCAG 2.2 AA asks for in ${scheme} colours`, async () => {
      const { page } = await pages.open(pageOf(sampleIndex()), { colorScheme: scheme });
      await page.getByRole('button', { name: 'Expand all' }).click();
      const low = await page.evaluate<string[]>(LOW_CONTRAST);
      assert.deepEqual(low, []);
      await page.close();
    });
  }

  it('is light on paper and follows the reader’s choice on the screen', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()), { colorScheme: 'light' });
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const white = await background();
    const button = page.getByRole('button', { name: /^Colours/u });
    await button.click();
    await button.click();
    assert.equal(await button.textContent(), 'Colors: dark');
    assert.notEqual(await background(), white);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await background(), white);
    assert.ok(await page.locator('#filters').isHidden());
    await page.close();
  });

  it('names its parts for those who cannot see it', async () => {
    const { page } = await pages.open(pageOf(sampleIndex()));
    assert.deepEqual(await page.getByRole('heading').allTextContents(), [
      'shop: requirements coverage',
      'Summary',
      'Waivers 1',
      'Matrix',
      'Other findings',
    ]);
    assert.equal(await page.getByRole('table', { name: /^Requirements with their criteria/u }).count(), 1);
    assert.deepEqual(
      await page
        .getByRole('table', { name: /^Requirements/u })
        .getByRole('columnheader')
        .allTextContents(),
      ['Criterion', 'Text', 'Status', 'Code', 'Tests'],
    );
    assert.deepEqual(
      await page
        .locator('input:not([type=checkbox]), select, button')
        .evaluateAll((controls) => controls.filter((control) => !control.closest('label') && !control.textContent)),
      [],
    );
    assert.equal(await page.getByRole('search').count(), 1);
    await page.close();
  });

  it('opens places through the editor in a webview, keeps its filters there and takes the editor’s colours', async () => {
    const init =
      'window.posted = []; const state = window.name ? JSON.parse(window.name) : undefined; window.acquireVsCodeApi = () => ({ postMessage: (m) => posted.push(m), getState: () => state, setState: (s) => { window.name = JSON.stringify(s); } });';
    const html = pageOf(sampleIndex(), { theme: 'vscode', nonce: 'abc123' }).replace(
      '<html',
      '<html style="--vscode-editor-background:rgb(1, 2, 3)"',
    );
    assert.match(html, /style-src 'nonce-abc123'; script-src 'nonce-abc123'/u);
    const { page } = await pages.open(html.replace(" style-src 'nonce-abc123'", " style-src 'unsafe-inline'"), { init });
    assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(1, 2, 3)');
    await page.getByRole('button', { name: 'src/orders.ts:12' }).first().click();
    assert.deepEqual(await page.evaluate('posted'), [{ type: 'open', file: 'src/orders.ts', line: 12 }]);
    await page.getByRole('searchbox').fill('backup');
    await page.getByText('Showing 1 of 6').waitFor();
    await page.reload();
    assert.deepEqual(await shownIds(page), ['REQ-7']);
    assert.equal(await page.getByRole('button', { name: /^Colours/u }).count(), 0);
    await page.getByRole('button', { name: 'Export' }).click();
    assert.deepEqual(await page.evaluate('posted'), [{ type: 'export' }]);
    await page.close();
  });

  it('is in a webview after a reload what it was: open rows, hidden statuses, where it was scrolled to', async () => {
    const init =
      'const state = window.name ? JSON.parse(window.name) : undefined; window.acquireVsCodeApi = () => ({ postMessage: () => undefined, getState: () => state, setState: (s) => { window.name = JSON.stringify(s); } });';
    const html = pageOf(sampleIndex(), { theme: 'vscode', nonce: 'abc123' }).replace(
      " style-src 'nonce-abc123'",
      " style-src 'unsafe-inline'",
    );
    const { page } = await pages.open(html, { init });
    await page.setViewportSize({ width: 900, height: 400 });
    await page.locator('#filters').getByRole('checkbox', { name: /^met/u }).uncheck();
    await page.locator('tr[data-key] .toggle').first().click();
    await page.evaluate('window.scrollTo(0, 200)');
    const ids = await shownIds(page);
    // The page's own policy forbids the polling of waitForFunction.
    const kept = 'JSON.parse(window.name || "{}").scrolled === 200 && JSON.parse(window.name).open.length === 1';
    while (!(await page.evaluate(kept))) await page.waitForTimeout(20);
    await page.reload();
    assert.deepEqual(await shownIds(page), ids);
    assert.equal(await page.locator('tr[data-key] .toggle').first().getAttribute('aria-expanded'), 'true');
    assert.equal(await page.evaluate('window.scrollY'), 200);
    await page.close();
  });
});
