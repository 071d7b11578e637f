import * as l10n from '@vscode/l10n';
import type { CodeAction, CodeActionContext, Command, Diagnostic, Position } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { ActionRequest, Offer } from '../../../editor/actions/actionRequest.ts';
import { nameOf, offersAt } from '../../../editor/actions/offers.ts';
import { DIAGNOSTIC_SOURCE } from '../../../editor/marks/diagnostics.ts';
import { subjectAt } from '../../../editor/subject.ts';
import { writerOf } from '../../../formats/notation/notation.ts';
import type { Status } from '../../../model/status.ts';
import type { Client } from '../../client/client.ts';
import type { FilePlace } from '../../placeOf.ts';
import type { ItemAddress } from '../../protocol.ts';
import type { Session } from '../../session.ts';
import { editOf } from './editOf.ts';
import { isWanted } from '../../../editor/actions/quickFixes.ts';

/** What there is something to do about. */
const OPEN: ReadonlySet<Status> = new Set(['failing', 'stale', 'partial', 'unmet']);

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
  return [...actions, ...annotating(session, place), ...implementing(session, place), ...running(session, place)];
}

/** Running the tests of what is defined at a place, whatever it is worth: only a client can. */
function running({ client }: Session, { folder, view, path, position, context }: ActionPlace): CodeAction[] {
  const command = client.commands.runTests;
  const subject = command === undefined ? undefined : subjectAt(view, path, position);
  if (command === undefined || subject?.kind !== 'definition' || !isWanted(CodeActionKind.Empty, context.only)) return [];
  const { item } = subject;
  if (!view.coverage(item.key).links.some(({ is }) => is === 'verifies')) return [];
  const title = l10n.t('Run the tests of {0}', nameOf(item));
  const address: ItemAddress = { folder: folder.uri, key: item.key };
  return [{ title, kind: CodeActionKind.Empty, command: { title, command, arguments: [address] } }];
}

/** Having an agent work on what is open: only a client can hand it over. */
function implementing({ client }: Session, { folder, view, path, position, context }: ActionPlace): CodeAction[] {
  const command = client.commands.implementWithAgent;
  const subject = command === undefined ? undefined : subjectAt(view, path, position);
  if (command === undefined || subject?.kind !== 'definition' || !isWanted(CodeActionKind.Empty, context.only)) return [];
  const { item } = subject;
  if (!OPEN.has(view.coverage(item.key).status)) return [];
  const title = l10n.t('Implement {0} with an agent', nameOf(item));
  const address: ItemAddress = { folder: folder.uri, key: item.key };
  return [{ title, kind: CodeActionKind.Empty, command: { title, command, arguments: [address] } }];
}

/** The client's command behind an action that asks a person first; undefined where it asks nothing, or the client has none. */
function askingCommand({ title, request }: Offer, { folder, view }: ActionPlace, commands: Client['commands']): Command | undefined {
  if (request.kind !== 'scaffold-test' && request.kind !== 'waive' && request.kind !== 'waive-here') return undefined;
  const command = request.kind === 'scaffold-test' ? commands.scaffoldTest : commands.waive;
  const item = view.item(request.key);
  if (command === undefined || !item) return undefined;
  const address: ItemAddress = { folder: folder.uri, key: request.key };
  switch (request.kind) {
    case 'scaffold-test':
      return { title, command, arguments: [address] };
    case 'waive':
      return { title: l10n.t('Waive {0}…', nameOf(item)), command, arguments: [address] };
    case 'waive-here': {
      const here: ItemAddress = { ...address, at: { uri: folder.uriOf(request.path), position: request.position } };
      return { title: l10n.t('Waive {0} here…', nameOf(item)), command, arguments: [here] };
    }
  }
}

/** Annotating code or a test begins with picking a place, which only a client can do. */
function annotating({ client }: Session, place: ActionPlace): CodeAction[] {
  const { folder, view, context } = place;
  const command = client.commands.createAnnotation;
  const subject = subjectAt(view, place.path, place.position);
  if (command === undefined || subject?.kind !== 'definition') return [];
  const { item } = subject;
  const { status } = view.coverage(item.key);
  const lacks = status === 'unmet' || status === 'partial';
  // Where nothing is missing it mends nothing, and no lamp need be lit for it.
  const kind = lacks ? CodeActionKind.QuickFix : CodeActionKind.Empty;
  const isWhole = item.type === 'requirement' && item.criteria.length > 0;
  if (isWhole || status === 'exempt' || !writerOf(view.notations, item).annotation || !isWanted(kind, context.only)) return [];
  const title = lacks
    ? l10n.t('Annotate code or a test with {0}…', nameOf(item))
    : l10n.t('Annotate more code or another test with {0}…', nameOf(item));
  const mended = lacks ? context.diagnostics.filter((one) => isOf(one, 'unmet-criterion')) : [];
  const address: ItemAddress = { folder: folder.uri, key: item.key };
  return [{ title, kind, ...(mended.length > 0 && { diagnostics: mended }), command: { title, command, arguments: [address] } }];
}

function offersOf({ folder, view, path, position }: ActionPlace): readonly Offer[] {
  return folder.reading ? offersAt(view, folder.reading.ids, path, position) : [];
}

function actionOf({ title, kind, mends, preferred }: Offer, diagnostics: readonly Diagnostic[]): CodeAction {
  const mended = diagnostics.filter((one) => isOf(one, mends));
  return { title, kind, ...(mended.length > 0 && { diagnostics: mended }), ...(preferred === true && { isPreferred: true }) };
}

function isOf({ source, code }: Diagnostic, mends: string | undefined): boolean {
  return source === DIAGNOSTIC_SOURCE && code === mends;
}
