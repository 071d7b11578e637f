import type { Disposable } from 'vscode';
import { EventEmitter } from 'vscode';
import type { FolderState } from '../../server/protocol.ts';
import type { Summary } from './summary.ts';
import { keepCounts, summarize } from './summary.ts';

/** What shows a summary of all folders: the status bar, the view *Requirements*. */
export interface SummaryReader {
  showSummary(summary: Summary): void;
}

/** What the server last said of each workspace folder, and what shows it. */
export class FolderStates implements Disposable {
  readonly #readers: readonly SummaryReader[];
  readonly #shown = new EventEmitter<void>();
  /** Fires when the summary was shown. */
  readonly onShown = this.#shown.event;
  #folders: readonly FolderState[] = [];

  constructor(readers: readonly SummaryReader[]) {
    this.#readers = readers;
  }

  get folders(): readonly FolderState[] {
    return this.#folders;
  }

  /** Shows what the server says now. True if it has just become ready, as after a start: it has no one to tell of changes yet. */
  update(folders: readonly FolderState[]): boolean {
    const wasIndexing = this.#folders.length === 0 || this.#folders.some(({ phase }) => phase === 'indexing');
    this.#folders = keepCounts(this.#folders, folders);
    this.show();
    return wasIndexing && this.#folders.every(({ phase }) => phase !== 'indexing');
  }

  /** Shows the same again, as under another setting. */
  show(): void {
    const summary = summarize(this.#folders);
    for (const reader of this.#readers) reader.showSummary(summary);
    this.#shown.fire();
  }

  dispose(): void {
    this.#shown.dispose();
  }
}
