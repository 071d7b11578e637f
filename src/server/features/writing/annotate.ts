import * as l10n from '@vscode/l10n';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { annotate as annotateAbove } from '../../../editor/actions/annotate.ts';
import { workspaceEdit } from '../../../editor/edits.ts';
import type { Feature } from '../../feature.ts';
import type { AnnotateParams } from '../../protocol.ts';
import { ANNOTATE } from '../../protocol.ts';
import { pathIn, withItem } from './itemCommand.ts';

/** Puts an annotation for an item above a place that the user picked. */
export const annotate: Feature = {
  register(session) {
    const { connection, folders, notebooks } = session;
    connection.onRequest<WorkspaceEdit, void>(ANNOTATE, (params: AnnotateParams) =>
      withItem(session, 'annotate', params, async ({ folder, view, reading, item }) => {
        const { position } = params;
        const uri = notebooks.cell(params.uri)?.notebook.uri ?? params.uri;
        const path = pathIn(folders, folder, uri);
        const text = path === undefined ? undefined : await folder.text(path);
        if (path === undefined || text === undefined) return { refusal: l10n.t('{0} is not a readable file of {1}', uri, folder.name) };
        const edit = annotateAbove(view, reading, item, { path, text, line: position.line });
        return 'refusal' in edit ? edit : workspaceEdit({ edits: [edit] }, folder.uriOf, session.client.abilities);
      }),
    );
  },
};
