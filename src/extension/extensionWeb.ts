import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import type { ReqTraceApi } from './api.ts';
import { createWebClient } from './client/webClient.ts';
import { start } from './start.ts';

// @implements RT-8.3/AC1, RT-8.3/AC2
/** Called by VS Code once, after its start, in a browser: vscode.dev, github.dev. */
export function activate(context: ExtensionContext): ReqTraceApi {
  const findingPages = Uri.joinPath(context.extensionUri, 'docs', 'findings');
  const module = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  return start(context, {
    system: 'browser',
    runsProcesses: false,
    makeClient: () => Promise.resolve((log, closed) => createWebClient(module, { findingPages, storage: context.storageUri, log, closed })),
  });
}
