import * as l10n from '@vscode/l10n';
import type { Connection, InitializeParams, InitializeResult, WorkspaceFolder } from 'vscode-languageserver/node';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexChange } from '../index/view.ts';
import type { PageOf } from '../editor/marks/diagnostics.ts';
import type { FilePath } from '../model/position.ts';
import { localised } from '../text/words/localised.ts';
import type { openProject } from '../workspace/openProject.ts';
import { UserError } from '../workspace/userError.ts';
import type { FolderHost, OpenFile } from './folder.ts';
import { Folder } from './folder.ts';
import { Folders } from './folders.ts';
import type {
  DecorationsChangedParams,
  InitializationOptions,
  StateParams,
  TreeChangedParams,
  TreeChildrenParams,
  TreePathParams,
} from './protocol.ts';
import {
  DECORATIONS_CHANGED,
  PROPOSE_CONFIGURATION,
  REFRESH,
  STATE,
  TREE_CHANGED,
  TREE_CHILDREN,
  TREE_PATH,
  TREE_TOOLTIP,
  TRUST_GRANTED,
} from './protocol.ts';
import { answerAnnotations } from './annotationRequests.ts';
import { CAPABILITIES } from './capabilities.ts';
import { abilitiesOf } from './client.ts';
import { answerCodeActions } from './codeActionRequests.ts';
import { answerCustomRequests } from './customRequests.ts';
import { describeError } from './log.ts';
import { answerItemRequests } from './itemRequests.ts';
import { OldTexts } from './oldTexts.ts';
import { Publisher } from './publisher.ts';
import { answerRenames } from './renameRequests.ts';
import { answerRequests } from './requests.ts';
import { guarded } from './guarded.ts';
import { answerReview } from './review/requests.ts';
import { SettingsReader } from './settings.ts';
import { Tree } from './tree.ts';
import { pathInFolder } from './uris.ts';

/** What the server is made of beside the connection. */
export interface ServerParts {
  readonly openProject: typeof openProject;
  readonly version: string;
  /** Where facts are kept for the next start, where the client says nothing else; nowhere without it. */
  readonly cacheFolder?: string | undefined;
  /** True where paths have drive letters. */
  readonly windows: boolean;
  /** URI of the folder with the pages of the findings, where the client names none. */
  readonly findingPages?: string;
}

/** Files whose changes are the business of other tools, and many. */
const NOT_WATCHED = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/u;

