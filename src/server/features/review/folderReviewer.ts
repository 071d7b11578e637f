import * as l10n from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import type { IndexView } from '../../../index/view.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import { asksForBase } from '../../../model/gate.ts';
import type { Message } from '../../../model/message.ts';
import { compare } from '../../../query/diff/compare.ts';
import type { Comparison } from '../../../query/diff/comparison.ts';
import { acrossBases } from '../../../query/diff/crosswise.ts';
import type { Difference } from '../../../query/diff/difference.ts';
import { evaluateGate } from '../../../query/gates/evaluate.ts';
import { gatesToHold } from '../../../query/gates/gatesToHold.ts';
import { EVERYTHING, changedScope } from '../../../query/gates/scope.ts';
import { localised } from '../../../text/words/localised.ts';
import { isInRepository } from '../../../workspace/past/review/bases.ts';
import type { ReviewEnds } from '../../../workspace/past/review/ends.ts';
import { resolveEnds } from '../../../workspace/past/review/ends.ts';
import { Review } from '../../../workspace/past/review/review.ts';
import type { HeadSide } from '../../../workspace/past/review/workingSide.ts';
import { workingSide } from '../../../workspace/past/review/workingSide.ts';
import { UserError } from '../../../workspace/userError.ts';
import type { Folder } from '../../folder.ts';
import type { Log } from '../../log.ts';
import type { Reviewed } from '../../reviewing.ts';
import { describeError } from '../../log.ts';
import type { BaseChoice, ComparedReview, FolderReview, ReviewGate } from '../../reviewProtocol.ts';
import { headReview } from './headReview.ts';
import { presentGate, presentLists, presentRules } from './present.ts';
import { Targets } from './target.ts';

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
export class FolderReviewer {
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
    if (this.#folder.isVirtual) return headReview(this.#folder);
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
      return token.isCancellationRequested ? undefined : { ...of, ...this.#present(ends, review.notes, comparison) };
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

  #present({ base, otherBases, present }: ReviewEnds, notes: readonly Message[], comparison: Comparison): ComparedReview {
    const { head } = comparison;
    const { name, commit } = base;
    const compared = compare(comparison);
    const difference = otherBases ? acrossBases(compared, undefined, { ...base, count: otherBases.length + 1 }) : compared;
    const targets = new Targets(comparison, this.#folder, commit);
    const rules = presentRules(difference, targets);
    const isSame = comparison.files.length === 0 && commit === present;
    const gates = gatesOf(head, comparison, difference, targets, isSame);
    return {
      state: 'compared',
      base: { name, commit },
      notes: [...difference.doubts, ...(gates.length ? notesOfRules(difference, name) : []), ...notes.map(localised)],
      ...(rules.length && { rules }),
      gates,
      groups: presentLists(difference, head, targets),
    };
  }
}

/** Gates are those of the base, but files are read once: a branch whose reqtrace.yaml has them read otherwise must be judged by the command line. */
function notesOfRules({ rules }: Difference, base: string): string[] {
  const reads = rules.some(({ rule, path }) => path === CONFIGURATION_FILE && rule !== 'gates');
  return reads
    ? [
        l10n.t(
          'Gates are those of {0}, over files read as {1} of this branch says; "reqtrace check --gate NAME --base {0}" reads them as {0} does',
          base,
          CONFIGURATION_FILE,
        ),
      ]
    : [];
}

/**
 * As the base writes them where it has them, so that a branch is not judged by what it makes of them itself.
 *
 * @param isSame true where the base itself is checked out: a gate over what a branch did has nothing to judge then, and must not be said to hold.
 */
function gatesOf(view: IndexView, comparison: Comparison, difference: Difference, targets: Targets, isSame: boolean): ReviewGate[] {
  const gates = Object.entries(gatesToHold(comparison)).filter(([, gate]) => !isSame || !asksForBase(gate));
  return gates.map(([name, gate]) => {
    const scope = gate.scope === 'changed' ? changedScope(comparison, difference) : EVERYTHING;
    return presentGate(evaluateGate(view, { name, gate, scope, difference }), targets);
  });
}
