import type { TextEditor } from 'vscode';
import { Range, TextEditorRevealType, Uri, ViewColumn, window } from 'vscode';
import type { LspRange, Place } from '../../server/protocol.ts';

/** A range in VS Code's own type. */
export function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Opens a place with the cursor at its start, in the middle of the window unless it can be seen already. */
export async function openPlace(place: Place, beside = false): Promise<TextEditor> {
  const { start } = toRange(place.range);
  const editor = await window.showTextDocument(Uri.parse(place.uri), {
    selection: new Range(start, start),
    ...(beside && { viewColumn: ViewColumn.Beside }),
  });
  editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
