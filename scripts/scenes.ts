import { change, git } from '../test/vscode/branch.ts';
import type { Workbench } from '../test/vscode/page.ts';

/** One picture: what is opened, and what is done before the picture is taken. */
export interface Scene {
  /** First part of the picture's file name: `tree`. */
  readonly name: string;
  /** The folder to open a copy of, relative to the repository root. */
  readonly folder: string;
  /** Brings the window into the state to be shown, and returns when it is there. */
  readonly arrange: (workbench: Workbench) => Promise<void>;
}

const SHOP = 'examples/shop';
const VIEW = 'Requirements';

/** All pictures that `npm run screenshots` takes. */
export const scenes: readonly Scene[] = [
  {
    name: 'tree',
    folder: SHOP,
    arrange: async (workbench) => {
      const { line } = await workbench.find('src/stock.ts', '@implements reservation#IP-1.1.1/AC1');
      await workbench.openFile('src/stock.ts', line + 4, 1);
      await indexed(workbench);
      await workbench.openView('ReqTrace');
      await widenSideBar(workbench, 180);
      await workbench.expand(VIEW, 'docs/fulfilment/reservation.md');
      await workbench.expand(VIEW, 'IP-1.1.1 Stock Reservation');
      await workbench.expand(VIEW, 'AC1 A reservation takes the units out of the free stock at once');
      await workbench.treeRow(VIEW, 'reserve()').waitFor();
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
    name: 'welcome',
    folder: 'test/vscode/fixtures/bare',
    arrange: async (workbench) => {
      await workbench.openView('ReqTrace');
      await workbench.until('welcome text', () => workbench.welcomeText(VIEW), (text) => text.startsWith('No requirements'));
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
  {
    name: 'matrix',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openView('ReqTrace');
      await workbench.runCommand('ReqTrace: Show Traceability Matrix');
      const frame = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await frame.locator('.matrix .toggle').nth(2).waitFor({ timeout: 25_000 });
      await workbench.page.keyboard.press('Control+B');
      await frame.locator('#matrix').scrollIntoViewIfNeeded();
      await parkMouse(workbench);
    },
  },
];

/** What a reviewer of the picture looks at: a reworded criterion, a new one, changed code and a gate. */
function workOnBranch(root: string): void {
  git(root, 'checkout', '--quiet', '-b', 'pick-lists');
  change(root, 'reqtrace.yaml', (text) => `${text}gates:\n  merge:\n    scope: changed\n    max: { unmet: 0, partial: 0 }\n`);
  change(root, 'docs/fulfilment/reservation.md', (text) => text
    .replace('is refused as a whole', 'is refused as a whole, with the number that is free')
    .replace('- The customer sees the minutes that are left', '- The customer sees the minutes that are left\n\n- A reservation can be prolonged once'));
  change(root, 'src/stock.ts', (text) => text.replace('const free = this.free(article);', 'const free = Math.max(0, this.free(article));'));
}

async function indexed(workbench: Workbench): Promise<void> {
  await workbench.until('status bar', () => workbench.statusBarText(), (items) => items.some((item) => item.endsWith('criteria met')));
}

/** Drags the right edge of the side bar, by as many pixels. */
async function widenSideBar({ page }: Workbench, pixels: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('the side bar is hidden');
  const edge = box.x + box.width;
  await page.mouse.move(edge, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge + pixels, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** Takes the mouse to where nothing reacts to it, and waits until what it showed is gone. */
async function parkMouse({ page }: Workbench): Promise<void> {
  await page.mouse.move(600, 784);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
}
