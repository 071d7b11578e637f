import type { IndexView } from '../index/view.ts';
import { definedIn } from '../index/view.ts';
import { CONFIGURATION_FILE } from '../model/configuration.ts';
import type { Loudness } from '../model/configuration.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import { withCriteria } from '../model/item.ts';

/**
 * Which findings are shown without being asked for, the same in an editor's list of problems and on a terminal. Statuses, gates, exit codes and what programs read
 * know nothing of it: they have all findings always.
 */

/** What can be wrong with an annotation. */
const OF_ANNOTATIONS: ReadonlySet<FindingCode> = new Set<FindingCode>(['unknown-reference', 'ambiguous-reference', 'malformed-annotation']);

/**
 * True where somebody asked for traceability: there is a reqtrace.yaml, or code or a test says by a keyword what it is for, as `@implements IP-1.1` and
 * `Validates: Requirements 1.2` do. Titles of tests alone ask for nothing: many teams number their tests without ever having heard of this.
 */
export function isSetUp(view: IndexView): boolean {
  if (view.files.get(CONFIGURATION_FILE) === 'configuration') return true;
  for (const document of [...view.documents(), ...view.changes()])
    for (const item of definedIn(document).flatMap((requirement) => withCriteria(requirement)))
      if (view.coverage(item.key).links.some(({ annotation: { source } }) => source === 'keyword' || source === 'pattern')) return true;
  return false;
}

/**
 * How much is shown: what the person wishes, else what reqtrace.yaml says; without either, everything once the folder is set up, and before
 * that nothing but errors in annotations.
 *
 * @param wish of the person; undefined for one who has none.
 * @param setUp what {@link isSetUp} says, from one who has asked already.
 */
export function loudnessOf(view: IndexView, wish?: Loudness, setUp?: boolean): Loudness {
  return wish ?? view.configuration.problems ?? ((setUp ?? isSetUp(view)) ? 'all' : 'annotations');
}

/** True for a finding that is shown without being asked for: `isTold(finding, 'annotations', view)` holds for an `@implements` that has no meaning. */
export function isTold(finding: Finding, loudness: Loudness, view: Pick<IndexView, 'files'>): boolean {
  if (loudness === 'all') return true;
  // Whoever wrote the file is waiting for what becomes of it.
  if (finding.code === 'config-error') return loudness !== 'off';
  return loudness === 'annotations' && isErrorInAnnotation(finding, view);
}

function isErrorInAnnotation({ code, severity, path }: Finding, { files }: Pick<IndexView, 'files'>): boolean {
  const role = files.get(path);
  return severity === 'error' && OF_ANNOTATIONS.has(code) && (role === 'code' || role === 'test');
}
