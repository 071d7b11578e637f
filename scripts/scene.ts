import type { Workbench } from '../test/vscode/page.ts';

/** One picture: what is opened, and what is done before the picture is taken. */
export interface Scene {
  /** First part of the picture's file name: `tree`. */
  readonly name: string;
  /** The folder to open a copy of, relative to the repository root; or what makes one to be opened as it is, and gives its absolute path. */
  readonly folder: string | (() => string);
  /** Brings the window into the state to be shown, and returns when it is there. */
  readonly arrange: (workbench: Workbench) => Promise<void>;
}

/** Waits until the status bar says how many criteria are met. */
export async function indexed(workbench: Workbench): Promise<void> {
  await workbench.until(
    'status bar',
    () => workbench.statusBarText(),
    (items) => items.some((item) => item.endsWith('criteria met')),
    60,
  );
}

/** Makes the side bar as wide, in pixels. */
export async function sizeSideBar(workbench: Workbench, width: number): Promise<void> {
  const box = await workbench.page.locator('.part.sidebar').boundingBox();
  if (box) await widenSideBar(workbench, width - box.width);
}

/** Drags the right edge of the side bar, by as many pixels. */
export async function widenSideBar({ page }: Workbench, pixels: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) throw new Error('the side bar is hidden');
  const edge = box.x + box.width;
  await page.mouse.move(edge, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(edge + pixels, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** Takes the mouse to where nothing reacts to it, and waits until what it showed is gone. */
export async function parkMouse({ page }: Workbench): Promise<void> {
  await page.mouse.move(600, 784);
  await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
}
