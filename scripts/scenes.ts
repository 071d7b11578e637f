import { change, git } from '../test/vscode/branch.ts';
import type { Workbench } from '../test/vscode/page.ts';
import { editorScenes } from './editorScenes.ts';
import { manyCriteria } from './manyCriteria.ts';
import { notationScenes } from './notationScenes.ts';
import { ownCopy } from './ownCopy.ts';
import { runScenes } from './runScenes.ts';
import { indexed, parkMouse, widenSideBar } from './scene.ts';
import type { Scene } from './scene.ts';

const SHOP = 'examples/shop';
const VIEW = 'Requirements';

/** All pictures that `npm run screenshots` takes. */
export const scenes: readonly Scene[] = [
  {
    name: 'self',
    folder: ownCopy,
    arrange: async (workbench) => {
      const { line } = await workbench.find('src/query/gates/evaluate.ts', '@implements RT-5.2');
      await workbench.openFile('src/query/gates/evaluate.ts', line + 8, 1);
      await indexed(workbench);
      await workbench.openView('ReqTrace');
      await widenSideBar(workbench, 240);
      await workbench.expand(VIEW, 'review.md');
      await workbench.expand(VIEW, 'RT-5.2 Gates');
      await workbench.expand(VIEW, 'AC2 A gate never holds because something was not read: then it is undecided');
      await workbench.treeRow(VIEW, 'evaluateGate()').first().waitFor();
      await parkMouse(workbench);
    },
  },
  {
    name: 'tree',
    folder: SHOP,
    arrange: async (workbench) => {
      const { line } = await workbench.find('src/stock.ts', '@implements reservation#IP-1.1.1/AC1');
      await workbench.openFile('src/stock.ts', line + 4, 1);
      await indexed(workbench);
      await workbench.openView('ReqTrace');
      await widenSideBar(workbench, 180);
      await workbench.expand(VIEW, 'fulfilment');
      await workbench.expand(VIEW, 'reservation.md');
      await workbench.expand(VIEW, 'IP-1.1.1 Stock Reservation');
      await workbench.expand(VIEW, 'AC1 A reservation takes the units out of the free stock at once');
      await workbench.treeRow(VIEW, 'reserve()').waitFor();
      // Drawn after the text that they are above, in a moment of its own.
      await workbench.page.locator('.codelens-decoration a', { hasText: 'IP-1.1.1' }).first().waitFor();
      await parkMouse(workbench);
    },
  },
  {
    name: 'many',
    folder: manyCriteria,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openView('ReqTrace');
      await workbench.expand(VIEW, 'area-1/requirements');
      await workbench.expand(VIEW, 'step-1.md');
      await workbench.treeRow(VIEW, 'REQ-1.1 Step 1 of area 1').waitFor();
      await parkMouse(workbench);
    },
  },
  {
    name: 'by-status',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openView('ReqTrace');
      await widenSideBar(workbench, 180);
      await workbench.runCommand('ReqTrace: Group by Status');
      await workbench.expand(VIEW, 'Stale');
      await workbench.expand(VIEW, 'Met');
      await workbench.expand(VIEW, 'Waived');
      await workbench.expand(VIEW, 'Exempt');
      await parkMouse(workbench);
    },
  },
  {
    name: 'suggested',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openView('ReqTrace');
      await widenSideBar(workbench, 280);
      await workbench.expand(VIEW, 'Suggested');
      await workbench.expand(VIEW, 'IP-1.1.1/AC4 Two reservations made at the same moment never take the same unit');
      await workbench.treeRow(VIEW, 'reserve()').first().click();
      await parkMouse(workbench);
    },
  },
  {
    name: 'hover',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line, column } = await workbench.find('src/label.ts', '@implements dispatch#IP-1.1.1');
      await workbench.hoverAt('src/label.ts', line, column + '@implements '.length);
    },
  },
  {
    name: 'problems',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line, column } = await workbench.find('src/label.ts', 'IP-1.1.1/AC2');
      await workbench.openFile('src/label.ts', line, column);
      await workbench.problemsPanel();
    },
  },
  {
    name: 'completion',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line } = await workbench.find('src/stock.ts', '// @implements reservation#IP-1.1.1/AC3');
      await workbench.openFile('src/stock.ts', line - 1, 1);
      await workbench.completionsFor('  // @implements ');
    },
  },
  {
    name: 'marks',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line } = await workbench.find('docs/fulfilment/reservation.md', 'Two reservations made');
      await workbench.openFile('docs/fulfilment/reservation.md', line, 1);
      await workbench.page.locator('.part.editor .codelens-decoration', { hasText: 'implementation' }).first().waitFor();
      await workbench.until(
        'signs',
        () => workbench.signsBehind(),
        (signs) => signs.includes('✓') && signs.includes('○'),
      );
      await parkMouse(workbench);
    },
  },
  {
    name: 'code',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.changeSettings({ 'reqtrace.inlayHints.titles': true });
      await workbench.openFile('src/label.ts', 1, 1);
      await workbench.page.locator('.part.editor .codelens-decoration', { hasText: 'IP-1.1.1' }).first().waitFor();
      await workbench.until(
        'signs',
        () => workbench.signsBehind(),
        (signs) => signs.length >= 2,
      );
      await parkMouse(workbench);
    },
  },
  {
    name: 'go-to',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openFile('src/stock.ts', 1, 1);
      await workbench.runCommand('ReqTrace: Go to Requirement', false);
      await workbench.until(
        'rows',
        () => workbench.quickPickRows(),
        (rows) => rows.length > 0,
      );
      await workbench.page.keyboard.type('reserv', { delay: 30 });
      await workbench.until(
        'rows',
        () => workbench.quickPickRows(),
        (rows) => rows.length > 3 && rows.every((row) => /reserv/iu.test(row)),
      );
      await workbench.page.locator('.quick-input-widget .monaco-list-row').nth(1).hover();
    },
  },
  {
    name: 'actions',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line, column } = await workbench.find('docs/fulfilment/reservation.md', 'Two reservations made');
      await workbench.openFile('docs/fulfilment/reservation.md', line, column + 2);
      await workbench.until(
        'signs',
        () => workbench.signsBehind(),
        (signs) => signs.length > 3,
      );
      await workbench.page.locator('.part.editor .codelens-decoration', { hasText: 'implementation' }).first().waitFor();
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Write a test' }).first().waitFor();
    },
  },
  {
    name: 'pin',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const stale = await staleReference(workbench);
      await workbench.openFile(stale.file, stale.line, stale.column);
      await workbench.until(
        'signs',
        () => workbench.signsBehind(),
        (signs) => signs.includes('△'),
      );
      await workbench.page.locator('.part.editor .lightbulb-glyph, .part.editor .codicon-light-bulb').first().waitFor();
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Compare with' }).first().waitFor();
      await workbench.page.keyboard.type('Compare');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.locator('.part.editor .monaco-diff-editor .view-line').first().waitFor();
      await workbench.until(
        'question',
        () => workbench.quickPickRows(),
        (rows) => rows.length === 2,
      );
    },
  },
  {
    name: 'explorer',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.changeSettings({ 'reqtrace.fileDecorations': true });
      await workbench.openView('Explorer');
      await workbench.expand('Explorer Section: shop', 'docs');
      await workbench.expand('Explorer Section: shop', 'fulfilment');
      await workbench.until(
        'badges',
        () => workbench.explorerBadges(),
        (badges) => badges.some((badge) => badge.startsWith('dispatch.md')),
      );
      await parkMouse(workbench);
    },
  },
  {
    name: 'walkthrough',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.runCommand('ReqTrace: Get Started');
      await workbench.page.locator('.getting-started-step').nth(3).waitFor();
      // The picture needs the room of the side bar.
      await workbench.page.keyboard.press('Control+B');
      await workbench.page.locator('.getting-started-step', { hasText: 'Say what code and tests are for' }).click();
      await workbench.page
        .locator('.getting-started-media iframe.ready, .getting-started-media svg, .getting-started-media img')
        .first()
        .waitFor();
      await workbench.page.waitForTimeout(1500);
    },
  },
  {
    name: 'settings',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.runCommand('Preferences: Open Settings (UI)');
      await workbench.page.locator('.settings-editor .settings-header .monaco-editor').click();
      await workbench.page.keyboard.type('@ext:reqtrace.reqtrace');
      await workbench.page.locator('.setting-item', { hasText: 'Decorations' }).first().waitFor();
    },
  },
  {
    name: 'welcome',
    folder: 'test/vscode/fixtures/bare',
    arrange: async (workbench) => {
      await workbench.openView('ReqTrace');
      await workbench.until(
        'welcome text',
        () => workbench.welcomeText(VIEW),
        (text) => text.startsWith('No requirements'),
      );
      await parkMouse(workbench);
    },
  },
  {
    name: 'review',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      workOnBranch(workbench.root);
      await workbench.openView('ReqTrace');
      await widenSideBar(workbench, 180);
      await workbench.view('Review').locator('.pane-header').click();
      await workbench.view(VIEW).locator('.pane-header').click();
      const text = 'with the number that is free';
      await workbench.page.locator('.part.sidebar .monaco-list-row', { hasText: text }).first().click();
      await workbench.page.locator('.part.editor .monaco-diff-editor .view-line', { hasText: text }).first().waitFor();
      await parkMouse(workbench);
    },
  },
  { name: 'matrix', folder: SHOP, arrange: (workbench) => showMatrix(workbench, '#matrix') },
  {
    name: 'matrix-levels',
    folder: 'examples/notations/oft',
    arrange: (workbench) => showMatrix(workbench, '#requirements>section:last-child'),
  },
  ...editorScenes,
  ...runScenes,
  ...notationScenes,
];

