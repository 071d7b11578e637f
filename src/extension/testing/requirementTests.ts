import type { CancellationToken, Disposable, LogOutputChannel, Memento, TestController, TestItem, TestRunProfile } from 'vscode';
import { TestRunProfileKind, TestRunRequest, l10n, window, workspace } from 'vscode';
import { messageOf } from '../../text/errors.ts';
import type { AreaAddress, ItemAddress, Place } from '../../server/protocol.ts';
import { TEST_DOCUMENTS } from '../../server/runProtocol.ts';
import type { DebugProgramEnd, DebugProgramParams, TestDocument } from '../../server/runProtocol.ts';
import { readSetting } from '../window/settings.ts';
import { Agreement } from './agreement.ts';
import type { SharedController } from './sharedController.ts';
import { TestItems } from './testItems.ts';
import { mustBeTrusted, TestRuns } from './testRuns.ts';
import type { TestServer } from './testRuns.ts';

/** Changes are taken up once nothing has changed for so long, in milliseconds. */
const DELAY = 500;

/** What a command is to run the tests of. */
export interface Tested {
  readonly subject: ItemAddress | AreaAddress;
  /** Of these only the test at this place. */
  readonly at?: Place;
}

/** What exists once there is a controller. */
interface Made {
  readonly items: TestItems;
  readonly runs: TestRuns;
  readonly profiles: { readonly run: TestRunProfile; readonly debug: TestRunProfile };
}

// @implements RT-7.7~6effe7
/** The group *Requirements* of the view *Testing*: requirements, criteria and their tests, and what runs them. */
export class RequirementTests implements Disposable {
  readonly #server: TestServer;
  readonly #shared: SharedController;
  readonly #agreement: Agreement;
  readonly #log: LogOutputChannel;
  readonly #subscriptions: Disposable[];
  #made: Made | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(server: TestServer, shared: SharedController, state: Memento, log: LogOutputChannel) {
    this.#server = server;
    this.#shared = shared;
    this.#agreement = new Agreement(state);
    this.#log = log;
    this.#subscriptions = [
      // For the signs beside its requirements.
      window.onDidChangeVisibleTextEditors(() => void this.#showVisible()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('reqtrace.testExplorer')) this.update();
      }),
    ];
  }

  /** Takes up a change of the index, once the changes pause. */
  update(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh().catch((error: unknown) => this.#log.warn(`tests: ${messageOf(error)}`)), DELAY);
  }

  /**
   * Runs the tests of items or of a document.
   *
   * @throws Error with a sentence to show where nothing can be run.
   */
  async run(wanted: readonly Tested[], debug: boolean): Promise<void> {
    // Before anything else, since in a folder that is not trusted nothing is to be looked for either.
    mustBeTrusted();
    const { items, runs, profiles } = this.#make();
    const rows: TestItem[] = [];
    for (const { subject, at } of wanted) {
      const document = await items.find(subject);
      const row = document && rowOf(document, subject);
      if (row) rows.push(...(at ? items.testsAt(row, at) : [row]));
    }
    if (rows.length === 0) throw new Error(l10n.t('No test is linked to it, so nothing was run.'));
    await runs.run(new TestRunRequest(rows, undefined, debug ? profiles.debug : profiles.run), debug);
  }

  /** Starts a program of a run in a debugger, as the server asks. */
  async debugProgram(params: DebugProgramParams): Promise<DebugProgramEnd> {
    return this.#made?.runs.debugProgram(params) ?? { started: false };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #refresh(): Promise<void> {
    const isWanted = readSetting('reqtrace.testExplorer');
    const documents = isWanted ? ((await this.#server.request<TestDocument[]>(TEST_DOCUMENTS)) ?? []) : [];
    if (documents.length === 0 && !this.#made) return;
    await this.#make().items.refresh(documents);
    await this.#showVisible();
  }

  async #showVisible(): Promise<void> {
    const { items } = this.#made ?? {};
    if (!items) return;
    const known = this.#shared.get().items;
    for (const { document } of window.visibleTextEditors) {
      const row = known.get(document.uri.toString());
      if (row) await items.resolveAll([row]);
    }
  }

  #make(): Made {
    if (this.#made) return this.#made;
    const controller = this.#shared.get();
    const items = new TestItems(controller, this.#server.request);
    const runs = new TestRuns(this.#server, this.#shared, items, this.#agreement);
    controller.resolveHandler = (row) => items.resolve(row);
    controller.refreshHandler = () => this.#refresh();
    const profiles = {
      run: runProfile(controller, runs, TestRunProfileKind.Run, l10n.t('Run Tests')),
      debug: runProfile(controller, runs, TestRunProfileKind.Debug, l10n.t('Debug Tests')),
    };
    this.#made = { items, runs, profiles };
    return this.#made;
  }
}

function runProfile(controller: TestController, runs: TestRuns, kind: TestRunProfileKind, name: string): TestRunProfile {
  const run = async (request: TestRunRequest, token: CancellationToken): Promise<void> => {
    try {
      await (request.continuous ? runs.follow(request, token) : runs.run(request, kind === TestRunProfileKind.Debug));
    } catch (error) {
      void window.showErrorMessage(messageOf(error));
    }
  };
  const profile = controller.createRunProfile(name, kind, run, true);
  profile.supportsContinuousRun = kind === TestRunProfileKind.Run;
  return profile;
}

/** The row of an item below that of its document; the document's own for a document. */
function rowOf(document: TestItem, subject: ItemAddress | AreaAddress): TestItem | undefined {
  if (!('key' in subject)) return document;
  const search = (rows: Iterable<[string, TestItem]>): TestItem | undefined => {
    for (const [id, row] of rows) {
      const found = id === subject.key ? row : search(row.children);
      if (found) return found;
    }
    return undefined;
  };
  return search(document.children);
}
