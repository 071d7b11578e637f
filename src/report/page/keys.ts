/** A key that was pressed, and on what. */
export interface Pressed {
  readonly key: string;
  /** With Ctrl, Meta or Alt: a key of the browser's or the editor's. */
  readonly modified: boolean;
  /** What has the focus: the search, another field that takes text, the name of an item, or anything else. */
  readonly on: 'search' | 'field' | 'item' | 'other';
}

/** What a key does: go to the search, empty it, or go to the name of another item. */
export type KeyAction = 'search' | 'clear' | 'next' | 'previous' | 'first' | 'last';

const ON_ITEMS: Readonly<Record<string, KeyAction>> = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' };

/**
 * What a key does; undefined where it is the browser's.
 *
 * @param wanted false where keys that are pressed alone shall do nothing but what they do in a field (WCAG 2.2, 2.1.4).
 */
export function actionOf({ key, modified, on }: Pressed, wanted = true): KeyAction | undefined {
  if (modified) return undefined;
  if (key === 'Escape' && on === 'search') return 'clear';
  if (!wanted) return undefined;
  if (key === '/' && on !== 'search' && on !== 'field') return 'search';
  return on === 'item' ? ON_ITEMS[key] : undefined;
}
