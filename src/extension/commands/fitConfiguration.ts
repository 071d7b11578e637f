import type { QuickPick, QuickPickItem, TextEditor, WorkspaceFolder } from 'vscode';
import { ProgressLocation, Selection, TextEditorRevealType, Uri, l10n, window, workspace } from 'vscode';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { FIT, FIT_EDIT, FIT_EFFECT } from '../../server/fitProtocol.ts';
import type { FitChoice, FitEdit, FitRow } from '../../server/fitProtocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { applyEdit } from '../window/applyEdit.ts';
import { chooseFolder } from '../window/chooseFolder.ts';

type Ask = LanguageServer['request'];

/** A proposal as a row of the list. */
interface FitItem extends QuickPickItem {
  readonly id: string;
}

/**
 * The command *Fit to This Repository*: shows proposals for reqtrace.yaml, with the effect of each and of all that are checked, then writes the
 * checked ones and shows them in the file, as one step to undo.
 *
 * @throws Error with a message to show when there is no folder, nothing to propose, or the server is away.
 */
export async function fitConfiguration(ask: Ask): Promise<void> {
  const folder = await chooseFolder(l10n.t('Folder that gets {0}', CONFIGURATION_FILE));
  if (folder === undefined) return;
  const rows = await lookedUp(ask, folder);
  if (rows === undefined) return;
  const chosen = await chooseRows(ask, folder, rows);
  const choice: FitChoice = { folder: folder.uri.toString(), chosen: chosen ?? [] };
  const fitted = await ask<FitEdit | null>(FIT_EDIT, choice);
  if (choice.chosen.length === 0) return;
  const editor = await applyEdit(fitted?.edit);
  if (editor && fitted) showLine(editor, fitted.line);
  // What is opened stays undoable, and the command line reads what is saved.
  await workspace.save(Uri.joinPath(folder.uri, CONFIGURATION_FILE));
}

function showLine(editor: TextEditor, line: number): void {
  editor.selection = new Selection(line, 0, line, 0);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The rows, tried by the server; undefined for one who gave up waiting. */
function lookedUp(ask: Ask, folder: WorkspaceFolder): Thenable<readonly FitRow[] | undefined> {
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Looking for what fits this repository, by trying it'),
    cancellable: true,
  };
  return window.withProgress(options, async (_progress, token) => {
    try {
      const rows = await ask<FitRow[]>(FIT, { folder: folder.uri.toString() }, token);
      if (!rows) throw new Error(l10n.t('The language server is not running.'));
      if (rows.length === 0) throw new Error(l10n.t('Nothing was found that {0} would have to say here.', CONFIGURATION_FILE));
      return rows;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

/** Ids of the rows that a person leaves ticked; undefined for one who closes the list. */
function chooseRows(ask: Ask, folder: WorkspaceFolder, rows: readonly FitRow[]): Promise<readonly string[] | undefined> {
  const pick = window.createQuickPick<FitItem>();
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.placeholder = l10n.t('Tick what {0} is to say', CONFIGURATION_FILE);
  pick.items = rows.map(({ id, title, reason, effect }) => ({
    id,
    label: title,
    ...(effect !== undefined && { description: effect }),
    detail: reason,
  }));
  const ticked = new Set(rows.filter(({ picked }) => picked).map(({ id }) => id));
  pick.selectedItems = pick.items.filter(({ id }) => ticked.has(id));
  const effects = new EffectTitle(pick, (chosen) => ask<string>(FIT_EFFECT, { folder: folder.uri.toString(), chosen }));
  return new Promise((resolve) => {
    pick.onDidChangeSelection((items) => void effects.show(items));
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ id }) => id));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    void effects.show(pick.selectedItems);
  });
}

/** Says in the title of the list what all that is ticked does together; of several questions only the last is answered. */
class EffectTitle {
  readonly #pick: QuickPick<FitItem>;
  readonly #ask: (chosen: readonly string[]) => Promise<string | undefined>;
  #wanted: readonly string[] = [];
  #asking = false;

  constructor(pick: QuickPick<FitItem>, ask: (chosen: readonly string[]) => Promise<string | undefined>) {
    this.#pick = pick;
    this.#ask = ask;
  }

  async show(items: readonly FitItem[]): Promise<void> {
    this.#wanted = items.map(({ id }) => id);
    if (this.#asking) return;
    this.#asking = true;
    this.#pick.busy = true;
    for (let asked: readonly string[] | undefined; asked !== this.#wanted;) {
      asked = this.#wanted;
      const effect = asked.length === 0 ? l10n.t('changes nothing') : await this.#ask(asked).catch(() => undefined);
      this.#pick.title = effect === undefined ? l10n.t('Fit to this repository') : l10n.t('Together: {0}', effect);
    }
    this.#asking = false;
    this.#pick.busy = false;
  }
}
