import type { FilePath } from '../../model/position.ts';
import { forEachAtOnce } from '../pace/atOnce.ts';
import { git } from '../git/git.ts';

/** Who last changed a line, and when. */
export interface Blame {
  readonly commit: string;
  readonly author: string;
  /** In the author's own time zone, `2026-11-21`. */
  readonly date: string;
}

/** Blame of lines by file; a line that nobody has committed yet is not in it. Lines start at 0. */
export type BlameOf = (path: FilePath, line: number) => Blame | undefined;

/** More single lines of one file than this cost more than the whole of it. */
const MOST_RANGES = 100;

const UNCOMMITTED = /^0+$/u;

/**
 * Asks `git blame` for these lines of the working tree, one process for each file and only a few at a time. Files of submodules and clones have
 * none: there it would run the filters that these name.
 *
 * @param lines lines by file, counted from 0.
 */
export async function blameLines(root: string, lines: ReadonlyMap<FilePath, ReadonlySet<number>>): Promise<BlameOf> {
  const known = new Map<FilePath, ReadonlyMap<number, Blame>>();
  await forEachAtOnce([...lines], async ([path, wanted]) => {
    known.set(path, await blameFile(root, path, wanted));
  });
  return (path, line) => known.get(path)?.get(line);
}

async function blameFile(root: string, path: FilePath, lines: ReadonlySet<number>): Promise<ReadonlyMap<number, Blame>> {
  const ranges = lines.size > MOST_RANGES ? [] : Array.from(lines, (line) => `-L${line + 1},${line + 1}`);
  const answer = await git(root, ['--literal-pathspecs', 'blame', '--porcelain', '--no-textconv', ...ranges, '--', path]);
  return answer?.exitCode === 0 ? readPorcelain(answer.output) : new Map();
}

/** `git blame --porcelain`: a head `HASH OLD NEW [COUNT]` for each line; author and time only where a commit comes first. */
function readPorcelain(output: string): Map<number, Blame> {
  const commits = new Map<string, { author: string; seconds: number; zone: string }>();
  const blames = new Map<number, Blame>();
  let hash = '';
  for (const line of output.split('\n')) {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+)/u.exec(line);
    if (head) {
      hash = head[1] ?? '';
      if (!commits.has(hash)) commits.set(hash, { author: '', seconds: 0, zone: '+0000' });
      blames.set(Number(head[2]) - 1, { commit: hash, author: '', date: '' });
      continue;
    }
    // The line itself, which may look like anything, begins with a tab.
    const commit = commits.get(hash);
    const [, name, value = ''] = /^(author|author-time|author-tz) (.*)$/u.exec(line) ?? [];
    if (!commit || name === undefined) continue;
    if (name === 'author') commit.author = value;
    else if (name === 'author-time') commit.seconds = Number(value);
    else commit.zone = value;
  }
  for (const [line, { commit }] of blames) {
    const found = commits.get(commit);
    if (!found || UNCOMMITTED.test(commit)) blames.delete(line);
    else blames.set(line, { commit, author: found.author, date: localDate(found.seconds, found.zone) });
  }
  return blames;
}

function localDate(seconds: number, zone: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/u.exec(zone) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -60 : 60);
  const date = new Date((seconds + offset) * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
