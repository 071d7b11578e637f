import type { Message } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import type { Comparison } from '../query/diff/comparison.ts';
import type { GateVerdict } from '../query/gates/verdict.ts';
import type { DiffReport } from '../report/diff/diffReport.ts';
import type { Suggester } from '../suggest/suggest.ts';
import type { Project } from '../workspace/project.ts';

/** The one folder that an agent asks about, wherever it lies: `(await folder.project()).index`. */
export interface AskedFolder {
  /**
   * The folder as it is now.
   *
   * @throws UserError where it cannot be opened.
   */
  project(): Promise<Project>;
  /** What may meet what, by the files as they are with the last `project()`. */
  suggester(): Promise<Suggester>;
  /** The path of a file as an agent names it; undefined for one that is elsewhere. */
  pathIn(given: string): FilePath | undefined;
  /** Why a file was not read; undefined if it was. */
  whyUnread(project: Project, path: FilePath): Promise<Message | undefined>;
  /**
   * Compares the folder with a base.
   *
   * @throws UserError where they cannot be compared.
   */
  compared(question: BranchQuestion): Promise<ComparedBranch>;
  /**
   * Does that, and judges the gates that the branch has to hold.
   *
   * @throws UserError where they cannot be compared.
   */
  review(question: BranchQuestion): Promise<BranchReview>;
  /** Those of the files that the disk says were written after a time, in milliseconds since 1970: by a checkout, too. */
  touchedAfter(paths: readonly FilePath[], time: number): readonly FilePath[];
  /** Those that got what they have in them after it. */
  writtenAfter(paths: readonly FilePath[], time: number): Promise<readonly FilePath[]>;
  /** To be called after something was run or written in it. */
  changed(): void;
}

/** How a branch is looked at. */
export interface BranchQuestion {
  /** By default where the branch left the default branch. */
  readonly base?: string | undefined;
  readonly unclaimed?: boolean;
}

/** What a branch did. */
export interface ComparedBranch extends DiffReport {
  readonly comparison: Comparison;
}

/** What a branch did, and whether it holds the gates. */
export interface BranchReview {
  /** A text that says why there is none, where there are gates all the same. */
  readonly report: ComparedBranch | string;
  readonly gates: readonly JudgedGate[];
}

/** A gate with its verdict, or why there is none. */
export type JudgedGate = { readonly name: string; readonly verdict: GateVerdict } | { readonly name: string; readonly why: string };
