import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import nodePath from 'node:path';
import { liesInContent } from '../../formats/extraction/skippedFacts.ts';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { isAsIndexed, racyEntries } from './racyFiles.ts';
import { decodeRecord, recordParts, sealRecord } from './folderRecord.ts';
import type { FolderRecord, Remembered, SealedRecord } from './folderRecord.ts';
import { Breather } from '../pace/breather.ts';
import { entryAt, liesBehindLink } from '../files/entryAt.ts';
import { toSystemPath } from '../files/filePaths.ts';
import type { News } from './news.ts';
import { readSealed, writeSealed } from './sealed.ts';
import { sameStamp, stampOf } from './stamp.ts';
import { readGitIndex, stateBytes } from '../git/gitIndex.ts';
import type { IndexEntries, IndexLayout } from '../git/gitIndex.ts';
import { trackedState } from '../git/trackedFiles.ts';
import type { IndexFile } from '../git/trackedFiles.ts';
import { untrackedFiles } from '../git/untrackedFiles.ts';
import type { UntrackedFiles } from '../git/untrackedFiles.ts';

/** More files than this that may have changed are sooner looked at together with all others. */
const MOST_FRESH = 1000;
/** Files that are gone through at one stroke. */
const A_FEW = 4096;
/** In the folder of the cache, beside the shards. */
const RECORD = 'folder';

/** A folder as it was last time. */
export interface Memory extends Pick<Remembered, 'files' | 'telling' | 'traced'> {
  /** What is to be done to it, once git has told; undefined if too much is. */
  readonly news: Promise<News | undefined>;
}

/** What is there to be remembered. */
export interface Present extends Pick<FolderRecord, 'files' | 'telling' | 'traced'> {
  /** Files of which something else than their content on disk is known, such as the text of an editor. */
  readonly unsure: Iterable<FilePath>;
}

/**
 * Remembers a whole folder from one start to the next, as far as git can tell that nothing changed in between: then no file has to be
 * listed, looked at or read. What git's index file says of a file (its size, both of its times, its inode) stands for what we read, as long as
 * both were there before the other.
 */
export class FolderMemory {
  readonly #root: string;
  readonly #file: string;

