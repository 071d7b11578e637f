import * as l10n from '@vscode/l10n';
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { ActionRequest } from '../../../editor/actions/actionRequest.ts';
import { perform } from '../../../editor/actions/perform.ts';
import { workspaceEdit } from '../../../editor/edits.ts';
import type { Refusal } from '../../../editor/refusal.ts';
import type { ClientAbilities } from '../../client/client.ts';
import type { Folder } from '../../folder.ts';
import { listed } from '../../../text/words/listed.ts';

/** What a chosen action does in a folder, in the form that the client understands. */
export async function editOf(folder: Folder, request: ActionRequest, abilities: ClientAbilities): Promise<WorkspaceEdit | Refusal> {
  const { view, reading } = folder;
  if (!view || !reading) return { refusal: l10n.t('{0} is not indexed yet', folder.name) };
  const made = await perform(view, reading, request, (path) => folder.text(path));
  if ('refusal' in made) return made;
  if (made.created?.length && !abilities.createFiles)
    return { refusal: l10n.t('{0} does not exist; create it first', listed(made.created)) };
  return workspaceEdit(made, folder.uriOf, abilities);
}
