import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { Workbench } from '../test/vscode/page.ts';
import { sizeSideBar } from './scene.ts';
import { scenes } from './scenes.ts';
import { launchBrowser } from './vscode/browser.ts';
import { removeAtExit } from './vscode/cleanup.ts';
import { VsCodeHost } from './vscode/host.ts';
import { HarnessError, repositoryRoot, temporaryFolder } from './vscode/obtain.ts';
import { THEMES } from './vscode/settings.ts';
import { copyWorkspace } from './vscode/workspace.ts';
import type { WorkspaceCopy } from './vscode/workspace.ts';
import { packageExtension } from './vsix.ts';

/*
 * `npm run screenshots -- [--scene NAME]… [--theme light|dark|high-contrast|high-contrast-light] [--zoom 200] [--side-bar 300] [--out FOLDER]`:
 * takes a picture of every scene of scenes.ts in every theme, of the packed extension as a user has it, into media/screenshots/SCENE-THEME.png. Those
 * to be looked at and not kept go to a folder of their own.
 */

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      scene: { type: 'string', multiple: true },
      theme: { type: 'string' },
      zoom: { type: 'string' },
      'side-bar': { type: 'string' },
      out: { type: 'string', default: path.join(repositoryRoot, 'media/screenshots') },
    },
  });
  const chosen = scenes.filter((scene) => values.scene?.includes(scene.name) ?? true);
  const themes = Object.entries(THEMES).filter(([theme]) => values.theme === undefined || theme === values.theme);
  if (chosen.length === 0)
    throw new HarnessError(
      `no scene is called ${values.scene?.join(' or ')}: choose one of ${scenes.map((scene) => scene.name).join(', ')}`,
    );
  if (themes.length === 0) throw new HarnessError(`no theme is called ${values.theme}: choose one of ${Object.keys(THEMES).join(', ')}`);
  await mkdir(values.out, { recursive: true });

  const build = await temporaryFolder();
  removeAtExit(build);
  const vsix = await packageExtension(path.join(build, 'reqtrace.vsix'));
  const browser = await launchBrowser(console.log);
  const host = await VsCodeHost.start({ log: console.log, vsix });
  let failed = 0;
  for (const [theme, colorTheme] of themes) {
    await host.changeSettings({ 'workbench.colorTheme': colorTheme });
    for (const scene of chosen) {
      const copy =
        typeof scene.folder === 'string' ? await copyWorkspace(path.join(repositoryRoot, scene.folder)) : inPlace(scene.folder());
      const { context, page } = await host.open(browser, copy.target);
      const workbench = new Workbench(page, copy.root);
      const file = path.join(values.out, `${scene.name}-${theme}.png`);
      try {
        await scene.arrange(workbench);
        if (values['side-bar'] !== undefined) await sizeSideBar(workbench, Number(values['side-bar']));
        if (values.zoom !== undefined) await zoom(page, Number(values.zoom) / 100);
        console.log(path.relative(repositoryRoot, file));
      } catch (error) {
        failed += 1;
        console.error(`${scene.name} in ${theme}: ${error instanceof Error ? error.message : String(error)}`);
      }
      await workbench.screenshot(file);
      await context.close();
      copy.remove();
    }
  }
  await browser.close();
  await host.stop();
  return failed === 0 ? 0 : 1;
}

/** Shows as much as fits into a window when everything in it is so many times as large. */
async function zoom(page: Page, times: number): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: Math.round(width / times), height: Math.round(height / times) });
  await page.waitForTimeout(1000);
}

/** Opens what was made for the picture as it is: it may be large. */
function inPlace(root: string): Omit<WorkspaceCopy, 'restore'> {
  return { root, target: { folder: root }, remove: () => undefined };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof HarnessError ? error.message : error);
  process.exitCode = 2;
}
process.exit();
