import { callTool } from '../../../agents/call.ts';
import { READING_TOOLS } from '../../../agents/readingTools.ts';
import { inEnglish } from '../../../model/message.ts';
import { AGENT_TOOL } from '../../agentProtocol.ts';
import type { AgentAnswer, AgentQuestion } from '../../agentProtocol.ts';
import type { Feature } from '../../feature.ts';
import { ServerAskedFolder } from '../../serverAskedFolder.ts';

// @implements RT-7.8/AC3~4b750d
/** What an agent asks where no process can run: the tools of `reqtrace mcp` that only read. */
export const agentTools: Feature = {
  register({ connection, folders }) {
    connection.onRequest<AgentAnswer, void>(AGENT_TOOL, async ({ folder: uri, tool, given }: AgentQuestion) => {
      const folder = folders.get(uri);
      if (!folder) return { text: 'The folder is still being opened. Ask again in a moment.', isError: true };
      const { text, isError = false } = await callTool(new ServerAskedFolder(folder), READING_TOOLS, tool, given);
      const doubts = folder.doubt ? [`Not all of it is known: ${inEnglish(folder.doubt)}`] : [];
      return { text: [...doubts, text].join('\n'), isError };
    });
  },
};
