import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { WantedTest } from './wantedTest.ts';

/** Where a runner leaves its results. */
export type ResultPlace =
  /** An absolute path, outside the workspace unless a command of reqtrace.yaml says otherwise. */
  | { readonly kind: 'file'; readonly path: string; readonly as?: 'rspec' | 'ctest' }
  /** Files of a folder that are newer than the run; those of Maven and Gradle lie where the build puts them. */
  | { readonly kind: 'folder'; readonly path: string; readonly ending: string }
  /** What it prints, in a format of evidence or in words that only this runner has. */
  | { readonly kind: 'printed'; readonly as: 'evidence' | 'cargo' | 'unittest' | 'minitest' };

/** How to tell a runner which tests to run. */
export interface Selection {
  /** Program and arguments, which no shell ever sees. */
  readonly argv: readonly string[];
  /** What has to succeed before: a build. */
  readonly prepare?: readonly string[];
  readonly result: ResultPlace;
  /** A file outside the workspace that the runner loads; it is written before. */
  readonly helper?: { readonly path: string; readonly text: string };
  readonly environment?: Readonly<Record<string, string>>;
  /** What else it runs, which is not reported; absent where it runs the wanted tests only. */
  readonly also?: Message;
  /** The only file whose tests can run, where the results name none. */
  readonly onlyFile?: FilePath;
  /** Names in the results that tell the file, where the runner does not: `deep::tests::adds` is of `src/deep.rs`. */
  readonly files?: ReadonlyMap<string, FilePath>;
}

/** One start of a runner. */
export interface TestRun extends Selection {
  /** `Vitest`. */
  readonly runner: string;
  /** The folder that it runs in, below the root. */
  readonly folder: FilePath;
  /** The tests that are reported. */
  readonly wanted: readonly WantedTest[];
  /** The same for all runs that differ in files and titles only: what a person agreed to once. */
  readonly family: string;
  /** What is put behind the command to halt in a debugger of Node; absent where none is known. */
  readonly debugged?: readonly string[];
}

/** Tests that cannot be run, and why. */
export interface Refusal {
  readonly tests: readonly WantedTest[];
  readonly reason: Message;
}

/** The runs to start for some tests, in order. */
export interface RunPlan {
  readonly runs: readonly TestRun[];
  readonly refusals: readonly Refusal[];
}
