import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.ts';

/** A page that was opened, with all that it complained of and asked for. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors included. */
  readonly complaints: readonly string[];
  /** Every address it asked for but its own. */
  readonly requests: readonly string[];
}

const VIEWPORT = { width: 1280, height: 900 };

/** One browser for the tests of a file; pages are files on disk, as reports are. */
export class PageOpener {
  readonly #folder = mkdtempSync(join(tmpdir(), 'reqtrace-page-'));
  #browser: Browser | undefined;
  /** Of the pages that want nothing of their own. One page of it stays, and with it a window: to open another takes a second. */
  #common: BrowserContext | undefined;
  #number = 0;

  async start(): Promise<void> {
    this.#browser = await launchBrowser((line) => console.log(line));
  }

  async open(
    html: string,
    { hash = '', init = '', ...options }: BrowserContextOptions & { readonly hash?: string; readonly init?: string } = {},
  ): Promise<OpenedPage> {
    if (!this.#browser) throw new Error('start() first');
    this.#number += 1;
    const file = join(this.#folder, `${this.#number}.html`);
    writeFileSync(file, html);
    const page = await this.#newPage(this.#browser, options);
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const own = pathToFileURL(file).href;
    page.on('request', (request) => {
      const url = request.url();
      if (url.split('#')[0] !== own && !url.startsWith('data:')) requests.push(url);
    });
    if (init) await page.addInitScript(init);
    await page.goto(own + hash);
    return { page, complaints, requests };
  }

  async #newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
    if (Object.keys(options).length > 0) return browser.newPage({ viewport: VIEWPORT, ...options });
    if (!this.#common) {
      this.#common = await browser.newContext({ viewport: VIEWPORT });
      await this.#common.newPage();
    }
    return this.#common.newPage();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
