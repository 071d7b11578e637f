import * as l10n from '@vscode/l10n';
import { compare } from '../../query/diff/compare.ts';
import type { Comparison } from '../../query/diff/comparison.ts';
import { acrossBases, doubtOf, sameFromAll } from '../../query/diff/crosswise.ts';
import type { Difference } from '../../query/diff/difference.ts';
import type { DiffReport } from '../../report/diff/diffReport.ts';
import type { OtherBases } from '../../query/gates/scope.ts';
import { localised } from '../../text/words/localised.ts';
import { stagedIndex } from '../../workspace/past/review/stagedIndex.ts';
import { today } from '../../workspace/localDay.ts';
import { resolveEnds } from '../../workspace/past/review/ends.ts';
import type { BaseChoice, ReviewEnds, ReviewRequest } from '../../workspace/past/review/ends.ts';
import type { KeptReviews } from '../../workspace/past/review/keptReviews.ts';
import { Review } from '../../workspace/past/review/review.ts';
import type { ReviewOptions } from '../../workspace/past/review/review.ts';
import type { HeadSide } from '../../workspace/past/review/workingSide.ts';
import { workingSide } from '../../workspace/past/review/workingSide.ts';
import type { Project } from '../../workspace/project.ts';

/** More commits than this at which two branches parted are not all looked at: each is indexed for it. */
const MOST_BASES = 3;

/** What a command compares, as it was typed. */
export interface TypedReview {
  /** A revision, or both ends: `main..work`, `main...work`. By default the default branch, with `staged` HEAD. */
  readonly base?: string;
  /** By default the files on the disk. */
  readonly head?: string;
  readonly staged?: boolean;
  /** The environment, in which git may hand another index file to a hook. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Also look for changed code that no requirement claims. */
  readonly unclaimed?: boolean;
  /** Day that waivers are held against; by default today. */
  readonly today?: string | undefined;
  /** Where facts are kept; see `defaultCacheFolder`. Without it everything is read. */
  readonly cacheFolder?: string | undefined;
  /** Where what was read of bases is kept between questions. */
  readonly kept?: KeptReviews;
}

/** A comparison, ready to be printed. */
export interface ReadReview extends DiffReport {
  readonly comparison: Comparison;
  /** Where the branch parted at several commits, and these were looked at. */
  readonly others?: OtherBases;
}

/**
 * Reads the two states that a command compares: `readReview(root, { base: 'main' }, open)`.
 *
 * @param open gives the index of the files on the disk; it is only asked for when they are compared.
 * @throws UserError where they cannot be compared.
 */
export async function readReview(root: string, typed: TypedReview, open: () => Promise<Project>): Promise<ReadReview> {
  const { unclaimed = false } = typed;
  const request = requestOf(typed);
  const index = request.kind === 'staged' ? await stagedIndex(root, typed.environment?.['GIT_INDEX_FILE']) : undefined;
  const asked = request.kind === 'staged' ? { ...request, index } : request;
  const ends = await (typed.kept?.ends(root, asked) ?? resolveEnds(root, asked));
  const { cacheFolder } = typed;
  const options = { today: typed.today ?? today(), unclaimed, ...(cacheFolder !== undefined && { cacheFolder }) };
  let opened: Promise<Project> | undefined;
  const working = async () => workingSide(await (opened ??= open()));
  const review = await (typed.kept?.open(root, ends, options, working) ?? Review.open(root, ends, options, working));
  const comparison = await (ends.head.kind === 'worktree' ? review.follow(await working()) : review.follow());
  const { difference, notes, others } = await heldAgainstOthers(root, ends, options, working, compare(comparison, { unclaimed }));
  return {
    comparison,
    difference,
    ...(others && { others }),
    base: ends.isFirst ? { name: l10n.t('no commit') } : ends.base,
    head: headEnd(ends),
    figures: { before: comparison.base.counts(), after: comparison.head.counts() },
    notes: [
      ...(ends.isFirst ? [l10n.t('There is no commit on this branch yet, so what is staged is compared with nothing')] : []),
      ...notes,
      ...review.notes.map(localised),
    ],
  };
}

/** The difference, held against those from the other commits at which the two parted, as far as these are few. */
async function heldAgainstOthers(
  root: string,
  { otherBases = [], ...ends }: ReviewEnds,
  options: ReviewOptions,
  working: () => Promise<HeadSide>,
  difference: Difference,
): Promise<{ readonly difference: Difference; readonly notes: readonly string[]; readonly others?: OtherBases }> {
  if (otherBases.length === 0) return { difference, notes: [] };
  const parted = { ...ends.base, count: otherBases.length + 1 };
  const compared: { readonly comparison: Comparison; readonly difference: Difference }[] = [];
  for (const base of otherBases.length > MOST_BASES ? [] : otherBases) {
    const review = await Review.open(root, { ...ends, base }, options, working);
    const comparison = await review.follow();
    compared.push({ comparison, difference: compare(comparison) });
  }
  if (compared.length === 0) return { difference: acrossBases(difference, undefined, parted), notes: [] };
  const others = { compared, why: doubtOf(parted) };
  const held = acrossBases(
    difference,
    compared.map((other) => other.difference),
    parted,
  );
  return { difference: held, notes: held === difference ? [sameFromAll(parted)] : [], others };
}

/** One revision alone is what the work is to go into; `A..B` are two revisions, `A...B` is B from where the two parted. */
function requestOf({ base, head, staged = false }: TypedReview): ReviewRequest {
  const range = base !== undefined && head === undefined ? /^(?<from>.*?)(?<dots>\.{2,3})(?<to>.*)$/u.exec(base)?.groups : undefined;
  if (range) return { kind: 'commits', base: range['from'] || 'HEAD', head: range['to'] || 'HEAD', parted: range['dots'] === '...' };
  if (head !== undefined) return { kind: 'commits', base: base ?? 'HEAD', head, parted: false };
  const given: BaseChoice | undefined = base === undefined ? undefined : { kind: 'ref', ref: base };
  return staged ? { kind: 'staged', base: given ?? { kind: 'head' } } : { kind: 'worktree', base: given ?? { kind: 'default' } };
}

function headEnd({ head, present }: ReviewEnds): DiffReport['head'] {
  if (head.kind === 'commit') return { name: head.name, commit: head.commit };
  return {
    name: head.kind === 'staged' ? l10n.t('staged changes') : l10n.t('working tree'),
    ...(present !== undefined && { on: present }),
  };
}
