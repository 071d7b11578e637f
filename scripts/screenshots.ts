import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Workbench } from '../test/vscode/page.ts';
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
 * `npm run screenshots -- [--scene NAME]… [--theme light|dark|high-contrast] [--out FOLDER]`: takes a picture of every
 * scene of scenes.ts in every theme, of the packed extension as a user has it, into media/screenshots/SCENE-THEME.png.
 */

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      scene: { type: 'string', multiple: true },
      theme: { type: 'string' },
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
