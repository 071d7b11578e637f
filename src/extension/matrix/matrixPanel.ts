import type { Disposable, Memento, WebviewPanel, WebviewPanelSerializer, WorkspaceFolder } from 'vscode';
import { Uri, ViewColumn, commands, env, l10n, window, workspace } from 'vscode';
import type { ItemAddress } from '../../server/protocol.ts';
import { MATRIX, MATRIX_FILE } from '../../server/reviewProtocol.ts';
import type { MatrixFileParams, MatrixPage, MatrixParams } from '../../server/reviewProtocol.ts';
import type { PageUpdate } from './pageUpdate.ts';
import { messageOf } from '../../text/errors.ts';
import { MATRIX_PANEL } from '../contributions.ts';
import type { Commands } from '../contributions.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { openPlace } from '../window/places.ts';
import { chooseFolder } from '../window/chooseFolder.ts';
import { FILTERS, formatOf } from './matrixFormats.ts';
import type { MatrixFormat } from './matrixFormats.ts';
import { parseMatrixMessage } from './matrixMessage.ts';

/** Which folder the panel showed last, so that a window that is opened again shows it again. */
const FOLDER_KEY = 'reqtrace.matrixFolder';

/** Where the report is proposed to be saved. */
const REPORT_FILE = 'requirements-coverage.html';

// @implements RT-7.5~b9b615
/** The webview *Traceability matrix*: one panel, which shows one workspace folder and follows its index. */
export class MatrixPanel implements Disposable, WebviewPanelSerializer {
  readonly #ask: LanguageServer['request'];
  readonly #state: Memento;
  readonly #serializer: Disposable;
  #panel: WebviewPanel | undefined;
  #folder: WorkspaceFolder | undefined;
  #isStale = false;
  /** True while the page runs, so that it can be brought up to date instead of being loaded. */
  #isRunning = false;
  /** True where the page says more than what it was loaded with: VS Code loads that when it is shown again. */
  #isPatched = false;
  /** The item that the page is to be opened at, until it was: a change of the index meanwhile must not take it back. */
  #goTo: string | undefined;
  /** The one that the page was loaded for. */
  #loadedAt: string | undefined;
  /** Counts what was asked for. */
  #asked = 0;
  /** The question whose answer is on show: what another has overtaken is not shown any more. */
  #shown = 0;

  constructor(ask: LanguageServer['request'], state: Memento) {
    this.#ask = ask;
    this.#state = state;
    this.#serializer = window.registerWebviewPanelSerializer(MATRIX_PANEL, this);
  }

  /** The command *Show Traceability Matrix*. */
  async open(): Promise<void> {
    const folder = await chooseFolder(l10n.t('Folder to show the matrix of'));
    if (folder) await this.#show(folder);
  }

  /** The command *Show in Matrix*: opens it at a requirement or a criterion. */
  async openAt({ folder: uri, key }: ItemAddress): Promise<void> {
    const folder = workspace.workspaceFolders?.find((one) => one.uri.toString() === Uri.parse(uri).toString());
    if (folder) await this.#show(folder, key);
  }

