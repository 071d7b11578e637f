import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from '../page.ts';
import { change } from '../branch.ts';

/** What the test before made of a criterion. */
const CONFIRMED = /An order is written before it is ever confirmed/;

/** The webview *Traceability Matrix*, in the frame that VS Code makes for it. */
export function checks(workbench: Workbench): void {
  const frame = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const shown = async (): Promise<string> => (await frame().locator('#shown').textContent()) ?? '';

  describe('the traceability matrix', () => {
    // @verifies RT-7.5/AC5~63d0dd
    it('opens from the view, in the colours of the editor', async () => {
      await workbench.openView('ReqTrace');
      await workbench.runCommand('View: Close All Editors');
      await workbench.runCommand('ReqTrace: Show Traceability Matrix');
      await workbench.until('matrix', shown, (text) => text.startsWith('Showing all'), 25);
      const colour = await frame()
        .locator('body')
        .evaluate((body) => body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor);
      const editor = await workbench.page
        .locator('.part.editor > .content')
        .first()
        .evaluate((part) => part.ownerDocument.defaultView?.getComputedStyle(part).backgroundColor);
      assert.equal(colour, editor);
    });

    it('lets no script but its own run, and loads nothing', async () => {
      const policy = (await frame().locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
      assert.match(policy, /^default-src 'none'; img-src data:; style-src 'nonce-[\w-]+'; script-src 'nonce-[\w-]+'/);
      assert.equal(await frame().locator('[src], link[href^="http"]').count(), 0);
      change(workbench.root, 'docs/orders.md', (text) =>
        text.replace(
          'Orders are listed',
          'Orders \\<img src=x onerror="document.body.dataset.ran=1">\\</script>\\<script>document.body.dataset.ran=1\\</script> are listed',
        ),
      );
      const cell = frame().locator('td', { hasText: '<img src=x' }).first();
      await cell.waitFor();
      assert.equal(await frame().locator('body').getAttribute('data-ran'), null);
      assert.equal(await cell.locator('img, script').count(), 0);
      change(workbench.root, 'docs/orders.md', (text) => text.replace(/Orders \\<img.*script> are/, 'Orders are'));
      await cell.waitFor({ state: 'detached' });
    });

    // @verifies RT-7.5/AC5~63d0dd
    it('follows the index and keeps its filters, open rows, place and focus', async () => {
      await frame().getByRole('searchbox').fill('confirmed');
      await workbench.until('filtered', shown, (text) => text.startsWith('Showing 1 of'));
      await frame().locator('.r:not([hidden])>details>summary').first().click();
      // Text, since tests of VS Code are not compiled for a browser.
      const inPage = (expression: string): Promise<string> => frame().locator('body').evaluate<string, unknown>(expression);
      const at = (): Promise<string> => inPage('document.activeElement.parentElement.parentElement.id + " " + Math.round(window.scrollY)');
      await inPage('window.scrollBy(0, 60)');
      const before = await at();
      assert.match(before, /^REQ-1 [1-9]/u);
      change(workbench.root, 'docs/orders.md', (text) => text.replace('before it is confirmed', 'before it is ever confirmed'));
      await frame().locator('td', { hasText: 'before it is ever confirmed' }).waitFor();
      assert.match(await shown(), /^Showing 1 of/);
      assert.notEqual(await frame().locator('.r:not([hidden])>details').first().getAttribute('open'), null);
      assert.equal(await frame().getByRole('searchbox').inputValue(), 'confirmed');
      assert.equal(await at(), before);
    });

    it('is used by the keyboard and opens a place beside itself', async () => {
      const place = frame().locator('.m .open', { hasText: 'src/orders.test.ts' }).first();
      await place.focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.part.editor .tab.active', { hasText: 'orders.test.ts' }).waitFor();
      await workbench.page.locator('.part.statusbar', { hasText: 'Ln 3, Col 1' }).waitFor();
      await frame().locator('#shown').waitFor();
    });

    // @verifies RT-7.1/AC17~554ab4
    it('leads to the row of an item in the view', async () => {
      await frame().getByRole('searchbox').fill('');
      await frame().locator('[id="REQ-1/AC1"] th a').focus();
      await frame().getByRole('button', { name: 'Show in tree' }).click();
      await workbench.view('Requirements').locator('.monaco-list-row.selected', { hasText: 'AC1 An order' }).waitFor();
    });

    // @verifies RT-7.5/AC6~257d36
    it('saves the report where the user wants it', async () => {
      for (const [name, end, fits] of [
        ['requirements-coverage.html', '</html>\n', [/script-src 'sha256-/, CONFIRMED]],
        ['matrix.csv', '\n', [/^[^\n]*Requirement,/i, CONFIRMED]],
        ['matrix.md', '\n', [/^# Requirements coverage$/m, /^\| docs\/orders\.md \|/m]],
        ['matrix.json', '}\n', [CONFIRMED]],
      ] as const) {
        const file = path.join(workbench.root, name);
        await frame().locator('#export').click();
        const input = workbench.page.locator('.quick-input-widget:visible input').first();
        await workbench.until(
          'path',
          () => input.inputValue(),
          (value) => value.endsWith('requirements-coverage.html'),
        );
        await input.fill(file);
        await workbench.page.keyboard.press('Enter');
        const text = await workbench.until(
          'file',
          async () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
          (now) => now.endsWith(end),
        );
        for (const pattern of fits) assert.match(text, pattern, name);
        if (name.endsWith('.json')) assert.doesNotThrow(() => JSON.parse(text) as unknown);
        const saved = (await workbench.openNotifications()).locator('.notification-list-item-message');
        await saved.filter({ hasText: `was saved to ${name}` }).waitFor();
      }
    });
  });
}
