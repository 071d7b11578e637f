import { inEnglish } from '../model/message.ts';
import type { Message } from '../model/message.ts';

/** How a program gets on after an error: `{ fix: 'reqtrace show KEY', candidates: ['launch#IP-1', 'billing#IP-1'] }`. */
export interface Remedy {
  /** A command that helps, with words in capitals for what it does not know. */
  readonly fix?: string;
  /** What may have been meant. */
  readonly candidates?: readonly string[];
}

/**
 * Something that the user must know and can fix; its message is one line, safe to show, with no stack.
 * `throw new UserError(say('No such folder: {0}', 'docs'))` makes the CLI print that line and exit with 2. Messages that
 * only the command line prints may be plain text.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** The same for an editor, which may speak another language. */
  readonly said: Message;

  /** What to do about it, for programs. */
  readonly remedy: Remedy;

  constructor(said: Message | string, { fix, candidates, ...options }: ErrorOptions & Remedy = {}) {
    const message = typeof said === 'string' ? { text: said, values: [] } : said;
    super(inEnglish(message), options);
    this.said = message;
    this.remedy = { ...(fix !== undefined && { fix }), ...(candidates?.length && { candidates }) };
  }
}
