import type { FilePath } from '../../model/position.ts';

/** What new facts changed among the items. */
export interface ItemsChange {
  /** Items that appeared, vanished, moved or read differently. */
  readonly keys: Set<string>;
  /** Local ids under which other items, or other criteria of them, are found now. */
  readonly ids: Set<string>;
  /** Prefixes that became known or are no longer. */
  readonly prefixes: Set<string>;
  /** Documents whose items were made again. */
  readonly documents: Set<FilePath>;
  /** Notations that number everything in one namespace now and did not, or the other way round. */
  readonly single: Set<string>;
  /** Documents that write requirements of others again and did not, or the other way round. */
  readonly restating: Set<FilePath>;
  /** Documents of which nothing but these requirements reads differently, by their keys; they are not among `documents`. */
  readonly rewritten: Map<FilePath, readonly string[]>;
}

/** To be filled in. */
export function nothingChanged(): ItemsChange {
  return {
    keys: new Set(),
    ids: new Set(),
    prefixes: new Set(),
    documents: new Set(),
    single: new Set(),
    restating: new Set(),
    rewritten: new Map(),
  };
}
