import { spawnSync } from 'node:child_process';
import { median } from './figures.ts';

/** One program in the race: what it is called and how it is run in the folder. */
export interface Runner {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Done before each run, not measured: emptying a cache. */
  readonly before?: () => void;
}

/**
 * Runs the programs in turn, so that a slow minute of the machine hits all of them, and takes the median of each.
 * One run of each before that warms the page cache and does not count.
 *
 * @param clock what is measured: by default the time from start to end; `processorTime` for that of all threads and children.
 * @returns milliseconds of each program, by name.
 * @throws Error when one cannot be run, or ends with an exit code above 1 (1 is "nothing found" of git grep).
 */
export function race(
  runners: readonly Runner[],
  folder: string,
  runs: number,
  clock = (): number => performance.now(),
): Record<string, number> {
  const times = new Map(runners.map(({ name }) => [name, [] as number[]]));
  for (let run = 0; run <= runs; run += 1) {
    for (const runner of runners) {
      runner.before?.();
      const started = clock();
      const { status, error, stderr } = spawnSync(runner.command, runner.args, {
        cwd: folder,
        env: { ...process.env, ...runner.environment },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const took = clock() - started;
      if (error || status === null || status > 1)
        throw new Error(`${runner.name} failed in ${folder}: ${error?.message ?? stderr.toString()}`);
      if (run > 0) times.get(runner.name)?.push(took);
    }
  }
  return Object.fromEntries(Array.from(times, ([name, taken]) => [name, median(taken)]));
}

/** True where the program answers `--version`. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
