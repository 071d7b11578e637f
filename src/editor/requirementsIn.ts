import type { IndexView } from '../index/view.ts';
import type { Item, RequirementItem } from '../model/item.ts';
import type { FilePath } from '../model/position.ts';

/** Everything that a file defines, in order of place: a requirement, then its criteria. */
export function definitionsIn(view: IndexView, path: FilePath): Item[] {
  return view
    .referencesIn(path)
    .flatMap(({ use, resolution }) => (use === 'definition' && resolution.kind === 'item' ? [resolution.item] : []));
}

/** The requirements that a file defines, in order of place. */
export function requirementsIn(view: IndexView, path: FilePath): RequirementItem[] {
  return definitionsIn(view, path).filter((item) => item.type === 'requirement');
}
