import type { LogOutputChannel, Position, TextDocument, Uri } from 'vscode';
import { WorkspaceEdit, commands, l10n, window, workspace } from 'vscode';
import type { LanguageClientOptions, Middleware } from 'vscode-languageclient/node';
import { CloseAction, ErrorAction, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/protocol.ts';
import type { Commands } from '../contributions.ts';
import { SETTINGS } from '../contributions.ts';
import { RenameGuard } from './renameGuard.ts';
import type { Ask } from '../window/cells.ts';
import { locationsInCells } from '../window/cells.ts';

/** Where the server and what it needs lie. */
export interface ServerFiles {
  /** Absolute path of its bundle: `/…/dist/server.cjs`. */
  readonly module: string;
  /** Folder with a page for each finding. */
  readonly findingPages: Uri;
}

/** Errors on the connection, one after the other, that are borne before the server is given up. */
const BORNE_ERRORS = 3;

/**
 * What is young in the server's memory, in MB for each of three parts and for each thread: V8 gives it several times as much, and keeps it for good. With it, a
 * folder of 1,900 documents takes a third less memory in all, and up to a tenth more processor time at the first start.
 */
const YOUNG = '--max-semi-space-size=16';

/** The name of a command that there is. */
function command(name: keyof Commands): string {
  return name;
}

/** Keeps the library from showing notifications: whatever goes wrong here, the user did not cause it. */
class QuietLanguageClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/**
 * Makes a client that runs the server in a process of its own, for every language, in files and unsaved texts.
 *
 * @param closed called when the server ended although nobody stopped it.
 */
export function createLanguageClient(files: ServerFiles, log: LogOutputChannel, closed: () => void): LanguageClient {
  const run = { module: files.module, transport: TransportKind.ipc, options: { execArgv: [YOUNG] } };
  const debug = { ...run, options: { execArgv: [YOUNG, '--nolazy', '--inspect=0'] } };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file' },
      { scheme: 'untitled' },
      { notebook: { scheme: 'file', notebookType: 'jupyter-notebook' }, language: 'python' },
    ],
    outputChannel: log,
    diagnosticCollectionName: SETTINGS,
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      views: true,
      findingPages: files.findingPages.toString(),
      showPlaces: command('reqtrace.showPlaces'),
      actions: {
        createAnnotation: command('reqtrace.createAnnotation'),
        scaffoldTest: command('reqtrace.scaffoldTest'),
        reviewPin: command('reqtrace.reviewPin'),
        waive: command('reqtrace.waive'),
        implementWithAgent: command('reqtrace.implementWithAgent'),
        runTests: command('reqtrace.runTests'),
        debugTests: command('reqtrace.debugTests'),
        suggest: 'editor.action.triggerSuggest',
      },
      commandLinks: true,
      ...(l10n.bundle && { l10n: l10n.bundle }),
    }),
    initializationFailedHandler: () => false,
    // Hovers hold text of the repository: no HTML, and no command but those that run tests, which ask the person first.
    markdown: { isTrusted: { enabledCommands: [command('reqtrace.runTests'), command('reqtrace.debugTests')] }, supportHtml: false },
    middleware: { ...renames(), ...cells((method, params) => client.sendRequest(method, params)) },
    errorHandler: {
      error: (_error, _message, count = 0) => ({ action: count <= BORNE_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown }),
      closed: () => {
        closed();
        return { action: CloseAction.DoNotRestart, message: l10n.t('The connection to the language server was closed') };
      },
    },
  };
  const client = new QuietLanguageClient(SETTINGS, 'ReqTrace', { run, debug }, options);
  return client;
}

/** Leads into the cells of notebooks that the server names by their files. */
function cells(ask: Ask): Pick<Middleware, 'provideDefinition' | 'provideImplementation' | 'provideReferences'> {
  return {
    provideDefinition: async (document, position, token, next) => locationsInCells(ask, await next(document, position, token)),
    provideImplementation: async (document, position, token, next) => locationsInCells(ask, await next(document, position, token)),
    provideReferences: async (document, position, options, token, next) =>
      locationsInCells(ask, await next(document, position, options, token)),
  };
}

function renames(): Pick<RenameGuard, 'prepareRename' | 'provideRenameEdits'> {
  const guard = new RenameGuard({
    emptyEdit: () => new WorkspaceEdit(),
    // `MarkdownString.appendText` would keep it on one line.
    atCursor: (text) => ({ value: text.replaceAll(/[\\`*_{}[\]()#+\-.!<>&~|$]/gu, String.raw`\$&`) }),
    askAgain: renameAgain,
    notify: (text) => void window.showWarningMessage(text),
    unanswered: l10n.t('Nothing was renamed: the language server did not answer. Try again when it has started.'),
  });
  return {
    prepareRename: (...question) => guard.prepareRename(...question),
    provideRenameEdits: (...question) => guard.provideRenameEdits(...question),
  };
}

async function renameAgain(document: TextDocument, position: Position): Promise<boolean> {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || !editor.selection.active.isEqual(position)) return false;
  await commands.executeCommand('editor.action.rename');
  return true;
}
