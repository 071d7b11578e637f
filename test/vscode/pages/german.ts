import assert from 'node:assert/strict';
import type { Workbench } from '../page.ts';

/** What a person sees whose editor speaks German. */
export function checks(workbench: Workbench): void {
  describe('in German', () => {
    it('are the status bar, the view and its rows, though the server made them', async () => {
      await workbench.until('status bar', () => workbench.statusBarText(), (items) => items.includes('1/2 Kriterien erfüllt'));
      await workbench.openView('ReqTrace');
      const rows = await workbench.until('rows', () => workbench.treeRows('Anforderungen'), (shown) => shown.length > 0);
      assert.deepEqual([rows[0]?.label, rows[0]?.description], ['docs/stock.md', '1/2 erfüllt']);
      assert.match(rows[0]?.aria ?? '', /1 von 2 Kriterien erfüllt/);
    });

    it('are the commands', async () => {
      await workbench.runCommand('ReqTrace: Nach Status gruppieren');
      const labels = async (): Promise<string> => (await workbench.treeRows('Anforderungen')).map((row) => row.label).join();
      await workbench.until('groups', labels, (shown) => shown === 'Teilweise erfüllt,Erfüllt');
    });
  });
}
