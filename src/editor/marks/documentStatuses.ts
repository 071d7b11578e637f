import type { IndexView } from '../../index/view.ts';
import type { StatusCounts } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { sumCounts } from '../../model/counts.ts';

/** How far a document is. */
export interface DocumentStatus {
  readonly path: FilePath;
  /** Of its criteria. */
  readonly counts: StatusCounts;
}

/** Every document that defines requirements, with the counts of its criteria by status. */
export function documentStatuses(view: IndexView): DocumentStatus[] {
  return view
    .documents()
    .map(({ path, requirements }) => ({ path, counts: sumCounts(requirements.map(({ key }) => view.coverage(key).counts)) }));
}
