import { inEnglish } from '../model/message.ts';
import type { Message } from '../model/message.ts';

/**
 * Something the user must know and can mend; its message is one line, safe to show, with no stack.
 * `throw new UserError(say('No such folder: {0}', 'docs'))` makes the CLI print that line and exit with 2. What only the
 * command line can say may be plain text.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** The same for an editor, which may speak another language. */
  readonly said: Message;

  constructor(said: Message | string, options?: ErrorOptions) {
    const message = typeof said === 'string' ? { text: said, values: [] } : said;
    super(inEnglish(message), options);
    this.said = message;
  }
}
