import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FilePath } from '../../model/position.ts';
import { git } from './git.ts';
import type { GitOptions } from './git.ts';

/** A file in which two states differ, as `git diff --raw` lists it. */
export interface RawChange {
  /** `A` added, `D` deleted, `M` modified, `T` of another type, `R` renamed, `C` copied. */
  readonly status: string;
  /** Where it was before, and where it is now. */
  readonly before: FilePath;
  readonly after: FilePath;
  /** What the older state has of it; the newer one is unknown where it is a file on the disk. */
  readonly blob: string;
}

interface Entry extends RawChange {
  readonly isUnread: boolean;
}

const OPTIONS = ['--raw', '-z', '--no-abbrev', '--relative', '--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules=all'];

/**
 * Files of a folder that differ between two states: `rawDiff('/repo', ['HEAD'])` compares the files on the disk with the last commit.
 *
 * By itself `git diff` would write what it finds out about files that were only touched into the index, and have a hook run; so it is told to list those,
 * too, and they are compared here.
 *
 * @param args revisions and options of `git diff`.
 * @param paths only these; all without them.
 * @returns undefined where git does not answer.
 * @throws the signal's reason when it is aborted.
 */
export async function rawDiff(
  folder: string,
  args: readonly string[],
  paths: readonly FilePath[] = [],
  options: GitOptions = {},
): Promise<readonly RawChange[] | undefined> {
  const answer = await git(folder, ['--literal-pathspecs', 'diff', ...OPTIONS, ...args, '--', ...paths], options);
  if (answer?.exitCode !== 0) return undefined;
  const entries = entriesIn(answer.output);
  const touched = await onlyTouched(
    folder,
    entries.filter(({ isUnread }) => isUnread),
    options,
  );
  return entries.filter(({ after }) => !touched.has(after));
}

/** Takes the output apart: `:100644 100644 <hash> <hash> R086`, then one path, or two for a rename or a copy. */
function entriesIn(output: string): Entry[] {
  const fields = output.split('\0');
  const entries: Entry[] = [];
  for (let at = 0; at < fields.length - 1; at += 1) {
    const [, modeBefore, modeAfter, blob = '', newBlob = '', status = ''] =
      /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/u.exec(fields[at] ?? '') ?? [];
    if (status === '') continue;
    const before = fields[(at += 1)] ?? '';
    const after = status === 'R' || status === 'C' ? (fields[(at += 1)] ?? '') : before;
    entries.push({ status, before, after, blob, isUnread: status === 'M' && modeBefore === modeAfter && /^0+$/u.test(newBlob) });
  }
  return entries;
}

/** Those whose content is that of their older state. */
async function onlyTouched(folder: string, entries: readonly Entry[], options: GitOptions): Promise<ReadonlySet<FilePath>> {
  const blobs = await blobsOnDisk(
    folder,
    entries.map(({ after }) => after),
    options,
  );
  return new Set(entries.flatMap(({ after, blob }) => (blobs.get(after) === blob ? after : [])));
}

/** Where a folder lies in its repository: `/repo` and `packages/shop/`; an empty top where git does not answer. */
interface PlaceInRepository {
  readonly top: string;
  readonly prefix: string;
}

const places = new Map<string, PlaceInRepository>();

/** Asked once, as long as the repository is there: a program that is asked again and again would ask that each time. */
async function placeOf(folder: string, options: GitOptions): Promise<PlaceInRepository> {
  const key = `${options.alone === true} ${folder}`;
  const known = places.get(key);
  // A repository may have come between, or gone.
  if (known && existsSync(join(known.top, '.git')) && (known.prefix === '' || !existsSync(join(folder, '.git')))) return known;
  const answer = await git(folder, ['rev-parse', '--show-toplevel', '--show-prefix'], options);
  const [top = '', prefix = ''] = answer?.exitCode === 0 ? answer.output.split(/\r?\n/u) : [];
  if (top !== '') places.set(key, { top, prefix });
  return { top, prefix };
}

/**
 * What git would store of files as the disk has them, by path; empty where it cannot read one of them. Nothing is stored.
 */
export async function blobsOnDisk(
  folder: string,
  paths: readonly FilePath[],
  options: GitOptions = {},
): Promise<ReadonlyMap<FilePath, string>> {
  // Names are given a line each.
  const asked = paths.filter((path) => !/[\r\n]/u.test(path));
  if (asked.length === 0) return new Map();
  const { top, prefix } = await placeOf(folder, options);
  // As git would store them, which depends on where they are: not by absolute paths.
  const input = asked.map((path) => `${prefix}${path}\n`).join('');
  const answer = top === '' ? undefined : await git(top, ['hash-object', '--stdin-paths'], { ...options, input });
  if (answer?.exitCode !== 0) return new Map();
  const blobs = answer.output.split(/\r?\n/u);
  return new Map(asked.map((path, at) => [path, blobs[at] ?? '']));
}
