import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { change } from '../branch.ts';
import { chooseInMenu } from '../menu.ts';
import type { Workbench } from '../page.ts';

/** What a person sees in editors and lists. */
export function checks(workbench: Workbench): void {
  const { page } = workbench;

  before(async function () {
    this.timeout(120_000);
    await workbench.until(
      'status bar',
      () => workbench.statusBarText(),
      (items) => items.includes('1/5 criteria met'),
      80,
    );
  });

  describe('an editor', () => {
    it('shows a sign behind each reference, whose shape tells the status', async () => {
      await workbench.openFile('src/orders.ts', 1, 1);
      await workbench.until(
        'signs',
        () => workbench.signsBehind(),
        (shown) => shown.join() === '◐,?',
      );
    });
  });

  describe('the Markdown preview', () => {
    // @verifies RT-7.2/AC14~8712ea
    it('has signs and links, and follows what is written elsewhere', async () => {
      await workbench.openFile('docs/orders.md', 1, 1);
      await workbench.runCommand('Markdown: Open Preview');
      const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      // While it is drawn again its frame is another.
      const signs = (): Promise<string> =>
        preview
          .locator('.reqtrace-sign')
          .allTextContents()
          .then((all) => all.join(''))
          .catch(() => '');
      const first = preview.locator('.reqtrace-sign').first();
      await workbench.until('signs', signs, (shown) => shown === '◐✓◐◐◐◐');
      assert.match(
        (await first.getAttribute('title')) ?? '',
        /^REQ-1 Orders are kept: partial, 1 of 3 criteria met\nImplemented in keep\(\)/,
      );
      assert.equal(await first.evaluate((sign) => sign.ownerDocument.defaultView?.getComputedStyle(sign).fontWeight), '700');
      change(workbench.root, 'src/orders.ts', (text) => text.replace('REQ-1\n', 'REQ-3\n'));
      await workbench.until('signs', signs, (shown) => shown === '◐◐○○◐◐');
      change(workbench.root, 'src/orders.ts', (text) => text.replace('REQ-3\n', 'REQ-1\n'));
      await workbench.until('signs', signs, (shown) => shown === '◐✓◐◐◐◐');
      await first.click();
      await page.locator('.part.editor .tab.active', { hasText: 'orders.ts' }).waitFor();
      await workbench.runCommand('View: Close All Editors');
    });
  });

  describe('a rename', () => {
    // @verifies RT-7.2/AC4~4081a8
    it('that is refused changes nothing, and says why at the cursor', async () => {
      await workbench.openFile('docs/orders.md', 3, 6);
      for (const [name, why] of [
        ['REQ-2', 'REQ-2 is already used in docs/orders.md, line 13. Choose another ID'],
        ['kept', '"kept" is not a valid ID'],
      ] as const) {
        await page.keyboard.press('F2');
        const input = page.locator('.monaco-editor.rename-box input');
        await input.fill(name);
        await input.press('Enter');
        await page.locator('.monaco-editor-overlaymessage', { hasText: why }).waitFor();
        assert.equal((await workbench.editorLines())[2], '## REQ-1: Orders are kept');
        await page.keyboard.press('Escape');
      }
      assert.deepEqual(await workbench.notifications(), []);
    });
  });

  describe('a revision that is raised', () => {
    const DESIGN = 'docs/heat.md';
    const CODE = 'src/heat.ts';
    const written = async (): Promise<string> =>
      (await Promise.all([DESIGN, CODE].map((file) => readFile(path.join(workbench.root, file), 'utf8')))).join('');

    before(async () => {
      await writeFile(path.join(workbench.root, DESIGN), '## Heat\n\n`dsn~heat~1`\n\nIt heats.\n\nNeeds: impl\n');
      await writeFile(path.join(workbench.root, CODE), '// [impl->dsn~heat~1]\nexport const heat = 1;\n');
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('2/6 criteria met'),
      );
    });

    after(async () => {
      await workbench.runCommand('View: Close All Editors');
      await Promise.all([DESIGN, CODE].map(async (file) => rm(path.join(workbench.root, file))));
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('1/5 criteria met'),
      );
    });

    // @verifies RT-7.2/AC19
    it('is so at both ends once a person has seen what changes', async () => {
      await workbench.openFile(DESIGN, 3, 5);
      const row = page.locator('.action-widget .monaco-list-row', { hasText: 'here and in its references (1)' });
      // What is drawn anew at the cursor closes the list.
      const shown = async (): Promise<boolean> => {
        await page.keyboard.press('Control+.');
        try {
          await row.waitFor({ timeout: 5000 });
          return true;
        } catch {
          await page.keyboard.press('Escape');
          return false;
        }
      };
      await workbench.until('the action', shown, (isShown) => isShown);
      await row.click();
      const apply = page.getByRole('button', { name: 'Apply' });
      await apply.waitFor();
      assert.match(await written(), /dsn~heat~1[^]*dsn~heat~1/u);
      // What is changed elsewhere is not chosen until somebody does.
      await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'heat.ts' }).locator('.edit-checkbox').click();
      await apply.click();
      await workbench.runCommand('File: Save All');
      await workbench.until('both ends', written, (text) => !text.includes('dsn~heat~1') && text.split('dsn~heat~2').length === 3);
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('2/6 criteria met'),
      );
    });
  });

  describe('Waive', () => {
    // @verifies RT-7.1/AC11~02f942
    it('asks for reason, owner and last day, shows the entry, and is one step to be undone', async () => {
      const answer = async (title: string, text: string): Promise<void> => {
        await page.locator('.quick-input-widget', { hasText: title }).waitFor();
        await page.locator('.quick-input-widget input').fill(text);
        await page.keyboard.press('Enter');
      };
      await workbench.runCommand('ReqTrace: Waive', false);
      await workbench.pick('REQ-2/AC1');
      await answer('(1 of 3)', 'measured by hand');
      await answer('(2 of 3)', 'QA');
      await answer('(3 of 3)', '2999-12-31');
      const entry = ['waivers:', '  - ref: REQ-2/AC1', '    reason: measured by hand', '    owner: QA', '    until: 2999-12-31'];
      const lines = async (): Promise<string> => (await workbench.editorLines()).join('\n');
      await workbench.until('the entry', lines, (text) => text.includes(entry.join('\n')));
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('1/4 criteria met'),
      );
      await page.keyboard.press('ControlOrMeta+z');
      await workbench.until('no entry', lines, (text) => !text.includes('waivers'));
      await workbench.runCommand('View: Close All Editors');
    });
  });

  describe('Go to Requirement', () => {
    // @verifies RT-7.2/AC11~404e87
    it('lists what there is with its status, found by id, words and document', async () => {
      await workbench.runCommand('ReqTrace: Go to Requirement', false);
      const rows = await workbench.until(
        'rows',
        () => workbench.quickPickRows(),
        (shown) => shown.length === 8,
      );
      assert.match(rows[0] ?? '', /REQ-3.*Orders are archived.*0 of 1 criteria met · docs\/old\/archive\.md/);
      await page.keyboard.type('refused');
      const [refused, ...others] = await workbench.until(
        'rows',
        () => workbench.quickPickRows(),
        (shown) => shown.length === 1,
      );
      assert.match(refused ?? '', /REQ-1\/AC2.*An order that cannot be written is refused.*partial: no test/);
      assert.deepEqual(others, []);
      await page.keyboard.press('Enter');
      await page.locator('.part.statusbar', { hasText: 'Ln 10' }).waitFor();
    });

    it('opens the code by a button of the row', async () => {
      await workbench.runCommand('ReqTrace: Go to Requirement', false);
      await workbench.until(
        'rows',
        () => workbench.quickPickRows(),
        (shown) => shown.length === 8,
      );
      await page.keyboard.type('REQ-1/AC1');
      await workbench.until(
        'rows',
        () => workbench.quickPickRows(),
        (shown) => shown.length === 1,
      );
      const row = page.locator('.quick-input-widget .monaco-list-row').first();
      await row.hover();
      await row.locator('[aria-label="Open Test"]').click();
      await page.locator('.part.editor .tab.active', { hasText: 'orders.test.ts' }).waitFor();
      await page.locator('.part.statusbar', { hasText: 'Ln 3' }).waitFor();
    });
  });

  describe('completion', () => {
    it('opens again behind a keyword, without a key', async () => {
      await workbench.openFile('src/orders.ts', 2, 1);
      await page.keyboard.type('// @imp', { delay: 30 });
      const list = page.locator('.suggest-widget.visible .monaco-list-row');
      await list.filter({ hasText: '@implements' }).first().waitFor();
      await page.keyboard.press('Enter');
      await list.filter({ hasText: 'REQ-3' }).first().waitFor();
      await page.keyboard.press('Escape');
      await workbench.runCommand('File: Revert File');
    });
  });

  describe('the menu of an editor', () => {
    // @verifies RT-7.2/AC8~f29acd
    it('annotates the line that it stands on', async () => {
      await workbench.openFile('src/orders.ts', 4, 1);
      await chooseInMenu(workbench, page.locator('.part.editor .view-line', { hasText: 'kept.unshift' }), 'Annotate Here');
      await workbench.pick('REQ-3/AC1');
      await page.locator('.part.editor .view-line', { hasText: '@implements REQ-3/AC1' }).waitFor();
      await workbench.runCommand('File: Revert File');
      await workbench.openFile('docs/orders.md', 3, 6);
      await page.locator('.part.editor .view-line', { hasText: 'REQ-1' }).first().click({ button: 'right' });
      await page.locator('.monaco-menu .action-item', { hasText: 'Find' }).first().waitFor();
      await page.keyboard.press('Escape');
      await workbench.runCommand('View: Close All Editors');
    });
  });

  describe('Create Annotation', () => {
    // @verifies RT-7.2/AC8~f29acd
    it('lets an item, a file and a declaration be picked, and joins the comment above it', async () => {
      await workbench.openFile('src/orders.ts', 9, 1);
      await workbench.runCommand('ReqTrace: Create Annotation', false);
      await workbench.pick('REQ-3/AC1');
      await workbench.pick('src/orders.ts');
      await workbench.pick('At the cursor');
      await page.locator('.part.editor .view-line', { hasText: '@implements REQ-22, REQ-3/AC1' }).waitFor();
      await workbench.runCommand('File: Revert File');
    });

    it('stands above the declaration that was picked, with its indentation', async function () {
      this.timeout(120_000);
      // Style sheets are what the VS Code of the tests finds declarations in: it has no server for TypeScript.
      const sheet = path.join(workbench.root, 'src/page.css');
      await writeFile(sheet, '.first { margin: 0; }\n@media print {\n  .second { margin: 1em; }\n}\n');
      await workbench.openFile('src/page.css', 1, 1);
      await workbench.runCommand('ReqTrace: Create Annotation', false);
      await workbench.pick('REQ-3/AC1');
      await workbench.pick('src/page.css');
      await workbench.pick('.second');
      await page.locator('.part.editor .view-line', { hasText: '@implements REQ-3/AC1' }).waitFor();
      // A line that is put in is there before the ones below it have moved down.
      const expected = ['@media print {', '  /* @implements REQ-3/AC1 */', '  .second { margin: 1em; }'];
      const isThere = (lines: string[]): boolean => expected.every((line, at) => lines[at + 1] === line);
      await workbench.until('the lines of the style sheet', () => workbench.editorLines(), isThere);
      await workbench.runCommand('File: Revert File');
      await workbench.runCommand('View: Close All Editors');
      await rm(sheet);
    });
  });

  describe('documents in the explorer', () => {
    it('take references along when they are renamed, once a person agrees', async function () {
      this.timeout(120_000);
      const { document, code } = { document: path.join(workbench.root, 'docs/named.md'), code: path.join(workbench.root, 'src/named.ts') };
      await writeFile(code, '// @implements named#REQ-9\n');
      await writeFile(document, '# Named\n\n## REQ-9: Named\n');
      // Only what is indexed can be taken along.
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('1/6 criteria met'),
      );
      await workbench.openView('Explorer');
      await workbench.expand('Explorer Section: orders', 'docs');
      await workbench.treeRow('Explorer Section: orders', 'named.md').click();
      await page.keyboard.press('F2');
      const input = page.locator('.part.sidebar .explorer-item input');
      await input.fill('called.md');
      await input.press('Enter');
      await page.locator('.monaco-dialog-box', { hasText: 'ReqTrace' }).getByRole('button', { name: 'OK' }).click();
      await page.locator('.part.editor .tab', { hasText: 'named.ts' }).click();
      await page.locator('.part.editor .view-line', { hasText: '@implements called#REQ-9' }).waitFor();
      await workbench.runCommand('File: Revert File');
      await workbench.runCommand('View: Close All Editors');
      await rm(path.join(workbench.root, 'docs/called.md'));
      await rm(code);
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes('1/5 criteria met'),
      );
    });

    // @verifies RT-7.3/AC7~08c5d7
    it('carry the number of open criteria where the setting wants it, and else none', async () => {
      await workbench.openView('Explorer');
      await workbench.expand('Explorer Section: orders', 'docs');
      const badges = async (): Promise<string> => (await workbench.explorerBadges()).join();
      // Behind the number of problems, which VS Code itself shows.
      await workbench.until('badges', badges, (shown) => shown.includes('orders.md 3'));
      await workbench.changeSettings({ 'reqtrace.fileDecorations': true });
      await workbench.until('badges', badges, (shown) => shown.includes('orders.md 3, ○3'));
      await workbench.changeSettings({});
      await workbench.until('badges', badges, (shown) => shown.includes('orders.md 3') && !shown.includes('○'));
    });
  });

  describe('the walkthrough', () => {
    // @verifies RT-7.6/AC4~672822
    it('opens with four steps, each with a picture', async () => {
      await workbench.runCommand('ReqTrace: Get Started');
      const steps = page.locator('.getting-started-step');
      await workbench.until(
        'steps',
        () => steps.count(),
        (count) => count === 4,
      );
      assert.match(
        (await steps.allInnerTexts()).join('\n'),
        /Write a requirement[^]*See what is met[^]*Say what code and tests are for[^]*Make it the rule/,
      );
    });
  });
}
