import type { OpenChange } from '../../query/changes.ts';

/** What an open change is about, for people: `1 planned, 2 modified`. */
export function changeText({ planned, modified, removed, renamed }: OpenChange): string {
  const parts = Object.entries({ planned, modified, removed, renamed });
  return parts.flatMap(([what, number]) => (number > 0 ? [`${number} ${what}`] : [])).join(', ');
}
