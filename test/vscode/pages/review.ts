import assert from 'node:assert/strict';
import type { Workbench } from '../page.ts';
import { change, git, makeBranch } from '../branch.ts';

const VIEW = 'Review';

/** What a reviewer sees of a branch, and does by keyboard alone. */
export function checks(workbench: Workbench): void {
  const labels = async (): Promise<string[]> => (await workbench.treeRows(VIEW)).map(({ label }) => label);
  const unfold = async (view: string, wanted: boolean): Promise<void> => {
    const header = workbench.view(view).locator('.pane-header');
    // Its title: what stands in the middle are buttons.
    if ((await header.getAttribute('aria-expanded')) !== String(wanted)) await header.locator('.title').click();
    await workbench.view(view).locator(`.pane-header[aria-expanded="${wanted}"]`).waitFor();
  };
  const open = async (): Promise<void> => {
    await workbench.openView('ReqTrace');
    await unfold(VIEW, true);
    await unfold('Requirements', false);
  };

  describe('the view Review', () => {
    it('says that nothing changed', async () => {
      await open();
      const text = await workbench.until(
        'welcome',
        () => workbench.welcomeText(VIEW),
        (shown) => shown.startsWith('Nothing happened'),
      );
      assert.match(text, /Choose Another Base/);
    });

    it('shows what a branch did as soon as it is checked out', async () => {
      makeBranch(workbench.root);
      const rows = await workbench.until(
        'rows',
        () => workbench.treeRows(VIEW),
        (now) => now.filter(({ level }) => level === 1).length === 4,
      );
      assert.deepEqual(
        rows.filter(({ level }) => level === 1).map(({ icon, label, description }) => `${icon} ${label} | ${description}`),
        ['diff-removed Removed | 1', 'warning Suspect | 1', 'diff-added New and Unmet | 1', 'diff-modified Touched | 1'],
      );
      assert.match(
        rows.find(({ label }) => label.startsWith('REQ-1/AC4'))?.aria ?? '',
        /REQ-1\/AC4 Orders can be exported\., new and partial/,
      );
    });

    it('has a menu on a row, shows the text before it, and counts what was ticked as viewed', async () => {
      const header = workbench.page.locator('.part.sidebar .pane-header .description');
      const suspect = workbench.view(VIEW).locator('.monaco-list-row', { hasText: 'REQ-1/AC3' }).first();
      await suspect.click({ button: 'right' });
      const items = workbench.page.locator('.monaco-menu .action-label:not(.separator)');
      await items.first().waitFor();
      assert.deepEqual(
        (await items.allInnerTexts()).map((text) => text.trim()),
        ['Open File', 'Waive…', 'Show in Requirements', 'Show in Matrix', 'Copy ID', 'Copy Reference', 'Copy Link', 'Copy Permalink'],
      );
      await workbench.page.keyboard.press('Escape');
      await suspect.locator('.monaco-tl-twistie').click();
      const before = await workbench.until(
        'the text before',
        () => workbench.treeRows(VIEW),
        (now) => now.some(({ icon }) => icon === 'history'),
      );
      assert.match(before.find(({ icon }) => icon === 'history')?.label ?? '', /newest first/);
      await suspect.locator('.monaco-tl-twistie').click();
      await suspect.locator('.monaco-custom-toggle').click();
      await header.filter({ hasText: '1 of 4 viewed' }).waitFor();
      await suspect.locator('.monaco-custom-toggle').click();
    });

    it('opens the diff of a row by the keyboard', async () => {
      await workbench.view(VIEW).locator('.monaco-list').focus();
      await workbench.page.keyboard.press('Home');
      // Over what is removed, the row below it, and the title of what is suspect.
      for (let down = 0; down < 3; down += 1) await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.part.editor .monaco-diff-editor').waitFor();
      await workbench.until(
        'title',
        () => workbench.title(),
        (title) => title.includes('orders.md (main ↔ now)'),
      );
      await workbench.page
        .locator('.part.editor .monaco-diff-editor .modified-in-monaco-diff-editor .view-line', { hasText: 'oldest first' })
        .waitFor();
      await workbench.page
        .locator('.part.editor .monaco-diff-editor .original-in-monaco-diff-editor .view-line', { hasText: 'newest first' })
        .waitFor();
    });

    // @verifies RT-7.5/AC3~69de36
    it('takes another base that is chosen or typed, and remembers it', async () => {
      git(workbench.root, 'tag', 'here');
      await workbench.runCommand('ReqTrace: Choose Base of Review', false);
      const listed = await workbench.until(
        'bases',
        () => workbench.quickPickRows(),
        (rows) => rows.some((row) => row.startsWith('work')),
      );
      assert.deepEqual(
        listed.slice(0, 2).map((row) => row.replace(/, From .*|, What .*/, '')),
        ['Default branch, main', 'Last tag, here'],
      );
      await workbench.page.keyboard.type('HEAD~0', { delay: 20 });
      await workbench.until(
        'typed',
        () => workbench.quickPickRows(),
        (rows) => rows.length === 1 && rows[0]?.startsWith('HEAD~0') === true,
      );
      await workbench.page.keyboard.press('Enter');
      await workbench.until(
        'welcome',
        () => workbench.welcomeText(VIEW).catch(() => ''),
        (text) => text.startsWith('Nothing happened'),
      );
      await workbench.runCommand('ReqTrace: Choose Base of Review', false);
      await workbench.pick('v1');
      await workbench.until('rows', labels, (now) => now.some((label) => label.startsWith('REQ-1/AC4')));
      await workbench.page.locator('.part.sidebar .pane-header .description', { hasText: 'since v1' }).waitFor();
    });

    it('shows text of the repository as text', async () => {
      change(workbench.root, 'docs/orders.md', (text) =>
        text.replace('Orders can be exported.', 'Orders \\<img src=x onerror=alert(1)> $(error) \\[click](command:workbench.action.quit).'),
      );
      const rows = await workbench.until('rows', labels, (now) => now.some((label) => label.includes('<img')));
      const hostile = rows.find((label) => label.includes('<img')) ?? '';
      assert.match(hostile, /REQ-1\/AC4 Orders <img src=x onerror=alert\(1\)>/);
      await workbench.page.locator('.part.sidebar .monaco-list-row', { hasText: '<img' }).hover();
      const hover = workbench.page.locator('.workbench-hover:visible, .monaco-hover:visible').filter({ hasText: '<img' }).first();
      await hover.waitFor();
      assert.equal(await hover.locator('img, a').count(), 0);
      git(workbench.root, 'checkout', '--quiet', 'docs/orders.md');
      await workbench.until('rows', labels, (now) => now.some((label) => label.includes('exported')));
    });

    it('has shown no notification', async () => {
      assert.deepEqual(await workbench.notifications(), []);
    });
  });
}
