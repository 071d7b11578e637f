import * as l10n from '@vscode/l10n';
import type { Connection, WorkspaceEdit } from 'vscode-languageserver/node';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Extractor } from '../formats/extract.ts';
import type { IndexView } from '../index/view.ts';
import { annotate } from '../editor/actions/annotate.ts';
import { scaffoldTest, testFileFor } from '../editor/actions/scaffoldTest.ts';
import { workspaceEdit } from '../editor/edits.ts';
import { pinnedText, staleAt } from '../editor/hover/pinnedText.ts';
import type { Refusal } from '../editor/refusal.ts';
import type { Item } from '../model/item.ts';
import type { FilePath } from '../model/position.ts';
import type { CodeActionHost } from './codeActionRequests.ts';
import { editOf } from './editOf.ts';
import type { Folder } from './folder.ts';
import { guarded } from './guarded.ts';
import { describeError } from './log.ts';
import { placeOf } from './placeOf.ts';
import type { AnnotateParams, ItemAddress, PinnedTexts, PinnedTextsParams, ScaffoldedTest, ScaffoldTestParams } from './protocol.ts';
import { ANNOTATE, PINNED_TEXTS, SCAFFOLD_TEST } from './protocol.ts';

/** An item that the client named, and what is needed to work with it. */
interface Addressed {
  readonly folder: Folder;
  readonly view: IndexView;
  readonly extractor: Extractor;
  readonly item: Item;
}

/** Answers the client's commands about one item: annotate a place, write a test, compare what was pinned. */
export function answerItemRequests(connection: Connection, { folders, log, abilities, oldTexts }: Omit<CodeActionHost, 'commands'>): void {
  connection.onRequest<WorkspaceEdit, void>(ANNOTATE, (params: AnnotateParams) =>
    told('annotate', params, (addressed) => annotation(addressed, params)),
  );

  connection.onRequest<ScaffoldedTest, void>(SCAFFOLD_TEST, (params: ScaffoldTestParams) =>
    told('scaffold test', params, (addressed) => test(addressed, params)),
  );

  connection.onRequest(
    PINNED_TEXTS,
    guarded('pinned texts', log, async ({ uri, position }: PinnedTextsParams, token): Promise<PinnedTexts | null> => {
      const place = await placeOf(folders, uri, token);
      const stale = place && staleAt(place.view, place.path, position);
      if (!stale) return null;
      const edit = await editOf(place.folder, { kind: 'pin', path: place.path, position }, abilities());
      if ('refusal' in edit) return null;
      const before = await oldTexts.find(place.folder, stale.item, stale.pin);
      return { id: stale.item.id, ...(before !== undefined && { before }), now: pinnedText(stale.item), edit };
    }),
  );

  async function annotation(
    { folder, view, extractor, item }: Addressed,
    { uri, position }: AnnotateParams,
  ): Promise<WorkspaceEdit | Refusal> {
    const path = pathIn(folder, uri);
    const text = path === undefined ? undefined : await folder.text(path);
    if (path === undefined || text === undefined) return { refusal: l10n.t('{0} is no file of {1} that can be read', uri, folder.name) };
    const edit = annotate(view, extractor, item, { path, text, line: position.line });
    return 'refusal' in edit ? edit : workspaceEdit({ edits: [edit] }, folder.uriOf, abilities());
  }

  async function test({ folder, view, extractor, item }: Addressed, { uri }: ScaffoldTestParams): Promise<ScaffoldedTest | Refusal> {
    const path = uri === undefined ? testFileFor(view, item) : pathIn(folder, uri);
    if (path === undefined) return { refusal: l10n.t('No test names a requirement yet, so there is none to follow; write the first one') };
    const text = await folder.text(path);
    if (text === undefined) return { refusal: l10n.t('{0} cannot be read', path) };
    const made = scaffoldTest(view, extractor, item, path, text);
    if ('refusal' in made) return made;
    return { edit: workspaceEdit({ edits: [made.edit] }, folder.uriOf, abilities()), uri: folder.uriOf(path), line: made.line };
  }

  function pathIn(folder: Folder, uri: string): FilePath | undefined {
    return folders.containing(uri).find((file) => file.folder === folder)?.path;
  }

  /** A person asked for it, so what goes wrong is told and not only logged. */
  async function told<R extends object>(
    name: string,
    { folder: uri, key }: ItemAddress,
    work: (addressed: Addressed) => Promise<R | Refusal>,
  ): Promise<R | ResponseError> {
    const folder = folders.get(uri);
    const item = folder?.view?.item(key);
    try {
      const answer: R | Refusal =
        folder?.view && folder.extractor && item
          ? await work({ folder, view: folder.view, extractor: folder.extractor, item })
          : { refusal: l10n.t('{0} is no longer there', key) };
      return 'refusal' in answer ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refusal) : answer;
    } catch (error) {
      log.error(`${name}: ${describeError(error)}`);
      return new ResponseError(LSPErrorCodes.RequestFailed, l10n.t('An unexpected error, see the log'));
    }
  }
}
