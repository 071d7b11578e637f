import assert from 'node:assert/strict';
import type { Workbench } from '../page.ts';

/** The view Review of a folder that nobody trusted yet: it would have to run git. */
export function checks(workbench: Workbench): void {
  describe('the view Review of an untrusted folder', () => {
    it('says why it compares nothing, and how to change that', async () => {
      await workbench.openView('ReqTrace');
      await workbench.view('Review').locator('.pane-header').click();
      const text = await workbench.until(
        'welcome',
        () => workbench.welcomeText('Review'),
        (shown) => shown.startsWith('A review asks git'),
      );
      assert.match(text, /Manage Workspace Trust/);
    });
  });
}
