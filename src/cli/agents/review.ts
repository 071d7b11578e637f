import { compareText } from '../../index/order.ts';
import { inEnglish } from '../../model/message.ts';
import type { BranchQuestion, BranchReview, JudgedGate } from '../../agents/askedFolder.ts';
import { gatesToHold } from '../../query/gates/gatesToHold.ts';
import { PLAIN } from '../../report/writing/palette.ts';
import type { KeptReviews } from '../../workspace/past/review/keptReviews.ts';
import type { Project } from '../../workspace/project.ts';
import { UserError } from '../../workspace/userError.ts';
import type { CommandContext } from '../command.ts';
import { readReview } from '../opening/review.ts';
import type { ReadReview } from '../opening/review.ts';
import { verdictOn } from '../reporting/gate.ts';

/** A folder with what was read of its bases. */
interface ReviewedFolder {
  readonly root: string;
  readonly options: { readonly cacheFolder?: string | undefined; readonly env: CommandContext['io']['env'] };
  readonly reviews: KeptReviews;
  project(): Promise<Project>;
  once<T>(name: string, make: () => Promise<T>): Promise<T>;
}

/**
 * Compares the folder with a base and judges the gates that the branch has to hold: `await reviewBranch(folder, { base: 'main' })`.
 *
 * @throws UserError where they cannot be compared.
 */
export async function reviewBranch(folder: ReviewedFolder, question: BranchQuestion): Promise<BranchReview> {
  const { base } = question;
  const report = await readBranch(folder, question);
  const project = await folder.project();
  const gates: JudgedGate[] = [];
  for (const name of Object.keys(gatesToHold(report.comparison)).sort(compareText)) {
    try {
      gates.push({ name, verdict: await verdictOn(contextOf(folder, base), project, name) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      gates.push({ name, why: inEnglish(error.said) });
    }
  }
  return { report, gates };
}

/**
 * Compares the folder with a base: `await readBranch(folder, {})`. Nothing is read twice while neither the folder nor its repository changes.
 *
 * @throws UserError where they cannot be compared.
 */
export async function readBranch(folder: ReviewedFolder, { base, unclaimed = false }: BranchQuestion): Promise<ReadReview> {
  const project = await folder.project();
  const { cacheFolder } = project;
  const typed = { kept: folder.reviews, unclaimed, today: project.index.today, cacheFolder, ...(base !== undefined && { base }) };
  const read = (): Promise<ReadReview> => readReview(project.root, typed, () => Promise.resolve(project));
  // Of another base nothing tells whether it moved.
  return base === undefined ? folder.once(`review ${unclaimed}`, read) : read();
}

/** As if it had been typed, with nothing to print to. */
function contextOf({ root, options }: ReviewedFolder, base: string | undefined): CommandContext {
  const silent = { write: () => undefined };
  const values: Readonly<Record<string, string | undefined>> = { root, base };
  return {
    io: { stdout: silent, stderr: silent, cwd: root, env: options.env },
    args: {
      positionals: [],
      value: (name) => values[name],
      values: () => [],
      flag: (name) => name === 'no-cache' && options.cacheFolder === undefined,
    },
    palette: PLAIN,
  };
}
