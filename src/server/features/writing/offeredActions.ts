import * as l10n from '@vscode/l10n';
import type { CodeAction, CodeActionContext, Command, Diagnostic, Position } from 'vscode-languageserver/node';
import { CodeActionKind } from 'vscode-languageserver/node';
import type { ActionRequest, Offer } from '../../../editor/actions/actionRequest.ts';
import { nameOf, offersAt } from '../../../editor/actions/offers.ts';
import { DIAGNOSTIC_SOURCE } from '../../../editor/marks/diagnostics.ts';
import { writerOf } from '../../../formats/notation/notation.ts';
import type { Client } from '../../client/client.ts';
import type { FilePlace } from '../../placeOf.ts';
import type { ItemAddress } from '../../protocol.ts';
import type { Session } from '../../session.ts';
import { editOf } from './editOf.ts';
import { isWanted } from '../../../editor/actions/quickFixes.ts';

/** What an action carries until it is chosen. */
export interface ActionData {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly request: ActionRequest;
}

/** A place at which actions are asked for. */
export interface ActionPlace extends FilePlace {
  readonly position: Position;
  readonly context: CodeActionContext;
}

/** The actions beside fixes of findings; what they do is worked out when chosen, if the client allows. */
export async function offeredActions(session: Session, place: ActionPlace): Promise<CodeAction[]> {
  const { abilities, commands } = session.client;
  const { folder, context } = place;
  const actions: CodeAction[] = [];
  for (const offer of offersOf(place)) {
    if (!isWanted(offer.kind, context.only)) continue;
    const action = actionOf(offer, context.diagnostics);
    const asking = askingCommand(offer, place, commands);
    if (asking) {
      actions.push({ ...action, title: asking.title, command: asking });
    } else if (abilities.lazyActions) {
      actions.push({ ...action, data: { folder: folder.uri, request: offer.request } satisfies ActionData });
    } else {
      const edit = await editOf(folder, offer.request, abilities);
      if (!('refusal' in edit)) actions.push({ ...action, edit });
    }
  }
  return [...actions, ...annotating(session, place)];
}

/** The client's command behind an action that asks a person first; undefined where it asks nothing, or the client has none. */
function askingCommand({ title, request }: Offer, { folder, view }: ActionPlace, commands: Client['commands']): Command | undefined {
  if (request.kind !== 'scaffold-test' && request.kind !== 'waive') return undefined;
  const command = request.kind === 'waive' ? commands.waive : commands.scaffoldTest;
  const item = view.item(request.key);
  if (command === undefined || !item) return undefined;
  const address: ItemAddress = { folder: folder.uri, key: request.key };
  return { title: request.kind === 'waive' ? l10n.t('Waive {0}…', nameOf(item)) : title, command, arguments: [address] };
}

/** Annotating code for what is not implemented begins with picking a place, which only a client can do. */
function annotating({ client }: Session, place: ActionPlace): CodeAction[] {
  const { folder, view, context } = place;
  const command = client.commands.createAnnotation;
  const request = offersOf(place)
    .map((offer) => offer.request)
    .find(({ kind }) => kind === 'waive');
  const item = request?.kind === 'waive' ? view.item(request.key) : undefined;
  if (
    command === undefined ||
    request?.kind !== 'waive' ||
    (item && !writerOf(view.notations, item).annotation) ||
    !isWanted(CodeActionKind.QuickFix, context.only)
  )
    return [];
  const title = l10n.t('Annotate code or a test with {0}…', item ? nameOf(item) : request.key);
  const address: ItemAddress = { folder: folder.uri, key: request.key };
  return [
    {
      ...actionOf({ title, kind: CodeActionKind.QuickFix, request, mends: 'unmet-criterion' }, context.diagnostics),
      command: { title, command, arguments: [address] },
    },
  ];
}

function offersOf({ folder, view, path, position }: ActionPlace): readonly Offer[] {
  return folder.reading ? offersAt(view, folder.reading.ids, path, position) : [];
}

function actionOf({ title, kind, mends, preferred }: Offer, diagnostics: readonly Diagnostic[]): CodeAction {
  const mended = diagnostics.filter(({ source, code }) => source === DIAGNOSTIC_SOURCE && code === mends);
  return { title, kind, ...(mended.length > 0 && { diagnostics: mended }), ...(preferred === true && { isPreferred: true }) };
}
