import type { FilePath } from '../../model/position.ts';
import { git } from '../git/git.ts';

/** What was changed together long ago may have nothing to do with each other any more. */
const MOST_COMMITS = 500;
const BEGIN = '\u0001';

/**
 * The files of each of the last 500 commits of a folder, merges left out: `[['src/a.ts', 'docs/a.md'], …]`, the newest first. Empty where there is no git.
 */
export async function recentCommits(root: string): Promise<readonly (readonly FilePath[])[]> {
  const answer = await git(root, [
    'log',
    `--max-count=${MOST_COMMITS}`,
    '--no-merges',
    '--no-renames',
    '--relative',
    '--name-only',
    '--format=%x01',
    '-z',
    'HEAD',
    '--',
    '.',
  ]);
  if (answer?.exitCode !== 0) return [];
  const commits = answer.output.split(BEGIN).map((part) =>
    part
      .split('\0')
      .map((name) => name.replace(/^\n/u, ''))
      .filter(Boolean),
  );
  return commits.filter(({ length }) => length > 0);
}
