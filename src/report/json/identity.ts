import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import { lineOf } from '../../model/position.ts';

/** Where an id is written; both numbers start at 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/** What version 2 of the report adds to an item: how it is written, and what other tools call it. */
export interface JsonIdentity {
  /** `house`, or the notation that it is written in. */
  readonly notation: string;
  /** Where its id is numbered: a folder or a file without its extension. */
  readonly namespace: string;
  /** Where its id is written; null where nobody wrote one. */
  readonly idPlace: JsonPlace | null;
  /** What a reference made for its present version says: the revision that its notation writes; of the house, the pin of its text. */
  readonly revision: string;
}

/** How an item is written: `{ notation: 'house', namespace: 'docs/launch', idPlace: { line: 4, column: 5 }, revision: '3f2a9c' }`. */
export function jsonIdentity(view: IndexView, item: Item): JsonIdentity {
  const { notation, namespace } = requirementOf(item);
  const { idRange } = item.facts;
  return {
    notation,
    namespace,
    idPlace: idRange ? { line: lineOf(idRange), column: idRange.start.character + 1 } : null,
    revision: view.revision(item),
  };
}
