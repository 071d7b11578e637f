import type { Connection, InitializeParams, TextDocuments, WorkspaceFolder } from 'vscode-languageserver';
import { TextDocuments as OpenDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexChange } from '../index/view.ts';
import { say } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import { UserError } from '../workspace/userError.ts';
import { openVirtualProject } from '../workspace/virtual/openVirtualProject.ts';
import type { Client } from './client/client.ts';
import { clientOf } from './client/client.ts';
import { Folder } from './folder.ts';
import { Folders } from './folders.ts';
import { Notebooks } from './notebooks/notebooks.ts';
import type { Log } from './log.ts';
import type { Disk } from './disk.ts';
import { clientFiles, clientKeeper } from './client/clientFiles.ts';
import { Reviewing } from './reviewing.ts';
import { SettingsReader } from './client/settings.ts';
import { pathInFolder } from './uris.ts';
import { speak } from '../text/words/localised.ts';
import { uriOfText } from './uris.ts';

/** What the server is made of beside the connection. */
export interface ServerParts {
  /** The machine that it runs on; absent in a browser. */
  readonly disk?: Disk;
  readonly version: string;
  /** Where facts are kept for the next start, where the client says nothing else; nowhere without it. */
  readonly cacheFolder?: string | undefined;
  /** What runs it, of which reading files may depend: `Node 22.15.0`. */
  readonly engine?: string;
  /** True where paths have drive letters. */
  readonly windows: boolean;
  /** URI of the folder with the pages of the findings, where the client names none. */
  readonly findingPages?: string;
}

/** Events that a feature can listen to. Listeners are called in the order in which they were added. */
export interface SessionListener {
  /** The client is ready to be talked to; `session.client` says who it is. */
  initialized?(): void;
  /** The index of a folder is another; without `change` all of it may be. */
  folderChanged?(folder: Folder, change: IndexChange | undefined): void;
  /** The documents of a folder are read for the first time, and there is much more to read. */
  documentsRead?(folder: Folder): void;
  /** Nothing but the state of some folder is another. */
  stateChanged?(): void;
  /** A folder was taken out of the window. */
  folderRemoved?(folder: Folder): void;
  /** Folders were put into the window or taken out. */
  foldersChanged?(): void;
  /** A file of the folder changed on the disk, be it one of git's own. */
  diskChanged?(folder: Folder, path: FilePath): void;
  /** A file was opened in an editor. */
  fileOpened?(folder: Folder, path: FilePath): void;
  /** The file of a notebook is itself again, and no cells in an editor. */
  notebookClosed?(folder: Folder, path: FilePath): void;
  /** The view *Review* came into sight or went, or other files differ there. */
  reviewChanged?(): void;
  /** The user changed a setting. */
  settingsChanged?(): void;
  /** The client says goodbye: whatever was started here has to end. */
  ended?(): void;
}

/** Without git nobody knows what they said. */
const NO_OLD_TEXTS: ReturnType<Disk['oldTexts']> = { find: () => Promise.resolve(undefined), findSoon: () => Promise.resolve(undefined) };

/** Everything that one client and its server share from the first word to the last; the features work on this. */
export class Session {
  readonly connection: Connection;
  readonly parts: ServerParts;
  readonly folders = new Folders();
  /** Texts in editors, those outside every folder included. */
  readonly documents: TextDocuments<TextDocument> = new OpenDocuments(TextDocument);
  /** Notebooks in editors, likewise. */
  readonly notebooks = new Notebooks();
  readonly settings: SettingsReader;
  /** What stale references were pinned to. */
  readonly oldTexts: ReturnType<Disk['oldTexts']>;
  readonly reviewing = new Reviewing();
  #client: Client;
  readonly #listeners: SessionListener[] = [];

  constructor(connection: Connection, parts: ServerParts) {
    this.connection = connection;
    this.parts = parts;
    this.oldTexts = parts.disk?.oldTexts() ?? NO_OLD_TEXTS;
    this.#client = clientOf(undefined, parts);
    this.settings = new SettingsReader(connection, () => this.client.abilities.configuration);
  }

  get log(): Log {
    return this.connection.console;
  }

  /** Who is at the other end, once it has introduced itself. */
  get client(): Client {
    return this.#client;
  }

  /** The client introduces itself. */
  greet(params: InitializeParams): void {
    this.#client = clientOf(params, this.parts);
    speak(this.#client.languageTag, this.#client.l10n);
  }

  /** The user trusted the workspace. */
  trust(): void {
    this.#client = { ...this.#client, trusted: true };
    for (const folder of this.folders.all) void folder.open(true);
  }

  listen(listener: SessionListener): void {
    this.#listeners.push(listener);
  }

  /** Tells all who listen: `tell('stateChanged')`. */
  tell<Name extends keyof SessionListener>(name: Name, ...news: Parameters<NonNullable<SessionListener[Name]>>): void {
    for (const listener of this.#listeners) {
      const hear = listener[name] as ((...told: typeof news) => void) | undefined;
      hear?.apply(listener, news);
    }
  }

  /** Tells the client of its views, `notify(STATE, { folders: [] })`; nothing to a client that has none. */
  notify(type: string, params?: object): void {
    if (this.client.views) void this.connection.sendNotification(type, params);
  }

  /** Takes up a folder of the window and indexes it; nothing if it is there already. */
  addFolder({ uri, name }: WorkspaceFolder): void {
    if (this.folders.get(uri)) return;
    const folder = new Folder(uri, name, {
      disk: this.parts.disk,
      openVirtual: (root, options) => {
        if (!this.client.files) throw new UserError(say('{0} is not a folder on disk', root));
        const keeper = this.client.views ? clientKeeper(this.connection, root, this.parts.engine ?? '') : undefined;
        return openVirtualProject(root, clientFiles(this.connection, root), options, keeper);
      },
      cacheFolder: () => this.client.cacheFolder,
      windows: this.parts.windows,
      shownAt: (fileUri) => (this.client.views ? uriOfText(fileUri) : fileUri),
      log: this.log,
      changed: (changed, change) => this.tell('folderChanged', changed, change),
      documentsRead: (early) => this.tell('documentsRead', early),
      stateChanged: () => this.tell('stateChanged'),
    });
    this.folders.add(folder);
    for (const document of [...this.documents.all(), ...this.notebooks.all]) {
      const path = pathInFolder(uri, document.uri);
      if (path !== undefined) folder.opened(path, document);
    }
    void folder.open(this.client.trusted);
  }

  /** Lets go of a folder, however the client writes its URI now. */
  removeFolder(uri: string): void {
    const folder = this.folders.remove(uri);
    if (folder) this.tell('folderRemoved', folder);
  }

  dispose(): void {
    this.tell('ended');
    for (const folder of this.folders.all) folder.dispose();
  }
}