  /**
   * @param root a folder that the user trusts.
   * @param folder where to keep its facts, see `factFolder`.
   */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#file = nodePath.join(folder, RECORD);
  }

  /**
   * The folder as it was last time, as far as that can be told at once; undefined if too little is known of it. It counts only when `news` has
   * an answer, which rejects with the signal's reason when that is aborted.
   *
   * @param untracked the answer of `untrackedFiles`, where git is asked anyway.
   */
  async recall(untracked?: Promise<UntrackedFiles | undefined>, signal?: AbortSignal): Promise<Memory | undefined> {
    const kept = attempt(() => decodeRecord(readSealed(this.#file)));
    const stamp = kept && stampOf(kept.git.file);
    if (!kept || !stamp) return undefined;
    const since = this.#changedSince({ ...kept.git, stamp }, untracked, signal);
    // Whoever waits for the answer hears of the abort.
    since.catch(() => undefined);
    // The rest is done while git looks.
    const written = sameStamp(stamp, kept.git.stamp) ? NOTHING : attempt(() => writtenSince(kept));
    const breather = new Breather(signal);
    const remembered = written && (await kept.open(() => breather.pause()).catch(nothingUnlessAborted(signal)));
    if (!remembered) return undefined;
    const overwritten = attempt(() =>
      overwrittenSince(
        this.#root,
        kept,
        remembered.racy.filter((path) => !written.gone.includes(path)),
      ),
    );
    const news = since.then(
      (changes) =>
        changes &&
        overwritten &&
        newsOf(this.#root, { ...remembered, changed: [...written.fresh, ...changes, ...overwritten], gone: written.gone }),
    );
    news.catch(() => undefined);
    return { files: remembered.files, telling: remembered.telling, traced: remembered.traced, news };
  }

  /** Files that git sees changed or new, as long as its index file is this one; undefined where it cannot tell. */
  async #changedSince(
    index: IndexFile,
    untracked: Promise<UntrackedFiles | undefined> | undefined,
    signal: AbortSignal | undefined,
  ): Promise<readonly FilePath[] | undefined> {
    const options = signal && { signal };
    const [state, others] = await Promise.all([
      trackedState(this.#root, Date.now(), options),
      untracked ?? untrackedFiles(this.#root, options),
    ]);
    if (!state || !others || others.added.some(isRepository) || !sameIndex(state.index, index)) return undefined;
    // What is new in a folder that was a file is not among the new files.
    if (state.changed.length <= MOST_FRESH && state.changed.some((path) => entryAt(toSystemPath(this.#root, path))?.isDirectory()))
      return undefined;
    return [...state.changed, ...others.added];
  }

  /**
   * Keeps what is known of the folder now for the next start, if git can tell then whether it still holds.
   *
   * @param since when the first of it was read, in milliseconds since 1970.
   * @param present is asked once git has answered.
   * @throws the signal's reason when it is aborted.
   */
  async keep(since: number, present: () => Promise<Present>, signal?: AbortSignal): Promise<void> {
    const state = await trackedState(this.#root, since, signal && { signal });
    // Somebody may be typing by now.
    const breather = new Breather(signal);
    const entries = state && readGitIndex(await readFile(state.index.file), state.index);
    const stamp = state && stampOf(state.index.file);
    if (!state || !entries || !stamp || !sameStamp(stamp, state.index.stamp) || state.changed.length > MOST_FRESH) return;
    await breather.pause();
    const { files, telling, unsure, traced } = await present();
    const kept = new Map<FilePath, FileRole>();
    const states: Buffer[] = [];
    const changed = new Set(state.changed);
    for (const [at, path] of entries.paths.entries()) {
      if (at % A_FEW === 0) await breather.pause();
      const role = files.get(path);
      if (role) {
        kept.set(path, role);
        states.push(stateOf(entries, at, state.index));
      } else if (!changed.has(path)) return;
    }
    if (kept.size !== states.length) return;
    if (
      files.size > kept.size &&
      !(await this.#areNew(
        [...files.keys()].filter((path) => !kept.has(path)),
        signal,
      ))
    )
      return;

    const doubtful = new Set([...unsure, ...state.changed]);
    for (const [path, scanned] of telling) if (scanned.kind === 'skipped' && !liesInContent(scanned.reason)) doubtful.add(path);
    const sure = [...telling].filter(([path]) => kept.has(path) && !doubtful.has(path));
    const racy = racyEntries(entries, state.index, since).map((at) => entries.paths[at] ?? '');
    if (doubtful.size > MOST_FRESH || racy.length > MOST_FRESH) return;
    const parts = await recordParts(
      {
        git: state.index,
        files: kept,
        states: Buffer.concat(states),
        telling: new Map(sure),
        unsure: [...doubtful].filter((path) => kept.has(path)),
        racy: racy.filter((path) => kept.has(path)),
        traced,
      },
      () => breather.pause(),
    );
    await breather.pause();
    writeSealed(this.#file, sealRecord(parts));
  }

  /** False if some lie where git finds no new files, as in a repository within this one. */
  async #areNew(paths: readonly FilePath[], signal: AbortSignal | undefined): Promise<boolean> {
    const added = new Set((await untrackedFiles(this.#root, signal && { signal }))?.added);
    return paths.every((path) => added.has(path)) && ![...added].some(isRepository);
  }
}

const NOTHING: News = { fresh: [], gone: [] };

function sameIndex(a: IndexFile, b: IndexFile): boolean {
  return a.file === b.file && a.prefix === b.prefix && a.hashBytes === b.hashBytes && sameStamp(a.stamp, b.stamp);
}

function stateOf({ states }: IndexEntries, at: number, layout: IndexLayout): Buffer {
  return states.subarray(at * stateBytes(layout), (at + 1) * stateBytes(layout));
}

/**
 * Files of which git's index file says something else than it did, as after a commit; both list them in one order. What it says of a file in
 * the same words is as good as an index file that nobody wrote since.
 */
function writtenSince(kept: SealedRecord): News | undefined {
  const before = kept.entries();
  const now = readGitIndex(readFileSync(kept.git.file), kept.git);
  if (!before || !now) return undefined;
  const size = stateBytes(kept.git);
  const present = new Set(now.paths);
  const fresh: FilePath[] = [];
  const gone = before.paths.filter((path) => !present.has(path));
  let old = 0;
  for (const [at, path] of now.paths.entries()) {
    while (old < before.paths.length && !present.has(before.paths[old] ?? '')) old += 1;
    const isKnown = before.paths[old] === path;
    if (!isKnown || before.states.compare(now.states, at * size, (at + 1) * size, old * size, (old + 1) * size) !== 0) fresh.push(path);
    if (isKnown) old += 1;
    if (fresh.length > MOST_FRESH) return undefined;
  }
  return { fresh, gone };
}

/** Those of the files that git may be wrong about; see `racyEntries`. */
function overwrittenSince(root: string, kept: SealedRecord, racy: readonly FilePath[]): readonly FilePath[] | undefined {
  if (racy.length === 0) return [];
  const before = kept.entries();
  const places = before && new Map(before.paths.map((path, at) => [path, at]));
  return places && racy.filter((path) => !isAsIndexed(root, path, stateOf(before, places.get(path) ?? 0, kept.git)));
}

/** What git says of a folder that was remembered. */
interface Since extends Pick<Remembered, 'files' | 'unsure'> {
  readonly changed: Iterable<FilePath>;
  /** Files that git's index has no more; some of them may be new ones by now, and what is not is ignored, even if it is there. */
  readonly gone: readonly FilePath[];
}

/**
 * Each file once; undefined if there are too many, and where none is as it was: a folder that its repository ignores as a whole is walked, since
 * somebody named it. A file one of whose folders became a link is gone, as it is for git.
 */
function newsOf(root: string, { files, unsure, changed, gone }: Since): News | undefined {
  const fresh = new Set(changed);
  const missing = new Set(gone.filter((path) => !fresh.has(path)));
  for (const path of unsure) if (!missing.has(path)) fresh.add(path);
  if (fresh.size + missing.size > MOST_FRESH) return undefined;
  if ([...files.keys()].every((path) => fresh.has(path) || missing.has(path))) return undefined;
  const moved = [...fresh].filter((path) => liesBehindLink(root, path));
  for (const path of moved) fresh.delete(path);
  return { fresh: [...fresh], gone: [...missing, ...moved] };
}

function isRepository(path: FilePath): boolean {
  return path.endsWith('/');
}

function nothingUnlessAborted(signal: AbortSignal | undefined): () => undefined {
  return () => {
    signal?.throwIfAborted();
    return undefined;
  };
}

/** Nothing is taken for granted of a file on disk. */
function attempt<Value>(decode: () => Value): Value | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
