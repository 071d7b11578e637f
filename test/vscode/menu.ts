import type { Locator } from 'playwright-core';
import type { Workbench } from './page.ts';
import { succeeds } from './succeeds.ts';

/** Opens the menu of what is drawn, with the right button; what is drawn anew takes its menu with it, so it is asked for again. */
export async function openMenu(workbench: Workbench, of: Locator): Promise<void> {
  const { page } = workbench;
  const menu = page.locator('.monaco-menu .action-label').first();
  const open = async (): Promise<boolean> => {
    // The one before may have missed its key.
    if (await page.locator('.context-view-block').isVisible()) await page.keyboard.press('Escape');
    await of.click({ button: 'right' });
    return succeeds(menu.waitFor({ timeout: 3000 }));
  };
  await workbench.until('menu', open, (isOpen) => isOpen);
}

/** Chooses from the menu of what is drawn: in its first moments a menu takes a click for the end of the one that opened it, and it may go before it is clicked. */
export async function chooseInMenu(workbench: Workbench, of: Locator, command: string): Promise<void> {
  const item = workbench.page.locator('.monaco-menu .action-item', { hasText: command }).first();
  // One of something else may be open.
  await openMenu(workbench, of);
  const choose = async (): Promise<boolean> => {
    if (!(await item.isVisible())) await openMenu(workbench, of);
    const isClicked = await succeeds(item.click({ timeout: 1000 }));
    return isClicked && succeeds(item.waitFor({ state: 'hidden', timeout: 1000 }));
  };
  await workbench.until(`end of the menu after ${command}`, choose, (isChosen) => isChosen);
}
