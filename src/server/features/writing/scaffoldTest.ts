import { scaffoldTest as scaffold, testFileFor } from '../../../editor/actions/scaffoldTest.ts';
import { workspaceEdit } from '../../../editor/edits.ts';
import type { Feature } from '../../feature.ts';
import type { ScaffoldedTest, ScaffoldTestParams } from '../../protocol.ts';
import { SCAFFOLD_TEST } from '../../protocol.ts';
import { pathIn, withItem } from './itemCommand.ts';
import { noTestToFollow, unreadable } from '../../../editor/refusal.ts';

/** Writes a test for an item in the framework of the tests around it. */
export const scaffoldTest: Feature = {
  register(session) {
    const { connection, folders } = session;
    connection.onRequest<ScaffoldedTest, void>(SCAFFOLD_TEST, (params: ScaffoldTestParams) =>
      withItem(session, 'scaffold test', params, async ({ folder, view, reading, item }) => {
        const path = params.uri === undefined ? testFileFor(view, item) : pathIn(folders, folder, params.uri);
        if (path === undefined) return noTestToFollow();
        const text = await folder.text(path);
        if (text === undefined) return unreadable(path);
        const made = scaffold(view, reading, item, path, text);
        if ('refusal' in made) return made;
        const edit = workspaceEdit({ edits: [made.edit] }, folder.uriOf, session.client.abilities);
        return { edit, uri: folder.uriOf(path), line: made.line };
      }),
    );
  },
};
