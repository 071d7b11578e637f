import type {
  CancellationToken,
  DataTransfer,
  Disposable,
  DocumentDropEditProvider,
  Position,
  TextDocument,
  TreeDragAndDropController,
} from 'vscode';
import { DataTransferItem, DocumentDropEdit, WorkspaceEdit, l10n, languages, window } from 'vscode';
import { ANNOTATE } from '../../server/protocol.ts';
import type { AnnotateParams, ItemAddress } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { messageOf } from '../../text/errors.ts';
import { addEdits } from '../window/applyEdit.ts';
import { fileSchemes } from '../window/fileSchemes.ts';

/** What rows that are dragged carry: {@link ItemAddress} of each, as JSON. */
const ITEMS = 'application/vnd.reqtrace.items';

/** Lets criteria be dragged from the tree into a file, where an annotation for them is written in the comments of its language. */
export class DragItems implements TreeDragAndDropController<string>, DocumentDropEditProvider, Disposable {
  readonly dragMimeTypes = [ITEMS];
  readonly dropMimeTypes = [];
  readonly #ask: LanguageServer['request'];
  readonly #itemOf: (row: string) => ItemAddress | undefined;
  readonly #registration: Disposable;

  constructor(ask: LanguageServer['request'], itemOf: (row: string) => ItemAddress | undefined) {
    this.#ask = ask;
    this.#itemOf = itemOf;
    this.#registration = languages.registerDocumentDropEditProvider(
      fileSchemes().map((scheme) => ({ scheme })),
      this,
      { dropMimeTypes: [ITEMS] },
    );
  }

  handleDrag(rows: readonly string[], data: DataTransfer): void {
    const items = rows.flatMap((row) => this.#itemOf(row) ?? []);
    if (items.length > 0) data.set(ITEMS, new DataTransferItem(JSON.stringify(items)));
  }

  async provideDocumentDropEdits(
    document: TextDocument,
    { line, character }: Position,
    data: DataTransfer,
    token: CancellationToken,
  ): Promise<DocumentDropEdit | undefined> {
    const carried = await data.get(ITEMS)?.asString();
    if (!carried) return undefined;
    const additional = new WorkspaceEdit();
    for (const item of JSON.parse(carried) as ItemAddress[]) {
      const params: AnnotateParams = { ...item, uri: document.uri.toString(), position: { line, character } };
      try {
        const edit = await this.#ask<Parameters<typeof addEdits>[1] | null>(ANNOTATE, params, token);
        if (edit) addEdits(additional, edit);
      } catch (error) {
        // VS Code only notes in its log that nothing could be dropped.
        if (!token.isCancellationRequested) void window.showWarningMessage(messageOf(error));
      }
    }
    if (additional.size === 0) return undefined;
    const drop = new DocumentDropEdit('', l10n.t('Write Annotation'));
    drop.additionalEdit = additional;
    return drop;
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
