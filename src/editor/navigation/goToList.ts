import type { IndexView } from '../../index/view.ts';
import { withParts } from '../../model/item.ts';
import type { Item, Link } from '../../model/item.ts';
import type { Location } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';
import { nameOf } from '../../query/list.ts';
import { knownItems } from '../../query/lookup.ts';
import { statusWords } from '../hover/statusWords.ts';
import { withMarks } from '../../query/changes.ts';

/** An item in the list of *Go to Requirement*. */
export interface GoToItem {
  readonly key: string;
  readonly type: Item['type'];
  /** `IP-1.1/AC2`; for a requirement without a written id its title. */
  readonly id: string;
  /** Title of a requirement, text of a criterion. */
  readonly name: string;
  readonly status: Status;
  /** `partial, 2 of 4 criteria met` */
  readonly statusText: string;
  readonly place: Location;
  /** The first place that implements it, and the first that tests it; of a requirement, also through its criteria. */
  readonly code?: Location;
  readonly test?: Location;
}

/** Every requirement and criterion with its status and where its code and tests are, in the order of the documents. */
export function goToList(view: IndexView): GoToItem[] {
  return Array.from(knownItems(view), (item) => {
    const coverage = view.coverage(item.key);
    const code = firstPlace(view, item, 'implements');
    const test = firstPlace(view, item, 'verifies');
    return {
      key: item.key,
      type: item.type,
      id: item.type === 'requirement' && item.facts.implicit ? item.facts.title : item.id,
      name: nameOf(item),
      status: coverage.status,
      statusText: withMarks(view, item, statusWords(item, coverage, view.configuration.kinds)),
      place: { path: item.path, range: item.facts.nameRange },
      ...(code && { code }),
      ...(test && { test }),
    };
  });
}

function firstPlace(view: IndexView, item: Item, is: Link['is']): Location | undefined {
  const items = withParts(item);
  for (const { key } of items) {
    const link = view.coverage(key).links.find((one) => one.is === is);
    if (link) return { path: link.path, range: link.annotation.reference.range };
  }
  return undefined;
}
