import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { KnownProject } from './project/knownProject.ts';
import type { Script } from './project/script.ts';
import type { Selection } from './testRun.ts';
import type { WantedTest } from './wantedTest.ts';

/** What a runner is asked to run. */
export interface Asked {
  readonly project: KnownProject;
  /** The folder that it runs in, below the root. */
  readonly folder: FilePath;
  /** What is wanted, all of it by name, or all of it as whole files. */
  readonly tests: readonly WantedTest[];
  /** Their files as seen from the folder, each once. */
  readonly files: readonly string[];
  /** True where all tests of the files are wanted. */
  readonly whole: boolean;
  /** The script of package.json that starts this runner. */
  readonly script?: Script | undefined;
}

/** A test runner: how to tell it which tests to run, and where it writes its results. */
export interface Runner {
  /** As people call it: `Vitest`. */
  readonly name: string;
  /** Tests with another key are run apart; all in one run where it is absent. */
  readonly apart?: (test: WantedTest, project: KnownProject) => string;
  /** What is put behind its command where it runs in a debugger of Node, so that all runs in few processes and nothing is too late; absent where none is known. */
  readonly debugged?: readonly string[];
  /** The command, or why there is none. */
  readonly select: (asked: Asked) => Selection | { readonly refused: Message };
}

/** The runner of a test and the folder that it runs in. */
export interface Detected {
  readonly runner: Runner;
  readonly folder: FilePath;
  /** The script of package.json that starts it. */
  readonly script?: Script | undefined;
}
