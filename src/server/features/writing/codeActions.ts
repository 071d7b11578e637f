import * as l10n from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { fixAll } from '../../../editor/actions/fixAll.ts';
import { FIX_ALL, isWanted, quickFixes } from '../../../editor/actions/quickFixes.ts';
import { nameOf } from '../../../editor/actions/offers.ts';
import { workspaceEdit } from '../../../editor/edits.ts';
import { shorten } from '../../../editor/hover/markdown.ts';
import { pinnedText, staleAt } from '../../../editor/hover/pinnedText.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import type { PinnedTextsParams } from '../../protocol.ts';
import type { Session } from '../../session.ts';
import { editOf } from './editOf.ts';
import { cellFixes } from './cellFixes.ts';
import type { ActionData, ActionPlace } from './offeredActions.ts';
import { offeredActions } from './offeredActions.ts';
import { suggestedActions } from './suggestedActions.ts';

/** Longest old or new text in the title of an action, in UTF-16 code units. */
const LONGEST_TEXT = 60;

/** What can be done about a place; what was chosen is done when the client asks for it, if it can. */
export const codeActions: Feature = {
  capabilities: ({ abilities }) =>
    abilities.actions
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
            resolveProvider: true,
          },
        }
      : {},
  register(session) {
    const { connection, folders, log } = session;
    connection.onCodeAction(
      guarded('code action', log, async ({ textDocument, range, context }, token) => {
        if (session.notebooks.cell(textDocument.uri)) return cellFixes(session, { textDocument, range, context }, token);
        const found = await placeOf(folders, textDocument.uri, token);
        if (!found) return null;
        const place: ActionPlace = { ...found, position: range.start, context };
        const fixes = quickFixes(place.view, place.path, range, context, place.folder) ?? [];
        const actions = [
          ...(await compared(session, fixes, place)),
          ...(await offeredActions(session, place)),
          ...(await suggestedActions(session, place)),
          ...allFixes(session, place),
        ];
        return actions.length && !token.isCancellationRequested ? actions : null;
      }),
    );

    connection.onCodeActionResolve(async (action) => {
      const { folder: uri, request } = (action.data ?? {}) as Partial<ActionData>;
      const folder = folders.get(uri ?? '');
      if (!folder || !request) return action;
      const edit = await editOf(folder, request, session.client.abilities);
      if (!('refusal' in edit)) return { ...action, edit };
      connection.window.showWarningMessage(edit.refusal);
      return action;
    });
  },
};

/** Shows old and new text where a link is pinned anew: by the client's own view, else in the title. */
async function compared(session: Session, fixes: CodeAction[], { folder, view, path, position }: ActionPlace): Promise<CodeAction[]> {
  const stale = staleAt(view, path, position);
  if (!stale) return fixes;
  const command = session.client.commands.reviewPin;
  if (command !== undefined) {
    const title = l10n.t('Compare with what {0} was pinned to…', nameOf(stale.item));
    const params: PinnedTextsParams = { uri: folder.uriOf(path), position };
    return [...fixes, { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [params] } }];
  }
  const before = await session.oldTexts.findSoon(folder, stale.item, stale.pin);
  if (before === undefined) return fixes;
  const now = pinnedText(stale.item);
  const titled = (title: string) => l10n.t('{0}: "{1}" is now "{2}"', title, shorten(before, LONGEST_TEXT), shorten(now, LONGEST_TEXT));
  return fixes.map((fix) => (writes(fix, `~${view.pin(stale.item)}`) ? { ...fix, title: titled(fix.title) } : fix));
}

/** True if the action writes a reference that ends so. */
function writes({ edit }: CodeAction, end: string): boolean {
  return Object.values(edit?.changes ?? {})
    .flat()
    .some(({ newText }) => newText.endsWith(end));
}

function allFixes({ client }: Session, { folder, view, path, context: { only } }: ActionPlace): CodeAction[] {
  // Only on request: it is for commands and for saving, not for the menu of a place.
  const edits = only?.some((kind) => kind !== '' && isWanted(FIX_ALL, [kind])) ? fixAll(view, path) : [];
  if (!edits.length) return [];
  return [
    { title: l10n.t('Fix All Auto-Fixable Problems'), kind: FIX_ALL, edit: workspaceEdit({ edits }, folder.uriOf, client.abilities) },
  ];
}
