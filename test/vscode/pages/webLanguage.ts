import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../../scripts/vscode/obtain.ts';
import type { Configuration } from '../configurations.ts';
import type { Workbench } from '../page.ts';

/** What is said in each language beside the texts of package.json. */
const TEXTS = {
  de: {
    progress: '1/2 Kriterien erfüllt',
    hover: /teilweise erfüllt/u,
    headline: /^1 von 2 Kriterien erfüllt/u,
    review: /1 von 2 erfüllt\. Was der Branch geändert hat|seit origin\/main/u,
  },
} as const;

/** What a person sees whose browser speaks another language. */
export function checks(workbench: Workbench, { web }: Pick<Configuration, 'web'>): void {
  const language = web?.language ?? 'de';
  const { progress, hover, headline, review } = TEXTS[language];
  const titles = JSON.parse(readFileSync(path.join(repositoryRoot, `package.nls.${language}.json`), 'utf8')) as Record<string, string>;
  const title = (key: string): string => titles[key] ?? key;

  describe(`in a browser, in ${language}`, () => {
    // @verifies RT-8.3/AC2
    it('are the views, their rows, hovers, commands and the matrix', async function () {
      this.timeout(120_000);
      await workbench.openView('ReqTrace');
      await workbench.until(
        'status bar',
        () => workbench.statusBarText(),
        (items) => items.includes(progress),
        60,
      );
      // The status bar is told before the view asks for its rows.
      await workbench.until(
        'rows',
        () => workbench.treeRows(title('view.requirements')),
        (rows) => rows.length > 0 && rows.every(({ aria }) => aria !== ''),
      );
      // That of a link is there before the server has answered.
      await workbench.until(
        'hover',
        () => workbench.hoverAt('src/stock.ts', 1, 17),
        (text) => hover.test(text),
      );
      await workbench.page.keyboard.press('Escape');
      await workbench.runCommand(`ReqTrace: ${title('command.showMatrix')}`);
      const frame = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      const shown = async (): Promise<string> => (await frame.locator('.headline').textContent()) ?? '';
      await workbench.until('matrix', shown, (text) => headline.test(text), 25);
      assert.equal((await frame.locator('html').getAttribute('lang'))?.toLowerCase(), language);
      await workbench.view(title('view.review')).locator('.pane-header').click();
      await workbench.until(
        'review',
        () => workbench.page.locator('.part.sidebar').innerText(),
        (text) => review.test(text),
      );
    });
  });
}
