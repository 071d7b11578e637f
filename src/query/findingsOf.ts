import type { IndexView } from '../index/view.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';

/** What is wrong with an item, or with a criterion of it: `findingsOf(index, item)`. */
export function findingsOf(view: Pick<IndexView, 'allFindings'>, item: Item): readonly Finding[] {
  const criteria = item.type === 'requirement' ? item.criteria : [];
  const keys = new Set([item.key, ...criteria.map(({ key }) => key)]);
  return view.allFindings().filter((finding) => finding.item !== undefined && keys.has(finding.item));
}
