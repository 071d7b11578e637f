import type { FilePath } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';
import type { MatrixRequirement } from '../html/model.ts';

/** What the page carries in its element `data`, for its script. */
export interface PageData {
  readonly statuses: readonly Status[];
  /** Paths; requirements name their document by its place in this list. */
  readonly documents: readonly FilePath[];
  readonly requirements: readonly MatrixRequirement[];
}
