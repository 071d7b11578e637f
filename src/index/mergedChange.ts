import type { IndexChange } from './view.ts';

/** What an update that changed nothing answers. */
export const NO_CHANGE: IndexChange = { changedFiles: new Set(), changedItems: new Set() };

/** What two updates changed, one after the other. */
export function merged(a: IndexChange, b: IndexChange): IndexChange {
  return { changedFiles: union(a.changedFiles, b.changedFiles), changedItems: union(a.changedItems, b.changedItems) };
}

/** Sets may be as large as the index, so the larger one is not gone through where the other is empty. */
function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return large;
  const all = new Set(large);
  for (const value of small) all.add(value);
  return all;
}