/** Answers a client over a connection until it says goodbye. */
export function startServer(connection: Connection, parts: ServerParts): void {
  const log = connection.console;
  const documents = new TextDocuments(TextDocument);
  const folders = new Folders();
  const tree = new Tree(folders);
  let parameters: InitializeParams | undefined;
  let trusted = true;
  let languageTag = 'en';
  let { cacheFolder } = parts;
  let pages = parts.findingPages;
  let showPlaces: string | undefined;
  let commands: NonNullable<InitializationOptions['actions']> = {};
  let abilities = abilitiesOf();
  const settings = new SettingsReader(connection, () => abilities.configuration);

  const pageOf: PageOf = (code) => (pages === undefined ? undefined : `${pages.replace(/\/+$/u, '')}/${code}.md`);
  const publisher = new Publisher({
    pageOf,
    isOwner: (folder, path) => folders.find(folder.uriOf(path))?.folder === folder,
    send: (uri, published) => {
      const version = documents.get(uri)?.version;
      void connection.sendDiagnostics({ uri, diagnostics: published, ...(version !== undefined && { version }) });
    },
  });

  const review = answerReview(connection, folders, log, parts.version, () => languageTag);

  const host: FolderHost = {
    openProject: parts.openProject,
    cacheFolder: () => cacheFolder,
    windows: parts.windows,
    log,
    changed(folder, change) {
      publisher.update(folder, change?.changedFiles);
      sendTreeChange(folder, change);
      sendDecorationsChange(folder, change);
      if (change?.changedFiles.size !== 0) refreshViews();
      review.changed(folder);
      sendState();
    },
    documentsRead(folder) {
      sendTreeChange(folder, undefined);
      sendState();
    },
    stateChanged: () => sendState(),
  };

  let lastState = '';
  function sendState(): void {
    const state: StateParams = { folders: folders.all.map((folder) => folder.state) };
    const text = JSON.stringify(state);
    if (text === lastState) return;
    lastState = text;
    void connection.sendNotification(STATE, state);
  }

  function sendTreeChange(folder: Folder, change: IndexChange | undefined): void {
    const ids = tree.changedRows(folder, change);
    if (ids?.length === 0) return;
    const params: TreeChangedParams = ids ? { ids } : {};
    void connection.sendNotification(TREE_CHANGED, params);
  }

  function sendDecorationsChange(folder: Folder, change: IndexChange | undefined): void {
    const { view } = folder;
    // A new status of an item shows wherever it is referred to, in files that did not change.
    const referring = Array.from(change?.changedItems ?? [], (key) => view?.referencesTo(key).map(({ path }) => path) ?? []).flat();
    const paths = new Set([...(change?.changedFiles ?? []), ...referring]);
    if (change && paths.size === 0) return;
    const params: DecorationsChangedParams = change ? { uris: Array.from(paths, folder.uriOf) } : {};
    void connection.sendNotification(DECORATIONS_CHANGED, params);
  }

  /** What stands beside texts tells of other files, so only the client knows which of it is in sight. */
  function refreshViews(): void {
    const ignored = (): void => undefined;
    if (abilities.refreshes.codeLens) void connection.sendRequest(CodeLensRefreshRequest.type).catch(ignored);
    if (abilities.refreshes.inlayHint) void connection.languages.inlayHint.refresh().catch(ignored);
  }

  function addFolder({ uri, name }: WorkspaceFolder): void {
    if (folders.get(uri)) return;
    const folder = new Folder(uri, name, host);
    folders.add(folder);
    for (const document of documents.all()) {
      const path = pathInFolder(uri, document.uri);
      if (path !== undefined) folder.opened(path, openFile(document));
    }
    void folder.open(trusted);
  }

  connection.onInitialize((params): InitializeResult => {
    parameters = params;
    const options = params.initializationOptions as Partial<InitializationOptions> | undefined;
    trusted = options?.trusted ?? true;
    cacheFolder = options?.cacheFolder ?? cacheFolder;
    pages = options?.findingPages ?? pages;
    l10n.config({ contents: options?.l10n ?? {} });
    // Without texts for its language the client is answered in English.
    languageTag = (options?.l10n && params.locale) || 'en';
    showPlaces = options?.showPlaces;
    commands = options?.actions ?? {};
    abilities = abilitiesOf(params.capabilities);
    return {
      serverInfo: { name: 'reqtrace', version: parts.version },
      capabilities: CAPABILITIES,
    };
  });

  connection.onInitialized(() => {
    if (abilities.watchesSettings) {
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: 'reqtrace' })
        .catch((error: unknown) => log.warn(`The client tells no changes of settings: ${String(error)}`));
    }
    if (abilities.watchesFiles) {
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
        .catch((error: unknown) => log.warn(`The client watches no files: ${String(error)}`));
    }
    if (parameters?.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) {
          const folder = folders.remove(uri);
          if (!folder) continue;
          publisher.clear(folder);
          review.removed(folder);
        }
        added.forEach(addFolder);
        // A folder inside another speaks for its files from now on, or does so no longer.
        for (const folder of folders.all) publisher.update(folder);
        void connection.sendNotification(TREE_CHANGED, {});
        sendState();
      });
    }
    workspaceFolders(parameters).forEach(addFolder);
    sendState();
  });

  documents.onDidChangeContent(({ document }) => {
    for (const { folder, path } of folders.containing(document.uri)) {
      if (folder.isOpen(path)) folder.edited(path);
      else {
        folder.opened(path, openFile(document));
        // The client may write the URI in another way than we did.
        publisher.update(folder, new Set([path]));
      }
    }
  });

  documents.onDidClose(({ document }) => {
    for (const { folder, path } of folders.containing(document.uri)) folder.closed(path);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      for (const { folder, path } of folders.containing(uri)) {
        review.diskChanged(folder, path);
        if (!NOT_WATCHED.test(path)) folder.diskChanged(path);
      }
    }
  });

  connection.onRequest(REFRESH, async () => {
    await Promise.all(folders.all.map((folder) => folder.reload()));
    return null;
  });
  connection.onRequest(
    TREE_CHILDREN,
    guarded('tree children', log, (params: TreeChildrenParams) => tree.children(params)),
  );
  connection.onRequest(
    TREE_PATH,
    guarded('tree path', log, (params: TreePathParams) => tree.path(params)),
  );
  connection.onRequest(
    TREE_TOOLTIP,
    guarded('tree tooltip', log, ({ id }: { id: string }) => tree.tooltip(id)),
  );
  // A person asked for this one, so a failure is told and not only logged.
  connection.onRequest(PROPOSE_CONFIGURATION, async ({ folder }: { folder: string }) => {
    const found = folders.get(folder);
    if (!found) return new ResponseError(LSPErrorCodes.RequestFailed, l10n.t('{0} is no folder of the workspace', folder));
    return found.proposeConfiguration().catch((error: unknown) => {
      log.error(`propose configuration: ${describeError(error)}`);
      return new ResponseError(
        LSPErrorCodes.RequestFailed,
        error instanceof UserError ? localised(error.said) : l10n.t('An unexpected error, see the log'),
      );
    });
  });

  connection.onNotification(TRUST_GRANTED, () => {
    trusted = true;
    for (const folder of folders.all) void folder.open(true);
  });

  connection.onShutdown(() => {
    for (const folder of folders.all) folder.dispose();
  });

  connection.onDidChangeConfiguration(() => {
    settings.forget();
    refreshViews();
  });

  const oldTexts = new OldTexts();
  answerRequests(connection, { documents, folders, log, linkSupport: () => abilities.linkSupport, oldTexts });
  answerAnnotations(connection, { folders, log, settings, showPlaces: () => showPlaces });
  answerRenames(connection, { folders, log, abilities: () => abilities });
  answerCodeActions(connection, { folders, log, abilities: () => abilities, commands: () => commands, oldTexts });
  answerItemRequests(connection, { folders, log, abilities: () => abilities, oldTexts });
  answerCustomRequests(connection, folders, log);
  documents.listen(connection);
  connection.listen();
}

function openFile(document: TextDocument): OpenFile {
  return { uri: document.uri, text: () => document.getText() };
}

/** The folders of the window; an older client names only one, by its URI. */
function workspaceFolders(parameters: InitializeParams | undefined): WorkspaceFolder[] {
  if (parameters?.workspaceFolders) return parameters.workspaceFolders;
  const uri = parameters?.rootUri;
  if (!uri) return [];
  const name: FilePath = uri.slice(uri.replace(/\/+$/u, '').lastIndexOf('/') + 1);
  return [{ uri, name: decodeURIComponent(name) }];
}
