import { inEnglish } from '../model/message.ts';
import { messageOf } from '../text/errors.ts';
import { plain } from '../report/writing/plainText.ts';
import { UserError } from '../workspace/userError.ts';
import type { AskedFolder } from './askedFolder.ts';
import { readArguments } from './tool.ts';
import type { AgentTool, Answer } from './tool.ts';
import { bounded, echoed } from './words.ts';

/** Characters that nobody sees and a model reads: a text in them can speak past the person who reviewed it. */
const UNSEEN = /[\u{E0000}-\u{E0FFF}]/gu;

/** Answers one question of an agent: `await callTool(folder, tools, 'read_criterion', { ref: 'IP-1.1/AC2' })`. What went wrong is an answer too. */
export async function callTool(folder: AskedFolder, tools: readonly AgentTool[], name: string, given: unknown): Promise<Answer> {
  const tool = tools.find((each) => each.name === name);
  if (!tool) return { text: `There is no tool "${echoed(name)}". There are: ${tools.map((each) => each.name).join(', ')}.`, isError: true };
  const asked = readArguments(tool, given);
  if (typeof asked === 'string') return { text: bounded(asked, 'Ask for less at once.'), isError: true };
  try {
    const answer = await tool.run(folder, asked);
    return { ...answer, text: bounded(answer.text.replace(UNSEEN, ''), 'Ask for less at once.') };
  } catch (error) {
    const text = error instanceof UserError ? inEnglish(error.said) : `internal error, nothing is known: ${messageOf(error)}`;
    return { text: bounded(plain(text), 'Ask for less at once.'), isError: true };
  }
}
