import type { CriterionFacts } from '../../../../model/facts.ts';
import type { Problem } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import type { FilePath } from '../../../../model/position.ts';
import type { FoundCriterion } from '../document/found.ts';
import { criterionFacts } from './criterionFacts.ts';

/**
 * Gives the criteria of one requirement their ids: a written one wins and is reserved first, an ordered list's own
 * numeral counts if it is the only list, else the position does, or the next free number where it is taken.
 */
export function assignCriterionIds(
  requirement: string,
  all: readonly FoundCriterion[],
  path: FilePath,
): { criteria: CriterionFacts[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = new Map<string, FoundCriterion>();
  const dropped = new Set<FoundCriterion>();
  for (const found of all) {
    if (!found.written) continue;
    const { localId, range } = found.written;
    const first = taken.get(localId)?.written;
    if (!first) {
      taken.set(localId, found);
      continue;
    }
    dropped.add(found);
    const related = [{ path, range: first.range, message: say('{0} is defined here first', localId) }];
    problems.push({
      code: 'duplicate-id',
      range,
      message: say('{0} has two criteria {1}: give the second another number', requirement, localId),
      related,
    });
  }
  const numerals = ownNumerals(all);
  const criteria: CriterionFacts[] = [];
  let free = 1;
  for (const [index, found] of all.entries()) {
    if (dropped.has(found)) continue;
    if (found.written) {
      const { localId, whole, range } = found.written;
      criteria.push(criterionFacts(found, { localId, whole, idRange: range }));
      continue;
    }
    const wanted = numerals?.get(found);
    let number = wanted ?? Math.max(index + 1, free);
    while (taken.has(`AC${number}`)) number++;
    if (wanted === undefined) free = number + 1;
    taken.set(`AC${number}`, found);
    criteria.push(criterionFacts(found, { localId: `AC${number}`, whole: false }));
  }
  return { criteria, problems };
}

/** Numerals of the only list, as written if they rise, else as Markdown renders them: counted from the first. */
function ownNumerals(all: readonly FoundCriterion[]): ReadonlyMap<FoundCriterion, number> | undefined {
  const [first] = all;
  if (!first?.list || all.some(({ list, numeral }) => list !== first.list || numeral === undefined)) return undefined;
  const written = all.map(({ numeral }) => numeral ?? 0);
  const rising = written.every((numeral, index) => index === 0 || numeral > (written[index - 1] ?? 0));
  return new Map(all.map((found, index) => [found, rising ? (written[index] ?? 0) : (written[0] ?? 1) + index]));
}
