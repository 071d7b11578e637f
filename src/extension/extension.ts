import type { Disposable, Event, ExtensionContext, LogOutputChannel } from 'vscode';
import { EventEmitter, Uri, window, workspace } from 'vscode';
import type { ReqTraceApi } from './api.ts';
import { LanguageServer } from './client/languageServer.ts';
import { commandHandlers } from './commands/handlers.ts';
import { registerCommands } from './commands/register.ts';
import type { Parts } from './parts.ts';
import { createParts } from './parts.ts';
import { FolderStates } from './status/folderStates.ts';
import { affectsSettings } from './window/settings.ts';

/** Called by VS Code once, after its start: sets up what is shown and starts the server without waiting for it. */
export function activate(context: ExtensionContext): ReqTraceApi {
  const started = performance.now();
  const log = window.createOutputChannel('ReqTrace', { log: true });
  const server = createServer(context, log);
  const parts = createParts((...question) => server.request(...question), context, log);
  const states = new FolderStates([parts.view, parts.statusBar]);
  const changed = new EventEmitter<void>();
  followServer(server, parts, states);
  states.onShown(() => changed.fire());
  parts.view.tree.onDidChangeTreeData(() => changed.fire());
  parts.review.tree.onDidChangeTreeData(() => changed.fire());
  context.subscriptions.push(
    log,
    server,
    ...disposablesOf(parts),
    states,
    changed,
    registerCommands(commandHandlers({ server, parts, log, extensionId: context.extension.id }), log),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event)) states.show();
    }),
    workspace.onDidChangeWorkspaceFolders(() => startWithFolders(server)),
  );
  setImmediate(() => void startWithFolders(server));
  log.info(`Activated in ${(performance.now() - started).toFixed(1)} ms`);
  return apiOf(parts, states, changed.event);
}

function disposablesOf({ view, statusBar, marks, badges, pins, review, baseDocuments, matrix }: Parts): readonly Disposable[] {
  return [view, statusBar, marks, badges, pins, review, baseDocuments, matrix];
}

function createServer(context: ExtensionContext, log: LogOutputChannel): LanguageServer {
  const module = context.asAbsolutePath('dist/server.cjs');
  return new LanguageServer({ module, findingPages: Uri.joinPath(context.extensionUri, 'docs', 'findings') }, log);
}

/** Has what is shown follow what the server says. */
function followServer(server: LanguageServer, parts: Parts, states: FolderStates): void {
  const { view, marks, badges, review, baseDocuments, matrix } = parts;
  server.onState(({ folders }) => {
    if (!states.update(folders)) return;
    review.changed();
    baseDocuments.serverIsReady();
    matrix.changed();
  });
  server.onTreeChanged((change) => {
    void view.update(change);
    badges.update();
  });
  server.onDecorationsChanged((change) => marks.update(change));
  server.onReviewChanged(() => review.changed());
  server.onMatrixChanged(({ folder }) => matrix.changed(folder));
}

/** Without a folder there is nothing to trace. */
async function startWithFolders(server: LanguageServer): Promise<void> {
  if ((workspace.workspaceFolders ?? []).length > 0) await server.start();
}

function apiOf({ view, statusBar, marks, review }: Parts, states: FolderStates, onDidChange: Event<void>): ReqTraceApi {
  return {
    get folders() {
      return states.folders;
    },
    get statusBar() {
      return statusBar.text;
    },
    get badge() {
      return view.badge;
    },
    tree: view.tree,
    marks: (uri) => marks.counts(uri.toString()),
    review: review.tree,
    get failingGates() {
      return review.badge;
    },
    onDidChange,
  };
}
