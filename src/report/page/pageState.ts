import type { Sorting } from './sorting.ts';

/** What an editor keeps of a webview, which is made anew each time it is shown and when the index changed. */
export interface PageState {
  readonly text: string;
  readonly document: string;
  /** Statuses that are not shown. */
  readonly hidden: readonly string[];
  /** How many lines had been made. */
  readonly lines: number;
  /** Keys of the criteria whose details stood open. */
  readonly open: readonly string[];
  readonly scrolled: number;
  readonly sorting?: Sorting;
}
