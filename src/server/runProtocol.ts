import type { AreaAddress, ItemAddress, Place } from './protocol.ts';

/*
 * What the language server and its client say to each other about running tests. Types and names only, as in protocol.ts.
 */

/** Request: documents with requirements that have linked tests. No params, result {@link TestDocument}[]. */
export const TEST_DOCUMENTS = 'reqtrace/testDocuments';
export interface TestDocument extends AreaAddress {
  readonly uri: string;
  /** As a list calls it, the telling part first: `launch.md`, `cli-list/spec.md`. */
  readonly label: string;
  /** The folder, to be shown dimmed; empty for none. */
  readonly description: string;
}

/** Request: what can be run of a document, of the one that has an item, or of one that is open. Params {@link TestsOfParams}, result {@link DocumentTests}, or null where there is nothing. */
export const TESTS_OF = 'reqtrace/testsOf';
export type TestsOfParams = AreaAddress | ItemAddress | { readonly uri: string };
export interface DocumentTests {
  readonly document: TestDocument;
  readonly requirements: readonly TestNode[];
}

/** A requirement, a criterion of it, or a test. */
export interface TestNode {
  /** Of an item its key; of a test a name that it keeps when lines above it change. */
  readonly id: string;
  readonly kind: 'requirement' | 'criterion' | 'test';
  /** `IP-1.1.1/AC2`, or the own title of a test. */
  readonly label: string;
  /** The text of an item, or the groups of a test and where it is. */
  readonly description: string;
  readonly place: Place;
  /** URIs of files with code that the item is linked to; absent where there are none. */
  readonly code?: readonly string[];
  readonly children: readonly TestNode[];
}

/** Some of the tests of a criterion. */
export interface ChosenTests {
  readonly key: string;
  /** Ids of tests; all of them where it is absent. */
  readonly tests?: readonly string[];
}

/** Request: what would be started. Params {@link PlanTestsParams}, result {@link TestPlan}, or an error whose message is safe to show. */
export const PLAN_TESTS = 'reqtrace/planTests';
export interface PlanTestsParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly chosen: readonly ChosenTests[];
  /** In a debugger; what cannot be is an error. */
  readonly debug?: boolean;
}
export interface TestPlan {
  readonly commands: readonly PlannedCommand[];
}
export interface PlannedCommand {
  /** `Vitest` */
  readonly runner: string;
  /** Absolute path of the folder that it runs in. */
  readonly folder: string;
  /** As a shell would take them, though none does. */
  readonly lines: readonly string[];
  /** The same for commands that differ in files and titles only. */
  readonly family: string;
}

/**
 * Request: runs tests and says how they came out, once all have; before that {@link TEST_NEWS} tells of each. Cancelling the request ends the runner. Params
 * {@link RunTestsParams}, result {@link RunEnd}, or an error whose message is safe to show.
 */
export const RUN_TESTS = 'reqtrace/runTests';
export interface RunTestsParams extends PlanTestsParams {
  /** A name for this run, of which the news are told. */
  readonly run: string;
  /** Families of commands that a person agreed to; where another is needed nothing is started. */
  readonly agreed: readonly string[];
}
export interface RunEnd {
  /** Criteria that were not run, and why. */
  readonly notRun: readonly { readonly key: string; readonly reason: string }[];
}

/** Notification to the client: what became of tests, or what their runner prints. Params {@link TestNews}. */
export const TEST_NEWS = 'reqtrace/testNews';
export interface TestNews {
  readonly run: string;
  readonly output?: string;
  /** Ids of tests that are being run. */
  readonly started?: readonly string[];
  readonly outcomes?: readonly TestEnd[];
}
export interface TestEnd {
  /** Id of the test. */
  readonly test: string;
  readonly kind: 'passed' | 'failed' | 'skipped' | 'not-run';
  /** Why it was not run, or what its failure says. */
  readonly messages: readonly TestSaid[];
  /** Milliseconds, where they are known. */
  readonly duration?: number;
}
export interface TestSaid {
  readonly text: string;
  readonly place?: Place;
}

/** Request to the client: starts a program in a debugger and answers when it has ended. Params {@link DebugProgramParams}, result {@link DebugProgramEnd}. */
export const DEBUG_PROGRAM = 'reqtrace/debugProgram';
export interface DebugProgramParams {
  readonly run: string;
  readonly argv: readonly string[];
  /** Absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}
export interface DebugProgramEnd {
  /** False where there was no debugger to start. */
  readonly started: boolean;
}
