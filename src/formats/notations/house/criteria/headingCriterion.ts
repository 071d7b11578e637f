import type { FoundCriterion } from '../document/found.ts';
import type { Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';
import type { InlineText } from '../../../carriers/markdown/inline.ts';
import { blocksOf } from '../document/blockReading.ts';
import type { CriterionHeading } from '../requirements/headings.ts';
import { writtenId, type CriterionWords } from './criterionWords.ts';
import { readDetail } from './detail.ts';

/**
 * `#### Scenario: Empty basket`, or `#### AC2: …`, is one criterion with its whole section.
 *
 * @param inner the sections inside it.
 */
export function headingCriterion(
  { blocks, first, last }: Section,
  inline: InlineText,
  { written, title }: CriterionHeading,
  inner: readonly Section[],
  source: Source,
): FoundCriterion {
  const words: CriterionWords = {
    inline,
    ...(written && { lead: written }),
    text: title,
    marks: title.marks,
    exempt: title.exempt,
  };
  const below = inner.flatMap((each) => [...(each.heading ? [each.heading.block] : []), ...blocksOf(each.blocks)]);
  const id = writtenId(words);
  return {
    kind: 'criterion',
    words,
    ...(id && { written: id }),
    range: source.range(first, last),
    ...readDetail([...blocksOf(blocks), ...below], source.terms),
  };
}
