import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { displayIn } from './host.ts';
import { HarnessError, obtainServer, repositoryRoot } from './obtain.ts';
import { QUIET_SETTINGS, TRUST_SETTINGS } from './settings.ts';
import type { Settings } from './settings.ts';

/** What a window of VS Code without any server shows. */
export interface WebHostOptions {
  /** Files of the folder, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** Milliseconds that each question about a file takes. */
  readonly latency?: number;
  readonly settings?: Settings;
  /** Files as the base of the branch has them, where an extension tells of that. */
  readonly base?: Readonly<Record<string, string>> | undefined;
  /** A file of ours that becomes an extension of that window, with one command, `Probe: Run`, whose id is `probe.run`. */
  readonly probe?: string | undefined;
  /** Where a port matters (a demo that is looked at again): else a free one is taken. */
  readonly port?: number;
  readonly log: (line: string) => void;
}

/** What VS Code is told of an extension of ours beside the one that is tested. */
function manifest(name: string, more: object = {}): string {
  const capabilities = { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } };
  const engines = { vscode: '^1.100.0' };
  return JSON.stringify({ name, publisher: 'reqtrace-tests', version: '0.0.0', engines, browser: './extension.js', capabilities, ...more });
}

/** By their folders: the one that keeps the files in memory, the one of a test, and the one that tells of a repository. */
const MANIFESTS = {
  memory: manifest('memory', { activationEvents: ['onFileSystem:memory'] }),
  probe: manifest('probe', {
    activationEvents: [],
    contributes: { commands: [{ command: 'probe.run', title: 'Run', category: 'Probe' }] },
  }),
  github: manifest('vscode-pull-request-github', { publisher: 'GitHub', activationEvents: [] }),
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * VS Code as vscode.dev serves it: static files, extensions in a worker of the browser, and a folder that no disk has. It is made of the same package as
 * {@link VsCodeHost}, whose workbench asks its server for everything: two places of it are changed on the way, so that there is none to ask.
 *
 * @example
 * const host = await WebHost.start({ files: { 'docs/a.md': '# A' }, log: console.log });
 * const page = await host.open(browser);
 * await host.stop();
 */
export class WebHost {
  readonly #server: Server;
  readonly #root: string;
  readonly #options: WebHostOptions;

  private constructor(server: Server, root: string, options: WebHostOptions) {
    this.#server = server;
    this.#root = root;
    this.#options = options;
    server.on('request', ({ url = '/' }, response) => void this.#answer(new URL(url, 'http://host').pathname, response));
  }

  /** @throws HarnessError when VS Code cannot be had. */
  static async start(options: WebHostOptions): Promise<WebHost> {
    const { root } = await obtainServer(options.log);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
    return new WebHost(server, root, options);
  }

  get #authority(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What a person types into a browser: `http://127.0.0.1:8080/`. */
  get address(): string {
    return `http://${this.#authority}/`;
  }

  /**
   * Opens the folder in a window of its own, and waits until the window can be used. Close its context to close it.
   *
   * @param language that extensions speak, `de`; the window itself stays English.
   */
  async open(browser: Browser, language?: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    if (language !== undefined) await context.addInitScript({ content: displayIn(language) });
    const page = await context.newPage();
    await page.goto(language === undefined ? this.address : `${this.address}in/${language}/`);
    await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
    return page;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(asked: string, response: ServerResponse): Promise<void> {
    try {
      const content = await this.#contentOf(decodeURIComponent(asked));
      response.setHeader('content-type', TYPES[path.extname(asked)] ?? (asked.endsWith('/') ? 'text/html' : 'application/octet-stream'));
      response.setHeader('access-control-allow-origin', '*');
      response.end(content);
    } catch (error) {
      response.statusCode = error instanceof HarnessError ? 500 : 404;
      response.end(String(error));
    }
  }

  async #contentOf(asked: string): Promise<string | Buffer> {
    const [, top = '', ...rest] = asked.split('/');
    const below = (folder: string): string => path.join(folder, path.join('/', ...rest));
    if (asked === '/') return this.#page('reqtrace');
    if (top === 'in' && rest[0] !== undefined) return this.#page(`reqtrace.${rest[0]}`);
    const [ours, language] = top.split('.');
    // As a shop of extensions does, which the window itself asks for the texts in its language.
    if (ours === 'reqtrace' && language !== undefined && rest[0] === 'package.nls.json')
      return readFile(path.join(repositoryRoot, `package.nls.${path.basename(language)}.json`));
    if (asked === '/static/out/vs/code/browser/workbench/workbench.js') return withoutServer(await readFile(below(this.#root), 'utf8'));
    if (top === 'static') return readFile(below(this.#root));
    if (ours === 'reqtrace') return readFile(below(repositoryRoot));
    if (asked === '/playground/') return readFile(path.join(repositoryRoot, 'scripts/playground/index.html'));
    if (asked.startsWith('/playground/l10n/')) return readFile(path.join(repositoryRoot, path.join('/', ...rest)));
    if (asked === '/playground/server.js') return readFile(path.join(repositoryRoot, 'dist/web/server.js'));
    const isOurs = top === 'memory' || top === 'probe' || top === 'github';
    if (isOurs && rest[0] === 'package.json') return MANIFESTS[top];
    const { files, latency = 0, base = {}, probe } = this.#options;
    if (asked === '/memory/extension.js') return bundled('scripts/vscode/memoryFiles.ts', { FILES: files, LATENCY: latency });
    if (asked === '/github/extension.js') return bundled('scripts/vscode/pullRequests.ts', { FILES: files, BASE: base });
    if (asked === '/probe/extension.js' && probe !== undefined) return bundled(probe);
    throw new Error(`There is no ${asked}`);
  }

  /** @param extension folder under which ours is served. */
  async #page(extension: string): Promise<string> {
    const html = await readFile(path.join(this.#root, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
    const [scheme, authority] = ['http', this.#authority];
    const { base, probe } = this.#options;
    const extensions = ['memory', extension, ...(probe === undefined ? [] : ['probe']), ...(base === undefined ? [] : ['github'])];
    const configuration = {
      folderUri: { scheme: 'memory', path: '/shop' },
      additionalBuiltinExtensions: extensions.map((folder) => ({ scheme, authority, path: `/${folder}` })),
      userDataPath: '/data',
      webviewEndpoint: '/static/out/vs/workbench/contrib/webview/browser/pre',
      // What code-server asks of its own server.
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false,
      configurationDefaults: { ...QUIET_SETTINGS, ...TRUST_SETTINGS, ...this.#options.settings },
      productConfiguration: { extensionsGallery: undefined },
    };
    const values: Readonly<Record<string, string>> = {
      WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
      WORKBENCH_WEB_BASE_URL: '/static',
      WORKBENCH_NLS_FALLBACK_URL: '/static/out/nls.messages.js',
      WORKBENCH_NLS_URL: '/static/out/nls.messages.js',
    };
    return html.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? '');
  }
}

/** A file of ours as an extension for a browser, with what it declares. */
async function bundled(file: string, values: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(repositoryRoot, file)],
    banner: {
      js: Object.entries(values)
        .map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`)
        .join('\n'),
    },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  });
  return outputFiles[0]?.text ?? '';
}

/** Places of the workbench that have it ask a server, and what stands there instead. Names in it are short and other ones in each version. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/,remoteAuthority:location\.host\}/u, '}'],
  [
    /(\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"/u,
    '$1.file("/").with({scheme:$2.vscodeUserData}),"User"',
  ],
];

function withoutServer(workbench: string): string {
  return CHANGES.reduce((text, [place, instead]) => {
    if (!place.test(text)) throw new HarnessError(`the workbench of VS Code has nothing like ${place}: look where it asks its server now`);
    return text.replace(place, instead);
  }, workbench);
}
