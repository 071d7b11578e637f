import type { Disposable, LogOutputChannel, TextDocument, TextDocumentChangeEvent, Uri } from 'vscode';
import { window, workspace } from 'vscode';
import { DECORATIONS } from '../../server/protocol.ts';
import type { DecorationsChangedParams, PlacedDecoration } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { afterChanges, sameMarks, stillPlaced } from './marks.ts';
import type { Mark } from './marks.ts';
import { createMarkStyles } from './markStyles.ts';
import { isFile } from '../window/fileSchemes.ts';
import { toRange } from '../window/ranges.ts';
import { affectsSettings, readSetting } from '../window/settings.ts';

/** The server is asked this long after the last key, in milliseconds. */
const EDIT_DELAY = 400;
/** New marks wait this long, so that what is being typed is not marked at each stop; in milliseconds. */
const ADD_DELAY = 300;

/** Marks references and definitions by the status of what they mean, in the editors that can be seen. */
export class StatusMarks implements Disposable {
  readonly #ask: LanguageServer['request'];
  readonly #log: LogOutputChannel;
  readonly #styles = createMarkStyles();
  /** What each visible text shows, by its URI. */
  readonly #shown = new Map<string, readonly Mark[]>();
  /** The next thing to do for a text, by its URI. */
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #subscriptions: readonly Disposable[];

  constructor(ask: LanguageServer['request'], log: LogOutputChannel) {
    this.#ask = ask;
    this.#log = log;
    this.#subscriptions = [
      window.onDidChangeVisibleTextEditors(() => this.#visibleChanged()),
      workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsSettings(event)) this.update({});
      }),
    ];
  }

  /** How many marks a text shows, for tests: `{ met: 2, partial: 1 }`. */
  counts(uri: string): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { state } of this.#shown.get(uri) ?? []) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  }

  /** Asks anew for the named texts, or all, as far as they can be seen. */
  update({ uris }: DecorationsChangedParams): void {
    for (const document of visibleDocuments()) {
      const uri = document.uri.toString();
      if (uris === undefined || uris.includes(uri)) void this.#refresh(document);
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const style of this.#styles.values()) style.dispose();
  }

  #visibleChanged(): void {
    const visible = new Map(visibleDocuments().map((document) => [document.uri.toString(), document]));
    for (const uri of this.#shown.keys()) {
      if (!visible.has(uri)) this.#forget(uri);
    }
    for (const [uri, document] of visible) {
      const shown = this.#shown.get(uri);
      // It may be visible in one more editor now.
      if (shown) this.#draw(document, shown);
      else void this.#refresh(document);
    }
  }

  #forget(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#shown.delete(uri);
  }

  #edited({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (contentChanges.length === 0 || !isVisible(document)) return;
    const shown = this.#shown.get(uri);
    if (shown) {
      const left = afterChanges(shown, contentChanges);
      // VS Code itself moves what stays.
      if (left.length < shown.length) this.#draw(document, left);
      else this.#shown.set(uri, left);
    }
    this.#later(uri, EDIT_DELAY, () => void this.#refresh(document));
  }

  async #refresh(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const { version } = document;
    const marks = await this.#marksOf(document);
    if (marks === undefined || !isVisible(document)) return;
    // The text was edited meanwhile: it will be asked for again.
    if (document.version !== version) return;
    // What waits comes from an older answer.
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    const shown = this.#shown.get(uri);
    if (shown === undefined) return this.#draw(document, marks);
    const left = stillPlaced(shown, marks);
    if (left.length < shown.length) this.#draw(document, left);
    if (!sameMarks(left, marks)) this.#later(uri, ADD_DELAY, () => this.#draw(document, marks));
  }

  async #marksOf({ uri }: TextDocument): Promise<readonly Mark[] | undefined> {
    if (!isMarked(uri) || !readSetting('reqtrace.decorations', uri)) return [];
    try {
      const decorations = await this.#ask<PlacedDecoration[] | null>(DECORATIONS, { uri: uri.toString() });
      // While the server is away, what was last seen stays.
      return decorations?.map(({ range, status }) => ({ range, state: status }));
    } catch (error) {
      this.#log.warn(`Marks of ${uri.toString()}: ${String(error)}`);
      return undefined;
    }
  }

  #later(uri: string, delay: number, work: () => void): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        work();
      }, delay),
    );
  }

  #draw(document: TextDocument, marks: readonly Mark[]): void {
    this.#shown.set(document.uri.toString(), marks);
    const editors = window.visibleTextEditors.filter((editor) => editor.document === document);
    for (const [state, style] of this.#styles) {
      const ranges = marks.filter((mark) => mark.state === state).map(({ range }) => toRange(range));
      for (const editor of editors) editor.setDecorations(style, ranges);
    }
  }
}

function visibleDocuments(): readonly TextDocument[] {
  return [...new Set(window.visibleTextEditors.map(({ document }) => document))];
}

function isVisible(document: TextDocument): boolean {
  return visibleDocuments().includes(document);
}

/** Files, and cells of notebooks. */
function isMarked(uri: Uri): boolean {
  return uri.scheme === 'vscode-notebook-cell' || isFile(uri);
}
