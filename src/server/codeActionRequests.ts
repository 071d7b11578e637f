import type { Connection } from 'vscode-languageserver/node';
import type { EditAbilities } from '../language/edits.ts';
import { quickFixes } from '../language/quickFixes.ts';
import type { Folders } from './folders.ts';
import { guarded } from './guarded.ts';
import type { Log } from './log.ts';
import { placeOf } from './placeOf.ts';

/** What the answers are made from. */
export interface CodeActionHost {
  readonly folders: Folders;
  readonly log: Log;
  readonly abilities: () => EditAbilities;
}

/** Answers what can be done about a place. */
export function answerCodeActions(connection: Connection, { folders, log }: CodeActionHost): void {
  connection.onCodeAction(
    guarded('code action', log, async ({ textDocument, range, context }, token) => {
      const place = await placeOf(folders, textDocument.uri, token);
      return place ? quickFixes(place.view, place.path, range, context, place.folder.uriOf) : null;
    }),
  );
}
