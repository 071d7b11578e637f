import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import type { FindingCode } from '../../model/finding.ts';
import { RESULT_FINDINGS } from '../../model/gate.ts';
import type { GateMeasure } from '../../model/gate.ts';
import type { Item } from '../../model/item.ts';
import { asksForProof } from '../../model/linkKind.ts';
import { isCounted } from '../../model/status.ts';
import { DEFAULT_LINE_COVERAGE, DEFAULT_RESULTS } from '../../model/usualFiles/evidenceGlobs.ts';
import { localised } from '../../text/words/localised.ts';
import type { Doubt } from '../doubts.ts';
import { doubtsOf } from '../doubts.ts';
import { allUnits } from '../units.ts';
import { amount } from './amount.ts';
import type { ConditionVerdict } from './verdict.ts';

/** What a condition speaks of: a limit, or a finding that is forbidden. */
type Subject = GateMeasure | 'met' | FindingCode;

const OF_CRITERIA: ReadonlySet<Subject> = new Set<Subject>(['unmet', 'partial', 'failing', 'stale', 'unproven', 'met']);

/**
 * Makes a condition undecided that holds only because nothing speaks against it: no criterion counts at all, what should have been read was not, or
 * no test ever ran. A condition that fails, fails anyway.
 *
 * @param items criteria of the gate's scope that count.
 * @param uncounted why some of them may be missing.
 */
export function doubter(
  view: IndexView,
  items: readonly Item[],
  uncounted?: string,
): (verdict: ConditionVerdict, subject: Subject) => ConditionVerdict {
  const doubts = doubtsOf(view);
  return (verdict, subject) => {
    const missing = whatIsMissing(doubts, subject) ?? (OF_CRITERIA.has(subject) ? uncounted : undefined);
    const why = verdict.decision === 'holds' ? (missing ?? whyNothing(view, items, subject)) : undefined;
    return why === undefined ? verdict : { ...verdict, decision: 'undecided', why };
  };
}

function whatIsMissing(doubts: readonly Doubt[], subject: Subject): string | undefined {
  const heeded = new Set<Doubt['of']>(['everything']);
  if (asksForResults(subject)) heeded.add('lost').add('results');
  // A test that failed makes a criterion less than met.
  if (subject === 'met') heeded.add('lost');
  if (subject === 'not-executed') heeded.add('lost').add('coverage');
  const found = doubts.filter(({ of }) => heeded.has(of)).map(({ message }) => localised(message));
  const [first, ...others] = found;
  if (first === undefined || others.length === 0) return first;
  return others.length === 1
    ? l10n.t('{0}; and there is 1 more reason', first)
    : l10n.t('{0}; and there are {1} more reasons', first, others.length);
}

/** Why a condition that holds says nothing: it is about no criterion, or no test ever ran. */
function whyNothing(view: IndexView, items: readonly Item[], subject: Subject): string | undefined {
  const all = allUnits(view);
  const counted = all.filter(({ key }) => isCounted(view.coverage(key).status));
  if (OF_CRITERIA.has(subject) && counted.length === 0)
    return all.length === 0
      ? l10n.t('there is no criterion yet')
      : l10n.t('there is no criterion to judge: all {0} are waived or exempt', all.length);
  if (subject === 'not-executed') return whyNoLines(view);
  if (!asksForResults(subject)) return undefined;
  if (subject === 'unproven' && !counted.some((item) => needsTest(view, item)))
    return l10n.t('no criterion needs a test, so none can be proven');
  const tested = items.filter((item) => needsTest(view, item));
  return tested.length === 0 ? undefined : whyNoResults(view, tested, counted, subject === 'unproven');
}

/** Why no test that a criterion is linked to was heard of, though criteria need tests. */
function whyNoResults(view: IndexView, tested: readonly Item[], counted: readonly Item[], toProve: boolean): string | undefined {
  if (view.evidence.some(({ results }) => results.length > 0)) {
    const linked = tested.filter(({ key }) => view.coverage(key).links.some(({ is }) => is === 'verifies'));
    // What a branch touched may have no test yet, while others have.
    const asked = linked.length > 0 ? linked : counted;
    if (asked.some(({ key }) => view.coverage(key).links.some(({ result }) => result !== undefined)))
      return toProve ? undefined : whyOutdated(view, tested);
    return l10n.t('no test result is about a test that is linked to any of {0}', amount(tested.length));
  }
  // Only a project that names places of its own can be sent to them.
  const advice =
    view.configuration.evidence.results === DEFAULT_RESULTS
      ? l10n.t('run the tests with a reporter that writes a file, such as junit.xml')
      : l10n.t('run the tests with a reporter that writes where "evidence" in reqtrace.yaml looks');
  return toProve
    ? l10n.t('there are no test results to prove {0}: {1}', amount(tested.length), advice)
    : l10n.t('there are no test results for {0}: {1}', amount(tested.length), advice);
}

/** Why results that name no failure say nothing: the code has changed since. Of what is to be proven, each that is outdated counts as unproven. */
function whyOutdated(view: IndexView, tested: readonly Item[]): string | undefined {
  const outdated = tested.filter(({ key }) => view.coverage(key).outdated);
  return outdated.length === 0
    ? undefined
    : l10n.t('results of {0} are older than the code or the test: run the tests again', amount(outdated.length));
}

/** Why line coverage says nothing of code that is annotated. */
function whyNoLines(view: IndexView): string | undefined {
  if (!view.evidence.some(({ coverage }) => coverage.length > 0))
    return view.configuration.evidence.coverage === DEFAULT_LINE_COVERAGE
      ? l10n.t('there is no line coverage: run the tests with a reporter that writes it, such as lcov.info')
      : l10n.t('there is no line coverage: run the tests with a reporter that writes it where "evidence" in reqtrace.yaml looks');
  const links = allUnits(view).flatMap(({ key }) => view.coverage(key).links);
  return links.some(({ is, path }) => is === 'implements' && view.hasLines(path))
    ? undefined
    : l10n.t('line coverage does not include any file with annotated code');
}

function asksForResults(subject: Subject): boolean {
  return subject === 'unproven' || subject === 'failing' || RESULT_FINDINGS.has(subject);
}

function needsTest(view: IndexView, { key }: Item): boolean {
  return view.coverage(key).needs.some((need) => asksForProof(view.configuration.kinds, need));
}
