import * as l10n from '@vscode/l10n';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { Lens } from '../../../editor/marks/codeLens.ts';
import { codeLenses, documentLenses, lensText } from '../../../editor/marks/codeLens.ts';
import { lspLocation, lspRange } from '../../../editor/place.ts';
import type { Feature } from '../../feature.ts';
import { guarded } from '../../guarded.ts';
import { placeOf } from '../../placeOf.ts';
import type { Session } from '../../session.ts';
import type { IndexView } from '../../../index/view.ts';
import { withParts } from '../../../model/item.ts';
import type { Client } from '../../client/client.ts';
import type { FilePlace } from '../../placeOf.ts';
import type { ItemAddress } from '../../protocol.ts';

/** What a lens carries until it is shown. */
interface LensData extends Pick<Lens, 'subject'> {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** URI of the file that it is in. */
  readonly uri: string;
}

/** What a lens that runs tests carries. */
interface RunData {
  readonly run: keyof Pick<Client['commands'], 'runTests' | 'debugTests'>;
  readonly items: readonly ItemAddress[];
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
        const told = lenses.map(({ range, subject }): CodeLens => {
          const data: Omit<LensData, 'uri'> = { subject, folder: place.folder.uri };
          return { range: lspRange(range), data };
        });
        const all = [...told, ...runLenses(session.client.commands, place, lenses)];
        return all.toSorted((one, other) => one.range.start.line - other.range.start.line);
      }),
    );
    connection.onCodeLens(async (params, token) => {
      const lenses = await lensesOf(params, token);
      const { uri } = params.textDocument;
      return lenses?.map((lens) => ({ ...lens, data: { ...(lens.data as LensData), uri } satisfies LensData })) ?? null;
    });
    connection.onCodeLensResolve((lens) => (isRun(lens.data) ? runLens(lens, lens.data, session) : resolved(lens, session)));
  },
};

/** Behind the numbers of each line, a way to run the tests of what it is about, and to debug them; none where there are no tests, or the client cannot. */
function runLenses(commands: Client['commands'], { view, folder }: FilePlace, lenses: readonly Lens[]): CodeLens[] {
  const runs = (['runTests', 'debugTests'] as const).filter((run) => commands[run] !== undefined);
  const lines = new Map(lenses.map((lens) => [lens.range.start.line, lens]));
  return [...lines.values()].flatMap(({ range, subject }) => {
    const keys = (subject.kind === 'requirement' ? [subject.key] : subject.keys).filter((key) => isTested(view, key));
    const items = keys.map((key): ItemAddress => ({ folder: folder.uri, key }));
    if (items.length === 0) return [];
    return runs.map((run): CodeLens => ({ range: lspRange(range), data: { run, items } satisfies RunData }));
  });
}

function isTested(view: IndexView, key: string): boolean {
  const item = view.item(key);
  return item !== undefined && withParts(item).some((part) => view.coverage(part.key).links.some(({ is }) => is === 'verifies'));
}

function isRun(data: unknown): data is RunData {
  return typeof data === 'object' && data !== null && 'run' in data;
}

function runLens(lens: CodeLens, { run, items }: RunData, { client }: Session): CodeLens {
  const title = run === 'runTests' ? l10n.t('Run Tests') : l10n.t('Debug Tests');
  return { ...lens, command: { title, command: client.commands[run] ?? '', arguments: [items[0], items] } };
}

function resolved(lens: CodeLens, { folders, notebooks, client: { showPlaces } }: Session): CodeLens {
  const { folder: folderUri = '', subject, uri } = (lens.data ?? {}) as Partial<LensData>;
  const folder = folders.get(folderUri);
  const text = folder?.view && subject && lensText(folder.view, { subject });
  if (!folder || !text) return { ...lens, command: { title: l10n.t('gone'), command: '' } };
  const { title, tooltip } = text;
  const shown = { title, ...(tooltip !== undefined && { tooltip }) };
  if (!text.places.length || showPlaces === undefined) return { ...lens, command: { ...shown, command: '' } };
  const places = text.places
    .map((place) => lspLocation(place, folder.uriOf))
    .map((place) => notebooks.get(place.uri)?.toCell(place.range) ?? place);
  return { ...lens, command: { ...shown, command: showPlaces, arguments: [uri, lens.range.start, places] } };
}
