import { syntheticTree } from './bench/tree.ts';
import { indexed } from './scene.ts';
import type { Scene } from './scene.ts';

const SHOP = 'examples/shop';
const ORDERS = 'test/vscode/fixtures/orders';
const RESERVATION = 'docs/fulfilment/reservation.md';

/** Pictures of what the editor does that the README does not show, for whoever changes it. */
export const editorScenes: readonly Scene[] = [
  {
    name: 'rename',
    folder: ORDERS,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line, column } = await workbench.find('docs/orders.md', 'REQ-1');
      await workbench.openFile('docs/orders.md', line, column + 2);
      await workbench.page.keyboard.press('F2');
      await workbench.page.locator('.rename-box input, .rename-input').first().waitFor();
      await workbench.page.keyboard.press('Control+A');
      await workbench.page.keyboard.type('REQ-9');
      await workbench.page.keyboard.press('Control+Enter');
      await workbench.page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
    },
  },
  {
    name: 'hierarchy',
    folder: ORDERS,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openFile('docs/old/archive.md', 3, 5);
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.type('\n\n**Covers**: REQ-2');
      await workbench.openFile('docs/orders.md', 13, 5);
      await workbench.page.waitForTimeout(1000);
      await workbench.runCommand('Types: Show Type Hierarchy');
      await workbench.page.locator('.part.sidebar .monaco-list-row', { hasText: 'REQ-3' }).first().waitFor();
    },
  },
  {
    name: 'folding',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line } = await workbench.find(RESERVATION, '1.1.1');
      await workbench.openFile(RESERVATION, line, 1);
      await workbench.until(
        'signs',
        () => workbench.signsBehind(),
        (signs) => signs.length > 3,
      );
      await workbench.page.keyboard.press('Control+Shift+BracketLeft');
      await workbench.page.locator('.part.editor .codicon-folding-collapsed').first().waitFor();
    },
  },
  {
    name: 'agent',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openFile(RESERVATION, 1, 1);
      await workbench.changeSettings({ 'chat.disableAIFeatures': false });
      await workbench.runCommand('ReqTrace: Implement with Agent', false);
      await workbench.pick('Two reservations made');
      await workbench.page.locator('.part.auxiliarybar .view-line', { hasText: 'Implement' }).first().waitFor();
    },
  },
  {
    name: 'snippets',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line } = await workbench.find('src/stock.ts', '// @implements reservation#IP-1.1.1/AC3');
      await workbench.openFile('src/stock.ts', line - 1, 1);
      await workbench.completionsFor('  req-');
    },
  },
  {
    name: 'configuration',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openFile('reqtrace.yaml', 1, 1);
      await workbench.page.keyboard.press('Control+End');
      await workbench.completionsFor('\nse');
      await workbench.page.keyboard.press('Control+Space');
      await workbench.page.waitForTimeout(500);
    },
  },
  {
    name: 'configuration-hover',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line, column } = await workbench.find('reqtrace.yaml', 'documents');
      await workbench.hoverAt('reqtrace.yaml', line, column + 2);
    },
  },
  {
    name: 'annotate',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      await workbench.openFile('src/stock.ts', 1, 1);
      await workbench.runCommand('ReqTrace: Create Annotation', false);
      await workbench.pick('IP-1.1.2/AC2');
      await workbench.pick('src/stock.ts');
      await workbench.until(
        'places',
        () => workbench.quickPickRows(),
        (rows) => rows.length > 0,
      );
    },
  },
  {
    name: 'indexing',
    // So many that there is time for the picture before all are read.
    folder: () => syntheticTree(60_000),
    arrange: async (workbench) => {
      await workbench.openView('ReqTrace');
      await workbench.until(
        'rows',
        () => workbench.treeRows('Requirements'),
        (rows) => rows.some(({ description }) => description === 'indexing'),
        60,
      );
      await workbench.expand('Requirements', 'area1');
      await workbench.expand('Requirements', 'plan-1.md');
      await workbench.until(
        'rows',
        () => workbench.treeRows('Requirements'),
        (rows) => rows.some(({ icon }) => icon === 'sync'),
      );
    },
  },
  {
    name: 'keywords',
    folder: SHOP,
    arrange: async (workbench) => {
      await indexed(workbench);
      const { line } = await workbench.find('src/stock.ts', '// @implements reservation#IP-1.1.1/AC3');
      await workbench.openFile('src/stock.ts', line - 1, 1);
      await workbench.completionsFor('  // @');
    },
  },
];
