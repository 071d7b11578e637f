import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Finding } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { say, sayMany } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { foundIn } from '../../query/found.ts';
import { localised } from '../../text/words/localised.ts';
import type { Palette } from '../writing/palette.ts';
import { countBySeverity } from './text.ts';

/** Findings that are not shown, and which of them fail the build. */
interface Untold {
  readonly untold: readonly Finding[];
  readonly fails?: (finding: Finding) => boolean;
}

/**
 * What there is beside the findings that are shown, on one line:
 * `1212 criteria in 32 documents, no link yet; not shown: 15 warnings, 1230 information in 36 files (--all shows them)`.
 */
export function untoldLine(view: IndexView, { untold, fails = () => false }: Untold, palette: Palette): string {
  const failing = untold.filter(fails).length;
  const hint =
    failing > 0
      ? sayMany('--all shows them; {0} of them fails this check', '--all shows them; {0} of them fail this check', failing)
      : say('--all shows them');
  return localised(
    sayMany(
      '{1}; not shown: {2} in {0} file ({3})',
      '{1}; not shown: {2} in {0} files ({3})',
      new Set(untold.map(({ path }) => path)).size,
      found(view),
      countBySeverity(untold, SEVERITIES, palette),
      hint,
    ),
  );
}

function found(view: IndexView): Message {
  if (view.configuration.problems !== undefined) return say('{0} says "problems: {1}"', CONFIGURATION_FILE, view.configuration.problems);
  const { criteria, exempt, documents, linked } = foundIn(view);
  if (documents === 0) return say('no requirement yet');
  const all = sayMany('{0} criterion', '{0} criteria', criteria);
  const where = linked
    ? sayMany(
        '{1} in {0} document, linked by titles of tests alone',
        '{1} in {0} documents, linked by titles of tests alone',
        documents,
        all,
      )
    : sayMany('{1} in {0} document, no link yet', '{1} in {0} documents, no link yet', documents, all);
  return exempt > 0 ? say('{0} ({1} exempt)', where, exempt) : where;
}
