import type { IndexView } from '../../index/view.ts';
import type { Resolution } from '../../model/item.ts';
import type { FilePath, Range } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';

/** A stretch of a file that stands for an item, to be marked by its status. */
export interface Decoration {
  readonly range: Range;
  /** Of the item; `unknown` and `ambiguous` where there is not exactly one. */
  readonly status: Status | 'unknown' | 'ambiguous';
  readonly use: 'definition' | 'reference';
}

/** Every reference and definition of a file with the status of what it means, in order of place. */
export function decorations(view: IndexView, path: FilePath): Decoration[] {
  return view.referencesIn(path).flatMap(({ use, reference, resolution }): Decoration[] => {
    // What another tool keeps has no status.
    if (resolution.kind === 'external') return [];
    return [{ range: reference.range, status: statusOf(view, resolution), use: use === 'definition' ? 'definition' : 'reference' }];
  });
}

function statusOf(view: IndexView, resolution: Resolution): Decoration['status'] {
  if (resolution.kind === 'item') return view.coverage(resolution.item.key).status;
  return resolution.kind === 'ambiguous' ? 'ambiguous' : 'unknown';
}
