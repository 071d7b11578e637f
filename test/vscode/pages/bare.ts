import assert from 'node:assert/strict';
import type { Workbench } from '../page.ts';

/** What a person sees where nothing is required. */
export function checks(workbench: Workbench): void {
  describe('a folder without requirements', () => {
    it('says so, with a button that writes a configuration', async () => {
      await workbench.openView('ReqTrace');
      const text = await workbench.until('welcome', () => workbench.welcomeText('Requirements'), (shown) => shown.startsWith('No requirements found'));
      assert.match(text, /Create reqtrace\.yaml/);
    });

    it('has neither a badge nor a status bar item', async () => {
      assert.equal(await workbench.badge('ReqTrace'), '');
      assert.deepEqual((await workbench.statusBarText()).filter((item) => item.includes('criteria')), []);
    });

    it('has shown no notification', async () => {
      assert.deepEqual(await workbench.notifications(), []);
    });
  });
}
