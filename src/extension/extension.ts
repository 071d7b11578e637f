import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import type { ReqTraceApi } from './api.ts';
import { start } from './start.ts';

/** Called by VS Code once, after its start, on a desktop and on a remote machine. */
export function activate(context: ExtensionContext): ReqTraceApi {
  const findingPages = Uri.joinPath(context.extensionUri, 'docs', 'findings');
  return start(context, {
    system: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    runsProcesses: true,
    makeClient: async () => {
      const { createLanguageClient } = await import('./client/languageClient.ts');
      return (log, closed) =>
        createLanguageClient(context.asAbsolutePath('dist/server.cjs'), { findingPages, storage: context.storageUri, log, closed });
    },
  });
}
