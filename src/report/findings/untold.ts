import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { Finding } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { foundIn } from '../../query/found.ts';
import type { Palette } from '../writing/palette.ts';
import { count } from '../writing/plainText.ts';
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
  const files = count(new Set(untold.map(({ path }) => path)).size, 'file');
  const hidden = `not shown: ${countBySeverity(untold, SEVERITIES, palette)} in ${files}`;
  const hint = failing > 0 ? `--all shows them; ${failing} of them ${failing === 1 ? 'fails' : 'fail'} this check` : '--all shows them';
  return `${found(view)}; ${hidden} (${hint})`;
}

function found(view: IndexView): string {
  if (view.configuration.problems !== undefined) return `${CONFIGURATION_FILE} says "problems: ${view.configuration.problems}"`;
  const { criteria, documents, linked } = foundIn(view);
  if (documents === 0) return 'no requirement yet';
  const links = linked ? 'linked by titles of tests alone' : 'no link yet';
  return `${count(criteria, 'criterion', 'criteria')} in ${count(documents, 'document')}, ${links}`;
}
