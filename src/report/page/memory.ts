import type { Host } from './host.ts';
import type { PageState } from './pageState.ts';

/** Milliseconds after the last scrolling or click until the page is remembered. */
const SETTLED = 100;

/** Remembers the page for its editor. In a browser it does nothing. */
export class Memory {
  readonly #host: Host | undefined;
  readonly #state: () => PageState;
  #isWatching = false;

  /** @param state what the page is like now. */
  constructor(host: Host | undefined, state: () => PageState) {
    this.#host = host;
    this.#state = state;
  }

  /** To be called once, when the page is what it was before; nothing is remembered until then. */
  watch(): void {
    if (!this.#host) return;
    this.#isWatching = true;
    let settled: number | undefined;
    for (const event of ['scroll', 'click', 'keyup', 'change']) {
      window.addEventListener(event, () => {
        clearTimeout(settled);
        settled = window.setTimeout(() => this.remember(), SETTLED);
      });
    }
  }

  remember(): void {
    if (this.#isWatching) this.#host?.setState(this.#state());
  }
}
