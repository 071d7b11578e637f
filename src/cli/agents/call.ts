import { inEnglish } from '../../model/message.ts';
import { messageOf } from '../../text/errors.ts';
import { plain } from '../../report/writing/plainText.ts';
import { UserError } from '../../workspace/userError.ts';
import type { AgentFolder } from './folder.ts';
import { readArguments } from './tool.ts';
import type { AgentTool, Answer } from './tool.ts';

/** Answers one question of an agent: `await callTool(folder, tools, 'read_criterion', { ref: 'IP-1.1/AC2' })`. What went wrong is an answer too. */
export async function callTool(folder: AgentFolder, tools: readonly AgentTool[], name: string, given: unknown): Promise<Answer> {
  const tool = tools.find((each) => each.name === name);
  if (!tool) return { text: `There is no tool "${plain(name)}". There are: ${tools.map((each) => each.name).join(', ')}.`, isError: true };
  const asked = readArguments(tool, given);
  if (typeof asked === 'string') return { text: asked, isError: true };
  try {
    return await tool.run(folder, asked);
  } catch (error) {
    const text = error instanceof UserError ? inEnglish(error.said) : `internal error, nothing is known: ${messageOf(error)}`;
    return { text: plain(text), isError: true };
  }
}
