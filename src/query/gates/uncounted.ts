import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import { lineOf } from '../../model/position.ts';
import { localised } from '../../text/words/localised.ts';
import type { GateScope } from './scope.ts';

/**
 * Why criteria that a branch wrote may be missing among those that are judged: it gave one an id that another has, so that it is not counted. Undefined
 * where it did not.
 */
export function whyUncounted(view: IndexView, { hasFinding }: GateScope): string | undefined {
  const found = view
    .allFindings()
    .find((finding) => finding.code === 'duplicate-id' && finding.severity === 'error' && hasFinding(finding));
  return found && l10n.t('{0} is not counted: {1}', `${found.path}:${lineOf(found.range)}`, localised(found.message));
}
