import type { CancellationToken, TestItem, TestRun, TestRunRequest } from 'vscode';
import { Location, TestMessage, Uri, l10n, workspace } from 'vscode';
import { messageOf } from '../../text/errors.ts';
import { addTo } from '../../text/grouping.ts';
import { PLAN_TESTS, RUN_TESTS } from '../../server/runProtocol.ts';
import type {
  ChosenTests,
  DebugProgramEnd,
  DebugProgramParams,
  PlanTestsParams,
  RunEnd,
  RunTestsParams,
  TestEnd,
  TestNews,
  TestPlan,
  TestSaid,
} from '../../server/runProtocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import { toRange } from '../window/ranges.ts';
import { debugProgram } from './debugProgram.ts';
import type { Agreement } from './agreement.ts';
import type { SharedController } from './sharedController.ts';
import type { TestItems } from './testItems.ts';

/** What was saved is in the rows by then, in milliseconds. */
const DELAY = 1000;

/** What runs tests, and what it tells meanwhile. */
export interface TestServer {
  readonly request: LanguageServer['request'];
  readonly onTestNews: LanguageServer['onTestNews'];
}

/** The tests of one workspace folder that a run is asked for. */
interface FolderTests {
  readonly folder: string;
  readonly chosen: readonly ChosenTests[];
  /** Rows by the id of their test: one test may be below several criteria. */
  readonly rows: ReadonlyMap<string, readonly TestItem[]>;
}

/** A row of a test with the key of the item that it is below. */
interface TestRow {
  readonly row: TestItem;
  readonly key: string;
  readonly id: string;
}

/** Runs what the view *Testing* or a command asks for, and shows how it goes. */
export class TestRuns {
  readonly #server: TestServer;
  readonly #shared: SharedController;
  readonly #items: TestItems;
  readonly #agreement: Agreement;
  /** Those that go on, by the name that the server knows them by. */
  readonly #open = new Map<string, TestRun>();
  #count = 0;

  constructor(server: TestServer, shared: SharedController, items: TestItems, agreement: Agreement) {
    this.#server = server;
    this.#shared = shared;
    this.#items = items;
    this.#agreement = agreement;
  }

  /**
   * Runs the tests of a request, after a person has seen the commands.
   *
   * @throws Error with a sentence to show where nothing can be run.
   */
  async run(request: TestRunRequest, debug: boolean): Promise<void> {
    mustBeTrusted();
    await saveEditors();
    await this.#runNow(request, debug);
  }

