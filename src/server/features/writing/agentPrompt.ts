import { agentPrompt as promptOf } from '../../../editor/agentPrompt.ts';
import type { Feature } from '../../feature.ts';
import type { AgentPrompt } from '../../agentProtocol.ts';
import { AGENT_PROMPT } from '../../agentProtocol.ts';
import type { ItemAddress } from '../../protocol.ts';
import { withItem } from './itemCommand.ts';

/** What an agent is asked to do about an item. */
export const agentPrompt: Feature = {
  register(session) {
    session.connection.onRequest<AgentPrompt, void>(AGENT_PROMPT, (params: ItemAddress) =>
      withItem<AgentPrompt>(session, 'agent prompt', params, ({ view, item }) => Promise.resolve({ prompt: promptOf(view, item) })),
    );
  },
};
