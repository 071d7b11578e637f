import type { CancellationToken } from 'vscode-languageserver';
import type { Log } from './log.ts';
import { describeError } from './log.ts';

/**
 * Makes a handler that answers null instead of an error, so that one fault never shows up in front of the user at each
 * key; the log tells.
 */
export function guarded<P, R>(
  name: string,
  log: Log,
  handler: (params: P, token: CancellationToken) => Promise<R | null> | R | null,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return async (params, given: CancellationToken | undefined) => {
    // A question without parameters comes with the token alone.
    const token = given ?? (params as CancellationToken);
    try {
      return token.isCancellationRequested ? null : await handler(params, token);
    } catch (error) {
      log.error(`${name}: ${describeError(error)}`);
      return null;
    }
  };
}
