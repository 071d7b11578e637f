import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../page.ts';

/** Commands that show something that only a person sees. */
export function checks(workbench: Workbench): void {
  const at = (file: string): string => path.join(workbench.root, file);

  describe('Fit to This Repository', () => {
    // @verifies RT-7.6/AC9~7ed1ea
    it('proposes what was found, with its effect, and writes what is ticked', async () => {
      const before = readFileSync(at('reqtrace.yaml'), 'utf8');
      writeFileSync(at('docs/shapes.md'), '# Shapes\n\n- **REQ-LOGIN**: a\n- **REQ-LOGIN-FAST**: b\n- **REQ-LOGOUT**: c\n');
      let rows: string[] = [];
      // What was written outside of the editor is known to it a moment later.
      for (let time = 0; time < 20 && !rows.some((row) => row.includes('REQ-[A-Z]+')); time += 1) {
        if (rows.length > 0) await workbench.page.keyboard.press('Escape');
        await workbench.runCommand('ReqTrace: Fit to This Repository', false);
        rows = await workbench.until(
          'rows',
          () => workbench.quickPickRows(),
          (shown) => shown.some((row) => row.includes('met')),
        );
      }
      assert.match(rows.join('\n'), /REQ-\[A-Z\]\+.*5 → 8 criteria/u);
      await workbench.page.keyboard.press('Enter');
      await workbench.until(
        'reqtrace.yaml',
        async () => readFileSync(at('reqtrace.yaml'), 'utf8'),
        (text) => text.includes('REQ-[A-Z]+'),
      );
      rmSync(at('docs/shapes.md'));
      await workbench.runCommand('View: Close All Editors');
      writeFileSync(at('reqtrace.yaml'), before);
    });
  });

  describe('Show Line Coverage', () => {
    // @verifies RT-7.6/AC10~2082de
    it('has VS Code show the lines that ran', async () => {
      await workbench.openView('Explorer');
      mkdirSync(at('coverage'));
      writeFileSync(at('coverage/lcov.info'), 'SF:src/orders.ts\nDA:4,1\nDA:5,0\nend_of_record\n');
      const half = workbench.page.locator('.part.sidebar .monaco-list-row', { hasText: /src.*50%/u });
      for (let time = 0; time < 20 && (await half.count()) === 0; time += 1) {
        await workbench.runCommand('ReqTrace: Show Line Coverage');
        await workbench.page.waitForTimeout(500);
      }
      await half.first().waitFor();
      rmSync(at('coverage'), { recursive: true });
      await workbench.openView('ReqTrace');
    });
  });
}
