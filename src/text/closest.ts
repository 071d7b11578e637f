import { editDistance } from './editDistance.ts';

/**
 * The candidate that a misspelt word most likely means: `closest('severty', ['severity', 'version'])` is
 * `severity`. Undefined if none is near: more than a third of the letters would have to change.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  // Nobody mistypes a name into something this long.
  if (word.length > 60) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const most = Math.max(1, Math.floor(candidate.length / 3));
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (distance < bestDistance && distance <= most) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
