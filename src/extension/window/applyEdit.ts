import type { WorkspaceEdit as LspWorkspaceEdit } from 'vscode-languageserver-types';
import { Range, TextEditorRevealType, Uri, WorkspaceEdit, l10n, window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';
import { toRange } from './ranges.ts';

/**
 * Makes an edit of the server and shows the first place that it changed. Nothing is saved.
 *
 * @throws Error with a message to show when the server is away or a file changed meanwhile.
 */
export async function applyEdit(edit: LspWorkspaceEdit | null | undefined): Promise<TextEditor | undefined> {
  return applyEdits(edit ? [edit] : []);
}

/**
 * Makes edits of the server as one, which is one step to be undone.
 *
 * @throws Error as {@link applyEdit} does.
 */
export async function applyEdits(edits: readonly LspWorkspaceEdit[]): Promise<TextEditor | undefined> {
  if (edits.length === 0) throw new Error(l10n.t('The language server is not running.'));
  const made = new WorkspaceEdit();
  const [first] = edits.flatMap((edit) => addEdits(made, edit) ?? []);
  if (!(await workspace.applyEdit(made))) throw new Error(l10n.t('The files changed meanwhile, so nothing was written. Try again.'));
  if (!first) return undefined;
  const start = first.range.start;
  const editor = await window.showTextDocument(first.uri, { selection: new Range(start, start) });
  editor.revealRange(first.range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** A place that an edit changes. */
export interface FirstEdit {
  readonly uri: Uri;
  readonly range: Range;
}

/** Adds an edit of the server to one of VS Code. Gives the first place that it changes. */
export function addEdits(made: WorkspaceEdit, edit: LspWorkspaceEdit): FirstEdit | undefined {
  let first: FirstEdit | undefined;
  const replace = (at: string, edits: readonly { range: Parameters<typeof toRange>[0]; newText: string }[]): void => {
    const uri = Uri.parse(at);
    for (const { range, newText } of edits) {
      first ??= { uri, range: toRange(range) };
      made.replace(uri, toRange(range), newText);
    }
  };
  for (const change of edit.documentChanges ?? []) {
    if ('textDocument' in change)
      replace(
        change.textDocument.uri,
        change.edits.filter((one) => 'newText' in one),
      );
    else if (change.kind === 'create') made.createFile(Uri.parse(change.uri), { ignoreIfExists: true });
  }
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) replace(uri, edits);
  return first;
}
