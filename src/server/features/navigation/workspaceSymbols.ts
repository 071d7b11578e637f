import { workspaceSymbols as symbolsLike } from '../../../editor/navigation/workspaceSymbols.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';

/** *Go to Symbol in Workspace* finds requirements and criteria. */
export const workspaceSymbols: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register({ connection, folders, log }) {
    connection.onWorkspaceSymbol(
      guarded('workspace symbol', log, ({ query }) =>
        folders.all.flatMap(({ early, uriOf }) => (early ? symbolsLike(early, query, uriOf) : [])),
      ),
    );
  },
};
