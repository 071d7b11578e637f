import type { IndexView } from '../../index/view.ts';
import type { Resolution } from '../../model/item.ts';
import type { FilePath, Range } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';

/** A stretch of a file that stands for an item, to be marked by its status. */
export interface Decoration {
  readonly range: Range;
  /** Of the item; `unknown` and `ambiguous` where there is not exactly one. */
  readonly status: Status | 'unknown' | 'ambiguous';
  readonly use: 'definition' | 'reference';
}

/** Every reference and definition of a file with the status of what it means, in order of place. */
export function decorations(view: IndexView, path: FilePath): Decoration[] {
  return view.referencesIn(path).flatMap(({ use, reference, resolution }): Decoration[] => {
    // What another tool keeps has no status.
    if (resolution.kind === 'external') return [];
    if (use !== 'definition') return [{ range: reference.range, status: statusOf(view, resolution), use: 'reference' }];
    return [{ range: withRevision(reference.range, resolution), status: statusOf(view, resolution), use }];
  });
}

/** An id with the revision that is written directly behind it, so that no mark comes between: `dsn~boil~2`. */
function withRevision({ start, end }: Range, resolution: Resolution): Range {
  const facts = resolution.kind === 'item' ? resolution.item.facts : undefined;
  const shown = facts && 'shown' in facts ? facts.shown : undefined;
  if (!facts || shown === undefined || facts.revision === undefined || !shown.startsWith(facts.localId)) return { start, end };
  return { start, end: { line: end.line, character: end.character + shown.length - facts.localId.length } };
}

function statusOf(view: IndexView, resolution: Resolution): Decoration['status'] {
  if (resolution.kind === 'item') return view.coverage(resolution.item.key).status;
  return resolution.kind === 'ambiguous' ? 'ambiguous' : 'unknown';
}
