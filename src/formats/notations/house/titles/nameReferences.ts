import type { FoundReference, IdGrammar } from '../../../ids/idGrammar.ts';
import { normalCriterion } from '../../../ids/criterionLabel.ts';

/** `IP_1_1_1__AC2`, `AC_US1_01`: letters and numbers of an id, then maybe a criterion. */
const UPPER = /(?<![A-Z0-9])([A-Z][A-Z0-9]*(?:_[A-Z][A-Z0-9]*)*?)_(\d+(?:_\d+)*)(?:__(AC_?\d+))?(?![A-Za-z0-9])/gu;
/** `ip_1_1_1__ac2`, only with its criterion. */
const LOWER = /(?<![A-Za-z0-9])([a-z][a-z0-9]*)_(\d+(?:_\d+)*)__(ac_?\d+)(?![A-Za-z0-9])/gu;
/** A criterion alone: `AC2` of `test_AC2_rejects` and of `testAC2`. */
const BARE = /(?:^|_|(?<=[a-z]))(AC_?\d+)(?=_|$)/gu;

/**
 * Ids in the name of a test, where no punctuation is allowed. Segments of letters join with hyphens
 * and numbers with dots: `test_IP_1_1_1__AC2_rejects` names IP-1.1.1/AC2, `AC_US1_01` names AC-US1-01.
 * Two underscores lead the criterion. In lower case only the full form counts, `ip_1_1_1__ac2`,
 * since `step_2` is a word. Ids of the project's own patterns count as they are written: of `HLR_[0-9]+`, `test_HLR_5_works` names HLR_5.
 */
export function nameReferences(
  name: string,
  ids?: Pick<IdGrammar, 'findInName'>,
): { references: FoundReference[]; bare: { start: number; end: number; criterion: string }[] } {
  const references: FoundReference[] = ids?.findInName(name) ?? [];
  const own = [...references];
  for (const expression of [UPPER, LOWER]) {
    for (const match of name.matchAll(expression)) {
      const [text, letters = '', digits = '', criterion] = match;
      // `AC_2` alone is a criterion, not an id.
      if (letters === 'AC' || own.some(({ start, end }) => start < match.index + text.length && match.index < end)) continue;
      references.push({
        text,
        start: match.index,
        end: match.index + text.length,
        id: `${letters.toUpperCase().replaceAll('_', '-')}-${digits.replaceAll('_', '.')}`,
        ...(criterion !== undefined && { criterion: normalCriterion(criterion.toUpperCase()) }),
      });
    }
  }
  const bare = Array.from(name.matchAll(BARE), (match) => {
    const criterion = match[1] ?? '';
    const end = match.index + match[0].length;
    return { start: end - criterion.length, end, criterion: normalCriterion(criterion) };
  }).filter((place) => !references.some(({ start, end }) => start <= place.start && place.start < end));
  return { references, bare };
}
