import type { CompletionItem, Connection, Hover, Location, TextDocumentPositionParams, TextDocuments } from 'vscode-languageserver/node';
import { MarkupContent } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OpenText } from '../editor/completion/completionContext.ts';
import { completion, completionDetails } from '../editor/completion/completion.ts';
import { configurationHover } from '../editor/configuration/hover.ts';
import { definition } from '../editor/navigation/definition.ts';
import { hover, hoverInLine } from '../editor/hover/hover.ts';
import { comparisonMarkdown, pinnedText, staleAt } from '../editor/hover/pinnedText.ts';
import { references } from '../editor/navigation/references.ts';
import { CONFIGURATION_FILE } from '../model/configuration.ts';
import type { FilePath, Position } from '../model/position.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import type { Log } from './log.ts';
import { guarded } from './guarded.ts';
import type { OldTexts } from './oldTexts.ts';
import type { FilePlace } from './placeOf.ts';
import { placeOf } from './placeOf.ts';
import { untitledPath } from './untitled.ts';
import { isUntitled } from './uris.ts';

/** What the answers are made from. */
export interface RequestHost {
  readonly folders: Folders;
  readonly documents: TextDocuments<TextDocument>;
  readonly log: Log;
  /** True if the client takes places with the range that they were asked from. */
  readonly linkSupport: () => boolean;
  readonly oldTexts: OldTexts;
}

/** Answers the questions of the Language Server Protocol about places in texts. */
export function answerRequests(connection: Connection, host: RequestHost): void {
  const { documents, folders, log } = host;

  connection.onHover(
    guarded('hover', log, async ({ textDocument, position }: TextDocumentPositionParams, token) => {
      if (isUntitled(textDocument.uri)) {
        const folder = folders.all[0];
        const line = documents.get(textDocument.uri)?.getText(lineRange(position.line));
        return folder?.early && line !== undefined ? hoverInLine(folder.early, line, position, folder.uriOf) : null;
      }
      const place = await placeOf(folders, textDocument.uri, token, 'early');
      const found = place && hover(place.view, place.path, position, place.folder.uriOf);
      if (found) return withOldText(found, place, position);
      const configuration = place?.path === CONFIGURATION_FILE ? await place.folder.text(place.path) : undefined;
      return configuration === undefined ? null : configurationHover(configuration, position);
    }),
  );

  connection.onDefinition(
    guarded('definition', log, async ({ textDocument, position }, token) => {
      const place = await placeOf(folders, textDocument.uri, token, 'early');
      const links = place ? definition(place.view, place.path, position, place.folder.uriOf) : null;
      if (!links || host.linkSupport()) return links;
      return links.map(({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );

  connection.onReferences(
    guarded('references', log, async ({ textDocument, position, context }, token) => {
      const place = await placeOf(folders, textDocument.uri, token);
      return place ? references(place.view, place.path, position, context.includeDeclaration, place.folder.uriOf) : null;
    }),
  );

  connection.onCompletion(
    guarded('completion', log, ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      const file = isUntitled(textDocument.uri) ? untitledFile(document) : folders.find(textDocument.uri);
      const view = file?.folder.early;
      const extractor = file?.folder.extractor;
      if (!document || !file || !view || !extractor) return null;
      const text: OpenText = {
        path: file.path,
        getText: (range) => document.getText(range),
        offsetAt: (at) => document.offsetAt(at),
      };
      const list = completion(view, text, position, extractor);
      return (
        list && {
          ...list,
          items: list.items.map((item) => (item.data ? { ...item, data: { key: item.data.key, folder: file.folder.uri } } : item)),
        }
      );
    }),
  );

  connection.onCompletionResolve((item: CompletionItem) => {
    const folder = folders.get(String(item.data?.folder));
    return { ...item, ...(folder?.early && completionDetails(folder.early, { key: String(item.data.key) }, folder.uriOf)) };
  });

  /** Adds to the hover of a stale link what it was pinned to, where git knows. */
  async function withOldText(found: Hover, { view, path, folder }: FilePlace, position: Position): Promise<Hover> {
    const stale = staleAt(view, path, position);
    const before = stale && (await host.oldTexts.findSoon(folder, stale.item, stale.pin));
    if (before === undefined || !stale || !MarkupContent.is(found.contents)) return found;
    return {
      ...found,
      contents: { ...found.contents, value: `${comparisonMarkdown(before, pinnedText(stale.item))}\n\n${found.contents.value}` },
    };
  }

  /** A text that was never saved counts as one of the first folder. */
  function untitledFile(document: TextDocument | undefined): { folder: Folder; path: FilePath } | undefined {
    const folder = folders.all[0];
    return folder && document ? { folder, path: untitledPath(document.languageId) } : undefined;
  }
}

function lineRange(line: number): { start: { line: number; character: number }; end: { line: number; character: number } } {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}