  async #show(folder: WorkspaceFolder, goTo?: string): Promise<void> {
    this.#folder = folder;
    this.#goTo = goTo;
    await this.#state.update(FOLDER_KEY, folder.uri.toString());
    if (this.#panel) this.#panel.reveal();
    else
      this.#adopt(
        window.createWebviewPanel(MATRIX_PANEL, l10n.t('Traceability Matrix'), ViewColumn.Active, {
          enableScripts: true,
          enableFindWidget: true,
          localResourceRoots: [],
        }),
      );
    await this.#load();
  }

  /**
   * The command *Export Traceability Matrix …*: saves the report as one HTML file where the user wants it.
   *
   * @throws Error with a message to show when the server is away or the file cannot be written.
   */
  async export(): Promise<void> {
    const folder = this.#panel ? this.#folder : await chooseFolder(l10n.t('Folder to export the matrix of'));
    if (!folder) return;
    const file = await window.showSaveDialog({
      defaultUri: Uri.joinPath(folder.uri, REPORT_FILE),
      filters: FILTERS,
      title: l10n.t('Export Traceability Matrix'),
    });
    if (file) await this.exportTo(folder, file);
  }

  /** Writes the report of a folder to a file. */
  async exportTo(folder: WorkspaceFolder, file: Uri): Promise<void> {
    const text = await this.#fileText(folder.uri.toString(), formatOf(file.path));
    if (text === undefined) throw new Error(l10n.t('The language server is not running.'));
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const open = l10n.t('Open');
    void window
      .showInformationMessage(l10n.t('The traceability matrix was saved to {0}.', workspace.asRelativePath(file)), open)
      .then((choice) => {
        if (choice === open) void env.openExternal(file);
      });
  }

  async #fileText(folder: string, format: MatrixFormat): Promise<string | undefined> {
    if (format === 'html') {
      const params: MatrixParams = { folder };
      return (await this.#ask<MatrixPage | null>(MATRIX, params))?.html;
    }
    const params: MatrixFileParams = { folder, format };
    return (await this.#ask<string | null>(MATRIX_FILE, params)) ?? undefined;
  }

  /** To be called when the matrix of a folder changed, or of any. */
  changed(folder?: string): void {
    if (!this.#panel || (folder !== undefined && folder !== this.#folder?.uri.toString())) return;
    this.#isStale = true;
    if (this.#panel.visible) void this.#load();
  }

  /** Shows the panel of the last session again. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    const folders = workspace.workspaceFolders ?? [];
    const last = this.#state.get<string>(FOLDER_KEY);
    this.#folder = folders.find(({ uri }) => uri.toString() === last) ?? folders[0];
    this.#adopt(panel);
    await this.#load();
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    this.#isRunning = false;
    this.#isPatched = false;
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.onDidReceiveMessage((message: unknown) => this.#received(message));
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isRunning = false;
      else if (this.#isStale || (this.#isPatched && !this.#isRunning)) void this.#load();
    });
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
  }

  async #load(): Promise<void> {
    const panel = this.#panel;
    if (!panel || !this.#folder) return;
    this.#isStale = false;
    this.#asked += 1;
    const asked = this.#asked;
    const goTo = this.#goTo;
    const params: MatrixParams = {
      folder: this.#folder.uri.toString(),
      nonce: randomNonce(),
      ...(goTo !== undefined && { goTo }),
    };
    const page = await this.#ask<MatrixPage | null>(MATRIX, params);
    if (this.#panel !== panel || asked < this.#shown) return;
    this.#shown = asked;
    // While there is no index, what was last seen stays.
    if (page) await this.#showPage(panel, page.html, goTo);
    else this.#isStale = true;
  }

  /** Where the page runs, only what has changed is shown anew, so that what somebody does in it goes on. */
  async #showPage(panel: WebviewPanel, html: string, goTo: string | undefined): Promise<void> {
    if (this.#isRunning && panel.visible) {
      this.#isPatched = true;
      const update: PageUpdate = { type: 'page', html, ...(goTo !== undefined && { goTo }) };
      if (await panel.webview.postMessage(update)) {
        this.#arrivedAt(goTo);
        return;
      }
    }
    this.#isRunning = false;
    this.#isPatched = false;
    panel.webview.html = html;
    this.#loadedAt = goTo;
  }

  #arrivedAt(goTo: string | undefined): void {
    if (this.#goTo === goTo) this.#goTo = undefined;
  }

  #received(message: unknown): void {
    const asked = parseMatrixMessage(message);
    if (asked?.type === 'ready') {
      this.#isRunning = true;
      this.#arrivedAt(this.#loadedAt);
      // What was sent went to the page that was there before.
      if (this.#isPatched) void this.#load();
    }
    if (asked?.type === 'reload') {
      this.#isRunning = false;
      this.#goTo ??= asked.goTo;
      void this.#load();
    }
    if (asked?.type === 'export') void this.export().catch(showFailure);
    if (asked?.type === 'reveal' && this.#folder) void reveal({ folder: this.#folder.uri.toString(), key: asked.key });
    if (asked?.type !== 'open' || !this.#folder) return;
    const line = asked.line - 1;
    const uri = Uri.joinPath(this.#folder.uri, ...asked.file.split('/')).toString();
    // Of a notebook the line may begin a cell, before its first letter.
    const range = { start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } };
    openPlace(this.#ask, { uri, range }, true).catch(showFailure);
  }
}

function reveal(item: ItemAddress): Thenable<unknown> {
  const command: keyof Commands = 'reqtrace.showInTree';
  return commands.executeCommand(command, item);
}

function showFailure(error: unknown): void {
  void window.showErrorMessage(messageOf(error));
}

/** What nobody can guess, for the policy of the page. */
function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
