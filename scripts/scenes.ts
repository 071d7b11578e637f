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
];

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
