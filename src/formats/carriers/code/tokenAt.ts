import { lastWhere } from '../../../text/search.ts';
import type { Token } from './scan.ts';

/** The comment or string that an offset lies in: `tokenAt(code.tokens, 12)`; undefined in code. */
export function tokenAt(tokens: readonly Token[], offset: number): Token | undefined {
  const token = tokens[lastWhere(tokens.length, (at) => (tokens[at]?.start ?? 0) <= offset)];
  return token && offset < token.end ? token : undefined;
}
