import type { Fix, Problem, TextEdit } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import type { FilePath } from '../../../../model/position.ts';
import { byStart } from '../../../../model/position.ts';
import type { NearMiss } from '../document/nearMiss.ts';

/** Places beyond these are counted, not listed. */
const MAX_RELATED = 20;

/** One problem for each form of near-miss of a document, at its first place. */
export function nearMissProblems(nearMisses: readonly NearMiss[], path: FilePath): Problem[] {
  const byForm = new Map<string, NearMiss[]>();
  for (const nearMiss of nearMisses) {
    const known = byForm.get(nearMiss.form);
    if (known) known.push(nearMiss);
    else byForm.set(nearMiss.form, [nearMiss]);
  }
  return Array.from(byForm.values()).flatMap((places) => {
    const [first, ...others] = places.sort(byStart);
    if (!first) return [];
    const message = first.advise?.(places.map(({ text }) => text)) ?? first.message;
    return {
      code: 'near-miss' as const,
      range: first.range,
      message: others.length ? say('{0} (and {1} more like it)', message, others.length) : message,
      ...fixesOf(places, path),
      related: others.slice(0, MAX_RELATED).map(({ range, text }) => ({ path, range, message: say('Written the same way: {0}', text) })),
    };
  });
}

/** Writes what is missing at the first place, or at all of them. */
function fixesOf(places: readonly NearMiss[], path: FilePath): Pick<Problem, 'fixes'> {
  const edits = places.flatMap(({ range: { end }, missing }): TextEdit[] =>
    missing === undefined ? [] : [{ path, range: { start: end, end }, newText: missing }],
  );
  const [first] = edits;
  if (!first) return {};
  const fixes: Fix[] = [{ title: say('Write the missing "{0}"', first.newText), edits: [first], preferred: true }];
  return {
    fixes:
      edits.length > 1
        ? [...fixes, { title: say('Write the missing "{0}" at all {1} places like this', first.newText, String(edits.length)), edits }]
        : fixes,
  };
}
