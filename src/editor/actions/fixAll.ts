import type { IndexView } from '../../index/view.ts';
import type { FindingCode, TextEdit } from '../../model/finding.ts';
import type { FilePath } from '../../model/position.ts';
import { byStart, comparePositions } from '../../model/position.ts';

/**
 * Findings whose preferred fix changes no meaning: a comma too many, a pinned text that has moved to a sibling, a box that is
 * ticked as the links say. What the nearest id is, or what a test verifies, is for a person to say.
 */
const SAFE: ReadonlySet<FindingCode> = new Set(['malformed-annotation', 'stale-link', 'met-not-claimed']);

/** The edits of a file that need no thought, none overlapping another. */
export function fixAll(view: IndexView, path: FilePath): TextEdit[] {
  const edits = view
    .findings(path)
    .filter(({ code }) => SAFE.has(code))
    .flatMap(({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? [])
    .filter((edit) => edit.path === path)
    .sort(byStart);
  return edits.filter((edit, at) => {
    const before = edits[at - 1];
    return !before || comparePositions(before.range.end, edit.range.start) <= 0;
  });
}
