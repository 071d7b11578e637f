/** Tells something once, a moment after it happened, and then no more until it is armed again: a client that does not ask again need not know. */
export class Teller {
  readonly #delay: number;
  readonly #send: () => void;
  #armed = false;

  /** @param delay in milliseconds. */
  constructor(delay: number, send: () => void) {
    this.#delay = delay;
    this.#send = send;
  }

  arm(): void {
    this.#armed = true;
  }

  tell(): void {
    if (!this.#armed) return;
    this.#armed = false;
    const timer: { readonly unref?: () => void } = setTimeout(this.#send, this.#delay);
    // In a browser it is a number, and keeps nothing from its end.
    timer.unref?.();
  }
}
