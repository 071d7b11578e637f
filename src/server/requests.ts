import type {
  CancellationToken,
  CompletionItem,
  Connection,
  Location,
  TextDocumentPositionParams,
  TextDocuments,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexView } from '../index/view.ts';
import type { OpenText } from '../language/completionContext.ts';
import { completion, completionDocumentation } from '../language/completion.ts';
import { definition } from '../language/definition.ts';
import { hover, hoverInLine } from '../language/hover.ts';
import { quickFixes } from '../language/quickFixes.ts';
import { references } from '../language/references.ts';
import type { FilePath } from '../model/position.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import type { Log } from './log.ts';
import { describeError } from './log.ts';
import { untitledPath } from './untitled.ts';
import { isUntitled } from './uris.ts';

/** What the answers are made from. */
export interface RequestHost {
  readonly folders: Folders;
  readonly documents: TextDocuments<TextDocument>;
  readonly log: Log;
  /** True if the client takes places with the range that they were asked from. */
  readonly linkSupport: () => boolean;
}

/** A file of a folder whose index is there and up to date with the editor. */
interface Place {
  readonly folder: Folder;
  readonly view: IndexView;
  readonly path: FilePath;
}

/**
 * Makes a handler that answers null instead of an error, so that one fault never shows up in front of the user at each
 * key; the log tells.
 */
export function guarded<P, R>(
  name: string,
  log: Log,
  handler: (params: P, token: CancellationToken) => Promise<R | null> | R | null,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return async (params, token) => {
    try {
      return token.isCancellationRequested ? null : await handler(params, token);
    } catch (error) {
      log.error(`${name}: ${describeError(error)}`);
      return null;
    }
  };
}

/** Answers the questions of the Language Server Protocol about places in texts. */
export function answerRequests(connection: Connection, host: RequestHost): void {
  const { documents, folders, log } = host;

  /** Undefined for a file of no folder, while there is no index, and when the question was taken back. */
  async function placeOf(uri: string, token: CancellationToken): Promise<Place | undefined> {
    const file = folders.find(uri);
    if (!file?.folder.view) return undefined;
    await file.folder.settled(file.path);
    const { view } = file.folder;
    return view && !token.isCancellationRequested ? { ...file, view } : undefined;
  }

  connection.onHover(
    guarded('hover', log, async ({ textDocument, position }: TextDocumentPositionParams, token) => {
      if (isUntitled(textDocument.uri)) {
        const folder = folders.all[0];
        const line = documents.get(textDocument.uri)?.getText(lineRange(position.line));
        return folder?.view && line !== undefined ? hoverInLine(folder.view, line, position, folder.uriOf) : null;
      }
      const place = await placeOf(textDocument.uri, token);
      return place ? hover(place.view, place.path, position, place.folder.uriOf) : null;
    }),
  );

  connection.onDefinition(
    guarded('definition', log, async ({ textDocument, position }, token) => {
      const place = await placeOf(textDocument.uri, token);
      const links = place ? definition(place.view, place.path, position, place.folder.uriOf) : null;
      if (!links || host.linkSupport()) return links;
      return links.map(({ targetUri, targetSelectionRange }): Location => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );

  connection.onReferences(
    guarded('references', log, async ({ textDocument, position, context }, token) => {
      const place = await placeOf(textDocument.uri, token);
      return place ? references(place.view, place.path, position, context.includeDeclaration, place.folder.uriOf) : null;
    }),
  );

  connection.onCompletion(
    guarded('completion', log, ({ textDocument, position }) => {
      const document = documents.get(textDocument.uri);
      const file = isUntitled(textDocument.uri) ? untitledFile(document) : folders.find(textDocument.uri);
      const view = file?.folder.view;
      const extractor = file?.folder.extractor;
      if (!document || !file || !view || !extractor) return null;
      const text: OpenText = {
        path: file.path,
        getText: (range) => document.getText(range),
        offsetAt: (at) => document.offsetAt(at),
      };
      const list = completion(view, text, position, extractor);
      return list && {
        ...list,
        items: list.items.map((item) => ({ ...item, data: { key: item.data.key, folder: file.folder.uri } })),
      };
    }),
  );

  connection.onCompletionResolve((item: CompletionItem) => {
    const folder = folders.get(String(item.data?.folder));
    const documentation = folder?.view && completionDocumentation(folder.view, { key: String(item.data.key) }, folder.uriOf);
    return documentation ? { ...item, documentation } : item;
  });

  connection.onCodeAction(
    guarded('code action', log, async ({ textDocument, range, context }, token) => {
      const place = await placeOf(textDocument.uri, token);
      return place ? quickFixes(place.view, place.path, range, context, place.folder.uriOf) : null;
    }),
  );

  /** A text that was never saved counts as one of the first folder. */
  function untitledFile(document: TextDocument | undefined): { folder: Folder; path: FilePath } | undefined {
    const folder = folders.all[0];
    return folder && document ? { folder, path: untitledPath(document.languageId) } : undefined;
  }
}

function lineRange(line: number): { start: { line: number; character: number }; end: { line: number; character: number } } {
  return { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
}
