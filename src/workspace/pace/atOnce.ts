/** Programs that work on different files at once: more only wait for each other's disk. */
const MOST = 4;

/** Does the same work for each value, for a few of them at once and in no order: `await forEachAtOnce(files, blame)`. */
export async function forEachAtOnce<Value>(values: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
  const waiting = values.values();
  const go = async (): Promise<void> => {
    // All take from the one iterator, so that each value comes once.
    for (const value of waiting) await work(value);
  };
  await Promise.all(Array.from({ length: MOST }, go));
}
