import type { Disposable, Event, ExtensionContext } from 'vscode';
import { EventEmitter, l10n, window, workspace } from 'vscode';
import type { ReqTraceApi } from './api.ts';
import { offerAgentServers, startsAgentServers } from './agents/agentServers.ts';
import { offerAgentTools } from './agents/agentTools.ts';
import { LanguageServer } from './client/languageServer.ts';
import type { MakeClient } from './client/languageServer.ts';
import { Presence } from './client/presence.ts';
import { commandHandlers } from './commands/handlers.ts';
import { registerCommands } from './commands/register.ts';
import type { Parts } from './parts.ts';
import { createParts } from './parts.ts';
import { FolderStates } from './status/folderStates.ts';
import { openItemLink } from './tree/openItemLink.ts';
import { ContextKeyService } from './window/contextKeys.ts';
import { fileSchemes } from './window/fileSchemes.ts';
import { recordedLog } from './window/recordedLog.ts';
import { affectsSettings } from './window/settings.ts';

/** Where the extension runs. */
export interface Platform {
  readonly makeClient: MakeClient;
  /** False in a browser, also for a folder of the disk that a person opened there. */
  readonly runsProcesses: boolean;
  /** For reports of problems: `linux x64, Node 22.15.0`. */
  readonly system: string;
}

// @implements RT-7.6~a53b5a
/** Sets up what is shown and starts the server without waiting for it. */
export function start(context: ExtensionContext, { makeClient, runsProcesses, system }: Platform): ReqTraceApi {
  const started = performance.now();
  const { channel: log, lines } = recordedLog(window.createOutputChannel('ReqTrace', { log: true }));
  const server = new LanguageServer(makeClient, log);
  const presence = new Presence(server, context.workspaceState);
  const parts = createParts({ request: askOf(server, presence), onTestNews: server.onTestNews }, context, log);
  const startsServers = runsProcesses && startsAgentServers();
  const states = new FolderStates([parts.view, parts.statusBar, parts.onceTold]);
  const changed = new EventEmitter<void>();
  let schemes = fileSchemes();
  followServer(server, parts, states, presence);
  followPresence(server, parts, presence);
  states.onShown(() => changed.fire());
  parts.view.tree.onDidChangeTreeData(() => changed.fire());
  parts.review.tree.onDidChangeTreeData(() => changed.fire());
  const { id: extensionId, packageJSON } = context.extension;
  const sources = () => ({
    version: String((packageJSON as { readonly version?: unknown }).version),
    system,
    health: server.health,
    folders: states.folders,
    log: lines,
  });
  context.subscriptions.push(
    log,
    server,
    presence,
    ...Object.values<Disposable>({ ...parts }),
    states,
    changed,
    ...(startsServers ? [offerAgentServers(context, presence)] : []),
    offerAgentTools({ server, presence, contextKeys: new ContextKeyService(), startsServers }),
    registerCommands(commandHandlers({ server, parts, log, extensionId, presence, sources }), log, () => presence.wake()),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event)) states.show();
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      // A client selects texts by what it knew when it was made.
      const isOther = fileSchemes().some((scheme) => !schemes.includes(scheme));
      if (isOther) schemes = fileSchemes();
      return isOther && server.health === 'running' ? server.restart() : presence.start();
    }),
    window.registerUriHandler({
      handleUri: async (uri) => {
        if (presence.leftAlone) return void window.showWarningMessage(l10n.t('ReqTrace is turned off in this workspace.'));
        await presence.wake();
        return openItemLink((...question) => server.request(...question), states, uri);
      },
    }),
  );
  // What VS Code waits for goes first. A worker of a browser has no `setImmediate`.
  setTimeout(() => void presence.start());
  log.info(`Activated in ${(performance.now() - started).toFixed(1)} ms`);
  return apiOf(server, parts, states, changed.event);
}

/** Where people are left alone there is nothing to show, and nobody is asked. */
function askOf(server: LanguageServer, presence: Presence): LanguageServer['request'] {
  return <R>(...question: Parameters<LanguageServer['request']>) =>
    presence.leftAlone ? Promise.resolve([] as R) : server.request<R>(...question);
}

/** Has what is shown follow what the server says. */
function followServer(server: LanguageServer, parts: Parts, states: FolderStates, presence: Presence): void {
  const { view, statusBar, marks, badges, preview, review, baseDocuments, publicBase, packedDocuments, matrix, tests, onceTold } = parts;
  server.debugProgram = (params) => tests.debugProgram(params);
  server.tellBase = (params) => publicBase.base(params);
  server.baseText = (address) => publicBase.text(address);
  publicBase.onChanged(() => review.repositoryChanged());
  server.onState(({ folders }) => {
    presence.told(folders);
    if (!states.update(folders)) return;
    review.changed();
    baseDocuments.serverIsReady();
    packedDocuments.serverIsReady();
    matrix.changed();
    tests.update();
  });
  server.onTreeChanged((change) => {
    void view.update(change);
    badges.update();
    tests.update();
  });
  server.onDecorationsChanged((change) => {
    marks.update(change);
    preview.update(change);
  });
  server.onReviewChanged(() => review.changed());
  server.onMatrixChanged(({ folder }) => matrix.changed(folder));
  server.onHealth((health) => {
    for (const one of [view, statusBar, onceTold]) one.showHealth(health);
    review.showHealth(health);
    states.show();
  });
  review.onShown(() => {
    statusBar.showGates(review.gates);
    onceTold.showGates(
      review.gates,
      states.folders.some(({ configuration }) => configuration === 'broken'),
    );
  });
}

/** Clears everything away where people are to be left alone. */
function followPresence(
  server: LanguageServer,
  { view, marks, badges, preview, review, statusBar, tests }: Parts,
  presence: Presence,
): void {
  view.showLeftAlone(presence.leftAlone);
  presence.onChanged((leftAlone) => {
    view.showLeftAlone(leftAlone);
    statusBar.showHealth(server.health);
    void view.update({});
    marks.update({});
    preview.update({});
    badges.update();
    tests.update();
    review.changed();
  });
}

function apiOf(
  server: LanguageServer,
  { view, statusBar, marks, preview, review }: Parts,
  states: FolderStates,
  onDidChange: Event<void>,
): ReqTraceApi {
  return {
    get health() {
      return server.health;
    },
    get folders() {
      return states.folders;
    },
    get statusBar() {
      return statusBar.text;
    },
    get badge() {
      return view.badge;
    },
    get message() {
      return view.message;
    },
    tree: view.tree,
    marks: (uri) => marks.counts(uri.toString()),
    review: review.tree,
    get failingGates() {
      return review.gates?.fails || undefined;
    },
    onDidChange,
    extendMarkdownIt: preview.extendMarkdownIt,
  };
}
