import { progress } from '../query/progress.ts';
import type { Coverage, Item } from '../model/item.ts';
import type { LinkKind, Status } from '../model/status.ts';

const SIGNS: Readonly<Record<Status, string>> = {
  failing: '✗',
  stale: '≠',
  unmet: '○',
  partial: '◐',
  met: '✓',
  waived: '⊘',
  exempt: '–',
};

const MISSING: Readonly<Record<LinkKind, string>> = { implements: 'not implemented', verifies: 'not tested' };

/** A sign for a status that needs no colour to be told from the others: `✓` for met, `◐` for partial. */
export function statusSign(status: Status): string {
  return SIGNS[status];
}

/** The status of an item in words: `partial, 2 of 4 criteria met`, or `unmet: not implemented, not tested`. */
export function statusWords(item: Item, coverage: Coverage): string {
  if (item.type === 'requirement' && item.criteria.length) {
    const { met, of } = progress(coverage.counts);
    return of ? `${coverage.status}, ${met} of ${of} criteria met` : coverage.status;
  }
  const missing = coverage.status === 'unmet' || coverage.status === 'partial' ? coverage.missing : [];
  return missing.length ? `${coverage.status}: ${missing.map((kind) => MISSING[kind]).join(', ')}` : coverage.status;
}
