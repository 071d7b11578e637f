import type { MatrixLink } from '../../html/model.ts';
import type { Status } from '../../../model/status.ts';
import type { Outcome } from '../../../model/evidence.ts';
import { breakable, icon, make } from '../dom.ts';
import type { Child } from '../dom.ts';
import type { Host } from '../host.ts';
import type { Texts } from '../texts.ts';

/** How the table draws the outcome of a test. */
const OUTCOME_ICONS: Readonly<Record<Outcome, Status>> = { passed: 'met', failed: 'failing', skipped: 'exempt' };

/** The small parts of which lines and details are made. */
export class Pieces {
  readonly texts: Texts;
  readonly #host: Host | undefined;

  constructor(texts: Texts, host: Host | undefined) {
    this.texts = texts;
    this.#host = host;
  }

  /** A status with its drawing. */
  state(status: Status): HTMLElement {
    return make('span', { class: 'state' }, icon(status), ` ${this.texts.word(status)}`);
  }

  /** A place in a file; in an editor a button that opens it. */
  readonly place = (file: string, line: number): HTMLElement => {
    const text = breakable(`${file}:${line}`);
    const host = this.#host;
    if (!host) return make('span', { class: 'place' }, ...text);
    const button = make('button', { type: 'button', class: 'open place' }, ...text);
    button.addEventListener('click', () => host.postMessage({ type: 'open', file, line }));
    return button;
  };

  /** In an editor, ways from an item to where else it is shown. */
  ways(key: string): HTMLElement[] {
    const host = this.#host;
    if (!host) return [];
    const button = make('button', { type: 'button', class: 'open' }, this.texts.phrase('showInTree'));
    button.addEventListener('click', () => host.postMessage({ type: 'reveal', key }));
    return [button];
  }

  /** A link: the function or test, where it is, and what is known of it. */
  link({ symbol, file, line, stale, result }: MatrixLink): Child[] {
    return [
      ...(symbol ? [make('span', {}, symbol), ' '] : []),
      this.place(file, line),
      ...(stale ? [' ', this.state('stale')] : []),
      ...(result
        ? [' ', make('span', { class: 'state' }, icon(OUTCOME_ICONS[result.outcome]), ` ${this.texts.word(result.outcome)}`)]
        : []),
    ];
  }
}
