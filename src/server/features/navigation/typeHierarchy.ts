import type { TypeHierarchyItem } from 'vscode-languageserver';
import type { HierarchyData } from '../../../editor/navigation/typeHierarchy.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../../editor/navigation/typeHierarchy.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import { MARKDOWN } from '../markdown.ts';

type PlacedHierarchyData = HierarchyData & { readonly folder: string };

/** What a requirement covers and what covers it, as a tree. */
export const typeHierarchy: Feature = {
  // VS Code asks only the first provider of a type hierarchy.
  capabilities: { typeHierarchyProvider: { documentSelector: MARKDOWN } },
  register({ connection, folders, log }) {
    const { onPrepare, onSupertypes, onSubtypes } = connection.languages.typeHierarchy;
    onPrepare(
      guarded('type hierarchy', log, async ({ textDocument, position }, token) => {
        const place = await placeOf(folders, textDocument.uri, token);
        const items = place && prepareTypeHierarchy(place.view, place.path, position, place.folder.uriOf);
        return items ? placed(place.folder, items) : null;
      }),
    );
    for (const [answer, ask] of [
      [onSupertypes, supertypes],
      [onSubtypes, subtypes],
    ] as const) {
      answer(
        guarded('type hierarchy', log, ({ item }: { item: TypeHierarchyItem }) => {
          const data = item.data as PlacedHierarchyData;
          const folder = folders.get(data.folder);
          return folder?.view ? placed(folder, ask(folder.view, data, folder.uriOf)) : null;
        }),
      );
    }
  },
};

function placed(folder: Folder, items: TypeHierarchyItem[]): TypeHierarchyItem[] {
  return items.map((item) => ({
    ...item,
    data: { ...(item.data as HierarchyData), folder: folder.uri } satisfies PlacedHierarchyData,
  }));
}
