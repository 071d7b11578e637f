import type { FolderReview } from '../../server/reviewProtocol.ts';

/** How many gates of all folders hold, fail, or cannot be decided. */
export interface GateCounts {
  readonly holds: number;
  readonly fails: number;
  readonly undecided: number;
}

/** Counts the gates of all folders; undefined where there are none, or nothing was compared. */
export function gateCounts(reviews: readonly FolderReview[]): GateCounts | undefined {
  const gates = reviews.flatMap((review) => (review.state === 'compared' || review.state === 'head' ? review.gates : []));
  if (gates.length === 0) return undefined;
  const of = (wanted: keyof GateCounts): number => gates.filter(({ decision }) => decision === wanted).length;
  return { holds: of('holds'), fails: of('fails'), undecided: of('undecided') };
}
