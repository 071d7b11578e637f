import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import { localised } from '../../../text/words/localised.ts';
import { isInRepository } from '../../../workspace/past/review/bases.ts';
import type { ReviewEnds } from '../../../workspace/past/review/ends.ts';
import { resolveEnds } from '../../../workspace/past/review/ends.ts';
import { Review } from '../../../workspace/past/review/review.ts';
import type { IndexView } from '../../../index/view.ts';
import type { HeadSide } from '../../../workspace/past/review/workingSide.ts';
import { workingSide } from '../../../workspace/past/review/workingSide.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { Folder } from '../../folder.ts';
import type { Log } from '../../log.ts';
import type { Reviewed } from '../../reviewing.ts';
import { describeError } from '../../log.ts';
import type { BaseChoice, FolderReview } from '../../reviewProtocol.ts';
import { presentReview } from './presentReview.ts';
import type { Reviewer } from './reviewer.ts';

/** A review that is kept: the base is indexed once. */
interface KeptReview {
  readonly key: string;
  readonly review: Promise<Review>;
  readonly abort: AbortController;
}

/**
 * Compares one workspace folder with a base. The base is indexed once and kept, and git is asked again only after something on
 * the disk changed, so that a keystroke costs no more than the comparison itself.
 */
export class FolderReviewer implements Reviewer {
  readonly #folder: Folder;
  readonly #log: Log;
  /** What git said of a choice, good until something in the repository or on the disk changes. */
  #ends: { readonly choice: string; readonly ends: Promise<ReviewEnds> } | undefined;
  #kept: KeptReview | undefined;
  #last: Reviewed | undefined;

  constructor(folder: Folder, log: Log) {
    this.#folder = folder;
    this.#log = log;
  }

  /** What differed when it was last asked. */
  get last(): Reviewed | undefined {
    return this.#last;
  }

  /** To be called when a file on the disk, or the repository, may have changed. */
  diskChanged(): void {
    this.#ends = undefined;
    void this.#kept?.review.then(
      (review) => review.diskChanged(),
      () => undefined,
    );
  }

  /** Undefined when the question was taken back. */
  async review(choice: BaseChoice, token: CancellationToken): Promise<FolderReview | undefined> {
    const { uri: folder, name, root, view, isTrusted } = this.#folder;
    const of = { folder, name };
    if (!isTrusted) return { ...of, state: 'untrusted' };
    if (!view || root === undefined) return { ...of, state: 'indexing' };
    let ends: ReviewEnds | undefined;
    try {
      ends = await this.#endsOf(root, choice);
      const side = this.#sideOf(view);
      const review = await this.#reviewOf(root, ends, side);
      if (token.isCancellationRequested) return undefined;
      const comparison = await review.follow(side);
      this.#last = { commit: ends.base.commit, files: comparison.files };
      return token.isCancellationRequested
        ? undefined
        : { ...of, ...presentReview(this.#folder, { ...ends, notes: review.notes }, comparison) };
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      this.diskChanged();
      if (!(error instanceof UserError)) this.#log.error(`review of ${name}: ${describeError(error)}`);
      const message = error instanceof UserError ? localised(error.said) : l10n.t('an unexpected error, see the log');
      if (!(await isInRepository(root))) return { ...of, state: 'noRepository', message };
      return { ...of, state: ends ? 'failed' : 'noBase', message };
    }
  }

  dispose(): void {
    this.#kept?.abort.abort();
    this.#kept = undefined;
    this.#ends = undefined;
  }

  #endsOf(root: string, choice: BaseChoice): Promise<ReviewEnds> {
    const name = JSON.stringify(choice);
    if (this.#ends?.choice !== name) this.#ends = { choice: name, ends: resolveEnds(root, { kind: 'worktree', base: choice }) };
    return this.#ends.ends;
  }

  #sideOf(view: IndexView): HeadSide {
    return workingSide({ index: view, openPaths: this.#folder.openPaths, text: (path) => this.#folder.text(path) });
  }

  /** The base is not read again for a question that was taken back: the next one needs it too. */
  #reviewOf(root: string, ends: ReviewEnds, side: HeadSide): Promise<Review> {
    const { today } = side.index;
    const key = `${ends.base.commit} ${today}`;
    if (this.#kept?.key === key) return this.#kept.review;
    this.#kept?.abort.abort();
    const abort = new AbortController();
    const { cacheFolder } = this.#folder;
    const review = Review.open(
      root,
      ends,
      { today, documents: true, ...(cacheFolder !== undefined && { cacheFolder }), signal: abort.signal },
      () => Promise.resolve(side),
    );
    const made = { key, review, abort };
    this.#kept = made;
    review.catch(() => {
      if (this.#kept === made) this.#kept = undefined;
    });
    return review;
  }
}
