import { writeTest } from '../../../editor/actions/scaffold/writeTest.ts';
import { workspaceEdit } from '../../../editor/edits.ts';
import { lspRange } from '../../../editor/place.ts';
import type { Refusal } from '../../../editor/refusal.ts';
import type { Feature } from '../../feature.ts';
import type { FrameworkChoices, ScaffoldedTest, ScaffoldTestParams } from '../../scaffoldProtocol.ts';
import { SCAFFOLD_TEST } from '../../scaffoldProtocol.ts';
import { pathIn, withItem } from './itemCommand.ts';

/** Writes a test for an item in the framework of the tests around it. */
export const scaffoldTest: Feature = {
  register(session) {
    const { connection, folders } = session;
    connection.onRequest<ScaffoldedTest | FrameworkChoices, void>(SCAFFOLD_TEST, (params: ScaffoldTestParams) =>
      withItem(
        session,
        'scaffold test',
        params,
        async ({ folder, view, reading, item }): Promise<ScaffoldedTest | FrameworkChoices | Refusal> => {
          const path = params.uri === undefined ? undefined : pathIn(folders, folder, params.uri);
          const { framework } = params;
          const made = await writeTest(view, reading, item, (file) => folder.text(file), {
            ...(path !== undefined && { path }),
            ...(framework !== undefined && { framework }),
          });
          if ('refusal' in made || 'choices' in made) return made;
          const before = made.edits.slice(0, -1);
          const at = made.edits.at(-1)?.range.start ?? { line: 0, character: 0 };
          const moved = before.reduce((lines, { newText }) => lines + newText.split('\n').length - 1, 0);
          return {
            edit: workspaceEdit({ edits: made.edits, ...(made.isNew && { created: [made.path] }) }, folder.uriOf, session.client.abilities),
            uri: folder.uriOf(made.path),
            isNew: made.isNew,
            line: made.line,
            body: made.body,
            snippet: { position: { line: at.line + moved, character: at.character }, text: made.snippet },
            before: before.map(({ range, newText }) => ({ range: lspRange(range), newText })),
          };
        },
      ),
    );
  },
};
