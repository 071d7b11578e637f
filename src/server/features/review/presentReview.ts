import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../../index/view.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import { asksForBase } from '../../../model/gate.ts';
import type { Message } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import { compare } from '../../../query/diff/compare.ts';
import type { Comparison } from '../../../query/diff/comparison.ts';
import { acrossBases } from '../../../query/diff/crosswise.ts';
import type { Difference } from '../../../query/diff/difference.ts';
import { evaluateGate } from '../../../query/gates/evaluate.ts';
import { gatesToHold } from '../../../query/gates/gatesToHold.ts';
import { EVERYTHING, changedScope } from '../../../query/gates/scope.ts';
import { localised } from '../../../text/words/localised.ts';
import type { ComparedReview, ReviewGate } from '../../reviewProtocol.ts';
import { presentAttributes, presentGate, presentLists, presentRules } from './present.ts';
import { Targets } from './target.ts';

/** What is compared with, and what is to be said of it. */
interface ReviewedBase {
  readonly base: { readonly name: string; readonly commit: string };
  readonly otherBases?: readonly unknown[];
  /** Commit that is checked out. */
  readonly present?: string;
  readonly notes: readonly Message[];
}

/** A comparison of a folder with its base, ready to draw: `presentReview(folder, { base, notes: [] }, comparison)`. */
export function presentReview(
  folder: { readonly uri: string; readonly uriOf: (path: FilePath) => string },
  { base, otherBases, present, notes }: ReviewedBase,
  comparison: Comparison,
): ComparedReview {
  const { head } = comparison;
  const { name, commit } = base;
  const compared = compare(comparison);
  const difference = otherBases ? acrossBases(compared, undefined, { ...base, count: otherBases.length + 1 }) : compared;
  const targets = new Targets(comparison, folder, commit);
  const rules = presentRules(difference, targets);
  const isSame = comparison.files.length === 0 && commit === present;
  const gates = gatesOf(head, comparison, difference, targets, isSame);
  return {
    state: 'compared',
    base: { name, commit },
    notes: [...difference.doubts, ...(gates.length ? notesOfRules(difference, name) : []), ...notes.map(localised)],
    ...(rules.length && { rules }),
    ...(difference.attributes.length > 0 && { attributes: presentAttributes(difference, targets) }),
    gates,
    groups: presentLists(difference, head, targets),
  };
}

/** Gates are those of the base, but files are read once: a branch whose reqtrace.yaml has them read otherwise must be judged by the command line. */
function notesOfRules({ rules }: Difference, base: string): string[] {
  const reads = rules.some(({ rule, path }) => path === CONFIGURATION_FILE && rule !== 'gates');
  return reads
    ? [
        l10n.t(
          'Gates are those of {0}, over files read as {1} of this branch says; "reqtrace check --gate NAME --base {0}" reads them as {0} does',
          base,
          CONFIGURATION_FILE,
        ),
      ]
    : [];
}

/**
 * As the base writes them where it has them, so that a branch is not judged by what it makes of them itself.
 *
 * @param isSame true where the base itself is checked out: a gate over what a branch did has nothing to judge then, and must not be said to hold.
 */
function gatesOf(view: IndexView, comparison: Comparison, difference: Difference, targets: Targets, isSame: boolean): ReviewGate[] {
  const gates = Object.entries(gatesToHold(comparison)).filter(([, gate]) => !isSame || !asksForBase(gate));
  return gates.map(([name, gate]) => {
    const scope = gate.scope === 'changed' ? changedScope(comparison, difference) : EVERYTHING;
    return presentGate(evaluateGate(view, { name, gate, scope, difference }), targets);
  });
}
