import type { DocumentView, IndexView } from '../index/view.ts';
import type { Coverage, Item, RequirementItem, StatusCounts } from '../model/item.ts';
import { isOpen, sumCounts } from '../query/progress.ts';

/** Coverage of one document, or of all of them. */
export interface DocumentCoverage {
  readonly document: DocumentView;
  readonly counts: StatusCounts;
  /** Requirements with something that still needs work, and what that is. */
  readonly open: readonly OpenRequirement[];
}

/** A requirement with its criteria that still need work; itself if it has no criteria. */
export interface OpenRequirement {
  readonly requirement: RequirementItem;
  readonly items: readonly { readonly item: Item; readonly coverage: Coverage }[];
}

/** What the reports for people show, document by document. */
export function coverageByDocument(view: IndexView): DocumentCoverage[] {
  return view.documents().map((document) => ({
    document,
    counts: sumCounts(document.requirements.map((requirement) => view.coverage(requirement.key).counts)),
    open: document.requirements.flatMap((requirement) => {
      const units: readonly Item[] = requirement.criteria.length ? requirement.criteria : [requirement];
      const items = units
        .map((item) => ({ item, coverage: view.coverage(item.key) }))
        .filter(({ coverage }) => isOpen(coverage.status));
      return items.length ? [{ requirement, items }] : [];
    }),
  }));
}

/** What an open item lacks, for people: `no implementation, no test`. */
export function lack(coverage: Coverage): string {
  switch (coverage.status) {
    case 'failing':
      return 'a test fails';
    case 'stale':
      return 'the text changed since it was pinned';
    default:
      return coverage.missing.map((kind) => (kind === 'implements' ? 'no implementation' : 'no test')).join(', ');
  }
}
