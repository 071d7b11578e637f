import type { Connection } from 'vscode-languageserver/node';
import { decorations } from '../editor/marks/decorations.ts';
import { documentStatuses } from '../editor/marks/documentStatuses.ts';
import { goToList } from '../editor/navigation/goToList.ts';
import { lspLocation, lspRange } from '../editor/place.ts';
import { unmetNeighbour } from '../editor/navigation/unmetNeighbour.ts';
import type { Location } from '../model/position.ts';
import { isOpen, STATUSES } from '../model/status.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import { guarded } from './guarded.ts';
import type { Log } from './log.ts';
import { placeOf } from './placeOf.ts';
import type { ListedItem, NextUnmetParams, Place, PlacedDecoration, PlacedDocumentStatus } from './protocol.ts';
import { DECORATIONS, DOCUMENT_STATUSES, ITEMS, NEXT_UNMET } from './protocol.ts';

/** Answers what the protocol has no words for: marks by status, the list of all items, the way to the next gap. */
export function answerCustomRequests(connection: Connection, folders: Folders, log: Log): void {
  connection.onRequest(
    DECORATIONS,
    guarded('decorations', log, async ({ uri }: { uri: string }, token): Promise<PlacedDecoration[] | null> => {
      const place = await placeOf(folders, uri, token);
      return place ? decorations(place.view, place.path).map((one) => ({ ...one, range: lspRange(one.range) })) : null;
    }),
  );

  connection.onRequest(
    DOCUMENT_STATUSES,
    guarded('document statuses', log, (): PlacedDocumentStatus[] =>
      folders.all.flatMap(({ view, uriOf }) =>
        (view ? documentStatuses(view) : []).map(({ path, counts }) => ({
          uri: uriOf(path),
          counts,
          open: STATUSES.filter(isOpen).reduce((sum, status) => sum + counts[status], 0),
        })),
      ),
    ),
  );

  connection.onRequest(
    NEXT_UNMET,
    guarded('next unmet', log, async ({ uri, position, direction }: NextUnmetParams, token): Promise<Place | null> => {
      const place = await placeOf(folders, uri, token);
      const folder = place?.folder ?? folders.all[0];
      const found = folder?.view && unmetNeighbour(folder.view, place?.path ?? '', position, direction);
      return found ? lspLocation(found, folder.uriOf) : null;
    }),
  );

  connection.onRequest(
    ITEMS,
    guarded('items', log, (): ListedItem[] => folders.all.flatMap((folder) => listed(folder))),
  );
}

function listed({ uri: folder, view, uriOf }: Folder): ListedItem[] {
  const at = (place: Location): Place => lspLocation(place, uriOf);
  return (view ? goToList(view) : []).map(({ place, code, test, ...item }) => ({
    ...item,
    folder,
    document: place.path,
    place: at(place),
    ...(code && { code: at(code) }),
    ...(test && { test: at(test) }),
  }));
}
