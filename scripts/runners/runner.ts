/** A program of a test runner's project that leaves a file with results. */
interface Run {
  readonly command: readonly string[];
  /** Where it writes its results, below the project. */
  readonly file: string;
  /** True where the results are what it prints. */
  readonly printed?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A test runner that is run for real, with the project of its name in `test/fixtures/runners/`: `{ name: 'bats', version: ['bats', '--version'], runs: […] }`. */
export interface Runner {
  readonly name: string;
  /** What is installed from npm, `vitest@5.1.2`; none where the runner is there already. The version of the first is the runner's. */
  readonly packages?: readonly string[];
  /** What prints the version where nothing is installed. */
  readonly version?: readonly string[];
  readonly runs: readonly Run[];
}
