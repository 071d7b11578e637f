import type { FilePath } from '../../../model/position.ts';
import { resolveEnds } from './ends.ts';
import type { ReviewEnds, ReviewRequest } from './ends.ts';
import { Review } from './review.ts';
import type { ReviewOptions } from './review.ts';
import type { HeadSide } from './workingSide.ts';

/** So many bases are kept in memory, each an index of its own. */
const MOST_KEPT = 3;

/** Reviews of one folder whose base stays read while its files change, for a program that is asked again and again: `await reviews.open(root, ends, options, working)`. */
export class KeptReviews {
  readonly #ends = new Map<string, Promise<ReviewEnds>>();
  /** In the order of their last use. */
  readonly #kept = new Map<string, Promise<Review>>();

  /** As `resolveEnds`, which asks git only once until `repositoryChanged`. */
  async ends(root: string, request: ReviewRequest): Promise<ReviewEnds> {
    if (request.kind !== 'worktree' || request.base.kind !== 'default') return resolveEnds(root, request);
    const known = this.#ends.get(root);
    const ends = known ?? resolveEnds(root, request);
    this.#ends.set(root, ends);
    ends.catch(() => this.#ends.delete(root));
    return ends;
  }

  /** To be called where files came or went, or where git may have moved to another commit, or heard of one. */
  repositoryChanged(): void {
    this.#ends.clear();
    for (const kept of this.#kept.values())
      kept.then(
        (review) => review.diskChanged(),
        () => undefined,
      );
  }

  /** To be called where nothing changed but what these files have in them. */
  filesWritten(paths: readonly FilePath[]): void {
    for (const kept of this.#kept.values())
      kept.then(
        (review) => review.filesWritten(paths),
        () => undefined,
      );
  }

  /** As `Review.open`; only the files on the disk are held against a base that was read before. What changed since has to be told. */
  async open(root: string, ends: ReviewEnds, options: ReviewOptions, working: () => Promise<HeadSide>): Promise<Review> {
    if (ends.head.kind !== 'worktree') return Review.open(root, ends, options, working);
    const { today, unclaimed = false, documents = false } = options;
    const key = JSON.stringify([root, ends.base.commit, today, unclaimed, documents]);
    const known = this.#kept.get(key);
    const made = known ?? Review.open(root, ends, options, working);
    this.#kept.delete(key);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    for (const [oldest] of this.#kept) if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
    return made;
  }
}
