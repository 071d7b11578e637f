/** Milliseconds to wait before each restart in a row. */
const DELAYS: readonly number[] = [0, 1_000, 5_000, 15_000];

/** A server that ran this long, in milliseconds, counts as sound again. */
const SOUND_AFTER = 180_000;

/**
 * Says how long to wait before a crashed server is started again, and when to give up.
 *
 * @example
 * const policy = new RestartPolicy();
 * policy.afterCrash(Date.now()); // 0: at once; a fifth crash within three minutes: undefined
 */
export class RestartPolicy {
  #crashes: number[] = [];

  /**
   * @param now the time of the crash in milliseconds.
   * @returns milliseconds to wait, or `undefined` when it crashed too often in the last three minutes.
   */
  afterCrash(now: number): number | undefined {
    this.#crashes = this.#crashes.filter((crash) => now - crash < SOUND_AFTER);
    this.#crashes.push(now);
    return DELAYS[this.#crashes.length - 1];
  }

  /** Forgets all crashes: a person started the server again. */
  reset(): void {
    this.#crashes = [];
  }
}
