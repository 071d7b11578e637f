import type { IndexView } from '../index/view.ts';
import { totalOf } from './progress.ts';

/** What a folder has of requirements, whatever became of them. */
export interface Found {
  readonly criteria: number;
  /** Of these, what needs nothing and is in no count of what is met. */
  readonly exempt: number;
  /** That define at least one requirement. */
  readonly documents: number;
  /** True where code or a test points at any of them, in whatever way. */
  readonly linked: boolean;
}

/** What was found: 1,212 criteria in 32 documents, and nothing linked. */
export function foundIn(view: IndexView): Found {
  const counts = view.counts();
  return { criteria: totalOf(counts), exempt: counts.exempt, documents: view.documents().length, linked: hasLinks(view) };
}

function hasLinks(view: IndexView): boolean {
  for (const requirement of view.requirements())
    if ([requirement, ...requirement.criteria].some(({ key }) => view.coverage(key).links.length > 0)) return true;
  return false;
}
