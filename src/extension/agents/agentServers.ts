import * as vscode from 'vscode';
import type { Disposable, Event, ExtensionContext } from 'vscode';
import type { Presence } from '../client/presence.ts';
import { MCP_PROVIDER } from '../contributions.ts';
import { serverDefinitions } from './serverDefinitions.ts';

/** What VS Code 1.101 and later can do; the types are those of the oldest one that is supported. */
interface LaterApi {
  readonly lm?: {
    readonly registerMcpServerDefinitionProvider?: (id: string, provider: Provider) => Disposable;
  };
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    version: string,
  ) => object;
}

interface Provider {
  readonly onDidChangeMcpServerDefinitions: Event<void>;
  provideMcpServerDefinitions(): readonly object[];
}

/** True in a host that starts such servers: VS Code 1.101 and later. */
export function startsAgentServers(): boolean {
  const { lm, McpStdioServerDefinition: Definition } = vscode as unknown as LaterApi;
  return typeof lm?.registerMcpServerDefinitionProvider === 'function' && Definition !== undefined;
}

// @implements RT-7.8/AC1~73f667
/**
 * Offers `reqtrace mcp` of this extension to the agents of VS Code. It only says how the server is started: VS Code starts it when an agent of a person
 * uses it. Only for a host that {@link startsAgentServers}.
 */
export function offerAgentServers({ extension, asAbsolutePath }: ExtensionContext, presence: Presence): Disposable {
  const { lm, McpStdioServerDefinition: Definition } = vscode as unknown as LaterApi;
  if (!lm?.registerMcpServerDefinitionProvider || !Definition) return { dispose: () => undefined };
  const changed = new vscode.EventEmitter<void>();
  const { version } = extension.packageJSON as { readonly version: string };
  const provider: Provider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const folders = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({ name, scheme: uri.scheme, path: uri.fsPath }));
      const isWanted = vscode.workspace.isTrusted && !presence.leftAlone;
      return serverDefinitions(asAbsolutePath('dist/cli.cjs'), folders, isWanted).map(
        // On a desktop the program that runs extensions is Electron, which is Node when asked.
        ({ label, args }) => new Definition(label, process.execPath, args, { ELECTRON_RUN_AS_NODE: '1' }, version),
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    lm.registerMcpServerDefinitionProvider(MCP_PROVIDER, provider),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    presence.onChanged(() => changed.fire()),
  );
}
