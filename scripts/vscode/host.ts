import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { format, promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { atExit, removeAtExit } from './cleanup.ts';
import { HarnessError, obtainServer, temporaryFolder } from './obtain.ts';
import type { VsCodeServer } from './obtain.ts';
import { QUIET_SETTINGS, TRUST_SETTINGS, writeSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** How a VS Code server is set up. */
export interface HostOptions {
  /** User settings on top of the quiet defaults below. */
  readonly settings?: Settings;
  /** `false` leaves workspace trust on, so every folder opens in Restricted Mode. Default `true`: all is trusted. */
  readonly trusted?: boolean;
  /** Language that extensions speak: `de`. The workbench itself stays English, whose language packs no registry has. */
  readonly language?: string;
  /** A packed extension to install first, absolute: `/home/me/reqtrace/reqtrace-0.1.0.vsix`. */
  readonly vsix?: string;
  /** Where a port matters (a demo that is looked at again): else a free one is taken. */
  readonly port?: number;
  readonly log: (line: string) => void;
}

/** What to open in the workbench: a folder, or a `.code-workspace` file. Absolute paths. */
export type WorkspaceTarget = { readonly folder: string } | { readonly workspace: string } | { readonly empty: true };

/** One opened workbench. Close its context to close it. */
export interface OpenedWorkbench {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** What a run of extension tests came to; `code` is 0 when the test module's `run()` resolved. */
export type TestRunEnd = { readonly kind: 'exit'; readonly code: number } | { readonly kind: 'timeout'; readonly seconds: number };

const START_SECONDS = 60;

interface StartedHost {
  readonly child: ChildProcess;
  readonly kill: () => void;
  readonly remove: () => void;
  readonly settings: Settings;
  readonly authority: string;
  readonly home: string;
  readonly language: string | undefined;
}

/** A test module to be run inside the extension host. */
export interface TestRun {
  readonly target: WorkspaceTarget;
  /** Folder to load the extension from, as its developer does. */
  readonly extension: string;
  /** The module; it exports `run(): Promise<void>`. */
  readonly tests: string;
  /** Receives each line that the tests print. */
  readonly onOutput: (line: string) => void;
  /** The whole run's time limit. */
  readonly seconds: number;
}

/**
 * A running VS Code server with data folders of its own. It stops when asked, and in any case with this process.
 *
 * @example
 * const host = await VsCodeHost.start({ log: console.log });
 * const { page } = await host.open(browser, { folder: '/tmp/shop' }, { extension: repositoryRoot });
 * await host.stop();
 */
export class VsCodeHost {
  readonly #child: ChildProcess;
  readonly #kill: () => void;
  readonly #remove: () => void;
  readonly #settings: Settings;
  readonly #language: string | undefined;
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  /** Data, settings and logs of this server. */
  readonly home: string;

  private constructor({ child, kill, remove, settings, authority, home, language }: StartedHost) {
    this.#child = child;
    this.#kill = kill;
    this.#remove = remove;
    this.#settings = settings;
    this.authority = authority;
    this.home = home;
    this.#language = language;
  }

  /**
   * Gets VS Code if need be, and starts it.
   *
   * @throws HarnessError when it cannot be had, does not start within a minute, or the VSIX cannot be installed.
   */
  static async start(options: HostOptions): Promise<VsCodeHost> {
    const server = await obtainServer(options.log);
    const home = await temporaryFolder();
    const remove = removeAtExit(home);
    if (options.vsix !== undefined) await installVsix(server, home, options.vsix);

    const trust = options.trusted === false ? {} : TRUST_SETTINGS;
    const settings = { ...QUIET_SETTINGS, ...trust, ...options.settings };
    await writeSettings(userFolder(home), settings);
    const args = [
      'out/server-main.js',
      '--host',
      '127.0.0.1',
      '--port',
      String(options.port ?? 0),
      '--without-connection-token',
      '--enable-smoke-test-driver',
      '--telemetry-level',
      'off',
      ...folderArguments(home),
    ];
    const child = spawn(server.node, args, {
      cwd: server.root,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const kill = atExit(() => killGroup(child));
    try {
      const port = await listeningPort(child, path.join(home, 'server.log'));
      return new VsCodeHost({ child, kill, remove, settings, authority: `127.0.0.1:${port}`, home, language: options.language });
    } catch (error) {
      kill();
      remove();
      throw error;
    }
  }

  /**
   * The address of the workbench with `target` open, as a person types it into a browser.
   *
   * @param extension a folder to load an extension from, as its developer does
   * @param tests a module to run in the extension host
   */
  url(target: WorkspaceTarget, extension?: string, tests?: string): string {
    const remote = (file: string): string => `vscode-remote://${this.authority}${encodeURI(serverPath(file))}`;
    const payload: [string, string][] = [];
    if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
    if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
    const query = new URLSearchParams();
    if ('folder' in target) query.set('folder', serverPath(target.folder));
    else if ('workspace' in target) query.set('workspace', serverPath(target.workspace));
    else query.set('ew', 'true');
    if (payload.length > 0) query.set('payload', JSON.stringify(payload));
    // The workbench reads `+` as a plus sign.
    return `http://${this.authority}/?${query.toString().replaceAll('+', '%20')}`;
  }

  /** Opens the workbench as a person sees it, and waits until it can be used. `extension` is a folder to load from source. */
  async open(browser: Browser, target: WorkspaceTarget, extension?: string): Promise<OpenedWorkbench> {
    const opened = await this.#newPage(browser);
    await opened.page.goto(this.url(target, extension));
    await opened.page
      .locator('.monaco-workbench .part.statusbar .statusbar-item')
      .first()
      .waitFor({ timeout: START_SECONDS * 1000 });
    return opened;
  }

  /** Opens a workbench whose extension host runs a test module; `ended` settles when that has come to its end. */
  async startTests(browser: Browser, run: TestRun): Promise<OpenedWorkbench & { readonly ended: Promise<TestRunEnd> }> {
    const { target, extension, tests, onOutput, seconds } = run;
    const opened = await this.#newPage(browser);
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<TestRunEnd>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'timeout', seconds }), seconds * 1000);
      void opened.page.exposeFunction('codeAutomationExit', (code: number) => resolve({ kind: 'exit', code }));
    });
    await opened.page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => onOutput(format(...args)));
    await opened.page.goto(this.url(target, extension, tests));
    return { ...opened, ended: ended.finally(() => clearTimeout(timer)) };
  }

  /** Changes user settings for all windows opened from now on: `{ 'workbench.colorTheme': 'Light Modern' }`. */
  async changeSettings(settings: Settings): Promise<void> {
    await writeSettings(userFolder(this.home), { ...this.#settings, ...settings });
  }

  /** Stops the server and removes its folders. */
  async stop(): Promise<void> {
    const exited = this.#child.exitCode === null ? new Promise((resolve) => this.#child.once('exit', resolve)) : undefined;
    this.#kill();
    await exited;
    this.#remove();
  }

  async #newPage(browser: Browser): Promise<OpenedWorkbench> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    if (this.#language !== undefined) await context.addInitScript({ content: displayIn(this.#language) });
    const page = await context.newPage();
    const log = createWriteStream(path.join(this.home, 'browser.log'), { flags: 'a' });
    page.on('console', (message) => log.write(`[${message.type()}] ${message.text()}\n`));
    page.on('pageerror', (error) => log.write(`[pageerror] ${error.stack ?? error.message}\n`));
    page.once('close', () => log.end());
    return { context, page };
  }
}

