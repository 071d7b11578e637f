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
      await othersTurn();
      this.#since = performance.now();
    }
    this.#signal?.throwIfAborted();
  }
}

/** Comes back when what waits already was done. A browser has no word for it, and a timer of none waits for 4 ms there. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else {
      const { port1, port2 } = new MessageChannel();
      const taken = (): void => {
        port1.close();
        resolve();
      };
      port1.addEventListener('message', taken, { once: true });
      port1.start();
      port2.postMessage(undefined);
    }
  });
}
