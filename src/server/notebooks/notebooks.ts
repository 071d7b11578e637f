import type { CancellationToken, Connection, NotebookDocument } from 'vscode-languageserver';
import { NotebookDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from '../../model/position.ts';
import { answerInCells } from './cellAnswer.ts';
import { OpenNotebook } from './openNotebook.ts';

/** A question about a text, as LSP and our own protocol ask it. */
interface Question {
  readonly textDocument?: { readonly uri: string };
  readonly uri?: string;
  readonly position?: Position;
  readonly range?: { readonly start: Position; readonly end: Position };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | null>;

/** What hears of notebooks that editors show. */
export interface NotebookListener {
  opened(notebook: OpenNotebook): void;
  edited(notebook: OpenNotebook): void;
  closed(notebook: OpenNotebook): void;
}

/** Notebooks that editors show; those parts of them that the client tells of are cells of code in Python. */
export class Notebooks {
  readonly #documents = new NotebookDocuments(TextDocument);
  readonly #open = new Map<string, OpenNotebook>();

  get all(): Iterable<OpenNotebook> {
    return this.#open.values();
  }

  /** The open notebook of a file. */
  readonly get = (uri: string): OpenNotebook | undefined => this.#open.get(uri);

  /** The text of a cell, and its notebook. */
  cell(uri: string): { readonly notebook: OpenNotebook; readonly document: TextDocument } | undefined {
    const notebook = this.#open.get(this.#documents.findNotebookDocumentForCell(uri)?.uri ?? '');
    const document = this.#documents.cellTextDocuments.get(uri);
    return notebook && document && { notebook, document };
  }

  /** Follows what the client says of them. */
  listen(connection: Connection): void {
    this.#documents.listen(connection);
  }

  /** Tells of them from now on. */
  follow({ opened, edited, closed }: NotebookListener): void {
    this.#documents.onDidOpen((document) => {
      const notebook = new OpenNotebook(document.uri, this.#cellsOf(document));
      this.#open.set(document.uri, notebook);
      opened(notebook);
    });
    this.#documents.onDidChange(({ notebookDocument }) => {
      const notebook = this.#open.get(notebookDocument.uri);
      notebook?.update(this.#cellsOf(notebookDocument));
      if (notebook) edited(notebook);
    });
    this.#documents.onDidClose(({ uri }) => {
      const notebook = this.#open.get(uri);
      this.#open.delete(uri);
      if (notebook) closed(notebook);
    });
  }

  /** Makes a handler that also answers questions about cells, and tells of places in them, of one that knows files alone. */
  answered<P extends object, R>(handler: Handler<P, R>): Handler<P, R> {
    return async (params, token) => {
      const { textDocument, uri = textDocument?.uri ?? '' } = params as Question;
      const notebook = this.cell(uri)?.notebook;
      const asked = notebook && { notebook, cell: uri };
      const question = asked ? inText(params, asked) : params;
      const answer = question && (await handler(question as P, token));
      return answer ? answerInCells(answer, { notebookOf: this.get, ...(asked && { asked }) }) : null;
    };
  }

  #cellsOf({ cells }: NotebookDocument): { uri: string; text: string }[] {
    return cells.flatMap(({ document: uri }) => {
      const document = this.#documents.cellTextDocuments.get(uri);
      return document ? [{ uri, text: document.getText() }] : [];
    });
  }
}

/** The question about the text of the notebook; undefined for one about an empty cell. */
function inText(params: Question, { notebook, cell }: { notebook: OpenNotebook; cell: string }): Question | undefined {
  const { textDocument, position, range } = params;
  const at = position && notebook.toText(cell, position);
  const start = range && notebook.toText(cell, range.start);
  const end = range && notebook.toText(cell, range.end);
  if ((position && !at) || (range && (!start || !end))) return undefined;
  return {
    ...params,
    ...(textDocument ? { textDocument: { ...textDocument, uri: notebook.uri } } : { uri: notebook.uri }),
    ...(at && { position: at }),
    ...(start && end && { range: { start, end } }),
  };
}
