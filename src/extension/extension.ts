import type { ExtensionContext } from 'vscode';
import { EventEmitter, Position, Range, Uri, ViewColumn, commands, window, workspace } from 'vscode';
import { REFRESH } from '../server/protocol.ts';
import type { FolderState, ItemAddress } from '../server/protocol.ts';
import type { ReqTraceApi } from './api.ts';
import { registerCommands } from './commands.ts';
import { ContextKeyService } from './contextKeys.ts';
import type { Commands, ItemArgument } from './contributions.ts';
import { WALKTHROUGH } from './contributions.ts';
import { createAnnotation } from './createAnnotation.ts';
import { DocumentBadges } from './documentBadges.ts';
import { goToRequirement } from './goToRequirement.ts';
import { initConfiguration } from './initConfiguration.ts';
import { LanguageServer } from './languageServer.ts';
import { newDocument } from './newDocument.ts';
import { goToUnmet } from './nextUnmet.ts';
import { MatrixPanel } from './matrix/matrixPanel.ts';
import { RequirementsView } from './requirementsView.ts';
import { BaseDocuments } from './review/baseDocuments.ts';
import { rowTarget as reviewTarget } from './review/reviewItem.ts';
import { ReviewView } from './review/reviewView.ts';
import { PinReview } from './reviewPin.ts';
import { scaffoldTest } from './scaffoldTest.ts';
import { affectsSettings } from './settings.ts';
import { showPlaces } from './showPlaces.ts';
import { StatusBar } from './statusBar.ts';
import { StatusMarks } from './statusMarks.ts';
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
  const ask: LanguageServer['request'] = (...question) => server.request(...question);
  const contextKeys = new ContextKeyService();
  const view = new RequirementsView(ask, context.workspaceState, contextKeys, log);
  const statusBar = new StatusBar();
  const marks = new StatusMarks(ask, log);
  const badges = new DocumentBadges(ask, log);
  const pins = new PinReview(ask);
  const review = new ReviewView(ask, context.workspaceState, contextKeys, log);
  const baseDocuments = new BaseDocuments(ask);
  const matrix = new MatrixPanel(ask, context.workspaceState);
  const changed = new EventEmitter<void>();
  let folders: readonly FolderState[] = [];

  const showSummary = (): void => {
    const summary = summarize(folders);
    view.showSummary(summary);
    statusBar.showSummary(summary);
    changed.fire();
  };
  server.onState((state) => {
    const wasIndexing = folders.length === 0 || folders.some(({ phase }) => phase === 'indexing');
    folders = keepCounts(folders, state.folders);
    showSummary();
    // A server that was started again has no one to tell of changes yet.
    if (wasIndexing && folders.every(({ phase }) => phase !== 'indexing')) {
      review.changed();
      baseDocuments.serverIsReady();
      matrix.changed();
    }
  });
  server.onTreeChanged((change) => {
    void view.update(change);
    badges.update();
  });
  server.onDecorationsChanged((change) => marks.update(change));
  server.onReviewChanged(() => review.changed());
  server.onMatrixChanged(({ folder }) => matrix.changed(folder));
  view.tree.onDidChangeTreeData(() => changed.fire());
  review.tree.onDidChangeTreeData(() => changed.fire());
  const startWithFolders = async (): Promise<void> => {
    if ((workspace.workspaceFolders ?? []).length > 0) await server.start();
  };

  /** The item of a row, or the one that a code action names. */
  const itemOf = (item: ItemArgument): ItemAddress | undefined => (typeof item === 'string' ? view.tree.node(item)?.item : item);

  const handlers: Commands = {
    'reqtrace.initConfiguration': () => initConfiguration(ask),
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
    'reqtrace.goToRequirement': () => goToRequirement(ask),
    'reqtrace.nextUnmet': () => goToUnmet(ask, 'next'),
    'reqtrace.previousUnmet': () => goToUnmet(ask, 'previous'),
    'reqtrace.createAnnotation': (item) => createAnnotation(ask, itemOf(item)),
    'reqtrace.scaffoldTest': (item) => scaffoldTest(ask, itemOf(item)),
    'reqtrace.newDocument': newDocument,
    'reqtrace.openWalkthrough': async () => {
      await commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#${WALKTHROUGH}`, false);
    },
    'reqtrace.showPlaces': showPlaces,
    'reqtrace.reviewPin': (params) => pins.review(params),
    'reqtrace.chooseReviewBase': () => review.chooseBase(),
    'reqtrace.refreshReview': () => review.refresh(),
    'reqtrace.openReviewFile': async (row) => {
      const target = reviewTarget(row);
      const at = new Position(target?.line ?? 0, 0);
      if (target?.head !== undefined)
        await commands.executeCommand('vscode.open', Uri.parse(target.head), { selection: new Range(at, at) });
    },
    'reqtrace.showMatrix': () => matrix.open(),
    'reqtrace.exportMatrix': () => matrix.export(),
  };
  context.subscriptions.push(
    log,
    server,
    view,
    statusBar,
    marks,
    badges,
    pins,
    review,
    baseDocuments,
    matrix,
    changed,
    registerCommands(handlers, log),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event)) showSummary();
    }),
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
    marks: (uri) => marks.counts(uri.toString()),
    review: review.tree,
    get failingGates() {
      return review.badge;
    },
    onDidChange: changed.event,
  };
}
