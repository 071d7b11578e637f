import * as l10n from '@vscode/l10n';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver/node';
import type { Lens } from '../../../editor/marks/codeLens.ts';
import { codeLenses, documentLenses, lensText } from '../../../editor/marks/codeLens.ts';
import { lspLocation, lspRange } from '../../../editor/place.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import type { Session } from '../../session.ts';

/** What a lens carries until it is shown. */
interface LensData extends Pick<Lens, 'subject'> {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** URI of the file that it stands in. */
  readonly uri: string;
}

/** Lines above requirements and code that tell how much is met; their words are made when they come in sight. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(session) {
    const { connection, folders, log, settings, notebooks } = session;
    const lensesOf = notebooks.answered(
      guarded('code lens', log, async ({ textDocument: { uri } }: CodeLensParams, token): Promise<CodeLens[] | null> => {
        const place = await placeOf(folders, uri, token);
        if (!place) return null;
        const isDocument = place.view.facts(place.path)?.role === 'document';
        const { codeLens: wanted } = await settings.of(uri);
        if (!(isDocument ? wanted.documents : wanted.code)) return null;
        const lenses = isDocument
          ? documentLenses(place.view, place.path, session.client.showPlaces !== undefined)
          : codeLenses(place.view, place.path);
        return lenses.map(({ range, subject }) => {
          const data: Omit<LensData, 'uri'> = { subject, folder: place.folder.uri };
          return { range: lspRange(range), data };
        });
      }),
    );
    connection.onCodeLens(async (params, token) => {
      const lenses = await lensesOf(params, token);
      const { uri } = params.textDocument;
      return lenses?.map((lens) => ({ ...lens, data: { ...(lens.data as LensData), uri } satisfies LensData })) ?? null;
    });
    connection.onCodeLensResolve((lens) => resolved(lens, session));
  },
};

function resolved(lens: CodeLens, { folders, notebooks, client: { showPlaces } }: Session): CodeLens {
  const { folder: folderUri = '', subject, uri } = (lens.data ?? {}) as Partial<LensData>;
  const folder = folders.get(folderUri);
  const text = folder?.view && subject && lensText(folder.view, { subject });
  if (!folder || !text) return { ...lens, command: { title: l10n.t('gone'), command: '' } };
  if (!text.places.length || showPlaces === undefined) return { ...lens, command: { title: text.title, command: '' } };
  const places = text.places
    .map((place) => lspLocation(place, folder.uriOf))
    .map((place) => notebooks.get(place.uri)?.toCell(place.range) ?? place);
  return { ...lens, command: { title: text.title, command: showPlaces, arguments: [uri, lens.range.start, places] } };
}
