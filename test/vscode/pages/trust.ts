import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from '../page.ts';

/** What changes once a person trusts the folder. */
export function checks(workbench: Workbench): void {
  describe('a folder that becomes trusted', () => {
    it('is read again, now with the help of git', async () => {
      const status = (expected: string): Promise<string[]> =>
        workbench.until(
          'status bar',
          () => workbench.statusBarText(),
          (items) => items.includes(expected),
        );
      await status('1/2 criteria met');
      writeFileSync(path.join(workbench.root, '.gitignore'), 'forced.md\n');
      writeFileSync(path.join(workbench.root, 'docs/forced.md'), '# REQ-2: Only git lists this ignored file\n');
      execFileSync('git', ['add', '--force', 'docs/forced.md'], { cwd: workbench.root });

      await workbench.runCommand('Workspaces: Manage Workspace Trust');
      await workbench.page
        .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
        .first()
        .click();
      const items = await status('1/3 criteria met');
      assert.ok(!items.includes('Restricted Mode'));
    });
  });
}
