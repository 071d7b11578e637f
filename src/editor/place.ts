import type { Location as LspLocation, Range as LspRange } from 'vscode-languageserver-types';
import type { FilePath, Location, Range } from '../model/position.ts';

/** The URI of a file of the workspace folder: `docs/launch.md` is `file:///project/docs/launch.md`. */
export type UriOf = (path: FilePath) => string;

/** A range for the protocol, which wants mutable objects. */
export function lspRange({ start, end }: Range): LspRange {
  return { start: { ...start }, end: { ...end } };
}

/** A place for the protocol. */
export function lspLocation({ path, range }: Location, uriOf: UriOf): LspLocation {
  return { uri: uriOf(path), range: lspRange(range) };
}

/** A URI that an editor opens at the line: `file:///project/src/stock.ts#L18`, lines counted from 1. */
export function uriOfLine({ path, range }: Location, uriOf: UriOf): string {
  return `${uriOf(path)}#L${range.start.line + 1}`;
}

/** True if the two stretches share at least one position; ends that touch do. */
export function overlaps(a: Range, b: Range): boolean {
  return !isBefore(a, b) && !isBefore(b, a);
}

function isBefore(a: Range, b: Range): boolean {
  return a.end.line < b.start.line || (a.end.line === b.start.line && a.end.character < b.start.character);
}
