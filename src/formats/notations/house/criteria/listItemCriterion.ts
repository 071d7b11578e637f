import type { CriterionKind } from '../../../../model/facts.ts';
import type { ListBlock, ListItem } from '../../../carriers/markdown/blocks.ts';
import type { FoundCriterion } from '../document/found.ts';
import type { Source } from '../document/source.ts';
import { criterionWords, writtenId } from './criterionWords.ts';
import { readDetail } from './detail.ts';
import { innerText } from './innerText.ts';

/** `- [x] **AC2**: Works offline` as a criterion: its first paragraph says what, the blocks below are detail. */
export function listItemCriterion(kind: CriterionKind, item: ListItem, list: ListBlock, source: Source): FoundCriterion {
  const { first, last, column, checkbox, numeral } = item;
  const { inline, below } = (item.inline.plain.trim() === '' ? innerText(item.below) : undefined) ?? item;
  const words = criterionWords(inline, source.terms);
  const written = writtenId(words);
  return {
    kind,
    words,
    ...(written && { written }),
    ...(numeral !== undefined && { numeral }),
    list,
    range: source.range(first, last, column),
    ...readDetail(below, source.terms),
    ...(checkbox && { checkbox }),
  };
}
