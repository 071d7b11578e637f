import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { marksOf } from '../../query/changes.ts';
import { localised } from '../../text/words/localised.ts';

/** What open changes have to do with an item, each with its sign: `✎ add-timer modifies it`; empty for nearly every item. */
function markWords(view: Pick<IndexView, 'coverage'>, item: Item): readonly string[] {
  return marksOf(item, view.coverage(item.key)).map(({ sign, words }) => `${sign} ${localised(words)}`);
}

/** Something said of an item, and behind it what open changes have to do with it: `0/1 met · ✎ add-timer modifies it`. */
export function withMarks(view: Pick<IndexView, 'coverage'>, item: Item, said: string): string {
  return [said, ...markWords(view, item)].join(' · ');
}
