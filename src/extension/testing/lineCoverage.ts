import type { Disposable, FileCoverageDetail, TestController, TestRunProfile } from 'vscode';
import { FileCoverage, Position, StatementCoverage, TestRunProfileKind, TestRunRequest, Uri, l10n, window } from 'vscode';
import { LINE_COVERAGE } from '../../server/protocol.ts';
import type { PlacedLineCoverage } from '../../server/protocol.ts';
import type { LanguageServer } from '../client/languageServer.ts';
import type { SharedController } from './sharedController.ts';

/**
 * The line coverage that was read, in VS Code's own *Test Coverage* view and in the gutter of its editors. Nothing is run: what a test runner has written
 * is shown.
 */
export class LineCoverage implements Disposable {
  readonly #ask: LanguageServer['request'];
  readonly #details = new WeakMap<FileCoverage, FileCoverageDetail[]>();
  readonly #shared: SharedController;
  #profile: TestRunProfile | undefined;

  constructor(ask: LanguageServer['request'], shared: SharedController) {
    this.#ask = ask;
    this.#shared = shared;
  }

  /** The command *Show Line Coverage*. */
  async show(): Promise<void> {
    const files = await this.#ask<PlacedLineCoverage[]>(LINE_COVERAGE);
    if (!files) throw new Error(l10n.t('The language server is not running.'));
    if (files.length === 0) {
      void window.showInformationMessage(
        l10n.t('No line coverage was found that is as new as the files it speaks of. Run your tests with coverage first.'),
      );
      return;
    }
    const controller = this.#shared.get();
    const profile = (this.#profile ??= this.#create(controller));
    // It is kept where it was read from.
    const run = controller.createTestRun(new TestRunRequest(undefined, undefined, profile), l10n.t('Line coverage'), false);
    for (const file of files) run.addCoverage(this.#coverageOf(file));
    run.end();
  }

  dispose(): void {
    this.#profile?.dispose();
  }

  #create(controller: TestController): TestRunProfile {
    // VS Code asks the profile of a run for the lines of a file that is opened.
    const profile = controller.createRunProfile(l10n.t('Line coverage'), TestRunProfileKind.Coverage, () => this.show());
    profile.loadDetailedCoverage = (_run, file) => Promise.resolve(this.#details.get(file) ?? []);
    return profile;
  }

  #coverageOf({ uri, hit, missed }: PlacedLineCoverage): FileCoverage {
    const lines = (numbers: readonly number[], ran: boolean): StatementCoverage[] =>
      numbers.map((line) => new StatementCoverage(ran, new Position(line, 0)));
    const details = [...lines(hit, true), ...lines(missed, false)];
    const coverage = FileCoverage.fromDetails(Uri.parse(uri), details);
    this.#details.set(coverage, details);
    return coverage;
  }
}
