import { CellPlaces } from '../../../formats/carriers/notebook/cellPlaces.ts';
import { lspRange } from '../../../editor/place.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import type { CellPlace, Place } from '../../protocol.ts';
import { CELL_PLACE } from '../../protocol.ts';

/** Where in its cells a place in the file of a notebook is, for editors that show cells. */
export const cellPlace: Feature = {
  register({ connection, folders, log, notebooks }) {
    connection.onRequest<CellPlace | null, void>(
      CELL_PLACE,
      guarded('cell place', log, async ({ uri, range }: Place): Promise<CellPlace | null> => {
        const file = folders.find(uri);
        if (!file) return null;
        const open = notebooks.get(file.folder.uriOf(file.path));
        if (open) return open.toCell(range) ?? null;
        const text = await file.folder.text(file.path);
        const found = text === undefined ? undefined : new CellPlaces(text).toCell(range);
        return found ? { cell: found.cell, range: lspRange(found.range) } : null;
      }),
    );
  },
};
