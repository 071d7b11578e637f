import { setFlagsFromString } from 'node:v8';

/** First version of V8, by its first number, that counts calls; those before it count what a function ran of its bytecode. */
const COUNTS_CALLS = 12;

/**
 * Lets V8 wait longer before it optimises a function: `optimiseLater()` first thing in a program. Of the processor time of reading many kinds of
 * documents for a second or two, optimising functions and taking that back took a third. Much longer, and a large folder of documents is read by functions that
 * are not optimised yet. Holds for worker threads as well.
 *
 * @param v8 the version that runs. The flags have no other meaning than speed, and other versions keep their own pace.
 */
export function optimiseLater(v8 = process.versions.v8): void {
  const major = Number.parseInt(v8, 10);
  // Eight times the calls, or four times the bytecode, that V8 waits for by itself.
  if (major >= COUNTS_CALLS) setFlagsFromString('--invocation-count-for-turbofan=24000');
  else if (major === 11) setFlagsFromString('--interrupt-budget=270336');
}
