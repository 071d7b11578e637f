import type { Evidence } from '../../model/evidence.ts';
import type { FilePath } from '../../model/position.ts';
import { itemOutcomes, testOutcomes } from '../../query/running/outcomes.ts';
import type { ItemOutcome, RunResult, TestOutcome } from '../../query/running/outcomes.ts';
import { planRuns } from '../../query/running/plan.ts';
import type { Refusal, RunPlan, TestRun } from '../../query/running/testRun.ts';
import type { WantedItem, WantedTest } from '../../query/running/wantedTest.ts';
import type { Project } from '../project.ts';
import { ProjectTests } from '../projectTests.ts';
import { testsOnDisk } from '../testsOnDisk.ts';
import { diskProject } from './diskProject.ts';
import { runTests, withResultFolder } from './runTests.ts';
import type { RunOptions } from './runTests.ts';

/** What became of a number of criteria and their tests. */
export interface WantedOutcomes {
  readonly results: readonly RunResult[];
  readonly outcomes: ReadonlyMap<WantedTest, TestOutcome>;
  readonly items: readonly ItemOutcome[];
}

/** Who follows runs. */
export interface RunFollower extends RunOptions {
  /** Asked before anything is started: nothing is where it says no. */
  readonly mayStart?: (plan: RunPlan) => boolean;
  /** Told before each start. */
  readonly onStart?: (run: TestRun) => void;
  /** Told what became of the tests of a start, or of those that cannot be run. */
  readonly onOutcomes?: (outcomes: ReadonlyMap<WantedTest, TestOutcome>) => void;
}

/** What is to be started for the tests of these criteria, with results in an existing folder. */
export function planWanted({ root, index }: Pick<Project, 'root' | 'index'>, wanted: readonly WantedItem[], folder: string): RunPlan {
  return planRuns(
    wanted.flatMap(({ tests }) => tests),
    diskProject(root, folder),
    index.configuration.testCommands,
  );
}

/** Runs the tests of criteria, a runner after the other, and says what became of each; undefined where that was refused. */
export async function runWanted(
  project: Pick<Project, 'root' | 'index'>,
  wanted: readonly WantedItem[],
  { mayStart, onStart, onOutcomes, ...options }: RunFollower,
): Promise<WantedOutcomes | undefined> {
  const results = await withResultFolder(async (folder) => {
    const plan = planWanted(project, wanted, folder);
    if (mayStart?.(plan) === false) return undefined;
    const ended: RunResult[] = [];
    const take = async (result: RunResult): Promise<void> => {
      ended.push(result);
      if (onOutcomes) onOutcomes(testOutcomes([result], project.index, await rivalsOf(project, wanted, [result])));
    };
    for (const refusal of plan.refusals) await take(refused(refusal));
    for (const run of plan.runs) {
      onStart?.(run);
      await take(await runTests(project.root, run, options));
    }
    return ended;
  });
  if (!results) return undefined;
  const outcomes = testOutcomes(results, project.index, await rivalsOf(project, wanted, results));
  return { results, outcomes, items: itemOutcomes(wanted, outcomes) };
}

/** Tests of other files that results which name no file may be of: a command may run more than it was asked to. */
function rivalsOf(
  { root, index }: Pick<Project, 'root' | 'index'>,
  wanted: readonly WantedItem[],
  results: readonly RunResult[],
): Promise<Evidence['tests']> {
  const paths = new Set(wanted.flatMap(({ tests }) => tests.map(({ path }) => path)));
  const known = {
    files: index.files,
    facts: (path: FilePath) => index.facts(path),
    telling: () => Array.from(paths, (path) => [path] as const),
  };
  return new ProjectTests(testsOnDisk(root), known).of(
    results.flatMap(({ files }) => files),
    [],
  );
}

function refused({ tests, reason }: Refusal): RunResult {
  const run = { runner: '', folder: '', argv: [], result: { kind: 'printed', as: 'evidence' }, wanted: tests, family: '' } as const;
  return { run, broken: reason, files: [], code: undefined };
}
