import type { DocumentSymbol, Position, QuickPickItem, TextDocument } from 'vscode';
import { SymbolKind, TabInputText, ThemeIcon, Uri, commands, l10n, window, workspace } from 'vscode';
import { keyParts } from '../../model/keys.ts';
import { ANNOTATABLE_FILES, ANNOTATE } from '../../server/protocol.ts';
import type { AnnotatableFile, AnnotateParams, ItemAddress } from '../../server/protocol.ts';
import { applyEdit } from '../window/applyEdit.ts';
import { pickOpenItem } from './goToRequirement.ts';
import type { LanguageServer } from '../client/languageServer.ts';

/** How often, and how many milliseconds apart, a file without symbols is asked for them while its list is shown. */
const SYMBOL_ATTEMPTS = 8;
const SYMBOL_PAUSE = 400;

/** What an annotation usually is on. */
const DECLARATIONS: ReadonlySet<SymbolKind> = new Set([
  SymbolKind.Class,
  SymbolKind.Interface,
  SymbolKind.Struct,
  SymbolKind.Enum,
  SymbolKind.Module,
  SymbolKind.Namespace,
  SymbolKind.Function,
  SymbolKind.Method,
  SymbolKind.Constructor,
  SymbolKind.Constant,
]);

interface FilePick extends QuickPickItem {
  readonly uri: Uri;
}

interface PositionPick extends QuickPickItem {
  readonly position: Position;
}

/**
 * The command *Create Annotation*: asks for a file and a declaration in it, puts the annotation above it and shows it,
 * unsaved.
 *
 * @param item the requirement or criterion; without it, it is picked first.
 * @throws Error with a message to show when there is no place for it or the server is away.
 */
export async function createAnnotation(ask: LanguageServer['request'], item?: ItemAddress): Promise<void> {
  const address = item ?? (await pickOpenItem(ask, l10n.t('Requirement or criterion that the annotation names')));
  if (!address) return;
  const uri = await pickFile(ask, address);
  if (!uri) return;
  const editor = await window.showTextDocument(uri);
  const position = await pickPosition(editor.document, editor.selection.active);
  if (position) await annotateAt(ask, address, uri, position);
}

/**
 * The command *Annotate Here*: an annotation above the line of the cursor, for what is picked.
 *
 * @throws Error with a message to show when there is no place for it or the server is away.
 */
export async function annotateHere(ask: LanguageServer['request']): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) throw new Error(l10n.t('Open the file that gets the annotation first.'));
  const { document, selection } = editor;
  const address = await pickOpenItem(ask, l10n.t('Requirement or criterion that the annotation names'));
  if (address) await annotateAt(ask, address, document.uri, selection.start);
}

async function annotateAt(ask: LanguageServer['request'], address: ItemAddress, uri: Uri, position: Position): Promise<void> {
  const params: AnnotateParams = {
    folder: address.folder,
    key: address.key,
    uri: uri.toString(),
    position: { line: position.line, character: position.character },
  };
  await applyEdit(await ask(ANNOTATE, params));
}

/** Code and tests: open files first, the one in front before the others. */
async function pickFile(ask: LanguageServer['request'], { folder, key }: ItemAddress): Promise<Uri | undefined> {
  const picks = ask<AnnotatableFile[] | null>(ANNOTATABLE_FILES, { folder }).then((files): FilePick[] => {
    const open = window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []));
    const inFront = window.activeTextEditor?.document.uri;
    const all = new Map((files ?? []).map(({ uri }) => [Uri.parse(uri).toString(), Uri.parse(uri)]));
    const first = [...(inFront ? [inFront] : []), ...open].filter((uri) => all.has(uri.toString()));
    const ordered = new Map([...first, ...all.values()].map((uri) => [uri.toString(), uri]));
    return Array.from(ordered.values(), (uri) => ({ uri, label: workspace.asRelativePath(uri) }));
  });
  const { name } = keyParts(key);
  return (await window.showQuickPick(picks, { placeHolder: l10n.t('File that gets the annotation for {0}', name) }))?.uri;
}

/** The cursor, and the declarations of a file: the list is there at once, and they come into it as they are found. */
function pickPosition(document: TextDocument, cursor: Position): Promise<Position | undefined> {
  const atCursor: PositionPick = {
    label: l10n.t('At the cursor'),
    description: l10n.t('line {0}', cursor.line + 1),
    iconPath: new ThemeIcon('edit'),
    position: cursor,
  };
  const pick = window.createQuickPick<PositionPick>();
  pick.placeholder = l10n.t('Declaration that gets the annotation');
  pick.items = [atCursor];
  pick.busy = true;
  return new Promise((resolve) => {
    let isOver = false;
    const searched = declarationsOf(document, () => isOver).catch((): DocumentSymbol[] => []);
    void searched.then((symbols) => {
      if (isOver) return;
      pick.busy = false;
      // Below what is there, so that nothing moves under the hand of a person who is about to choose it.
      if (symbols.length > 0) pick.items = [atCursor, ...picksOf(symbols, '')];
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.position);
      pick.hide();
    });
    pick.onDidHide(() => {
      isOver = true;
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Asks again for a while where there are none: a language's own server may still be starting. */
async function declarationsOf({ uri }: TextDocument, isOver: () => boolean): Promise<readonly DocumentSymbol[]> {
  for (let attempt = 1; ; attempt++) {
    const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
    if (symbols === undefined || symbols.length > 0 || attempt === SYMBOL_ATTEMPTS || isOver()) return symbols ?? [];
    await new Promise((resolve) => setTimeout(resolve, SYMBOL_PAUSE));
  }
}

function picksOf(symbols: readonly DocumentSymbol[], container: string): PositionPick[] {
  return symbols.flatMap((symbol) => {
    const position = symbol.range.start;
    const own: PositionPick = {
      label: container + symbol.name,
      description: l10n.t('line {0}', position.line + 1),
      iconPath: new ThemeIcon(`symbol-${SymbolKind[symbol.kind].toLowerCase()}`),
      position,
    };
    return [...(DECLARATIONS.has(symbol.kind) ? [own] : []), ...picksOf(symbol.children, `${container}${symbol.name}.`)];
  });
}
