import { writerOf } from '../../../formats/notation/notation.ts';
import type { IndexView } from '../../../index/view.ts';
import type { Item } from '../../../model/item.ts';
import { lspRange } from '../../../editor/place.ts';
import { nameOf } from '../../../query/list.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { guarded } from '../../guarded.ts';
import type { ItemAddress, ItemPlaces, Place } from '../../protocol.ts';
import { ITEM_PLACES } from '../../protocol.ts';

/** What the menu of a row leads to and copies. */
export const itemPlaces: Feature = {
  register({ connection, folders, log }) {
    connection.onRequest(
      ITEM_PLACES,
      guarded('item places', log, ({ folder: uri, key }: ItemAddress): ItemPlaces | null => {
        const folder = folders.get(uri);
        const view = folder?.view;
        const item = view?.item(key);
        return folder && view && item ? placesOf(folder, view, item) : null;
      }),
    );
  },
};

function placesOf(folder: Folder, view: IndexView, item: Item): ItemPlaces {
  const { links } = view.coverage(item.key);
  const reference = view.referenceTo(item, '');
  const placed = (wanted: readonly (typeof links)[number][]): Place[] =>
    wanted.map(({ path, annotation }) => ({ uri: folder.uriOf(path), range: lspRange(annotation.reference.range) }));
  return {
    id: item.id,
    annotation: writerOf(view.notations, item).annotation?.('implements', reference, item) ?? reference,
    name: nameOf(item),
    place: { uri: folder.uriOf(item.path), range: lspRange(item.facts.nameRange) },
    code: placed(links.filter(({ is }) => is === 'implements')),
    tests: placed(links.filter(({ is }) => is === 'verifies')),
    stale: placed(links.filter(({ stale }) => stale)),
  };
}
