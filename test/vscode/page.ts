import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { succeeds } from './succeeds.ts';
import { writeSettings } from '../../scripts/vscode/settings.ts';
import type { Settings } from '../../scripts/vscode/settings.ts';

/** A row of a tree as a person sees it. */
export interface TreeRow {
  readonly label: string;
  /** The dimmed text after the label: `2/4 met`; empty when there is none. */
  readonly description: string;
  /** 1 for a root. */
  readonly level: number;
  /** `undefined` for a leaf. */
  readonly expanded: boolean | undefined;
  /** What a screen reader says. */
  readonly aria: string;
  /** The codicon's name: `pass`, `circle-outline`; empty when there is none. */
  readonly icon: string;
}

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';

/** The build of VS Code for servers comes without what checks TypeScript, and says so once such a file is open. */
const OF_VS_CODE = /\btsserver\b/u;

/**
 * The workbench as a person uses it: looks, clicks and keys. Every method waits until what it asks for is there, or
 * throws after Playwright's time limit.
 *
 * @example
 * await workbench.openView('ReqTrace');
 * await workbench.treeRows('Requirements'); // [{ label: 'stock.md', description: '1/2 met', level: 1, … }]
 */
export class Workbench {
  readonly page: Page;
  /** Folder of the opened workspace, absolute. */
  readonly root: string;

  constructor(page: Page, root: string) {
    this.page = page;
    this.root = root;
    page.setDefaultTimeout(30_000);
  }

  /** Waits until VS Code has started all its extensions and no part of the window shows progress any more. */
  async settle(): Promise<void> {
    await this.page.locator('.part.statusbar [id="status.problems"]').waitFor();
    await this.until(
      'progress bars',
      () => this.page.locator('.monaco-progress-container.active').count(),
      (count) => count === 0,
      30,
    );
  }

  /** The window's title: `[Extension Development Host] stock.md - single - code-server`. */
  title(): Promise<string> {
    return this.page.title();
  }

  /** Shows the view container with this title by its icon in the activity bar, unless it is shown already. */
  async openView(title: string): Promise<void> {
    const tab = this.page
      .locator(
        `.part.activitybar .action-item[role="tab"]:has(.action-label[aria-label^="${title}"]), .part.activitybar .action-item[role="tab"][aria-label^="${title}"]`,
      )
      .first();
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.page.locator('.part.sidebar .composite.title', { hasText: new RegExp(title, 'i') }).waitFor();
  }

  /** Clicks a button in the title of the side bar's view, which is shown while the mouse is over it: `Expand All`. */
  async clickTitle(label: string): Promise<void> {
    await this.page.locator('.part.sidebar .pane-body').first().hover();
    await this.page.locator(`.part.sidebar .action-label[aria-label="${label}"]`).first().click();
  }

  /** The count on a view container's icon, as text: `12`; empty when it shows none. */
  async badge(title: string): Promise<string> {
    const badge = this.page.locator(`.part.activitybar .action-item:has(.action-label[aria-label^="${title}"]) .badge-content`);
    return (await badge.count()) === 0 ? '' : ((await badge.first().textContent()) ?? '').trim();
  }

  /** A view of the side bar by its title; the only view of a container has no header of its own, so then it is that one. */
  view(title: string): Locator {
    return this.page.locator(`.part.sidebar .pane:has(.pane-header[aria-label^="${title}"])`);
  }

  /** The rows of a tree that are scrolled into view, top to bottom, as of one moment. */
  async treeRows(viewTitle: string): Promise<TreeRow[]> {
    // Runs in the browser: no helper functions here. Rows are recycled, so their order in the page says nothing.
    const rows = await this.view(viewTitle)
      .locator('.monaco-list-row')
      .evaluateAll((nodes) =>
        nodes
          .map((node) => ({
            index: Number(node.getAttribute('data-index')),
            label: node.querySelector('.label-name')?.textContent ?? '',
            description: node.querySelector('.label-description')?.textContent ?? '',
            level: Number(node.getAttribute('aria-level')),
            expanded: node.getAttribute('aria-expanded'),
            aria: node.getAttribute('aria-label') ?? '',
            icon: node.querySelector('.custom-view-tree-node-item-icon')?.getAttribute('class') ?? '',
          }))
          .sort((one, other) => one.index - other.index),
      );
    return rows.map(({ index: _index, expanded, icon, ...row }) => ({
      ...row,
      expanded: expanded === null ? undefined : expanded === 'true',
      icon: /codicon-([\w-]+)/.exec(icon)?.[1] ?? '',
    }));
  }

  /** The row whose label is exactly `label`. */
  treeRow(viewTitle: string, label: string): Locator {
    const exact = new RegExp(`^${label.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}$`);
    return this.view(viewTitle)
      .locator('.monaco-list-row', { has: this.page.locator('.label-name', { hasText: exact }) })
      .first();
  }

