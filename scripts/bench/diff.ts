import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { REPOSITORY } from './build.ts';
import { race } from './race.ts';

/*
 * `npm run build && npx tsx scripts/bench/diff.ts --tree FOLDER`: how long `reqtrace diff` takes on a git repository, held against the
 * time of two cold indexes of its files. Options:
 *
 *     --tree FOLDER   a git repository with its files checked out
 *     --base REV      the older revision (default: HEAD~500)
 *     --runs 5        each time is the median of so many runs
 *     --check         exit with 1 if it takes more than three times as long as two cold indexes
 */

/** How many times as long as the two cold indexes that it needs at least. */
const LIMIT = 3;

const { values } = parseArgs({
  options: {
    tree: { type: 'string', default: REPOSITORY },
    base: { type: 'string', default: 'HEAD~500' },
    runs: { type: 'string', default: '5' },
    check: { type: 'boolean', default: false },
  },
});

const cli = path.join(REPOSITORY, 'dist/cli.cjs');
const program = (name: string, ...args: string[]) => ({ name, command: process.execPath, args: [cli, ...args, '--no-cache'] });
const count = (...args: string[]): string => execFileSync('git', args, { cwd: values.tree, encoding: 'utf8', maxBuffer: 1e9 }).trim();

const times = race(
  [program('cold index', 'report'), program('two revisions', 'diff', values.base, 'HEAD'), program('working tree', 'diff', values.base)],
  values.tree,
  Number(values.runs),
);

const cold = 2 * (times['cold index'] ?? Number.NaN);
const files = count('ls-files', '-z').split('\0').length;
console.log(
  `${files.toLocaleString('en')} files, ${Number(count('rev-list', '--count', 'HEAD')).toLocaleString('en')} commits, ${values.base} to HEAD`,
);
for (const name of ['two revisions', 'working tree']) {
  const time = times[name] ?? Number.NaN;
  console.log(
    `${name}: ${Math.round(time)} ms, ${(time / cold).toFixed(2)} × two cold indexes (${Math.round(cold)} ms), at most ${LIMIT} ×`,
  );
  if (values.check && !(time <= LIMIT * cold)) process.exitCode = 1;
}
