import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdict } from './budgets.ts';
import type { Verdict } from './budgets.ts';
import { PATTERN } from './measure.ts';
import { processorTime } from './processorTime.ts';
import { race } from './race.ts';
import type { Runner } from './race.ts';
import { COMMITS, firstCommit, revisionsTree } from './revisions.ts';
import { SHAPES, shapeTree } from './shapes.ts';
import { Watch } from './watched.ts';

/** Two builds to be raced: the folders of their programs, `dist`, and the Node that runs them. */
export interface Builds {
  readonly here: string;
  readonly against: string;
  readonly node: string;
}

/** What is raced unless some shapes are named. */
export const ALL_SHAPES = [...Object.keys(SHAPES), 'revisions'];

/** At most so many times as long as the other build, or as git, by shape; what was reached, with room for the noise of a machine with two processors. */
const LIMITS: Readonly<
  Record<string, { readonly cold?: number; readonly grep?: number; readonly warm?: number; readonly memory?: number }>
> = {
  documents: { cold: 1.25 },
  small: { grep: 5.5, warm: 0.35 },
  plain: { grep: 6 },
  thousand: { cold: 1.35 },
  requirements: { warm: 0.9, memory: 1.2 },
  annotations: { warm: 0.6, memory: 1.1 },
};
/** The same for comparing revisions, and for the past: of the build before, with an empty cache. */
const PAST_LIMITS = { emptyCache: 1.35, again: 0.55, history: 0.45 } as const;

/** What was measured of two builds, a line of text for each, and how it stands to the budgets. */
export interface Race {
  readonly line: string;
  readonly budgets: readonly Verdict[];
}

/**
 * Races two builds and `git grep` on trees of several shapes, as whole programs that run in turn, by the processor time of all their threads and children
 * (Linux): `againstTable({ here: 'dist', against: '../before/dist', node: process.execPath }, ['documents'], 3)`.
 *
 * @returns line by line, as they come: milliseconds, and this build's share of the other and of git.
 */
