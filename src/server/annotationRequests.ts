import * as l10n from '@vscode/l10n';
import type { CodeLens, Connection, TypeHierarchyItem } from 'vscode-languageserver/node';
import type { Lens } from '../editor/marks/codeLens.ts';
import { codeLenses, documentLenses, lensText } from '../editor/marks/codeLens.ts';
import { documentHighlight } from '../editor/navigation/documentHighlight.ts';
import { documentLinks } from '../editor/navigation/documentLinks.ts';
import { documentSymbols } from '../editor/marks/documentSymbols.ts';
import { foldingRanges } from '../editor/marks/foldingRanges.ts';
import { inlayHints } from '../editor/marks/inlayHints.ts';
import { lspLocation, lspRange } from '../editor/place.ts';
import type { HierarchyData } from '../editor/navigation/typeHierarchy.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from '../editor/navigation/typeHierarchy.ts';
import { workspaceSymbols } from '../editor/navigation/workspaceSymbols.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import { guarded } from './guarded.ts';
import type { Log } from './log.ts';
import { placeOf } from './placeOf.ts';
import type { SettingsReader } from './settings.ts';

/** What the answers are made from. */
export interface AnnotationHost {
  readonly folders: Folders;
  readonly log: Log;
  readonly settings: SettingsReader;
  /** The client's command that lists places; a lens of a client without one only tells. */
  readonly showPlaces: () => string | undefined;
}

/** What a lens carries until it is shown. */
interface LensData extends Pick<Lens, 'subject'> {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** URI of the file that it stands in. */
  readonly uri: string;
}

type PlacedHierarchyData = HierarchyData & { readonly folder: string };

/** Answers what an editor draws into, beside and behind a text: lenses, hints, highlights, links, folds, outlines. */
export function answerAnnotations(connection: Connection, { folders, log, settings, showPlaces }: AnnotationHost): void {
  connection.onCodeLens(
    guarded('code lens', log, async ({ textDocument: { uri } }, token): Promise<CodeLens[] | null> => {
      const place = await placeOf(folders, uri, token);
      if (!place) return null;
      const isDocument = place.view.facts(place.path)?.role === 'document';
      const { codeLens } = await settings.of(uri);
      if (!(isDocument ? codeLens.documents : codeLens.code)) return null;
      const lenses = isDocument ? documentLenses(place.view, place.path) : codeLenses(place.view, place.path);
      return lenses.map(({ range, subject }) => {
        const data: LensData = { subject, folder: place.folder.uri, uri };
        return { range: lspRange(range), data };
      });
    }),
  );

  connection.onCodeLensResolve((lens) => {
    const { folder: folderUri = '', subject, uri } = (lens.data ?? {}) as Partial<LensData>;
    const folder = folders.get(folderUri);
    const text = folder?.view && subject && lensText(folder.view, { subject });
    if (!folder || !text) return { ...lens, command: { title: l10n.t('gone'), command: '' } };
    const command = text.places.length ? showPlaces() : undefined;
    const places = text.places.map((place) => lspLocation(place, folder.uriOf));
    return {
      ...lens,
      command:
        command === undefined
          ? { title: text.title, command: '' }
          : { title: text.title, command, arguments: [uri, lens.range.start, places] },
    };
  });

  connection.languages.inlayHint.on(
    guarded('inlay hint', log, async ({ textDocument: { uri }, range }, token) => {
      const { inlayHints: wanted } = await settings.of(uri);
      const place = wanted.titles ? await placeOf(folders, uri, token) : undefined;
      return place ? inlayHints(place.view, place.path, range, place.folder.uriOf) : null;
    }),
  );

  connection.onDocumentHighlight(
    guarded('document highlight', log, async ({ textDocument, position }, token) => {
      const place = await placeOf(folders, textDocument.uri, token);
      return place ? documentHighlight(place.view, place.path, position) : null;
    }),
  );

  connection.onDocumentLinks(
    guarded('document link', log, async ({ textDocument }, token) => {
      const place = await placeOf(folders, textDocument.uri, token, 'early');
      return place ? documentLinks(place.view, place.path, place.folder.uriOf) : null;
    }),
  );

  connection.onFoldingRanges(
    guarded('folding range', log, async ({ textDocument }, token) => {
      const place = await placeOf(folders, textDocument.uri, token, 'early');
      return place ? foldingRanges(place.view, place.path) : null;
    }),
  );

  connection.onDocumentSymbol(
    guarded('document symbol', log, async ({ textDocument: { uri } }, token) => {
      const { outline } = await settings.of(uri);
      const place = outline ? await placeOf(folders, uri, token, 'early') : undefined;
      const symbols = place ? documentSymbols(place.view, place.path) : [];
      return symbols.length ? symbols : null;
    }),
  );

  connection.onWorkspaceSymbol(
    guarded('workspace symbol', log, ({ query }) =>
      folders.all.flatMap(({ early, uriOf }) => (early ? workspaceSymbols(early, query, uriOf) : [])),
    ),
  );

  const placed = (folder: Folder, items: TypeHierarchyItem[]): TypeHierarchyItem[] =>
    items.map((item) => ({ ...item, data: { ...(item.data as HierarchyData), folder: folder.uri } satisfies PlacedHierarchyData }));
  connection.languages.typeHierarchy.onPrepare(
    guarded('type hierarchy', log, async ({ textDocument, position }, token) => {
      const place = await placeOf(folders, textDocument.uri, token);
      const items = place && prepareTypeHierarchy(place.view, place.path, position, place.folder.uriOf);
      return items ? placed(place.folder, items) : null;
    }),
  );
  for (const [register, ask] of [
    [connection.languages.typeHierarchy.onSupertypes, supertypes],
    [connection.languages.typeHierarchy.onSubtypes, subtypes],
  ] as const) {
    register(
      guarded('type hierarchy', log, ({ item }: { item: TypeHierarchyItem }) => {
        const data = item.data as PlacedHierarchyData;
        const folder = folders.get(data.folder);
        return folder?.view ? placed(folder, ask(folder.view, data, folder.uriOf)) : null;
      }),
    );
  }
}
