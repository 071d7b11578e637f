import assert from 'node:assert/strict';
import { change, makeBranch } from '../branch.ts';
import type { Workbench } from '../page.ts';

const VIEW = 'Anforderungen';

/** What a person sees whose editor speaks German. */
export function checks(workbench: Workbench): void {
  describe('in German', () => {
    it('are the status bar, the view and its rows, though the server made them', async () => {
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('1/5 Kriterien erfüllt'),
        60,
      );
      await workbench.openView('ReqTrace');
      const rows = await workbench.until(
        'rows',
        () => workbench.treeRows(VIEW),
        (shown) => shown.length > 0,
      );
      assert.deepEqual([rows[0]?.label, rows[0]?.description], ['archive.md', '0/1 erfüllt · old']);
      assert.match(rows[0]?.aria ?? '', /0 von 1 Kriterien erfüllt/);
    });

    it('are the commands', async () => {
      await workbench.runCommand('ReqTrace: Nach Status gruppieren');
      const labels = async (): Promise<string> => (await workbench.treeRows(VIEW)).map((row) => row.label).join();
      await workbench.until('groups', labels, (shown) => shown.startsWith('Nicht erfüllt,Teilweise erfüllt'));
    });

    it('are the problems and what can be done about one', async () => {
      const { line, column } = await workbench.find('src/orders.ts', 'REQ-22');
      await workbench.openFile('src/orders.ts', line, column + 1);
      await workbench.until(
        'problems',
        () => workbench.problemsPanel(),
        (rows) => rows.some((row) => row.includes('REQ-22 ist in keinem Dokument definiert. Meinten Sie REQ-2?')),
      );
      await workbench.openFile('src/orders.ts', line, column + 1);
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'In REQ-2 ändern' }).first().waitFor();
      await workbench.page.keyboard.press('Escape');
    });

    it('is the traceability matrix, and what its script says', async () => {
      await workbench.runCommand('ReqTrace: Traceability-Matrix anzeigen');
      const frame = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      const shown = async (): Promise<string> => (await frame.locator('#shown').textContent()) ?? '';
      await workbench.until('matrix', shown, (text) => text === 'Alle 5 Kriterien angezeigt', 25);
      assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
      assert.match((await frame.locator('.headline').textContent()) ?? '', /^1 von 5 Kriterien erfüllt \(20 %\)/);
      assert.deepEqual(await frame.locator('#columns button').allTextContents(), ['Kriterium', 'Text', 'Status', 'Code', 'Tests']);
      await frame.locator('[id="REQ-1/AC2"]').getByText('kein Test', { exact: true }).waitFor();
      await workbench.runCommand('View: Close All Editors');
    });

    it('is why a criterion is in the review, and what mends a gate', async () => {
      change(workbench.root, 'reqtrace.yaml', (text) => `${text}gates:\n  merge: { max: { partial: 0 } }\n`);
      makeBranch(workbench.root);
      await workbench.runCommand('View: Hide Panel');
      await workbench.view(VIEW).locator('.pane-header .title').click();
      await workbench.view('Review').locator('.pane-header .title').click();
      const said = async (): Promise<string> => (await workbench.treeRows('Review')).map(({ aria }) => aria).join('\n');
      await workbench.until(
        'gate',
        said,
        (text) => text.includes('Kriterien sind teilweise erfüllt') && text.includes('schreiben Sie „@verifies REQ-1/AC2“'),
      );
      // Makes room for the lists below.
      await workbench.treeRow('Review', 'Gate merge').locator('.monaco-tl-twistie').click();
      await workbench.until('reasons', said, (text) => text.includes('der Text hat sich geändert, aber nicht der Code dazu'));
    });
  });
}
