/**
 * Something the user must know and can mend; its message is one line, safe to show, with no stack.
 * `throw new UserError('No such folder: docs')` makes the CLI print that line and exit with 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
