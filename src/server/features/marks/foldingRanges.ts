import { foldingRanges as rangesIn } from '../../../editor/marks/foldingRanges.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import { MARKDOWN } from '../markdown.ts';

/** Folds of requirements in documents. */
export const foldingRanges: Feature = {
  // VS Code folds by indentation only where no provider is registered for the language.
  capabilities: { foldingRangeProvider: { documentSelector: MARKDOWN } },
  register({ connection, folders, log }) {
    connection.onFoldingRanges(
      guarded('folding range', log, async ({ textDocument }, token) => {
        const place = await placeOf(folders, textDocument.uri, token, 'early');
        return place ? rangesIn(place.view, place.path) : null;
      }),
    );
  },
};
