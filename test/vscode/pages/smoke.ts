import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Workbench } from '../page.ts';

/** The workbench opens the folder, and what the helpers read is what is on the screen. */
export function checks(workbench: Workbench): void {
  describe('the workbench', () => {
    it('names the folder in its title', async () => {
      await workbench.until(
        'title',
        () => workbench.title(),
        (title) => title.includes('orders'),
      );
    });

    it('opens a file at a place', async () => {
      await workbench.openFile('docs/orders.md', 3, 4);
      assert.match(await workbench.title(), /orders\.md/);
    });

    it('shows the folder as a tree', async () => {
      await workbench.openView('Explorer');
      await workbench.expand('Explorer Section: orders', 'src');
      const read = async (): Promise<string[]> =>
        (await workbench.treeRows('Explorer Section: orders')).map((row) => `${row.level} ${row.label}`);
      const rows = ['1 docs', '2 old', '2 orders.md', '1 legacy', '1 src', '2 orders.test.ts', '2 orders.ts', '1 reqtrace.yaml'];
      await workbench.until('rows', read, (seen) => isDeepStrictEqual(seen, rows));
    });

    it('has a status bar and no notification', async () => {
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('Ln 3, Col 4'),
      );
      assert.deepEqual(await workbench.notifications(), []);
    });
  });
}
