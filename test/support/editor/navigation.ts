import type { Location, LocationLink } from 'vscode-languageserver-types';

/** `docs/a.md:3` for a place on the third line. */
export function place(target: Location | LocationLink): string {
  const uri = 'uri' in target ? target.uri : target.targetUri;
  const range = 'uri' in target ? target.range : target.targetSelectionRange;
  return `${uri.replace('file:///p/', '')}:${range.start.line + 1}`;
}
