import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { change, git } from '../branch.ts';
import { chooseInMenu, openMenu } from '../menu.ts';
import type { Workbench } from '../page.ts';

const VIEW = 'Requirements';

/** What can be done with rows of the tree, and how the tree is searched and follows the editor. */
export function checks(workbench: Workbench): void {
  const { page } = workbench;
  const row = (label: RegExp): Locator => workbench.view(VIEW).locator('.monaco-list-row', { hasText: label }).first();
  const editor = async (): Promise<string> => (await workbench.editorLines()).join('\n');
  const shown = async (): Promise<string[]> => (await workbench.treeRows(VIEW)).map(({ label }) => label);
  const menuOf = async (label: RegExp): Promise<string[]> => {
    await openMenu(workbench, row(label));
    return (await page.locator('.monaco-menu .action-label:not(.separator)').allInnerTexts()).map((text) => text.trim());
  };
  const choose = (label: RegExp, command: string): Promise<void> => chooseInMenu(workbench, row(label), command);
  const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');
  const answer = async (title: string, text: string): Promise<void> => {
    await page.locator('.quick-input-widget', { hasText: title }).waitFor();
    await page.locator('.quick-input-widget input').fill(text);
    await page.keyboard.press('Enter');
  };

  /** A row that is drawn anew while it is dragged is let go, and lines move when a lens comes above them: so it is tried until it is taken. */
  const drag = async (from: Locator, to: Locator, isTaken: () => Promise<boolean>): Promise<void> => {
    const attempt = async (): Promise<boolean> => {
      await from.dragTo(to, { timeout: 5000 }).catch(() => undefined);
      for (let wait = 0; wait < 20 && !(await isTaken()); wait += 1) await page.waitForTimeout(100);
      return isTaken();
    };
    await workbench.until('what was dropped', attempt, (taken) => taken);
  };

  describe('a row', () => {
    before(async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await workbench.runCommand('View: Close All Editors');
      await workbench.openView('ReqTrace');
      await workbench.clickTitle('Expand All');
      await workbench.until('rows', shown, (rows) => rows.length > 10);
    });
    after(async () => {
      await workbench.runCommand('View: Close All Editors');
      await workbench.runCommand('Notifications: Clear All Notifications');
    });

    it('has a menu of what fits it', async () => {
      const run = ['Run Tests', 'Debug Tests'];
      const open = ['Create Annotation…', 'Write a Test…', 'Suggest Code…', 'Implement with Agent…', 'Waive…'];
      const copy = ['Show in Matrix', 'Copy ID', 'Copy Reference', 'Copy Link', 'Copy Permalink'];
      for (const [label, commands] of [
        [/^orders\.md/, ['Open to the Side', ...run, 'Exclude from Requirements']],
        [/^REQ-1 /, ['Open Code', 'Open to the Side', ...open, ...copy]],
        [/^AC2 /, ['Open Code', 'Open to the Side', ...open, ...copy]],
        [/^AC1 An order/, ['Open Code', 'Open Tests', 'Open to the Side', ...run, ...copy]],
        [/^keeps an order/, ['Open to the Side', ...run]],
      ] as const) {
        assert.deepEqual(await menuOf(label), commands);
        await page.keyboard.press('Escape');
      }
    });

    // @verifies RT-7.1/AC9~6e250e
    it('is copied by id, reference and link', async () => {
      for (const [command, text] of [
        ['Copy ID', 'REQ-1/AC2'],
        ['Copy Reference', '@implements REQ-1/AC2'],
        ['Copy Link', /^[\w-]+:\/\/reqtrace\.reqtrace\/item\?folder=[\w-]+&key=docs%2Forders%23REQ-1%2FAC2$/],
      ] as const) {
        await choose(/^AC2 /, command);
        await workbench.until('copied', copied, (now) => (typeof text === 'string' ? now === text : text.test(now)));
      }
      const link = await copied();
      await workbench.runCommand('Developer: Open URL', false);
      await page.locator('.quick-input-widget input').fill(link);
      await page.keyboard.press('Enter');
      await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open' }).click();
      await page.locator('.part.statusbar', { hasText: 'Ln 10' }).waitFor();
      assert.match(await workbench.title(), /orders\.md/);
    });

    it('is copied as a link to the forge once its commit is pushed', async () => {
      await choose(/^AC2 /, 'Copy Permalink');
      const refused = (await workbench.openNotifications()).locator('.notification-list-item-message');
      await refused.filter({ hasText: 'push it first' }).waitFor();
      git(workbench.root, 'remote', 'add', 'origin', 'git@github.com:shop/orders.git');
      git(workbench.root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      await choose(/^AC2 /, 'Copy Permalink');
      const expected = `https://github.com/shop/orders/blob/${git(workbench.root, 'rev-parse', 'HEAD')}/docs/orders.md#L10`;
      await workbench.until('copied', copied, (now) => now === expected);
      change(workbench.root, 'docs/orders.md', (text) => `${text}\nMore.\n`);
      // What git says of the change is asked anew each time.
      const copiedNow = async (): Promise<string> => {
        await choose(/^AC2 /, 'Copy Permalink');
        return copied();
      };
      await workbench.until('copied', copiedNow, (now) => now === expected.replace('#L10', ''));
      git(workbench.root, 'checkout', '--quiet', 'docs/orders.md');
      git(workbench.root, 'remote', 'remove', 'origin');
    });

    it('is shown in the matrix, whatever changes meanwhile', async () => {
      const opened = new AbortController();
      const changes = (async () => {
        for (; !opened.signal.aborted; await page.waitForTimeout(400))
          change(workbench.root, 'docs/orders.md', (text) => `${text}\nMore.\n`);
      })();
      await choose(/^AC2 /, 'Show in Matrix');
      const matrix = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await matrix.locator('.at[id="REQ-1/AC2"]').waitFor();
      opened.abort();
      await changes;
      git(workbench.root, 'checkout', '--quiet', 'docs/orders.md');
      await workbench.runCommand('View: Close All Editors');
    });

    // @verifies RT-7.1/AC8~776a18
    it('leads to code and tests', async () => {
      await choose(/^AC2 /, 'Open Code');
      await page.locator('.part.editor .tab.active', { hasText: 'orders.ts' }).waitFor();
      await choose(/^AC1 An order/, 'Open Tests');
      await page.locator('.part.editor .tab.active', { hasText: 'orders.test.ts' }).waitFor();
    });

    // @verifies RT-7.3/AC8~08109b
    it('follows the editor, without its focus', async () => {
      await workbench.openFile('docs/old/archive.md', 1, 1);
      await workbench.view(VIEW).locator('.monaco-list-row.selected', { hasText: 'archive.md' }).waitFor();
    });

    // @verifies RT-7.1/AC11~02f942
    it('is waived with others that are chosen, in one step', async () => {
      // What a row shows while the mouse rests on it may lie over others.
      await page.mouse.move(600, 784);
      await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
      await row(/^AC2 /).click();
      await row(/^AC3 /).click({ modifiers: ['ControlOrMeta'] });
      await choose(/^AC3 /, 'Waive');
      await answer('REQ-1/AC2, REQ-1/AC3 (1 of 3)', 'measured by hand');
      await answer('(2 of 3)', '');
      await answer('(3 of 3)', '');
      await workbench.until('entries', editor, (text) => /ref: REQ-1\/AC2[^]*ref: REQ-1\/AC3/.test(text));
      await page.keyboard.press('ControlOrMeta+z');
      await workbench.until('no entry', editor, (text) => !text.includes('ref:'));
      await workbench.runCommand('File: Revert File');
    });

    // @verifies RT-7.1/AC10~7f8f48
    it('of a document is left out by its menu', async () => {
      await choose(/^archive\.md/, 'Exclude');
      await workbench.until('entry', editor, (text) => text.includes('docs/old/archive.md'));
      await workbench.runCommand('File: Revert File');
      await workbench.until('rows', shown, (rows) => rows.includes('archive.md'));
    });

    // @verifies RT-7.1/AC12~b4c0de
    it('can be dragged into code', async () => {
      await workbench.openFile('src/orders.ts', 1, 1);
      await page.locator('.part.editor .codelens-decoration').first().waitFor();
      const isAnnotated = async (): Promise<boolean> => (await editor()).includes('REQ-1/AC3');
      const line = page.locator('.part.editor .view-line', { hasText: 'export function print' });
      await drag(row(/^AC3 /), line, isAnnotated);
      // Once more, and it says why it does nothing.
      await drag(row(/^AC3 /), line, async () => (await workbench.notifications()).some((text) => text.includes('is named above line')));
      assert.equal((await editor()).split('REQ-1/AC3').length, 2);
      await workbench.runCommand('File: Revert File');
    });
  });

  describe('the filter', () => {
    // @verifies RT-7.1/AC6~e80acb
    it('is typed into a box while the tree follows, and cleared by a button', async () => {
      await workbench.view(VIEW).locator('.pane-header').hover();
      await page.locator('.part.sidebar .action-label[aria-label^="Filter Requirements"]').first().click();
      await page.locator('.quick-input-widget input').fill('moved to the archive');
      await workbench.until('rows', shown, (rows) => !rows.includes('orders.md') && rows.includes('archive.md'));
      await page.keyboard.press('Enter');
      await page.locator('.part.sidebar', { hasText: 'Filter: moved to the archive' }).waitFor();
      await workbench.view(VIEW).locator('.pane-header').hover();
      await page.locator('.part.sidebar .action-label[aria-label^="Clear Filter"]').first().click();
      await workbench.until('rows', shown, (rows) => rows.includes('orders.md'));
    });
  });
}
