import { jointPatterns } from '../../formats/ids/idPatterns.ts';
import type { IndexView } from '../../index/view.ts';
import { say } from '../../model/message.ts';
import { advisedIds } from './advice.ts';
import type { Proposal } from './proposal.ts';

/** The id of the row for shapes of ids, which others may need. */
export const ID_SHAPES = 'ids';

/** Shapes of ids that were seen and not read, `REQ-[A-Z]+(?:-[A-Z]+)*`, in one row. */
export function idShapes(view: IndexView): Proposal[] {
  const seen = advisedIds(view);
  const patterns = jointPatterns(seen).filter((pattern) => !view.configuration.ids.includes(pattern));
  const [first] = seen;
  if (!first || patterns.length === 0) return [];
  return [idsRow(patterns, first.id, seen.length)];
}

/** The row for these patterns; `places` is how many near-misses advised them. */
export function idsRow(patterns: readonly string[], example: string, places: number): Proposal {
  return {
    id: ID_SHAPES,
    title: say('ids: {0}', patterns.join(', ')),
    reason: say('Near misses that name IDs of such a shape: {0}, the first of them {1}', String(places), example),
    settings: [{ kind: 'list', key: 'ids', entries: patterns.map((pattern) => `'${pattern.replaceAll("'", "''")}'`) }],
    picked: true,
  };
}
