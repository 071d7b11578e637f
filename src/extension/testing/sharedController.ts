import type { Disposable, TestController } from 'vscode';
import { l10n, tests } from 'vscode';

/** Id of the controller, `when` clauses of menus name it. */
const CONTROLLER = 'reqtrace';

/**
 * The one test controller of the extension, *Requirements* in the view *Testing*. There is none before it is needed, since with one VS Code shows
 * that view.
 */
export class SharedController implements Disposable {
  #made: TestController | undefined;

  /** The controller; makes it where there is none. */
  get(): TestController {
    this.#made ??= tests.createTestController(CONTROLLER, l10n.t('Requirements'));
    return this.#made;
  }

  dispose(): void {
    this.#made?.dispose();
  }
}
