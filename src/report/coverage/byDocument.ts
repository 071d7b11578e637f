import type { DocumentView, IndexView } from '../../index/view.ts';
import type { Coverage, Item, RequirementItem, StatusCounts } from '../../model/item.ts';
import { lackOf } from '../../model/linkKind.ts';
import { inEnglish, say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { levelsBelow, unitsOf } from '../../model/item.ts';
import { sumCounts } from '../../model/counts.ts';
import { isOpen } from '../../model/status.ts';
import { localised } from '../../text/words/localised.ts';

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
  readonly items: readonly { readonly item: Item; readonly coverage: Coverage; readonly lack: string }[];
}

/** What the reports for people show, document by document. */
export function coverageByDocument(view: IndexView): DocumentCoverage[] {
  return view.documents().map((document) => ({
    document,
    counts: sumCounts(document.requirements.map((requirement) => view.coverage(requirement.key).counts)),
    open: document.requirements.flatMap((requirement) => {
      const items = unitsOf(requirement)
        .map((item) => ({ item, coverage: view.coverage(item.key) }))
        .filter(({ coverage }) => isOpen(coverage.status))
        .map((open) => ({ ...open, lack: lack(view, open.coverage, localised) }));
      return items.length ? [{ requirement, items }] : [];
    }),
  }));
}

/** What an open item lacks, for people: `no implementation and no test`; in English unless other words are asked for. */
export function lack(view: Pick<IndexView, 'configuration'>, coverage: Coverage, words: (message: Message) => string = inEnglish): string {
  switch (coverage.status) {
    case 'failing':
      return words(say('a test fails'));
    case 'stale':
      return words(say('the text changed since it was pinned'));
    default:
      return coverage.missing.length ? words(lackOf(view.configuration.kinds, coverage.missing, levelsBelow(coverage))) : '';
  }
}
