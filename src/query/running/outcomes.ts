import type { IndexView } from '../../index/view.ts';
import { EvidenceStore } from '../../index/evidence/evidenceStore.ts';
import type { Evidence, EvidenceFile, LinkResult } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { TestRun } from './testRun.ts';
import type { WantedItem, WantedTest } from './wantedTest.ts';

/** What became of a start of a runner. */
export interface RunResult {
  readonly run: TestRun;
  /** Why it says nothing of any test: it could not be started, or wrote nothing; absent where it ran. */
  readonly broken?: Message;
  /** What it wrote, read as evidence. */
  readonly files: readonly EvidenceFile[];
  /** Its exit code; undefined where it was ended. */
  readonly code: number | undefined;
}

/** What a test came to: only a case in the new results that passed or failed is one. */
export type TestOutcome =
  | ({ readonly kind: 'passed' } & Pick<LinkResult, 'duration'>)
  | ({ readonly kind: 'failed' } & Pick<LinkResult, 'duration' | 'failure'>)
  /** `skipped` where the test itself, or who runs it, left it out. */
  | { readonly kind: 'not-run'; readonly reason: Message; readonly skipped?: true };

/** What a criterion came to, with its tests. */
export interface ItemOutcome extends WantedItem {
  readonly kind: TestOutcome['kind'];
  /** Why it was not run, where it was not. */
  readonly reason?: Message;
}

/**
 * What became of each wanted test, in any of the results.
 *
 * @param tests tests of the folder that results which name no file may be of as well.
 */
export function testOutcomes(
  results: readonly RunResult[],
  { files: known }: Pick<IndexView, 'files'>,
  tests?: Evidence['tests'],
): ReadonlyMap<WantedTest, TestOutcome> {
  const outcomes = new Map<WantedTest, TestOutcome>();
  for (const { run, broken, files, code } of results) {
    const store = new EvidenceStore({ files, modified: new Map(), ...(tests && { tests }) }, () => known);
    const lost = files.flatMap((file) => file.lost ?? [])[0];
    // A runner that fails and says of no test that it did has failed for something that nobody knows.
    const fails = files.some((file) => file.results.some(({ outcome }) => outcome === 'failed'));
    const unclear = code !== 0 && !fails ? say('the runner ended with {0}, though no test failed', code ?? say('a signal')) : undefined;
    const unread = files.flatMap((file) => file.results).find(({ outcome, whole }) => outcome === 'failed' && whole === 'file')?.file;
    for (const test of run.wanted) {
      const result = broken ? undefined : store.resultOf(test.path, test.annotation);
      outcomes.set(test, outcomeOf(test, result, { doubt: broken ?? unclear ?? lost, unread }));
    }
  }
  return outcomes;
}

/**
 * @param known why nothing may be believed, and a file that failed as a whole: pytest runs no other then.
 */
function outcomeOf(
  { annotation }: WantedTest,
  result: LinkResult | undefined,
  { doubt, unread }: { readonly doubt: Message | undefined; readonly unread: string | undefined },
): TestOutcome {
  const { outcome, failure, duration } = result ?? {};
  const time = duration !== undefined && { duration };
  if (outcome === 'failed') return { kind: 'failed', ...(failure && { failure }), ...time };
  if (doubt) return { kind: 'not-run', reason: doubt };
  if (outcome === 'passed') return { kind: 'passed', ...time };
  if (annotation.declaration?.off !== undefined)
    return { kind: 'not-run', reason: say('the test is switched off or empty in the source'), skipped: true };
  if (outcome === 'skipped') return { kind: 'not-run', reason: say('the test was skipped'), skipped: true };
  return {
    kind: 'not-run',
    reason:
      unread === undefined
        ? say('the new results do not hold this test')
        : say('the new results do not hold this test; {0} failed as a whole, which may have ended the run', unread),
  };
}

/** What became of each criterion: failed where a test failed, passed where each of its tests passed, and not run in any other case. */
export function itemOutcomes(items: readonly WantedItem[], outcomes: ReadonlyMap<WantedTest, TestOutcome>): readonly ItemOutcome[] {
  return items.map((wanted) => {
    const found = wanted.tests.map((test) => outcomes.get(test));
    if (found.some((outcome) => outcome?.kind === 'failed')) return { ...wanted, kind: 'failed' };
    if (wanted.tests.length === 0) return { ...wanted, kind: 'not-run', reason: say('no test is linked to it') };
    const missing = found.find((outcome) => outcome?.kind !== 'passed');
    if (found.every((outcome) => outcome?.kind === 'passed')) return { ...wanted, kind: 'passed' };
    return { ...wanted, kind: 'not-run', reason: missing?.kind === 'not-run' ? missing.reason : say('the test was not started') };
  });
}
