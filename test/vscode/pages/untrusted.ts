import type { Workbench } from '../page.ts';

/** A folder that nobody trusted yet. */
export function checks(workbench: Workbench): void {
  describe('an untrusted folder', () => {
    it('is shown in Restricted Mode', async () => {
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('Restricted Mode'),
      );
    });
  });
}
