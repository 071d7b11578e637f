import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Message } from 'vscode-languageserver/node';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { launchBrowser } from '../../scripts/vscode/browser.ts';
import { CLIENT_FILES, CLIENT_STEPS, EXTERNAL } from '../support/clients/script.ts';
import { bundle } from '../support/server/bundle.ts';
import { TestFolder } from '../support/server/client.ts';

/** The script of all clients, with mouse and keys. The client has no code actions, and edits only files that it shows. */
describe('the language client of CodeMirror', () => {
  const folder = new TestFolder(CLIENT_FILES);
  const complaints: string[] = [];
  let browser: Browser;
  let page: Page;
  let server: ChildProcess;

  before(async function () {
    // Where CI has no browser, one is installed first.
    this.timeout(600_000);
    const { outputFiles } = await build({
      entryPoints: ['test/support/clients/codemirrorPage.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      logLevel: 'silent',
    });
    browser = await launchBrowser((line) => console.log(line));
    page = await browser.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    server = spawn(process.execPath, [await bundle('src/server/main.ts'), '--stdio'], { env: { ...process.env, REQTRACE_CACHE_DIR: '' } });
    assert.ok(server.stdin && server.stdout);
    const writer = new StreamMessageWriter(server.stdin);
    await page.exposeFunction('toServer', (message: string) => writer.write(JSON.parse(message) as Message));
    await page.exposeFunction('textOf', (uri: string) => readFile(fileURLToPath(uri), 'utf8'));
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    new StreamMessageReader(server.stdout).listen((message) => void tell('fromServer', JSON.stringify(message)).catch(() => undefined));
    await tell('start', folder.uri);
  });
  after(async () => {
    await browser.close();
    server.kill();
    folder.remove();
  });

  const tell = (what: string, argument: string): Promise<unknown> => page.evaluate(`codemirror.${what}(${JSON.stringify(argument)})`);
  const open = (file: string): Promise<unknown> => tell('open', folder.uriOf(file));
  const first = (): Promise<string> => page.locator('.cm-line').first().innerText();
  const atId = { position: { x: 145, y: 8 } };
  const holds = (step: keyof typeof CLIENT_STEPS, seen: unknown): void => assert.match(JSON.stringify(seen), CLIENT_STEPS[step]);
  /** What is shown over the ID of the first line. */
  const over = async (shown: string): Promise<string> => {
    await page.mouse.move(0, 300);
    await page.locator('.cm-line').first().hover(atId);
    await page.locator(shown).first().waitFor();
    return page.locator(shown).first().innerText();
  };

  // @verifies RT-8.1/AC10~286fc6
  it('gets through the script', async () => {
    await open('src/wrong.js');
    await page.locator('.cm-lintRange-error').waitFor();
    holds('diagnostics', await over('.cm-diagnostic'));
    await open('src/late.js');
    await page.locator('.cm-lintRange-error').waitFor();
    holds('late', await over('.cm-diagnostic'));
    await open('test/stock.test.js');
    holds('hover', await over('.cm-lsp-hover-tooltip'));

    await page.locator('.cm-line').first().click(atId);
    await page.keyboard.press('F12');
    await page.waitForFunction("codemirror.shown().uri.endsWith('launch.md')");
    const { uri, line } = await page.evaluate<{ readonly uri: string; readonly line: number }>('codemirror.shown()');
    holds('definition', `${uri.split('/').at(-1)}:${line}`);

    await open('src/new.js');
    await page.keyboard.type('// @implements I');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'IP-1.1' }).click();
    holds('completion', await first());

    await open('src/stock.js');
    await page.locator('.cm-line').first().click(atId);
    await page.keyboard.press('F2');
    await page.locator('.cm-panel input').fill('IP-7');
    await page.keyboard.press('Enter');
    await page.locator('.cm-line', { hasText: 'IP-7' }).waitFor();
    holds('rename', await first());

    await open('src/late.js');
    await page.locator('.cm-lintRange-error').waitFor();
    folder.write(EXTERNAL.file, EXTERNAL.text);
    await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
  });
});
