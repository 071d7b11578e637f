import { unmetNeighbour as neighbourOf } from '../../../editor/navigation/unmetNeighbour.ts';
import { lspLocation } from '../../../editor/place.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import type { NextUnmetParams, Place } from '../../protocol.ts';
import { NEXT_UNMET } from '../../protocol.ts';

/** The way to the next or previous criterion that still needs work. */
export const unmetNeighbour: Feature = {
  register({ connection, folders, log, notebooks }) {
    connection.onRequest(
      NEXT_UNMET,
      notebooks.answered(
        guarded('next unmet', log, async ({ uri, position, direction }: NextUnmetParams, token): Promise<Place | null> => {
          const place = await placeOf(folders, uri, token);
          const folder = place?.folder ?? folders.all[0];
          const found = folder?.view && neighbourOf(folder.view, place?.path ?? '', position, direction);
          return found ? lspLocation(found, folder.uriOf) : null;
        }),
      ),
    );
  },
};
