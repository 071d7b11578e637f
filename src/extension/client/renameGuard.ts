import type { CancellationToken, Position, ProviderResult, Range, TextDocument, WorkspaceEdit } from 'vscode';

/** What a provider answers before a name is typed. */
type Prepared = Range | { range: Range; placeholder: string };

/** Said by the client library where the server says that nothing can be renamed there, which another provider may know better. */
const NOTHING_HERE = "The element can't be renamed.";

/** A text in Markdown, as plain data: VS Code drops what objects of its API hold in a rejection. */
export interface ShownText {
  readonly value: string;
}

/** What the guard needs of the editor. */
export interface RenameWindow {
  /** An edit that changes nothing. */
  readonly emptyEdit: () => WorkspaceEdit;
  /** A text that VS Code shows beside the cursor when a provider rejects with it. */
  readonly atCursor: (text: string) => ShownText;
  /** Has VS Code ask for the rename at a place again; false where that place has no focus. */
  readonly askAgain: (document: TextDocument, position: Position) => Promise<boolean>;
  /** Shows a notification. */
  readonly notify: (text: string) => void;
  /** What is said where the server did not answer: `Nothing was renamed: …`. */
  readonly unanswered: string;
}

/** Where a rename was accepted or refused. */
interface Place {
  readonly document: TextDocument;
  readonly position: Position;
}

/**
 * Stands between VS Code and the server when something is renamed. VS Code asks the next provider when one rejects with an error or finds nothing,
 * and that of Markdown then writes the new name instead of the whole heading. So a refusal never looks like an error: what is accepted
 * here is renamed here, or stays as it is, and the reason is shown at the cursor.
 *
 * A provider that rejects with a text and no `Error` ends the search, and VS Code shows the text where the cursor is (rename.ts, `resolveRenameLocation`);
 * so a refused name is told by asking once more.
 */
export class RenameGuard {
  readonly #window: RenameWindow;
  #accepted: Place | undefined;
  #refused: (Place & { readonly reason: string }) | undefined;

  constructor(window: RenameWindow) {
    this.#window = window;
  }

  /** Middleware of the request that comes before a name is typed. */
  async prepareRename(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
    next: (document: TextDocument, position: Position, token: CancellationToken) => ProviderResult<Prepared>,
  ): Promise<Prepared | null | undefined> {
    const refused = this.#refused;
    this.#refused = undefined;
    this.#accepted = undefined;
    if (refused && isAt(refused, document, position)) return this.#reject(refused.reason);
    try {
      const found = await next(document, position, token);
      if (found) this.#accepted = { document, position };
      return found;
    } catch (error) {
      if (token.isCancellationRequested || !(error instanceof Error) || error.message === NOTHING_HERE) throw error;
      return this.#reject(error.message);
    }
  }

  /** Middleware of the request with the new name. */
  async provideRenameEdits(
    document: TextDocument,
    position: Position,
    newName: string,
    token: CancellationToken,
    next: (document: TextDocument, position: Position, newName: string, token: CancellationToken) => ProviderResult<WorkspaceEdit>,
  ): Promise<WorkspaceEdit | null | undefined> {
    const isOurs = this.#accepted !== undefined && isAt(this.#accepted, document, position);
    try {
      const edit = await next(document, position, newName, token);
      if (edit || !isOurs || token.isCancellationRequested) return edit;
      return this.#refuse(document, position, this.#window.unanswered);
    } catch (error) {
      if (!isOurs || token.isCancellationRequested) throw error;
      return this.#refuse(document, position, error instanceof Error ? error.message : String(error));
    }
  }

  #refuse(document: TextDocument, position: Position, reason: string): WorkspaceEdit {
    const refused = { document, position, reason };
    this.#refused = refused;
    void this.#tell(refused);
    return this.#window.emptyEdit();
  }

  async #tell(refused: Place & { readonly reason: string }): Promise<void> {
    const isAsked = await this.#window.askAgain(refused.document, refused.position).catch(() => false);
    if (isAsked && this.#refused !== refused) return;
    this.#refused = undefined;
    this.#window.notify(refused.reason);
  }

  #reject(reason: string): Promise<never> {
    // An Error would have VS Code ask the next provider.
    return Promise.reject(this.#window.atCursor(reason));
  }
}

function isAt(place: Place, document: TextDocument, position: Position): boolean {
  return place.document === document && place.position.isEqual(position);
}
