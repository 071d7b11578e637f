import type { Disposable, LogOutputChannel, TextEditor } from 'vscode';
import { window } from 'vscode';
import { isFile } from '../window/fileSchemes.ts';
import { readSetting } from '../window/settings.ts';

/** The tree is asked this long after the last switch, in milliseconds. */
const DELAY = 150;

/** Has the tree show the document of the active editor, as the Explorer does, without taking the focus. */
export class FollowEditor implements Disposable {
  readonly #reveal: (uri: string) => Promise<void>;
  readonly #log: LogOutputChannel;
  readonly #subscription: Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(reveal: (uri: string) => Promise<void>, log: LogOutputChannel) {
    this.#reveal = reveal;
    this.#log = log;
    this.#subscription = window.onDidChangeActiveTextEditor((editor) => this.follow(editor));
  }

  /** To be called when the view can be seen again, too. */
  follow(editor: TextEditor | undefined = window.activeTextEditor): void {
    clearTimeout(this.#timer);
    if (!editor || !isFile(editor.document.uri) || !readSetting('reqtrace.autoReveal')) return;
    const uri = editor.document.uri.toString();
    this.#timer = setTimeout(() => {
      this.#reveal(uri).catch((error: unknown) => this.#log.warn(`Showing ${uri} in the tree: ${String(error)}`));
    }, DELAY);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }
}
