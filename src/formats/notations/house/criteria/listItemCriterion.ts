import type { CriterionKind } from '../../../../model/facts.ts';
import type { ListBlock, ListItem } from '../../../carriers/markdown/blocks.ts';
import type { FoundCriterion } from '../assembly/found.ts';
import type { Source } from '../document/source.ts';
import { criterionWords, writtenId } from './criterionWords.ts';
import { readDetail } from './detail.ts';

/** `- [x] **AC2**: Works offline` as a criterion: its first paragraph says what, the blocks below are detail. */
export function listItemCriterion(kind: CriterionKind, item: ListItem, list: ListBlock, source: Source): FoundCriterion {
  const { inline, first, last, column, checkbox, numeral, below } = item;
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
