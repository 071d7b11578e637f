/** Tries of one shrinking; enough for texts of a few hundred lines. */
const MOST_TRIES = 3000;

/**
 * A smaller text of which the same is still wrong: whole lines are left out first, then single characters.
 * `shrink('a\nb\nc', (text) => text.includes('b'))` is `b`.
 */
export function shrink(text: string, fails: (text: string) => boolean): string {
  let tries = 0;
  let best = text;
  for (const separator of ['\n', '']) {
    let parts = best.split(separator);
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < parts.length && tries < MOST_TRIES;) {
        const fewer = [...parts.slice(0, at), ...parts.slice(at + size)];
        tries += 1;
        if (fails(fewer.join(separator))) parts = fewer;
        else at += size;
      }
    }
    best = parts.join(separator);
  }
  return best;
}