export function* againstTable(builds: Builds, shapes: readonly string[], runs: number): Generator<Race> {
  const heads = ['shape', 'what', 'against', 'here', 'here : against', 'git', 'here : git', 'warm : cold of against', 'MB'];
  for (const row of [heads, heads.map(() => '---')]) yield { line: line(row), budgets: [] };
  for (const shape of shapes) yield* shape === 'revisions' ? past(builds, runs) : rowsOf(shape, builds, runs);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

type Build = 'here' | 'against';

/** Runners of both builds, each with a cache of its own as long as `work` lasts. */
function withCaches<R>(
  builds: Builds,
  work: (program: (build: Build, name: string, ...args: string[]) => Runner, caches: Record<Build, string>) => R,
): R {
  const made = (): string => mkdtempSync(path.join(tmpdir(), 'reqtrace-bench-cache-'));
  const caches = { here: made(), against: made() };
  const program = (build: Build, name: string, ...args: string[]): Runner => ({
    name: `${build} ${name}`,
    command: builds.node,
    args: [path.join(builds[build], 'cli.cjs'), ...args],
    environment: { REQTRACE_CACHE_DIR: caches[build] },
  });
  try {
    return work(program, caches);
  } finally {
    for (const cache of Object.values(caches)) rmSync(cache, { recursive: true, force: true });
  }
}

function rowsOf(shape: string, builds: Builds, runs: number): Race[] {
  return withCaches(builds, (program) => {
    const runners = [
      program('against', 'cold', 'report', '--no-cache'),
      program('here', 'cold', 'report', '--no-cache'),
      program('against', 'warm', 'report'),
      program('here', 'warm', 'report'),
      { name: 'git', command: 'git', args: ['grep', '-n', '-I', '-E', '-e', PATTERN] },
    ];
    const times = race(runners, shapeTree(shape), runs, processorTime);
    const time = (name: string): number => times[name] ?? Number.NaN;
    const peaks = { cold: peakOf(runners[1], shape), warm: peakOf(runners[3], shape) };
    const row = (what: 'cold' | 'warm', share: string): string =>
      line([...cellsOf([shape, what], time(`against ${what}`), time(`here ${what}`), time('git')), share, String(peaks[what])]);
    const warm = time('here warm') / time('against cold');
    const { cold: ofCold, grep, warm: ofWarm, memory } = LIMITS[shape] ?? {};
    const cold = time('here cold');
    return [
      {
        line: row('cold', ''),
        budgets: [
          held(`${shape}, cold : build before`, cold / time('against cold'), ofCold),
          held(`${shape}, cold : git grep`, cold / time('git'), grep),
        ].flat(),
      },
      {
        line: row('warm', warm.toFixed(2)),
        budgets: [
          held(`${shape}, warm : cold of the build before`, warm, ofWarm),
          held(`${shape}, memory warm : cold`, peaks.warm / peaks.cold, memory),
        ].flat(),
      },
    ];
  });
}

/** Comparing two revisions, and the past by week, of a repository of documents. */
function past(builds: Builds, runs: number): Race[] {
  const root = revisionsTree();
  const base = firstCommit(root);
  return withCaches(builds, (program, caches) => {
    const emptied = (runner: Runner, build: Build): Runner => ({
      ...runner,
      before: () => rmSync(caches[build], { recursive: true, force: true }),
    });
    const diff = ['diff', base, 'HEAD'];
    const times = race(
      [
        emptied(program('against', 'history', 'history'), 'against'),
        emptied(program('against', 'diff, empty cache', ...diff), 'against'),
        program('against', 'diff again', ...diff),
        emptied(program('here', 'first history', 'history'), 'here'),
        program('here', 'history', 'history'),
        emptied(program('here', 'check', 'check', '--fail-on', 'never'), 'here'),
        program('here', 'diff after check', ...diff),
        emptied(program('here', 'diff, empty cache', ...diff), 'here'),
        program('here', 'diff again', ...diff),
        { name: 'git', command: 'git', args: diff },
      ],
      root,
      runs,
      processorTime,
    );
    const time = (name: string): number => times[name] ?? Number.NaN;
    const title = `${COMMITS} commits`;
    const before = time('against diff, empty cache');
    const rows = (['diff, empty cache', 'diff after check', 'diff again'] as const).map((what): Race => {
      const limit = what === 'diff again' ? PAST_LIMITS.again : PAST_LIMITS.emptyCache;
      return {
        line: line([...cellsOf([title, what], time(`against ${what}`), time(`here ${what}`), time('git')), '', '']),
        budgets: held(`${what} : the same with an empty cache, build before`, time(`here ${what}`) / before, limit),
      };
    });
    const history = time('here history') / time('against history');
    return [
      ...rows,
      {
        line: line([
          title,
          'history, second run',
          String(time('against history')),
          String(time('here history')),
          history.toFixed(2),
          '',
          '',
          '',
          '',
        ]),
        budgets: held('history again : first of the build before', history, PAST_LIMITS.history),
      },
    ];
  });
}

function cellsOf(names: readonly string[], against: number, here: number, git: number): string[] {
  return [...names, shown(against), shown(here), share(here, against), shown(git), share(here, git)];
}

function held(what: string, value: number, limit: number | undefined): Verdict[] {
  return limit === undefined ? [] : [verdict(what, value, limit, '×')];
}

/** Megabytes that a program takes at most. */
function peakOf(runner: Runner | undefined, shape: string): number {
  if (!runner) return Number.NaN;
  const watch = new Watch();
  try {
    const environment = { ...runner.environment, ...watch.environment };
    race([{ ...runner, args: [...watch.args, ...runner.args], environment }], shapeTree(shape), 0);
    return watch.read().peak;
  } finally {
    watch.remove();
  }
}

function shown(time: number): string {
  return Number.isNaN(time) ? '' : String(time);
}

function share(one: number, of: number): string {
  return Number.isNaN(one / of) ? '' : (one / of).toFixed(2);
}
