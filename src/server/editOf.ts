import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { ActionRequest } from '../language/actions/actionRequest.ts';
import { perform } from '../language/actions/perform.ts';
import { workspaceEdit } from '../language/edits.ts';
import type { Refusal } from '../language/rename.ts';
import type { ClientAbilities } from './client.ts';
import type { Folder } from './folder.ts';

/** What a chosen action does in a folder, in the form that the client understands. */
export async function editOf(folder: Folder, request: ActionRequest, abilities: ClientAbilities): Promise<WorkspaceEdit | Refusal> {
  const { view, extractor } = folder;
  if (!view || !extractor) return { refusal: `${folder.name} is not indexed yet` };
  const made = await perform(view, extractor, request, (path) => folder.text(path));
  if ('refusal' in made) return made;
  if (made.created?.length && !abilities.createFiles) return { refusal: `${made.created.join(', ')} does not exist; create it first` };
  return workspaceEdit(made, folder.uriOf, abilities);
}
