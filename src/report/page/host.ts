import type { PageState } from './pageState.ts';

/** What the page asks of the editor that shows it. */
export type HostMessage =
  /** Lines start at 1. */
  | { readonly type: 'open'; readonly file: string; readonly line: number }
  | { readonly type: 'export' }
  /** The page runs, and can be brought up to date. */
  | { readonly type: 'ready' }
  /** What it was sent cannot be patched in: it has to be loaded, at the same item. */
  | { readonly type: 'reload'; readonly goTo?: string }
  /** Shows an item in the view of the requirements. */
  | { readonly type: 'reveal'; readonly key: string };

/** What an editor sends to the page: the whole page as it is now, and the item that it is to be opened at. */
export interface PageUpdate {
  readonly type: 'page';
  readonly html: string;
  readonly goTo?: string;
}

/** The editor around a webview; a page in a browser has none. */
export interface Host {
  postMessage(message: HostMessage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare const acquireVsCodeApi: (() => Host) | undefined;

/** The editor, if there is one. It can be acquired only once, so call this only once. */
export function findHost(): Host | undefined {
  return typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
}
