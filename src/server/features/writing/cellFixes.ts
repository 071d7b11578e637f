import type { CancellationToken, CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import type { InCells } from '../../../editor/actions/quickFixes.ts';
import { quickFixes } from '../../../editor/actions/quickFixes.ts';
import type { Range } from '../../../model/position.ts';
import type { OpenNotebook } from '../../notebooks/openNotebook.ts';
import { placeOf } from '../../placeOf.ts';
import type { Session } from '../../session.ts';

// @implements RT-7.2/AC17~d789f3
/** The fixes of findings in a range of a cell, which change cells of open notebooks and files; null where there are none. */
export async function cellFixes(
  { folders, notebooks }: Session,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  const notebook = notebooks.cell(textDocument.uri)?.notebook;
  const inText = notebook && rangeInText(notebook, textDocument.uri, range);
  const place = inText && (await placeOf(folders, notebook.uri, token));
  if (!place) return null;
  const { folder, view, path } = place;
  const inCells: InCells = (edit) => notebooks.get(folder.uriOf(edit.path))?.toCell(edit.range);
  // An action names the diagnostics that it mends as the editor told of them.
  const told = new Map<Diagnostic, Diagnostic>();
  for (const diagnostic of context.diagnostics) {
    const placed = rangeInText(notebook, textDocument.uri, diagnostic.range);
    if (placed) told.set({ ...diagnostic, range: placed }, diagnostic);
  }
  const fixes = quickFixes(view, path, inText, { ...context, diagnostics: [...told.keys()] }, { uriOf: folder.uriOf, inCells });
  if (!fixes || token.isCancellationRequested) return null;
  return fixes.map((fix) => ({ ...fix, ...(fix.diagnostics && { diagnostics: fix.diagnostics.map((one) => told.get(one) ?? one) }) }));
}

function rangeInText(
  notebook: OpenNotebook,
  cell: string,
  { start, end }: Range,
): { start: Range['start']; end: Range['end'] } | undefined {
  const [from, to] = [notebook.toText(cell, start), notebook.toText(cell, end)];
  return from && to && { start: from, end: to };
}
