import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../page.ts';

/** What a person sees where nothing is required. */
export function checks(workbench: Workbench): void {
  describe('a folder without requirements', () => {
    // @verifies RT-7.6/AC1~95892f
    it('says so, with a button that writes a configuration', async () => {
      await workbench.openView('ReqTrace');
      const text = await workbench.until(
        'welcome',
        () => workbench.welcomeText('Requirements'),
        (shown) => shown.startsWith('No requirements found'),
      );
      assert.match(text, /Create reqtrace\.yaml/);
    });

    // @verifies RT-7.6/AC1~95892f
    it('has neither a badge nor a status bar item', async () => {
      assert.equal(await workbench.badge('ReqTrace'), '');
      assert.deepEqual(
        (await workbench.statusBarText()).filter((item) => item.includes('criteria')),
        [],
      );
    });

    it('says that nothing is left where the filter leaves nothing', async () => {
      await workbench.openView('ReqTrace');
      writeFileSync(path.join(workbench.root, 'reqtrace.yaml'), 'version: 1\n');
      writeFileSync(path.join(workbench.root, 'notes/plan.md'), '# REQ-1: Open the shop [deferred]\n');
      await workbench.until(
        'rows',
        () => workbench.treeRows('Requirements'),
        (rows) => rows.length === 1,
      );
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('No criteria to meet'),
      );
      await workbench.runCommand('ReqTrace: Show Only What Is Unmet');
      const text = await workbench.until(
        'welcome',
        () => workbench.welcomeText('Requirements'),
        (shown) => shown.startsWith('Every'),
      );
      assert.match(text, /Show All/);
    });
  });
}
