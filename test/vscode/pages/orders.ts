import assert from 'node:assert/strict';
import type { Workbench } from '../page.ts';

/** What a person sees of an indexed folder, and what a click does. */
export function checks(workbench: Workbench): void {
  describe('the window', () => {
    it('shows progress in the status bar, and a click on it opens the view', async () => {
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('1/5 criteria met'),
      );
      await workbench.page.locator('.part.statusbar .statusbar-item', { hasText: '1/5 criteria met' }).click();
      await workbench.page.locator('.part.sidebar .composite.title', { hasText: /reqtrace/i }).waitFor();
      await workbench.until(
        'badge',
        () => workbench.badge('ReqTrace'),
        (badge) => badge === '4',
      );
    });

    it('shows rows that can be opened', async () => {
      await workbench.expand('Requirements', 'orders.md');
      await workbench.expand('Requirements', 'REQ-1 Orders are kept');
      const rows = await workbench.until(
        'rows',
        () => workbench.treeRows('Requirements'),
        (now) => now.some((row) => row.label.startsWith('AC1')),
      );
      assert.deepEqual(rows.map(({ level, icon, label, description }) => `${level} ${icon} ${label} | ${description}`).slice(0, 4), [
        '1 book archive.md | 0/1 met · old',
        '1 book orders.md | 1/4 met',
        '2 color-mode REQ-1 Orders are kept | 1/3 met',
        '3 pass AC1 An order is written before it is confirmed. | met',
      ]);
      assert.match(rows[2]?.aria ?? '', /partial, 1 of 3 criteria met/);
    });

    // @verifies RT-7.1/AC7~de9a76
    it('opens all rows by one button', async () => {
      await workbench.clickTitle('Expand All');
      const rows = await workbench.until(
        'rows',
        () => workbench.treeRows('Requirements'),
        (now) => now.some((row) => row.level === 4),
      );
      assert.deepEqual([...new Set(rows.map((row) => row.level))], [1, 2, 3, 4]);
    });

    it('opens the document at the row that is clicked', async () => {
      await workbench.treeRow('Requirements', 'REQ-2 Orders can be cancelled').click();
      await workbench.page.locator('.part.statusbar', { hasText: 'Ln 13' }).waitFor();
      assert.match(await workbench.title(), /^(\[.*\] )?orders\.md/);
    });

    it('has no progress bar left', async () => {
      await workbench.page.locator('.part.sidebar .monaco-progress-container.active').waitFor({ state: 'detached' });
    });

    it('has shown no notification', async () => {
      assert.deepEqual(await workbench.notifications(), []);
    });
  });
}
