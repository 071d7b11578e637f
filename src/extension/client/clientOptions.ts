import type { LogOutputChannel, Position, TextDocument, Uri } from 'vscode';
import { MarkdownString, WorkspaceEdit, commands, l10n, window, workspace } from 'vscode';
import type { LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { CloseAction, ErrorAction } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/protocol.ts';
import { PACKED_SCHEME } from '../../server/protocol.ts';
import type { Commands } from '../contributions.ts';
import { SETTINGS } from '../contributions.ts';
import { RenameGuard } from './renameGuard.ts';
import type { Ask } from '../window/cells.ts';
import { locationsInCells } from '../window/cells.ts';
import { fileSchemes, isVirtual } from '../window/fileSchemes.ts';
import { withOpeningLinks } from './virtualLinks.ts';

/** Errors on the connection, one after the other, that are borne before the server is given up. */
const BORNE_ERRORS = 3;

/** The name of a command that there is. */
function command(name: keyof Commands): string {
  return name;
}

/** What a client is told of its surroundings. */
export interface ClientSurroundings {
  /** Folder with a page for each finding. */
  readonly findingPages: Uri;
  /** Folder of our own for what is kept of a workspace; none where no folder is open. */
  readonly storage: Uri | undefined;
  readonly log: LogOutputChannel;
  /** Called when the server ended although nobody stopped it. */
  readonly closed: () => void;
  /** Asks the server. */
  readonly ask: Ask;
}

/** What every client does, wherever its server runs: for every language, in files and unsaved texts. */
export function clientOptions({ findingPages, log, closed, ask }: ClientSurroundings): LanguageClientOptions {
  const schemes = fileSchemes();
  return {
    documentSelector: [
      ...schemes.map((scheme) => ({ scheme })),
      { scheme: 'untitled' },
      { scheme: PACKED_SCHEME },
      ...schemes.map((scheme) => ({ notebook: { scheme, notebookType: 'jupyter-notebook' }, language: 'python' })),
    ],
    outputChannel: log,
    diagnosticCollectionName: SETTINGS,
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      views: true,
      findingPages: findingPages.toString(),
      showPlaces: command('reqtrace.showPlaces'),
      actions: actions(),
      commandLinks: true,
      files: true,
      ...(l10n.bundle && { l10n: l10n.bundle }),
    }),
    initializationFailedHandler: () => false,
    // Hovers hold text of the repository: no HTML, and no command but those that open a file of it, and that run tests, which ask the person first.
    markdown: {
      isTrusted: { enabledCommands: [OPEN_PLACE, command('reqtrace.runTests'), command('reqtrace.debugTests')] },
      supportHtml: false,
    },
    middleware: { ...renames(), ...cells(ask), ...openingLinks(schemes.filter((scheme) => scheme !== 'file')) },
    errorHandler: {
      error: (_error, _message, count = 0) => ({ action: count <= BORNE_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown }),
      closed: () => {
        closed();
        return { action: CloseAction.DoNotRestart, message: l10n.t('The connection to the language server was closed') };
      },
    },
  };
}

const OPEN_PLACE = command('reqtrace.openPlace');

/** Has links in hovers lead to files that no disk has. */
function openingLinks(schemes: readonly string[]): Pick<Middleware, 'provideHover'> {
  return {
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      for (const part of hover?.contents ?? [])
        if (part instanceof MarkdownString) part.value = withOpeningLinks(part.value, OPEN_PLACE, schemes);
      return hover;
    },
  };
}

/** The commands behind code actions; where all folders are virtual there is nothing that could run a test. */
function actions(): NonNullable<InitializationOptions['actions']> {
  const folders = workspace.workspaceFolders ?? [];
  const runs = folders.length === 0 || folders.some(({ uri }) => !isVirtual(uri));
  return {
    createAnnotation: command('reqtrace.createAnnotation'),
    scaffoldTest: command('reqtrace.scaffoldTest'),
    reviewPin: command('reqtrace.reviewPin'),
    waive: command('reqtrace.waive'),
    implementWithAgent: command('reqtrace.implementWithAgent'),
    ...(runs && { runTests: command('reqtrace.runTests'), debugTests: command('reqtrace.debugTests') }),
    suggest: 'editor.action.triggerSuggest',
  };
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
