import type { CodeAction, Diagnostic, TextEdit as LspTextEdit } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import { isNotebook } from '../../formats/carriers/notebook/notebookCode.ts';
import type { IndexView } from '../../index/view.ts';
import type { Finding, Fix, TextEdit } from '../../model/finding.ts';
import type { FilePath, Range } from '../../model/position.ts';
import { localised } from '../../text/words/localised.ts';
import { DIAGNOSTIC_SOURCE } from '../marks/diagnostics.ts';
import type { UriOf } from '../place.ts';
import { lspRange, overlaps } from '../place.ts';

/** The kind of the action that mends all that can be mended without a thought. */
export const FIX_ALL = 'source.fixAll.reqtrace';

/** What the editor tells when it asks for code actions. */
export interface QuickFixContext {
  /** The diagnostics that the editor shows there; a fix is bound to the one that it mends. */
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds of action that are wanted, `quickfix` or a kind above it; absent for all. */
  readonly only?: readonly string[];
}

/** Where an edit of a notebook's text is made: in a cell that an editor shows; undefined where none does. */
export type InCells = (edit: TextEdit) => { readonly uri: string; readonly range: Range } | undefined;

/** Where edits are made. */
export interface FixPlaces {
  readonly uriOf: UriOf;
  /** Absent where no notebook is open. */
  readonly inCells?: InCells;
}

/** True if a kind is one of those asked for, or below one: `source.fixAll` asks for `source.fixAll.reqtrace`. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}

/**
 * The fixes of the findings in a range: *Change to IP-1.1.2*. They come from the present findings and not from
 * what a diagnostic carried when it was shown, so their edits always fit the present text. An edit of a notebook's file would go past the notebook that
 * an editor has open, so a fix that needs one is left out.
 */
export function quickFixes(
  view: IndexView,
  path: FilePath,
  range: Range,
  context: QuickFixContext,
  places: FixPlaces,
): CodeAction[] | null {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return null;
  const actions = view
    .findings(path)
    .filter((finding) => finding.fixes.length > 0 && (overlaps(finding.range, range) || isTickOf(view, finding, range)))
    .flatMap((finding) =>
      finding.fixes.flatMap((fix) => {
        const changes = changesOf(fix, places);
        return changes ? [actionOf(finding, fix, context.diagnostics, changes)] : [];
      }),
    );
  return actions.length ? actions : null;
}

/** True where a box can be ticked or unticked: the box is three characters, its criterion the whole text behind it. */
function isTickOf(view: IndexView, { code, item, range }: Finding, { start }: Range): boolean {
  if (code !== 'claimed-not-met' && code !== 'met-not-claimed') return false;
  const last = (item === undefined ? undefined : view.item(item)?.facts.nameRange) ?? range;
  return start.line >= range.start.line && start.line <= last.end.line;
}

type Changes = Record<string, LspTextEdit[]>;

function changesOf(fix: Fix, { uriOf, inCells }: FixPlaces): Changes | undefined {
  const changes: Changes = {};
  for (const edit of fix.edits) {
    const place = isNotebook(edit.path) ? inCells?.(edit) : { uri: uriOf(edit.path), range: edit.range };
    if (!place) return undefined;
    (changes[place.uri] ??= []).push({ range: lspRange(place.range), newText: edit.newText });
  }
  return changes;
}

function actionOf(finding: Finding, fix: Fix, shown: readonly Diagnostic[], changes: Changes): CodeAction {
  const mended = shown.filter((diagnostic) => isOf(diagnostic, finding));
  return {
    title: localised(fix.title),
    kind: CodeActionKind.QuickFix,
    ...(mended.length > 0 && { diagnostics: mended }),
    ...(fix.preferred === true && { isPreferred: true }),
    edit: { changes },
  };
}

function isOf(diagnostic: Diagnostic, finding: Finding): boolean {
  const { start, end } = diagnostic.range;
  return (
    diagnostic.source === DIAGNOSTIC_SOURCE &&
    diagnostic.code === finding.code &&
    start.line === finding.range.start.line &&
    start.character === finding.range.start.character &&
    end.line === finding.range.end.line &&
    end.character === finding.range.end.character
  );
}