/** Shows the matrix as far down as a part of the page. */
async function showMatrix(workbench: Workbench, part: string): Promise<void> {
  await indexed(workbench);
  await workbench.openView('ReqTrace');
  await workbench.runCommand('ReqTrace: Show Traceability Matrix');
  const frame = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await frame.locator('.m tbody tr').nth(2).waitFor({ timeout: 25_000 });
  await workbench.page.keyboard.press('Control+B');
  await frame.locator(part).scrollIntoViewIfNeeded();
  await parkMouse(workbench);
}

/** What a reviewer of the picture looks at: a reworded criterion, a new one, changed code and a gate. */
function workOnBranch(root: string): void {
  git(root, 'checkout', '--quiet', '-b', 'pick-lists');
  change(root, 'reqtrace.yaml', (text) => `${text}gates:\n  merge:\n    scope: changed\n    max: { unmet: 0, partial: 0 }\n`);
  change(root, 'docs/fulfilment/reservation.md', (text) =>
    text
      .replace('is refused as a whole', 'is refused as a whole, with the number that is free')
      .replace(
        '- The customer sees the minutes that are left',
        '- The customer sees the minutes that are left\n\n- A reservation can be prolonged once',
      ),
  );
  change(root, 'src/stock.ts', (text) => text.replace('const free = this.free(article);', 'const free = Math.max(0, this.free(article));'));
}

/** Pins a reference to the text that git has, rewords the criterion, and says where the reference stands. */
async function staleReference(workbench: Workbench): Promise<{ file: string; line: number; column: number }> {
  const file = 'src/tracking.ts';
  change(workbench.root, file, (text) => text.replace('~000000', '~8732b1'));
  change(workbench.root, 'docs/fulfilment/dispatch.md', (text) =>
    text.replace('that arrive twice are kept once', 'that arrive twice, even days apart, are kept once'),
  );
  const { line, column } = await workbench.find(file, '~8732b1');
  return { file, line, column: column - 2 };
}
