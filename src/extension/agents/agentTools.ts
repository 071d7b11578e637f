import * as vscode from 'vscode';
import type { Disposable } from 'vscode';
import { AGENT_TOOL } from '../../server/agentProtocol.ts';
import type { AgentAnswer, AgentQuestion } from '../../server/agentProtocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import type { Presence } from '../client/presence.ts';
import { AGENT_TOOLS } from '../contributions.ts';
import type { ContextKeyService } from '../window/contextKeys.ts';
import { folderAsked, toolFolders } from './toolFolders.ts';

/** What the tools are made of. */
interface AgentToolParts {
  readonly server: LanguageServer;
  readonly presence: Presence;
  readonly contextKeys: ContextKeyService;
  /** Whether this host can start `reqtrace mcp`. */
  readonly startsServers: boolean;
}

// @implements RT-7.8/AC3~4b750d
/**
 * Has the language server answer agents about folders for which no `reqtrace mcp` can run: in a browser, in a folder without a disk, in Restricted Mode.
 * Hosts without language model tools are offered nothing.
 */
export function offerAgentTools({ server, presence, contextKeys, startsServers }: AgentToolParts): Disposable {
  // Other editors have an older VS Code inside, or one without it.
  const { lm } = vscode as { readonly lm?: Partial<typeof vscode.lm> };
  if (typeof lm?.registerTool !== 'function') return { dispose: () => undefined };
  const register = lm.registerTool.bind(lm);
  const folders = () =>
    toolFolders(
      (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({ name, uri: uri.toString(), scheme: uri.scheme })),
      { startsServers, trusted: vscode.workspace.isTrusted, leftAlone: presence.leftAlone },
    );
  const show = (): void => contextKeys.set('reqtrace.agentTools', folders().length > 0);
  show();
  const tools = AGENT_TOOLS.map((tool) =>
    register<Record<string, unknown>>(`reqtrace_${tool}`, {
      invoke: async ({ input }, token) => {
        const folder = folderAsked(folders(), input);
        if (typeof folder === 'string') throw new Error(folder);
        await presence.wake();
        const { folder: _, ...given } = input;
        const question: AgentQuestion = { folder: folder.uri, tool, given };
        const answer = await server.request<AgentAnswer>(AGENT_TOOL, question, token);
        if (!answer) throw new Error('The language server of ReqTrace is not running.');
        // What is thrown is what a model is told.
        if (answer.isError === true) throw new Error(answer.text);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer.text)]);
      },
    }),
  );
  return vscode.Disposable.from(
    ...tools,
    vscode.workspace.onDidChangeWorkspaceFolders(show),
    vscode.workspace.onDidGrantWorkspaceTrust(show),
    presence.onChanged(show),
  );
}