  /**
   * Runs the tests of a request, and again each time that a file of theirs or of the code under them is saved, until that is taken back. It ends where the person does not want
   * the command.
   *
   * @throws Error with a sentence to show where nothing can be run at first; later the rows say so.
   */
  async follow(request: TestRunRequest, token: CancellationToken): Promise<void> {
    mustBeTrusted();
    let isWanted = true;
    let queue = Promise.resolve();
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      isWanted = false;
      clearTimeout(timer);
      saved.dispose();
    };
    // What is saved during a run is run behind it.
    const next = (): Promise<void> => {
      const run = queue.then(async () => {
        if (isWanted && !(await this.#runNow(request, false))) end();
      });
      queue = run.catch(() => undefined);
      return run;
    };
    const saved = workspace.onDidSaveTextDocument(({ uri }) => {
      if (!this.#rootsOf(request).some((root) => this.#items.filesBelow(root).includes(uri.toString()))) return;
      clearTimeout(timer);
      timer = setTimeout(() => void next().catch(() => undefined), DELAY);
    });
    token.onCancellationRequested(end);
    await next();
  }

  /** False where the person does not want it. */
  async #runNow(request: TestRunRequest, debug: boolean): Promise<boolean> {
    const parts = await this.#testsOf(request);
    const agreed = new Map<FolderTests, readonly string[]>();
    for (const part of parts) {
      const families = await this.#agree(request, part, debug);
      if (!families) return false;
      agreed.set(part, families);
    }
    const run = this.#shared.get().createTestRun(request);
    try {
      for (const [part, families] of agreed) {
        if (!run.token.isCancellationRequested) await this.#runFolder(run, part, families, debug);
      }
    } finally {
      run.end();
    }
    return true;
  }

  #rootsOf({ include }: TestRunRequest): readonly TestItem[] {
    return include ?? Array.from(this.#shared.get().items, ([, row]) => row);
  }

  /** Starts a program of a run in a debugger, as the server asks. */
  async debugProgram(params: DebugProgramParams): Promise<DebugProgramEnd> {
    const run = this.#open.get(params.run);
    return run && !run.token.isCancellationRequested ? debugProgram(run, params) : { started: false };
  }

  async #testsOf(request: TestRunRequest): Promise<readonly FolderTests[]> {
    const roots = this.#rootsOf(request);
    await this.#items.resolveAll(roots);
    const excluded = new Set(request.exclude);
    const byFolder = new Map<string, TestRow[]>();
    for (const row of new Set(roots.flatMap((root) => this.#items.testsBelow(root, excluded)))) {
      const subject = this.#items.subject(row);
      if (subject?.kind === 'test') addTo(byFolder, subject.folder, { row, key: subject.key, id: subject.node.id });
    }
    return Array.from(byFolder, ([folder, found]) => {
      const chosen = new Map<string, string[]>();
      const rows = new Map<string, TestItem[]>();
      for (const { row, key, id } of found) {
        addTo(chosen, key, id);
        addTo(rows, id, row);
      }
      return { folder, chosen: Array.from(chosen, ([key, tests]) => ({ key, tests })), rows };
    });
  }

  /** What may be started in a folder; undefined where the person does not want it. What cannot be run at all says so at its rows. */
  async #agree(request: TestRunRequest, { folder, chosen, rows }: FolderTests, debug: boolean): Promise<readonly string[] | undefined> {
    try {
      const plan = await this.#server.request<TestPlan>(PLAN_TESTS, { folder, chosen, debug } satisfies PlanTestsParams);
      if (!plan) throw new Error(l10n.t('The language server is not running.'));
      return await this.#agreement.askFor(folder, plan.commands);
    } catch (error) {
      const run = this.#shared.get().createTestRun(request);
      for (const row of [...rows.values()].flat()) run.errored(row, new TestMessage(messageOf(error)));
      run.end();
      throw error;
    }
  }

  async #runFolder(run: TestRun, part: FolderTests, agreed: readonly string[], debug: boolean): Promise<void> {
    const { folder, chosen, rows } = part;
    this.#count += 1;
    const params: RunTestsParams = { run: `${this.#count}`, folder, chosen, debug, agreed };
    this.#open.set(params.run, run);
    const waiting = new Set(rows.keys());
    const passed = new Set<TestItem>();
    for (const row of [...rows.values()].flat()) run.enqueued(row);
    const listening = this.#server.onTestNews((news) => {
      if (news.run !== params.run) return;
      show(run, news, rows);
      for (const { test, kind } of news.outcomes ?? []) {
        waiting.delete(test);
        if (kind === 'passed') for (const row of rows.get(test) ?? []) passed.add(row);
      }
    });
    try {
      const end = await this.#server.request<RunEnd>(RUN_TESTS, params, run.token);
      if (!end && !run.token.isCancellationRequested) throw new Error(l10n.t('The language server is not running.'));
      const notRun = new Map(end?.notRun.map(({ key, reason }) => [key, reason]));
      // A criterion of which some tests passed and one was left out has not: VS Code would count what passed.
      for (const item of new Set([...passed].flatMap(({ parent }) => parent ?? []))) {
        const subject = this.#items.subject(item);
        const reason = subject?.kind === 'item' ? notRun.get(subject.key) : undefined;
        if (reason !== undefined) run.errored(item, new TestMessage(l10n.t('Not every test was run: {0}', reason)));
      }
    } catch (error) {
      if (run.token.isCancellationRequested) return;
      for (const row of [...waiting].flatMap((test) => rows.get(test) ?? [])) run.errored(row, new TestMessage(messageOf(error)));
    } finally {
      listening.dispose();
      this.#open.delete(params.run);
    }
  }
}

/** @throws Error with a sentence to show in Restricted Mode. */
export function mustBeTrusted(): void {
  if (!workspace.isTrusted) throw new Error(l10n.t('Tests run only in a folder that you trust, since they are programs of it'));
}

function show(run: TestRun, { output, started = [], outcomes = [] }: TestNews, rows: FolderTests['rows']): void {
  // The panel is a terminal.
  if (output !== undefined) run.appendOutput(output.replaceAll(/\r?\n/gu, '\r\n'));
  for (const row of started.flatMap((test) => rows.get(test) ?? [])) run.started(row);
  for (const end of outcomes) for (const row of rows.get(end.test) ?? []) showEnd(run, row, end);
}

function showEnd(run: TestRun, row: TestItem, { kind, messages, duration }: TestEnd): void {
  switch (kind) {
    case 'passed':
      return run.passed(row, duration);
    case 'failed':
      return run.failed(row, messages.map(testMessage), duration);
    case 'skipped':
      return run.skipped(row);
    case 'not-run':
      return run.token.isCancellationRequested ? run.skipped(row) : run.errored(row, messages.map(testMessage), duration);
  }
}

/** Plain text: what a test says is data. */
function testMessage({ text, place }: TestSaid): TestMessage {
  const message = new TestMessage(text);
  if (place) message.location = new Location(Uri.parse(place.uri), toRange(place.range));
  return message;
}

/** Tests run what is on the disk; the view *Testing* has VS Code save before it runs, unless the user does not want it. */
async function saveEditors(): Promise<void> {
  if (workspace.getConfiguration('testing').get('saveBeforeTest', true)) await workspace.saveAll(false);
}
