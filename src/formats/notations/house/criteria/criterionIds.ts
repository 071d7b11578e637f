import type { CriterionFacts } from '../../../../model/facts.ts';
import type { Problem } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import type { FilePath } from '../../../../model/position.ts';
import type { CriterionDraft } from '../document/drafts.ts';

/**
 * Gives the criteria of one requirement their ids: a written one wins and is reserved first, an ordered list's own
 * numeral counts if it is the only list, else the position does, or the next free number where it is taken.
 */
export function assignCriterionIds(
  requirement: string,
  drafts: readonly CriterionDraft[],
  path: FilePath,
): { criteria: CriterionFacts[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = new Map<string, CriterionDraft>();
  const dropped = new Set<CriterionDraft>();
  for (const draft of drafts) {
    if (!draft.written) continue;
    const { localId, range } = draft.written;
    const first = taken.get(localId)?.written;
    if (!first) {
      taken.set(localId, draft);
      continue;
    }
    dropped.add(draft);
    const related = [{ path, range: first.range, message: say('{0} is defined here first', localId) }];
    problems.push({
      code: 'duplicate-id',
      range,
      message: say('{0} has two criteria {1}: give the second another number', requirement, localId),
      related,
    });
  }
  const numerals = ownNumerals(drafts);
  const criteria: CriterionFacts[] = [];
  let free = 1;
  for (const [index, draft] of drafts.entries()) {
    if (dropped.has(draft)) continue;
    if (draft.written) {
      const { localId, whole, range } = draft.written;
      criteria.push({ localId, whole, idRange: range, ...draft.facts });
      continue;
    }
    const wanted = numerals?.get(draft);
    let number = wanted ?? Math.max(index + 1, free);
    while (taken.has(`AC${number}`)) number++;
    if (wanted === undefined) free = number + 1;
    taken.set(`AC${number}`, draft);
    criteria.push({ localId: `AC${number}`, whole: false, ...draft.facts });
  }
  return { criteria, problems };
}

/** Numerals of the only list, as written if they rise, else as Markdown renders them: counted from the first. */
function ownNumerals(drafts: readonly CriterionDraft[]): ReadonlyMap<CriterionDraft, number> | undefined {
  const [first] = drafts;
  if (!first?.list || drafts.some((draft) => draft.list !== first.list || draft.numeral === undefined)) return undefined;
  const written = drafts.map((draft) => draft.numeral ?? 0);
  const rising = written.every((numeral, index) => index === 0 || numeral > (written[index - 1] ?? 0));
  return new Map(drafts.map((draft, index) => [draft, rising ? (written[index] ?? 0) : (written[0] ?? 1) + index]));
}
