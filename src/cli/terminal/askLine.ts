import { createInterface } from 'node:readline/promises';

/** Asks a question on the terminal and waits for a line; undefined where the input ends instead, as with Ctrl+D. */
export async function askLine(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}
