import type { Disposable, LogOutputChannel, TextDocumentChangeEvent } from 'vscode';
import { Uri, commands, workspace } from 'vscode';
import type { MarkdownIt } from 'markdown-it';
import type { PreviewMark } from '../../editor/marks/previewMarks.ts';
import { PREVIEW_MARKS } from '../../server/protocol.ts';
import type { DecorationsChangedParams } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { afterChanges } from '../marks/marks.ts';
import { affectsSettings, readSetting } from '../window/settings.ts';
import { previewPlugin } from './previewPlugin.ts';

/** The server is asked this long after the last change, in milliseconds: a preview that is drawn again loses what is selected in it. */
const DELAY = 400;
/** Documents of which marks are kept; those that were drawn longest ago are forgotten. */
const MOST_KEPT = 50;

/**
 * Marks of the documents that the built-in Markdown preview shows. A preview cannot wait: it is drawn with what is known, and drawn again when more is.
 */
export class PreviewMarks implements Disposable {
  readonly #ask: LanguageServer['request'];
  readonly #log: LogOutputChannel;
  readonly #subscriptions: readonly Disposable[];
  /** By URI, in the order in which they were first drawn; undefined until the server has answered. */
  readonly #known = new Map<string, readonly PreviewMark[] | undefined>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(ask: LanguageServer['request'], log: LogOutputChannel) {
    this.#ask = ask;
    this.#log = log;
    this.#subscriptions = [
      workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsSettings(event)) this.update({});
      }),
    ];
  }

  /** What the built-in Markdown preview asks of extensions that add to it. */
  readonly extendMarkdownIt = (markdown: MarkdownIt): MarkdownIt => previewPlugin(markdown, (uri) => this.#marksOf(uri));

  /** To be called when marks of the named documents may be others now, or of all. */
  update({ uris }: DecorationsChangedParams): void {
    const named = uris?.map(normal);
    for (const uri of this.#known.keys()) if (named?.includes(uri) ?? true) this.#askLater(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #marksOf(uri: string): readonly PreviewMark[] | undefined {
    if (!this.#known.has(uri)) {
      this.#known.set(uri, undefined);
      const [oldest] = this.#known.keys();
      if (this.#known.size > MOST_KEPT && oldest !== undefined) this.#known.delete(oldest);
      this.#askLater(uri, 0);
    }
    return this.#known.get(uri);
  }

  /** Until the server has read it, marks move with their lines. */
  #edited({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const marks = this.#known.get(uri);
    if (contentChanges.length === 0 || !this.#known.has(uri)) return;
    if (marks) this.#known.set(uri, moved(marks, contentChanges));
    this.#askLater(uri);
  }

  #askLater(uri: string, delay = DELAY): void {
    this.#changed.add(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#askAll(), delay);
  }

  async #askAll(): Promise<void> {
    const uris = [...this.#changed];
    this.#changed.clear();
    const answers = await Promise.all(uris.map((uri) => this.#answerFor(uri)));
    if (answers.includes(true)) await commands.executeCommand('markdown.preview.refresh');
  }

  /** Asks for the marks of a document; true if they are not those that are drawn. */
  async #answerFor(uri: string): Promise<boolean> {
    try {
      const isWanted = readSetting('reqtrace.decorations', Uri.parse(uri));
      const marks = isWanted ? await this.#ask<PreviewMark[] | null>(PREVIEW_MARKS, { uri }) : [];
      // While the server is away, what was last seen stays; it says when it has read the file.
      if (!marks) return false;
      const isSame = JSON.stringify(this.#known.get(uri) ?? []) === JSON.stringify(marks);
      if (this.#known.has(uri)) this.#known.set(uri, marks);
      return !isSame;
    } catch (error) {
      this.#log.warn(`Marks in the preview of ${uri}: ${String(error)}`);
      return false;
    }
  }
}

/** The server writes URIs as the client sent them, or in its own way. */
function normal(uri: string): string {
  return Uri.parse(uri).toString();
}

function moved(marks: readonly PreviewMark[], changes: TextDocumentChangeEvent['contentChanges']): readonly PreviewMark[] {
  const placed = marks.map((mark) => ({ mark, state: mark.status, range: { start: startOf(mark), end: startOf(mark) } }));
  return afterChanges(placed, changes).map(({ mark, range }) => ({ ...mark, line: range.start.line }));
}

function startOf({ line }: PreviewMark): { readonly line: number; readonly character: number } {
  return { line, character: 0 };
}
