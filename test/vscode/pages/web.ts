import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Configuration } from '../configurations.ts';
import type { Workbench } from '../page.ts';

/** What axe has against the page that it is in. */
const FAULTS =
  "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target)))";

/** What a person sees in VS Code for the Web, in a folder that no disk has. */
export function checks(workbench: Workbench, { web }: Pick<Configuration, 'web'>): void {
  const { page } = workbench;
  const hasBase = web?.base !== undefined;
  /** What latency makes no difference to is looked at once. */
  const once = web?.latency === 0 ? it : (): void => undefined;
  const progress = (shown: string): Promise<unknown> =>
    workbench.until(
      'status bar',
      () => workbench.statusBarText(),
      (items) => items.includes(shown),
      60,
    );

  describe('in a browser', () => {
    before(async function () {
      this.timeout(120_000);
      await workbench.openView('ReqTrace');
      await progress('1/2 criteria met');
    });

    // @verifies RT-8.3/AC1
    it('the tree has what the documents say', async () => {
      await workbench.expand('Requirements', 'stock.md');
      const rows = await workbench.treeRows('Requirements');
      assert.deepEqual(
        rows.slice(0, 2).map(({ label, description, icon }) => [label, description, icon]),
        [
          ['stock.md', '1/2 met', 'book'],
          ['REQ-1 Reserve stock', '1/2 met', rows[1]?.icon],
        ],
      );
    });

    // @verifies RT-7.8/AC3~4b750d
    once('an agent is offered tools, and the server answers them', async () => {
      await workbench.runCommand('Probe: Run');
      const lines = await workbench.until(
        'answers',
        () => workbench.editorLines(),
        (shown) => shown.some((line) => line.replaceAll('\u00a0', ' ').startsWith('reqtrace_check_claim: does')),
      );
      const text = lines.join('\n').replaceAll('\u00a0', ' ');
      const names = ['coverage', 'next_criteria', 'find_criteria', 'read_criterion', 'check_claim', 'review_changes', 'explain_line'];
      assert.match(text, new RegExp(`^offered: ${names.map((name) => `reqtrace_${name}`).join(' ')}`, 'u'));
      assert.match(text, /reqtrace_coverage: 2 criteria in 1 documents: 1 partial, 1 met/u);
      assert.match(text, /reqtrace_read_criterion: REQ-1\/AC2 \[partial\]/u);
      assert.match(text, /reqtrace_read_criterion: error: .*Nothing has the ID REQ-8/u);
      assert.match(text, /reqtrace_check_claim: holds\nREQ-1\/AC1 met, proven/u);
      assert.match(text, /reqtrace_check_claim: does not hold/u);
      await workbench.runCommand('View: Revert and Close Editor');
    });

    // @verifies RT-8.3/AC1
    it('a hover shows the requirement, and its links lead to files', async () => {
      // That of a link is there before the server has answered.
      await workbench.until(
        'hover',
        () => workbench.hoverAt('src/stock.ts', 1, 17),
        (text) => /REQ-1 Reserve stock: ◐ partial, 1 of 2 criteria met/u.test(text),
      );
      await page.locator('.monaco-hover:visible a', { hasText: 'docs/stock.md:3' }).click();
      await page.locator('.part.editor .tab.active', { hasText: 'stock.md' }).waitFor();
    });

    // @verifies RT-8.2/AC4
    once('a hover says how the test of a criterion ended, by the results in the folder', async () => {
      await workbench.until(
        'hover',
        () => workbench.hoverAt('src/stock.test.ts', 3, 18),
        (text) => /passed/u.test(text),
      );
    });

    // @verifies RT-8.3/AC1
    it('a reference leads to its definition', async () => {
      await workbench.openFile('src/stock.ts', 1, 17);
      await page.keyboard.press('F12');
      await page.locator('.part.editor .tab.active', { hasText: 'stock.md' }).waitFor();
    });

    // @verifies RT-8.3/AC1
    it('what is typed completes, counts before it is saved, and is a finding where it is wrong', async () => {
      await workbench.openFile('src/stock.test.ts', 3, 1);
      await page.keyboard.press('End');
      await page.keyboard.press('Control+Shift+Enter');
      await workbench.completionsFor('// @verifies REQ-1/');
      // Those of a shorter text may stay until the last answer is there.
      await workbench.until(
        'completions',
        () => page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts(),
        (labels) => labels.slice(0, 2).sort().join(' ') === 'REQ-1/AC1 REQ-1/AC2',
      );
      await page.keyboard.press('Escape');
      await page.keyboard.type('AC2');
      await page.keyboard.press('Escape');
      await progress('2/2 criteria met');
      await page.keyboard.press('Control+Shift+K');
      await progress('1/2 criteria met');
      await page.keyboard.press('Control+Shift+Enter');
      await page.keyboard.type('// @verifies REQ-9 ');
      await workbench.until(
        'problems',
        () => workbench.problemsPanel(),
        (rows) => rows.some((row) => row.includes('REQ-9 is not defined in any document')),
      );
      await workbench.openFile('src/stock.test.ts', 3, 1);
      await page.keyboard.press('Control+Shift+K');
    });

    // @verifies RT-8.3/AC1
    it('a rename changes all files', async () => {
      await workbench.openFile('docs/stock.md', 3, 6);
      await page.keyboard.press('F2');
      const input = page.locator('.monaco-editor.rename-box input');
      await input.fill('REQ-7');
      await input.press('Enter');
      await workbench.until(
        'the heading',
        () => workbench.editorLines(),
        (lines) => lines.includes('## REQ-7: Reserve stock'),
      );
      await workbench.openFile('src/stock.ts', 1, 1);
      assert.equal((await workbench.editorLines())[0], '// @implements REQ-7');
      await progress('1/2 criteria met');
    });

    // @verifies RT-8.2/AC3, RT-8.2/AC5
    it('Review says what the branch did where an extension tells the base, else what is met and why there is no comparison', async () => {
      await workbench.view('Review').locator('.pane-header').click();
      const shown = await workbench.until(
        'review',
        () => workbench.view('Review').innerText(),
        (text) => /met\. What|origin\/main/u.test(text),
      );
      if (!hasBase) return assert.match(shown, /1 of 2 met\. What the branch changed is not shown: .*GitHub Pull Requests/u);
      await workbench.expand('Review', 'New and Unmet');
      const rows = await workbench.treeRows('Review');
      assert.ok(
        rows.some(({ label }) => label.includes('REQ-7/AC2')),
        JSON.stringify(rows),
      );
      await workbench.view('Review').locator('.monaco-list-row', { hasText: 'REQ-7/AC2' }).first().click();
      await page.locator('.part.editor .diff-editor, .part.editor .monaco-diff-editor').first().waitFor();
    });

    // @verifies RT-8.3/AC1
    it('the matrix is shown', async () => {
      await workbench.runCommand('ReqTrace: Show Traceability Matrix');
      const matrix = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await matrix.getByText('Reserve stock').first().waitFor();
    });

    // @verifies RT-8.3/AC2
    once('tree, Review and matrix can be read in light, dark and high contrast colours, and by a screen reader', async function () {
      this.timeout(120_000);
      const body = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('body');
      // Text, since tests of VS Code are not compiled for a browser.
      await body.evaluate(axe.source);
      for (const [theme, kind] of [
        ['Light Modern', 'vscode-light'],
        ['Light High Contrast', 'vscode-high-contrast-light'],
        ['Dark High Contrast', 'vscode-high-contrast'],
        ['Dark Modern', 'vscode-dark'],
      ] as const) {
        await workbench.runCommand('Preferences: Color Theme', false);
        await page.keyboard.type(theme);
        await workbench.until(
          `row ${theme}`,
          () => workbench.quickPickRows(),
          (rows) => rows[0]?.startsWith(theme) === true,
        );
        await page.keyboard.press('Enter');
        await workbench.until(
          theme,
          () => body.getAttribute('class'),
          (classes) => classes?.split(' ').includes(kind) === true,
        );
        assert.deepEqual(await body.evaluate<string[], unknown>(FAULTS), [], theme);
      }
      for (const view of ['Requirements', 'Review']) {
        const rows = await workbench.treeRows(view);
        assert.ok(
          rows.every(({ aria, label }) => aria.includes(label) && aria !== label),
          JSON.stringify(rows),
        );
      }
    });
  });
}
