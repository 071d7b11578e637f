import * as l10n from '@vscode/l10n';
import type { CodeAction, CodeActionContext, Connection, Diagnostic, Position } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { ActionRequest, Offer } from '../editor/actions/actionRequest.ts';
import { fixAll } from '../editor/actions/fixAll.ts';
import { offersAt } from '../editor/actions/offers.ts';
import { DIAGNOSTIC_SOURCE } from '../editor/marks/diagnostics.ts';
import { workspaceEdit } from '../editor/edits.ts';
import { shorten } from '../editor/hover/markdown.ts';
import { pinnedText, staleAt } from '../editor/hover/pinnedText.ts';
import { FIX_ALL, quickFixes } from '../editor/actions/quickFixes.ts';
import type { ClientAbilities } from './client.ts';
import { editOf } from './editOf.ts';
import type { Folders } from './folders.ts';
import { guarded } from './guarded.ts';
import type { Log } from './log.ts';
import type { OldTexts } from './oldTexts.ts';
import type { FilePlace } from './placeOf.ts';
import { placeOf } from './placeOf.ts';
import type { InitializationOptions, ItemAddress, PinnedTextsParams } from './protocol.ts';

/** What the answers are made from. */
export interface CodeActionHost {
  readonly folders: Folders;
  readonly log: Log;
  readonly abilities: () => ClientAbilities;
  /** The client's commands behind actions that ask a person first. */
  readonly commands: () => NonNullable<InitializationOptions['actions']>;
  readonly oldTexts: OldTexts;
}

/** What an action carries until it is chosen. */
interface ActionData {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly request: ActionRequest;
}

/** Longest old or new text in the title of an action, in UTF-16 code units. */
const LONGEST_TEXT = 60;

/** Answers what can be done about a place, and does what was chosen. */
export function answerCodeActions(connection: Connection, host: CodeActionHost): void {
  const { folders, log, abilities, commands, oldTexts } = host;

  connection.onCodeAction(
    guarded('code action', log, async ({ textDocument, range, context }, token) => {
      const place = await placeOf(folders, textDocument.uri, token);
      if (!place) return null;
      const fixes = quickFixes(place.view, place.path, range, context, place.folder.uriOf) ?? [];
      const actions = [
        ...(await compared(fixes, place, range.start)),
        ...(await offered(place, range.start, context)),
        ...all(place, context),
      ];
      return actions.length && !token.isCancellationRequested ? actions : null;
    }),
  );

  connection.onCodeActionResolve(async (action) => {
    const { folder: uri, request } = (action.data ?? {}) as Partial<ActionData>;
    const folder = folders.get(uri ?? '');
    if (!folder || !request) return action;
    const edit = await editOf(folder, request, abilities());
    if (!('refusal' in edit)) return { ...action, edit };
    connection.window.showWarningMessage(edit.refusal);
    return action;
  });

  /** The actions beside fixes of findings; what they do is worked out when chosen, if the client allows. */
  async function offered(place: FilePlace, position: Position, context: CodeActionContext): Promise<CodeAction[]> {
    const { folder, view, path } = place;
    const actions: CodeAction[] = [];
    for (const offer of offersAt(view, path, position)) {
      if (!isWanted(offer.kind, context.only)) continue;
      const action = actionOf(offer, context.diagnostics);
      const command = offer.request.kind === 'scaffold-test' ? commands().scaffoldTest : undefined;
      if (command !== undefined && offer.request.kind === 'scaffold-test') {
        const address: ItemAddress = { folder: folder.uri, key: offer.request.key };
        actions.push({ ...action, command: { title: offer.title, command, arguments: [address] } });
      } else if (abilities().lazyActions) {
        actions.push({ ...action, data: { folder: folder.uri, request: offer.request } satisfies ActionData });
      } else {
        const edit = await editOf(folder, offer.request, abilities());
        if (!('refusal' in edit)) actions.push({ ...action, edit });
      }
    }
    return [...actions, ...annotating(place, position, context)];
  }

  /** Annotating code for what is not implemented begins with picking a place, which only a client can do. */
  function annotating({ folder, view, path }: FilePlace, position: Position, context: CodeActionContext): CodeAction[] {
    const command = commands().createAnnotation;
    const request = offersAt(view, path, position)
      .map((offer) => offer.request)
      .find(({ kind }) => kind === 'waive');
    if (command === undefined || request?.kind !== 'waive' || !isWanted(CodeActionKind.QuickFix, context.only)) return [];
    const title = l10n.t('Annotate code or a test with {0}…', view.item(request.key)?.id ?? request.key);
    const address: ItemAddress = { folder: folder.uri, key: request.key };
    return [
      {
        ...actionOf({ title, kind: CodeActionKind.QuickFix, request, mends: 'unmet-criterion' }, context.diagnostics),
        command: { title, command, arguments: [address] },
      },
    ];
  }

  /** Shows old and new text where a link is pinned anew: by the client's own view, else in the title. */
  async function compared(fixes: CodeAction[], { folder, view, path }: FilePlace, position: Position): Promise<CodeAction[]> {
    const stale = staleAt(view, path, position);
    if (!stale) return fixes;
    const command = commands().reviewPin;
    if (command !== undefined) {
      const title = l10n.t('Compare with what {0} was pinned to…', stale.item.id);
      const params: PinnedTextsParams = { uri: folder.uriOf(path), position };
      return [...fixes, { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [params] } }];
    }
    const before = await oldTexts.findSoon(folder, stale.item, stale.pin);
    if (before === undefined) return fixes;
    const now = pinnedText(stale.item);
    const titled = (title: string) => l10n.t('{0}: "{1}" is now "{2}"', title, shorten(before, LONGEST_TEXT), shorten(now, LONGEST_TEXT));
    return fixes.map((fix) => (writes(fix, `~${view.pin(stale.item)}`) ? { ...fix, title: titled(fix.title) } : fix));
  }

  function all({ folder, view, path }: FilePlace, { only }: CodeActionContext): CodeAction[] {
    // Only on request: it is for commands and for saving, not for the menu of a place.
    const edits = only?.some((kind) => kind !== '' && isWanted(FIX_ALL, [kind])) ? fixAll(view, path) : [];
    if (!edits.length) return [];
    return [{ title: l10n.t('Fix all that needs no thought'), kind: FIX_ALL, edit: workspaceEdit({ edits }, folder.uriOf, abilities()) }];
  }
}

/** True if the action writes a reference that ends so. */
function writes({ edit }: CodeAction, end: string): boolean {
  return Object.values(edit?.changes ?? {})
    .flat()
    .some(({ newText }) => newText.endsWith(end));
}

function actionOf({ title, kind, mends, preferred }: Offer, diagnostics: readonly Diagnostic[]): CodeAction {
  const mended = diagnostics.filter(({ source, code }) => source === DIAGNOSTIC_SOURCE && code === mends);
  return { title, kind, ...(mended.length > 0 && { diagnostics: mended }), ...(preferred === true && { isPreferred: true }) };
}

/** True if a kind is one of those asked for, or below one: `source.fixAll` asks for `source.fixAll.reqtrace`. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}