  /** Opens a row's children, unless they are open. */
  async expand(viewTitle: string, label: string): Promise<void> {
    const row = this.treeRow(viewTitle, label);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
    await this.until(
      `row ${label}`,
      () => row.getAttribute('aria-expanded'),
      (expanded) => expanded === 'true',
    );
  }

  /** The text of a view that has no rows: its welcome text. */
  async welcomeText(viewTitle: string): Promise<string> {
    return (await this.view(viewTitle).locator('.welcome-view-content').innerText()).trim();
  }

  /**
   * Opens a file of the workspace in an editor, and puts the cursor there.
   *
   * @param file relative to the workspace: `docs/stock.md`
   * @param line 1-based, as the editor shows it
   * @param column 1-based
   */
  async openFile(file: string, line = 1, column = 1): Promise<void> {
    await this.#quickInput(`${MODIFIER}+P`, `${path.join(this.root, file)}:${line}:${column}`);
    // What was opened before is listed at once, what is searched for comes later.
    await this.until(
      `row ${file}`,
      () => this.quickPickRows(),
      (rows) => rows[0]?.startsWith(path.basename(file)) === true,
    );
    await this.page.keyboard.press('Enter');
    const tab = this.page.locator('.part.editor .tab.active', { hasText: path.basename(file) });
    await tab.waitFor();
    await this.page.locator('.part.editor .editor-instance .view-line').first().waitFor();
    await this.page.locator('.part.statusbar', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /**
   * Where `text` first stands in a file of the workspace (as it is on disk), 1-based as the editor counts.
   *
   * @throws when it is not there.
   */
  async find(file: string, text: string): Promise<{ line: number; column: number }> {
    const lines = (await readFile(path.join(this.root, file), 'utf8')).split('\n');
    const index = lines.findIndex((line) => line.includes(text));
    if (index < 0) throw new Error(`${file} does not contain ${text}`);
    return { line: index + 1, column: (lines[index] ?? '').indexOf(text) + 1 };
  }

  /**
   * Runs a command by its title, as the command palette shows it: `ReqTrace: Refresh`.
   *
   * @param closes false for a command that opens a list of its own in the place of the palette
   */
  async runCommand(title: string, closes = true): Promise<void> {
    const row = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first();
    // What a command before it still does may close the list between the typing and the click.
    const taken = async (): Promise<boolean> => {
      await this.#quickInput('F1', `>${title}`);
      return row.click({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    };
    await this.until(`command ${title}`, taken, (done) => done);
    if (closes) await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    else await this.page.locator('.quick-input-widget input[placeholder*="name of a command"]').waitFor({ state: 'hidden' });
  }

  /** The rows of the list on show as a screen reader says them, top to bottom. */
  quickPickRows(): Promise<string[]> {
    return this.page
      .locator('.quick-input-widget .monaco-list-row')
      .evaluateAll((rows) =>
        rows
          .toSorted((one, other) => Number(one.getAttribute('data-index')) - Number(other.getAttribute('data-index')))
          .map((row) => row.getAttribute('aria-label') ?? ''),
      );
  }

  /** Types into the list on show until one row is left that holds the text, and takes it. */
  async pick(text: string): Promise<void> {
    await this.until(
      'list',
      () => this.quickPickRows(),
      (rows) => rows.some((row) => row.includes(text)),
    );
    await this.page.keyboard.type(text, { delay: 20 });
    await this.until(
      `row ${text}`,
      () => this.quickPickRows(),
      (rows) => rows[0]?.includes(text) === true,
    );
    await this.page.keyboard.press('Enter');
  }

  /** The lines of the editor that can be seen, top to bottom. */
  editorLines(): Promise<string[]> {
    return this.page
      .locator('.part.editor .editor-instance .view-line')
      .evaluateAll((lines) =>
        lines
          .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
          .map((line) => (line.textContent ?? '').replaceAll('\u00A0', ' ')),
      );
  }

  /** What decorations put behind texts of the editor, top to bottom: `['✓', '◐']`. */
  signsBehind(): Promise<string[]> {
    // Runs in the browser: no helper functions here. Such a text is no part of the page, but of its style.
    return this.page.locator('.part.editor .editor-instance .view-line').evaluateAll((lines) =>
      lines
        .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
        .flatMap((line) => [...line.querySelectorAll('span')])
        .map((span) => span.ownerDocument.defaultView?.getComputedStyle(span, '::after').content ?? '')
        .filter((content) => content.startsWith('"'))
        .map((content) => content.slice(1, -1).trim()),
    );
  }

  /** What files of the explorer are marked with: `['orders.md 3']`. */
  explorerBadges(): Promise<string[]> {
    return this.page.locator('.part.sidebar .explorer-folders-view .monaco-list-row .monaco-icon-label').evaluateAll((labels) =>
      labels
        .map(
          (label) =>
            [
              label.querySelector('.label-name')?.textContent ?? '',
              label.ownerDocument.defaultView?.getComputedStyle(label, '::after').content ?? '',
            ] as const,
        )
        .filter(([, badge]) => /^"\d/.test(badge))
        .map(([name, badge]) => `${name} ${badge.slice(1, -1)}`),
    );
  }

  /** Replaces the settings of the workspace. */
  async changeSettings(settings: Settings): Promise<void> {
    await writeSettings(path.join(this.root, '.vscode'), settings);
  }

  /** Shows the hover at a place (1-based) of a file, and gives its text. The hover stays until the next key. */
  async hoverAt(file: string, line: number, column: number): Promise<string> {
    await this.openFile(file, line, column);
    // Not inside the editor: the workbench puts widgets that may overflow it elsewhere.
    const hover = this.page.locator('.monaco-resizable-hover .monaco-hover:visible .hover-contents');
    const read = async (): Promise<string> => {
      const parts = await hover.allInnerTexts();
      if (parts.length === 0) await this.#chord('K', 'I');
      return parts.map((part) => part.trim()).join('\n');
    };
    return this.until(`hover at ${file}:${line}:${column}`, read, (text) => text !== '' && !text.includes('Loading...'));
  }

  /** Types at the cursor and gives the labels that the suggestion list then shows, in its order. */
  async completionsFor(text: string): Promise<string[]> {
    await this.page.keyboard.type(text, { delay: 20 });
    const list = this.page.locator('.suggest-widget.visible');
    if ((await list.count()) === 0) await this.page.keyboard.press(`${MODIFIER}+Space`);
    await list.locator('.monaco-list-row .label-name').first().waitFor();
    return list.locator('.monaco-list-row .label-name').allInnerTexts();
  }

  /**
   * Opens the Problems panel and gives its rows as a screen reader says them, a file first, then its problems:
   * `2 problems in file stock.md of folder docs`, `Error: … at line 3 and character 8. generated by reqtrace`.
   */
  async problemsPanel(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press(`${MODIFIER}+Shift+M`);
    await panel.waitFor();
    return panel
      .locator('.monaco-list-row')
      .evaluateAll((rows) =>
        rows
          .toSorted((one, other) => Number(one.getAttribute('data-index')) - Number(other.getAttribute('data-index')))
          .map((row) => row.getAttribute('aria-label') ?? ''),
      );
  }

  /** The texts of the status bar's items, in no certain order; empty ones left out. */
  async statusBarText(): Promise<string[]> {
    const items = await this.page.locator('.part.statusbar .statusbar-item:visible').allInnerTexts();
    return items.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }

  /** The texts of the notifications that were given and not taken back. The window never shows one by itself when tests drive it, so their list is opened. */
  async notifications(): Promise<string[]> {
    const center = this.page.locator('.notifications-center.visible');
    await this.runCommand('Notifications: Show Notifications');
    // A list without any may be gone before it is seen.
    await center.waitFor({ timeout: 3000 }).catch(() => undefined);
    const texts = (await center.locator('.notification-list-item-message').allInnerTexts()).filter((text) => !OF_VS_CODE.test(text));
    await center
      .locator('.codicon-notifications-hide')
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await center.waitFor({ state: 'hidden' });
    return texts;
  }

  /** Shows the list of notifications. */
  async openNotifications(): Promise<Locator> {
    const center = this.page.locator('.notifications-center.visible');
    const show = async (): Promise<boolean> => {
      if (!(await center.isVisible())) await this.runCommand('Notifications: Show Notifications');
      return succeeds(center.waitFor({ timeout: 2000 }));
    };
    await this.until('notifications', show, (isShown) => isShown);
    return center;
  }

  /** Waits until `read` gives something that `accept` takes, and returns it; else throws with what was there last. */
  async until<T>(what: string, read: () => Promise<T>, accept: (value: T) => boolean, seconds = 30): Promise<T> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const value = await read();
      if (accept(value)) return value;
      if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value)} after ${seconds} s`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Writes a PNG of the whole window. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }

  async #chord(first: string, second: string): Promise<void> {
    await this.page.keyboard.press(`${MODIFIER}+${first}`);
    await this.page.keyboard.press(`${MODIFIER}+${second}`);
    await this.page.waitForTimeout(500);
  }

  async #quickInput(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    const typed = async (): Promise<string> => {
      await input.waitFor({ timeout: 5000 });
      await input.fill(text, { timeout: 1000 });
      return input.inputValue({ timeout: 1000 });
    };
    await this.page.keyboard.press(key);
    // What a command before it still does, such as showing an editor, may close the list again.
    const again = async (): Promise<string> => {
      if (!(await input.isVisible())) await this.page.keyboard.press(key);
      return '';
    };
    await this.until(
      `list for ${text}`,
      () => typed().catch(again),
      (value) => value === text,
    );
  }
}
