import type { Declaration } from './facts.ts';
import type { Problem } from './finding.ts';
import type { Message } from './message.ts';
import type { FilePath } from './position.ts';

/** How a test ended. One that was switched off, or is still to be written, is skipped. */
export type Outcome = 'passed' | 'failed' | 'skipped';

/** A line of a source file, as a tool names it: `{ file: '/repo/test/stock.test.js', line: 12 }`; lines begin at 1. */
export interface Frame {
  readonly file: string;
  readonly line: number;
}

/** What a failure says, both bounded. */
export interface Failure {
  /** Plain text, often of several lines; data of the repository, which may hold anything. */
  readonly message: string;
  /** Where it came from, the innermost first, without libraries; empty where the format does not tell. */
  readonly frames: readonly Frame[];
}

/** One test of a run, as its tool names it: `{ outcome: 'failed', groups: ['shop.OrderTest'], title: 'rejectsEmpty(int)[1]' }`. */
export interface TestResult {
  readonly outcome: Outcome;
  /** The file of the test as the tool writes it, often absolute; absent where the format names none. */
  readonly file?: string;
  /** What the test is in, outermost first: suites, classes, packages, titles of groups. */
  readonly groups: readonly string[];
  /** Its own name; some tools put those of its groups before it. Empty for a whole that has no name. */
  readonly title: string;
  /**
   * For what is not a test but failed with all that it holds: a `file` that cannot be loaded, a `group` (class, describe block, fixture) whose hook threw.
   * It fails every link into that file or group: `{ outcome: 'failed', whole: 'file', file: 'test/a.test.js', groups: [], title: '' }`. A group
   * is named by `groups`, its own name last.
   */
  readonly whole?: 'file' | 'group';
  /** What is said of a failure; absent where nothing is, and for what did not fail. */
  readonly failure?: Failure;
  /** How long it took, in milliseconds; absent where the format does not say. */
  readonly duration?: number;
}

/** Which lines of a file ran; lines begin at 0, and those that cannot run are in neither list: `{ hit: [0, 4], missed: [7] }`. */
export interface CoveredLines {
  readonly hit: readonly number[];
  readonly missed: readonly number[];
}

/** The lines of one file, as a tool tells of them. */
export interface CoveredFile extends CoveredLines {
  /** As the tool writes it, often absolute. */
  readonly file: string;
}

/** What one file with results says, taken alone. */
export interface EvidenceFile {
  readonly path: FilePath;
  /** What it is written in, `JUnit XML`; absent where that is not known. */
  readonly format?: string;
  /** The runner that wrote it, `Vitest`; absent where the format has its name, or nothing tells. */
  readonly runner?: string;
  /** When the run began (or the file was written, where it does not say), in milliseconds since 1970. */
  readonly time: number;
  /** What it says itself of when the run began, as it is written; absent where it does not. */
  readonly timestamp?: string;
  readonly results: readonly TestResult[];
  readonly coverage: readonly CoveredFile[];
  readonly problems: readonly Problem[];
  /**
   * Why something of the file could not be read, as parts of a sentence; absent where it was read whole. What was read counts, but nobody knows what
   * else it would have said: a gate that asks for proof cannot be decided.
   */
  readonly lost?: readonly Message[];
  /** Set where the path is a folder at which the search for results ended before all was looked through: what else there is nobody knows. It is not a problem. */
  readonly cut?: Message;
  /** True where it lies on the disk as git put it there: no run of the tests here wrote it. */
  readonly committed?: true;
  /** The folder of samples that it lies in: it speaks of what lies there and of nothing else, since it may be data of a test. */
  readonly within?: FilePath;
  /** Absent for what lies where results lie; what was lost of line coverage puts no result in question. */
  readonly place?: 'coverage';
  /** Why nothing of it was read, though it lies where results lie: `in no form of test results or line coverage that is known`. It is not a problem. */
  readonly unread?: Message;
}

/** All that is recorded of test runs. */
export interface Evidence {
  readonly files: readonly EvidenceFile[];
  /** When files of the project changed last, in milliseconds since 1970; one that is not there counts as older than any run. */
  readonly modified: ReadonlyMap<FilePath, number>;
  /** Tests of files of the project that results which name no file may be of, linked or not; absent where there are none such. */
  readonly tests?: ReadonlyMap<FilePath, readonly Declaration[]>;
}

/** What holds while nothing was ever run. */
export const NO_EVIDENCE: Evidence = { files: [], modified: new Map() };

/** What the newest results say of the test of one link. */
export interface LinkResult {
  /** `failed` if any of its instances did, else `passed` if any did, else `skipped`. */
  readonly outcome: Outcome;
  /** The file with the results. */
  readonly path: FilePath;
  /** When that run began, in milliseconds since 1970. */
  readonly time: number;
  /** What the first failure of these results says. */
  readonly failure?: LinkFailure;
  /** How long its instances took together, in milliseconds; absent where nothing says so. */
  readonly duration?: number;
}

/** What a failed test says, and where in the project. */
export interface LinkFailure {
  readonly message: string;
  /** The line that failed, in the file of the test if there is one; lines begin at 0. Absent where no line of the project is told. */
  readonly at?: { readonly path: FilePath; readonly line: number };
}

/**
 * Whether tests have shown that an item holds: `proven` if a linked test passed in the newest results and none failed,
 * `unproven` if not, `unknown` where there are no results at all or the item needs no test.
 */
export type Proof = 'proven' | 'unproven' | 'unknown';
