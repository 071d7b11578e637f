import type { TextDocumentShowOptions } from 'vscode';
import { Range, TextEditorRevealType, Uri, ViewColumn, commands, window } from 'vscode';
import type { Place } from '../../server/protocol.ts';
import type { Ask } from './cells.ts';
import { inCell, isNotebookFile } from './cells.ts';
import { toRange } from './ranges.ts';

/** Opens a place with the cursor at its start, in the middle of the window unless it can be seen already; of a notebook, in its cell. */
export async function openPlace(ask: Ask, place: Place, beside = false): Promise<void> {
  const shown = await inCell(ask, place);
  const uri = Uri.parse(shown.uri);
  const { start } = toRange(shown.range);
  const options: TextDocumentShowOptions = { selection: new Range(start, start), ...(beside && { viewColumn: ViewColumn.Beside }) };
  // A cell is shown by the editor of its notebook, which no text editor stands for.
  if (isCell(uri) || isNotebookFile(uri)) return void (await commands.executeCommand('vscode.open', uri, options));
  const editor = await window.showTextDocument(uri, options);
  editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
}

function isCell({ scheme }: Uri): boolean {
  return scheme === 'vscode-notebook-cell';
}