/** A script for the browser that runs before the workbench, whose texts bring their language with them: this one holds, `displayIn('de')`. */
export function displayIn(language: string): string {
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${JSON.stringify(language)}, set: () => undefined });`;
}

async function installVsix(server: VsCodeServer, home: string, vsix: string): Promise<void> {
  const args = ['out/server-main.js', ...folderArguments(home), '--install-extension', vsix];
  try {
    await promisify(execFile)(server.node, args, { cwd: server.root, env: cleanEnvironment(), timeout: START_SECONDS * 1000 });
  } catch (error) {
    throw new HarnessError(`VS Code cannot install ${vsix}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function folderArguments(home: string): string[] {
  return ['--accept-server-license-terms', '--server-data-dir', home, '--extensions-dir', path.join(home, 'extensions')];
}

function userFolder(home: string): string {
  return path.join(home, 'data', 'User');
}

function listeningPort(child: ChildProcess, logFile: string): Promise<number> {
  const log = createWriteStream(logFile);
  let seen = '';
  return new Promise<number>((resolve, reject) => {
    const fail = (why: string): void => reject(new HarnessError(`VS Code server ${why}: ${seen.trim().split('\n').at(-1) ?? ''}`));
    const timer = setTimeout(() => fail(`did not start within ${START_SECONDS} s`), START_SECONDS * 1000);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with code ${code}`));
    const listen = (chunk: Buffer): void => {
      log.write(chunk);
      if (seen.length > 100_000) return;
      seen += chunk.toString();
      const port = /Extension host agent listening on (\d+)/u.exec(seen)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    // The server's extension hosts and language servers are in its process group.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** The environment without what an outer `npm run`, `tsx` or VS Code terminal put there. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS$|VSCODE_|ELECTRON_|TSX_)/iu.test(key)));
}

/** `C:\x` is `/C:/x` in a `vscode-remote` address. */
function serverPath(file: string): string {
  return file.startsWith('/') ? file : `/${file.replaceAll('\\', '/')}`;
}
