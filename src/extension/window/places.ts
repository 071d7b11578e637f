import type { Position, TextDocumentShowOptions, TextEditor } from 'vscode';
import { Range, Selection, TextEditorRevealType, Uri, ViewColumn, commands, window } from 'vscode';
import type { Place } from '../../server/protocol.ts';
import type { Ask } from './cells.ts';
import { inCell, isNotebookFile } from './cells.ts';
import { toRange } from './ranges.ts';

/** A cell is drawn within this time, in milliseconds. */
const CELL_DELAY = 3000;

/** Opens a place with the cursor at its start, in the middle of the window unless it can be seen already; of a notebook, in its cell. */
export async function openPlace(ask: Ask, place: Place, beside = false): Promise<void> {
  const shown = await inCell(ask, place);
  const uri = Uri.parse(shown.uri);
  const { start } = toRange(shown.range);
  const options: TextDocumentShowOptions = { selection: new Range(start, start), ...(beside && { viewColumn: ViewColumn.Beside }) };
  // A cell is shown by the editor of its notebook, which no text editor stands for.
  if (isCell(uri) || isNotebookFile(uri)) {
    await commands.executeCommand('vscode.open', uri, options);
    return isCell(uri) ? selectInCell(uri, start) : undefined;
  }
  const editor = await window.showTextDocument(uri, options);
  editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A cell that had to be drawn first has its cursor at its beginning. */
async function selectInCell(cell: Uri, start: Position): Promise<void> {
  const editorOf = (): TextEditor | undefined =>
    window.visibleTextEditors.find(({ document }) => document.uri.toString() === cell.toString());
  const editor = editorOf() ?? (await drawn(editorOf));
  if (!editor) return;
  editor.selection = new Selection(start, start);
  editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The editor once it is there; undefined where it does not come. */
function drawn(editorOf: () => TextEditor | undefined): Promise<TextEditor | undefined> {
  return new Promise((resolve) => {
    const done = (editor: TextEditor | undefined): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve(editor);
    };
    const timer = setTimeout(() => done(undefined), CELL_DELAY);
    const listener = window.onDidChangeVisibleTextEditors(() => {
      const editor = editorOf();
      if (editor) done(editor);
    });
  });
}

function isCell({ scheme }: Uri): boolean {
  return scheme === 'vscode-notebook-cell';
}
