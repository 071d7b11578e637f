import { Range } from 'vscode';
import type { LspRange } from '../../server/protocol.ts';

/** A range in VS Code's own type. */
export function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
