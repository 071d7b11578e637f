import type { CancellationToken, Connection } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { IndexView } from '../../../index/view.ts';
import { anyOf, say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { commandLines } from '../../../query/running/commandLine.ts';
import { chosenItems } from '../../../query/running/runnable.ts';
import type { TestRun } from '../../../query/running/testRun.ts';
import type { WantedItem } from '../../../query/running/wantedTest.ts';
import { localised } from '../../../text/words/localised.ts';
import { toSystemPath } from '../../../workspace/files/filePaths.ts';
import type { ChildEnd, ChildOptions } from '../../../workspace/running/child.ts';
import { withResultFolder } from '../../../workspace/running/runTests.ts';
import { planWanted, runWanted } from '../../../workspace/running/runWanted.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { Feature } from '../../feature.ts';
import type { Folder } from '../../folder.ts';
import { describeError } from '../../log.ts';
import { DEBUG_PROGRAM, PLAN_TESTS, RUN_TESTS } from '../../runProtocol.ts';
import type {
  DebugProgramEnd,
  DebugProgramParams,
  PlanTestsParams,
  PlannedCommand,
  RunEnd,
  RunTestsParams,
  TestPlan,
} from '../../runProtocol.ts';
import type { Session } from '../../session.ts';
import { NewsOfRun } from './newsOfRun.ts';

/** Runners that a debugger is known for, in words. */
const DEBUGGED = ['node --test', 'Vitest', 'Jest', 'Mocha'];

// @implements RT-7.7~6effe7
/** Runs tests on a command of a person, in trusted folders only, with what the person agreed to. */
export const runTests: Feature = {
  register(session) {
    const { connection } = session;
    const ending = new AbortController();
    /** The last run of each folder: another waits for it, since two at once could disturb each other. */
    const last = new Map<Folder, Promise<unknown>>();

    connection.onRequest<TestPlan, void>(PLAN_TESTS, (params: PlanTestsParams) => answered(session, () => plan(session, params)));
    connection.onRequest<RunEnd, void>(RUN_TESTS, (params: RunTestsParams, token) =>
      answered(session, async () => {
        const asked = await askedOf(session, params);
        const before = last.get(asked.folder);
        const signal = AbortSignal.any([ending.signal, signalOf(token)]);
        const run = (before ?? Promise.resolve()).catch(() => undefined).then(() => runAll(session, params, asked, signal));
        last.set(asked.folder, run);
        return run;
      }),
    );
    session.listen({ ended: () => ending.abort(), folderRemoved: (folder) => void last.delete(folder) });
  },
};

/** What is asked to be run, as the index has it now. */
interface Asked {
  readonly folder: Folder;
  readonly project: { readonly root: string; readonly index: IndexView };
  readonly wanted: readonly WantedItem[];
}

/** An answer, or an error whose message is safe to show. */
async function answered<Answer>({ log }: Session, work: () => Promise<Answer>): Promise<Answer | ResponseError> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) log.error(`tests: ${describeError(error)}`);
    const said = error instanceof UserError ? error.said : say('an unexpected error, see the log');
    return new ResponseError(LSPErrorCodes.RequestFailed, localised(said));
  }
}

async function askedOf({ folders }: Session, { folder: uri, chosen }: PlanTestsParams): Promise<Asked> {
  const folder = folders.get(uri);
  if (folder && !folder.isTrusted) throw new UserError(say('Tests run only in a folder that you trust, since they are programs of it'));
  // What was typed of late counts, too.
  if (folder) await Promise.all(Array.from(folder.openPaths, (path) => folder.settled(path)));
  const { view, root } = folder ?? {};
  if (!folder || !view || root === undefined) throw new UserError(say('The folder is still being indexed. Try again when it is ready'));
  const wanted = chosenItems(view, chosen);
  if (wanted.every(({ tests }) => tests.length === 0)) throw new UserError(nothingLinked(wanted));
  return { folder, project: { root, index: view }, wanted };
}

function nothingLinked(wanted: readonly WantedItem[]): Message {
  const [first] = wanted;
  return wanted.length === 1 && first
    ? say('No test is linked to {0}, so nothing was run', first.item.id)
    : say('No test is linked to any of these criteria, so nothing was run');
}

async function plan(session: Session, params: PlanTestsParams): Promise<TestPlan> {
  const { project, wanted } = await askedOf(session, params);
  // Nothing is written there: the run itself has another.
  const { runs, refusals } = await withResultFolder(async (folder) => planWanted(project, wanted, folder));
  const [refusal] = refusals;
  if (runs.length === 0 && refusal) throw new UserError(refusal.reason);
  if (params.debug) mustDebug(runs);
  return { commands: runs.map((run) => plannedCommand(project.root, run)) };
}

function plannedCommand(root: string, run: TestRun): PlannedCommand {
  return { runner: run.runner, folder: toSystemPath(root, run.folder), lines: commandLines(run), family: run.family };
}

function mustDebug(runs: readonly TestRun[]): void {
  const other = runs.find(({ debugged }) => !debugged);
  if (other) throw new UserError(say('No debugger is known here for tests of {0}: only for those of {1}', other.runner, anyOf(DEBUGGED)));
}

async function runAll(session: Session, params: RunTestsParams, { folder, project, wanted }: Asked, signal: AbortSignal): Promise<RunEnd> {
  const agreed = new Set(params.agreed);
  const news = new NewsOfRun(params.run, session, folder);
  const ran = await runWanted(project, wanted, {
    signal,
    mayStart: ({ runs }) => {
      if (params.debug) mustDebug(runs);
      return runs.every(({ family }) => agreed.has(family));
    },
    onStart: (run) => news.started(run),
    onOutput: (text) => news.printed(text),
    onOutcomes: (outcomes) => news.ended(outcomes),
    ...(params.debug && { start: (run: TestRun, child: ChildOptions) => inDebugger(session.connection, params.run, run, child) }),
  });
  if (!ran) throw new UserError(say('The command is another one now, so nothing was run. Run the tests again to see it'));
  return {
    notRun: ran.items.flatMap(({ item, kind, reason }) =>
      kind === 'not-run' && reason ? [{ key: item.key, reason: localised(reason) }] : [],
    ),
  };
}

/** Has the client start a program, in the debugger of its editor. */
async function inDebugger(connection: Connection, run: string, { debugged = [] }: TestRun, child: ChildOptions): Promise<ChildEnd> {
  const params: DebugProgramParams = {
    run,
    argv: [...child.argv, ...debugged],
    folder: child.folder,
    environment: child.environment ?? {},
  };
  const { started } = await connection.sendRequest<DebugProgramEnd>(DEBUG_PROGRAM, params);
  if (child.signal.aborted) return { kind: 'stopped' };
  // A debugger does not say what the program ended with: its results do.
  return started ? { kind: 'ended', code: 0 } : { kind: 'stopped' };
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
