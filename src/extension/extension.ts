import type { ExtensionContext } from 'vscode';
import { EventEmitter, Uri, ViewColumn, commands, window, workspace } from 'vscode';
import { REFRESH } from '../server/protocol.ts';
import type { FolderState } from '../server/protocol.ts';
import type { ReqTraceApi } from './api.ts';
import { registerCommands } from './commands.ts';
import { ContextKeyService } from './contextKeys.ts';
import type { Commands } from './contributions.ts';
import { initConfiguration } from './initConfiguration.ts';
import { LanguageServer } from './languageServer.ts';
import { RequirementsView } from './requirementsView.ts';
import { StatusBar } from './statusBar.ts';
import { keepCounts, summarize } from './summary.ts';
import { rowTarget } from './treeRow.ts';

/** Called by VS Code once, after its start: sets up what is shown and starts the server without waiting for it. */
export function activate(context: ExtensionContext): ReqTraceApi {
  const started = performance.now();
  const log = window.createOutputChannel('ReqTrace', { log: true });
  const server = new LanguageServer(
    {
      module: context.asAbsolutePath('dist/server.cjs'),
      findingPages: Uri.joinPath(context.extensionUri, 'docs', 'findings'),
    },
    log,
  );
  const contextKeys = new ContextKeyService();
  const view = new RequirementsView((...question) => server.request(...question), context.workspaceState, contextKeys, log);
  const statusBar = new StatusBar();
  const changed = new EventEmitter<void>();
  let folders: readonly FolderState[] = [];

  server.onState((state) => {
    folders = keepCounts(folders, state.folders);
    const summary = summarize(folders);
    view.showSummary(summary);
    statusBar.showSummary(summary);
    changed.fire();
  });
  server.onTreeChanged((change) => view.update(change));
  view.tree.onDidChangeTreeData(() => changed.fire());
  const startWithFolders = async (): Promise<void> => {
    if ((workspace.workspaceFolders ?? []).length > 0) await server.start();
  };

  const handlers: Commands = {
    'reqtrace.initConfiguration': () => initConfiguration((...question) => server.request(...question)),
    'reqtrace.refresh': async () => {
      // It may have been given up after too many crashes.
      await server.start();
      await server.request<void>(REFRESH);
    },
    'reqtrace.groupByDocument': () => view.setOptions({ groupBy: 'document' }),
    'reqtrace.groupByStatus': () => view.setOptions({ groupBy: 'status' }),
    'reqtrace.showUnmetOnly': () => view.setOptions({ unmetOnly: true }),
    'reqtrace.showAll': () => view.setOptions({ unmetOnly: false }),
    'reqtrace.expandAll': () => view.expandAll(),
    'reqtrace.openToSide': async (row) => {
      const node = view.tree.node(row);
      const target = node && rowTarget(node);
      if (target) await commands.executeCommand('vscode.open', target.uri, { selection: target.selection, viewColumn: ViewColumn.Beside });
    },
    'reqtrace.showLog': () => log.show(),
    'reqtrace.restartServer': () => server.restart(),
  };
  context.subscriptions.push(
    log,
    server,
    view,
    statusBar,
    changed,
    registerCommands(handlers, log),
    workspace.onDidChangeWorkspaceFolders(startWithFolders),
  );
  setImmediate(() => void startWithFolders());
  log.info(`Activated in ${(performance.now() - started).toFixed(1)} ms`);

  return {
    get folders() {
      return folders;
    },
    get statusBar() {
      return statusBar.text;
    },
    get badge() {
      return view.badge;
    },
    tree: view.tree,
    onDidChange: changed.event,
  };
}
