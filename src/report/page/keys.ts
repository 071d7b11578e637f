/** A key that was pressed, and on what. */
export interface Pressed {
  readonly key: string;
  /** With Ctrl, Meta or Alt: a key of the browser's or the editor's. */
  readonly modified: boolean;
  /** What has the focus: the search, another field that takes text, a button that unfolds details, or anything else. */
  readonly on: 'search' | 'field' | 'toggle' | 'other';
}

/** What a key does: go to the search, empty it, or go to the next or the previous button that unfolds details. */
export type KeyAction = 'search' | 'clear' | 'next' | 'previous';

/** What a key does; undefined where it is the browser's. */
export function actionOf({ key, modified, on }: Pressed): KeyAction | undefined {
  if (modified) return undefined;
  if (key === '/' && on !== 'search' && on !== 'field') return 'search';
  if (key === 'Escape' && on === 'search') return 'clear';
  if (on !== 'toggle') return undefined;
  if (key === 'ArrowDown') return 'next';
  return key === 'ArrowUp' ? 'previous' : undefined;
}
