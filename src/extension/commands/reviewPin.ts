import type { Disposable, QuickPickItem, TextDocumentContentProvider } from 'vscode';
import { TabInputTextDiff, Uri, commands, l10n, window, workspace } from 'vscode';
import { PINNED_TEXTS } from '../../server/protocol.ts';
import type { PinnedTexts, PinnedTextsParams } from '../../server/protocol.ts';
import { messageOf } from '../../text/errors.ts';
import { applyEdit } from '../window/applyEdit.ts';
import { plain } from './goToRequirement.ts';
import type { LanguageServer } from '../client/languageServer.ts';

/** Scheme of the two sides of the comparison; their text is only ever in memory. */
const SCHEME = 'reqtrace-pin';

/** The command behind *Compare and Pin …*: shows what a stale reference was pinned to beside the present text, with *Pin* and *Leave* in the title of the comparison. */
export class PinReview implements Disposable, TextDocumentContentProvider {
  readonly #ask: LanguageServer['request'];
  readonly #texts = new Map<string, string>();
  readonly #registrations: readonly Disposable[];
  /** What each comparison is about, by its right side. */
  readonly #compared = new Map<string, PinnedTextsParams>();
  #reviews = 0;

  constructor(ask: LanguageServer['request']) {
    this.#ask = ask;
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#texts.delete(uri.toString());
        this.#compared.delete(uri.toString());
      }),
    ];
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /**
   * Compares, asks and pins.
   *
   * @throws Error with a message to show when the link is no longer stale or the server is away.
   */
  async review(params: PinnedTextsParams): Promise<void> {
    const texts = await this.#ask<PinnedTexts | null>(PINNED_TEXTS, params);
    if (texts === undefined) throw new Error(l10n.t('The language server is not running.'));
    if (texts === null) throw new Error(l10n.t('This reference is not stale any more.'));
    if (texts.before !== undefined) {
      await this.#compare(texts.id, texts.before, texts.now, params);
      return;
    }
    const question = l10n.t('The text that the reference to {0} was pinned to is not known. It reads now: {1}', texts.id, texts.now);
    const pin: QuickPickItem = { label: l10n.t('Update Pin'), detail: plain(texts.now) };
    const leave: QuickPickItem = { label: l10n.t('Keep Old Pin') };
    // A list and no notification, which VS Code may put away unseen. Not awaited: the texts are to be read at leisure.
    void window.showQuickPick([pin, leave], { placeHolder: question, ignoreFocusOut: true }).then(async (choice) => {
      if (choice === pin) await this.#pin(params);
    });
  }

  /** Pins what the comparison in front is about, and closes it: the button in its title. */
  async pinShown(): Promise<void> {
    const params = this.#shown();
    if (!params) throw new Error(l10n.t('No comparison of a pinned text is open.'));
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await this.#pin(params);
  }

  /** Closes the comparison in front and changes nothing. */
  async leaveShown(): Promise<void> {
    if (this.#shown()) await commands.executeCommand('workbench.action.closeActiveEditor');
  }

  #shown(): PinnedTextsParams | undefined {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof TabInputTextDiff ? this.#compared.get(input.modified.toString()) : undefined;
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
  }

  async #compare(id: string, before: string, now: string, params: PinnedTextsParams): Promise<void> {
    // An address of their own, so that an editor that is still open keeps what it shows.
    this.#reviews += 1;
    const [left, right] = [this.#side('pinned', id, before), this.#side('now', id, now)];
    this.#compared.set(right.toString(), params);
    await commands.executeCommand('vscode.diff', left, right, l10n.t('{0}: pinned text and present text', id), { preview: true });
  }

  #side(side: string, id: string, text: string): Uri {
    const uri = Uri.from({ scheme: SCHEME, path: `/${side}/${id}.md`, query: String(this.#reviews) });
    this.#texts.set(uri.toString(), `${text}\n`);
    return uri;
  }

  /** Asked for anew, since the file may have changed while the texts were read. */
  async #pin(params: PinnedTextsParams): Promise<void> {
    try {
      const texts = await this.#ask<PinnedTexts | null>(PINNED_TEXTS, params);
      await applyEdit(texts?.edit);
    } catch (error) {
      void window.showErrorMessage(messageOf(error));
    }
  }
}
