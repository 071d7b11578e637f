import { setImmediate } from 'node:timers/promises';

/** Longest stretch of synchronous work, in milliseconds: shorter than anyone notices. */
const STRETCH = 15;

/** Lets others have the thread during long synchronous work: `await breather.pause()` between two files. */
export class Breather {
  readonly #signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Comes back at once, or after others had their turn.
   *
   * @throws the signal's reason when it is aborted.
   */
  async pause(): Promise<void> {
    if (performance.now() - this.#since >= STRETCH) {
      await setImmediate();
      this.#since = performance.now();
    }
    this.#signal?.throwIfAborted();
  }
}
