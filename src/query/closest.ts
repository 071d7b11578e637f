import { editDistance } from '../index/suggestions.ts';

/**
 * The candidates that someone who typed `text` probably meant, nearest first, at most `limit`:
 * `closest('reprot', ['report', 'list'])` is `['report']`. Letter case counts little, and a candidate counts as near
 * when about a third of its letters would have to change.
 */
export function closest(text: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = text.toLowerCase();
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const allowed = Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3));
    const distance = editDistance(wanted, candidate.toLowerCase(), allowed);
    if (distance <= allowed && distance < wanted.length) near.push({ candidate, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
