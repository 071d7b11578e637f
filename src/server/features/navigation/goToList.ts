import { goToList as listOf } from '../../../editor/navigation/goToList.ts';
import { lspLocation } from '../../../editor/place.ts';
import type { Location } from '../../../model/position.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { guarded } from '../../guarded.ts';
import type { ListedItem, Place } from '../../protocol.ts';
import { ITEMS } from '../../protocol.ts';

/** Every requirement and criterion, for *Go to Requirement*. */
export const goToList: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      ITEMS,
      guarded('items', log, (): ListedItem[] => folders.all.flatMap((folder) => listed(folder))),
    );
  },
};

function listed({ uri: folder, view, uriOf }: Folder): ListedItem[] {
  const at = (place: Location): Place => lspLocation(place, uriOf);
  return (view ? listOf(view) : []).map(({ place, code, test, ...item }) => ({
    ...item,
    folder,
    document: place.path,
    place: at(place),
    ...(code && { code: at(code) }),
    ...(test && { test: at(test) }),
  }));
}
