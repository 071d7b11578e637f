import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { PlacedLineCoverage } from '../../protocol.ts';
import { LINE_COVERAGE } from '../../protocol.ts';

/** Line coverage as it was read, for the editor's own view of it. */
export const lineCoverage: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      LINE_COVERAGE,
      guarded('line coverage', log, (): PlacedLineCoverage[] =>
        folders.all.flatMap(({ view, uriOf }) =>
          Array.from(view?.coveredLines() ?? [], ([path, lines]) => ({ uri: uriOf(path), ...lines })),
        ),
      ),
    );
  },
};
