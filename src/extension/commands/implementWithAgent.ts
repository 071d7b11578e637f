import { commands, env, l10n, window, workspace } from 'vscode';
import { AGENT_PROMPT } from '../../server/agentProtocol.ts';
import type { AgentPrompt } from '../../server/agentProtocol.ts';
import type { ItemAddress } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { pickOpenItem } from './goToRequirement.ts';

/** Of VS Code; other editors built on it may have none. */
const OPEN_CHAT = 'workbench.action.chat.open';

// @implements RT-7.8/AC2~bdd879
/**
 * The command *Implement with Agent*: puts a prompt with everything known about a criterion into the chat, for a person to read and send; without a chat,
 * onto the clipboard.
 *
 * @param item the requirement or criterion; without it, it is picked first.
 * @throws Error with a message to show when the server is away.
 */
export async function implementWithAgent(ask: LanguageServer['request'], item?: ItemAddress): Promise<void> {
  const address = item ?? (await pickOpenItem(ask, l10n.t('Requirement or criterion to implement')));
  if (!address) return;
  const made = await ask<AgentPrompt>(AGENT_PROMPT, { folder: address.folder, key: address.key });
  if (!made) throw new Error(l10n.t('The language server is not running.'));
  if (await openedInChat(made.prompt)) return;
  await env.clipboard.writeText(made.prompt);
  void window.showInformationMessage(l10n.t('There is no chat here, so the prompt was copied. Paste it into your agent.'));
}

/** Not sent: what is quoted of a document may be by somebody else, so a person reads it first. */
async function openedInChat(query: string): Promise<boolean> {
  if (workspace.getConfiguration('chat').get('disableAIFeatures') === true) return false;
  if (!(await commands.getCommands(true)).includes(OPEN_CHAT)) return false;
  return commands.executeCommand(OPEN_CHAT, { query, isPartialQuery: true, mode: 'agent' }).then(
    () => true,
    () => false,
  );
}
