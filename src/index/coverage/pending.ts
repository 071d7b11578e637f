import type { Pending } from '../../model/item.ts';
import type { Ref } from '../references/referenceStore.ts';
import { compareRanges, compareText } from '../order.ts';

/** What changes would do to an item, of everything that refers to it; undefined where that is nothing. */
export function pendingOf(references: Iterable<Ref>): readonly Pending[] | undefined {
  const pending: Pending[] = [];
  for (const { proposal, path } of references) {
    if (!proposal) continue;
    const { kind, change, reference, to } = proposal;
    pending.push({ kind, change, path, range: reference.range, ...(to && { to: to.name }) });
  }
  if (pending.length === 0) return undefined;
  return pending.sort((a, b) => compareText(a.path, b.path) || compareRanges(a.range, b.range) || compareText(a.kind, b.kind));
}
