import nodePath from 'node:path';
import { isMinifiedReason } from '../formats/code/minified.ts';
import type { FileRole } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { decodeRecord, encodeRecord } from './cache/folderRecord.ts';
import type { FolderRecord, OpenRecord } from './cache/folderRecord.ts';
import { readSealed, writeSealed } from './cache/sealed.ts';
import { sameStamp, stampOf } from './cache/stamp.ts';
import type { Scanned } from './scan/scanned.ts';
import { trackedFiles, trackedState } from './trackedFiles.ts';
import { untrackedFiles } from './untrackedFiles.ts';
import type { UntrackedFiles } from './untrackedFiles.ts';

/** More files than this that may have changed are sooner looked at together with all others. */
const MOST_FRESH = 1000;
/** What a record may hold, in annotations, mentions, criteria and the like: it is read and written at one stroke. */
const MOST_THINGS = 200_000;
/** In the folder of the cache, beside the shards. */
const RECORD = 'folder';

/** A folder as it was last time. */
export interface Memory extends Pick<OpenRecord, 'files' | 'telling'> {
  /** Files that may be others now, new ones and gone ones among them, once git has told; undefined if the folder is not what it was. */
  readonly fresh: Promise<readonly FilePath[] | undefined>;
}

/** What is there to be remembered. */
export interface Present extends Pick<FolderRecord, 'files' | 'telling'> {
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
   * The folder as it was last time, as far as that can be told at once; undefined if too little is known of it. It counts only when `fresh` has
   * an answer, which rejects with the signal's reason when that is aborted.
   *
   * @param untracked the answer of `untrackedFiles`, where git is asked anyway.
   */
  recall(untracked?: Promise<UntrackedFiles | undefined>, signal?: AbortSignal): Memory | undefined {
    const kept = attempt(() => decodeRecord(readSealed(this.#file)));
    const stamp = kept && stampOf(kept.git.file);
    if (!kept || !stamp || !sameStamp(stamp, kept.git.stamp)) return undefined;
    const since = this.#changedSince(kept.git, untracked, signal);
    // While git looks.
    const record = attempt(() => kept.open());
    const fresh = since.then((changed) => fewOf(changed && [...(record?.unsure ?? []), ...changed]));
    // Whoever waits for the answer hears of the abort.
    fresh.catch(() => undefined);
    return record && { files: record.files, telling: record.telling, fresh };
  }

  /** Files that git sees changed or new since a record was made; undefined where it cannot tell. */
  async #changedSince({ file, stamp }: FolderRecord['git'], untracked: Promise<UntrackedFiles | undefined> | undefined, signal: AbortSignal | undefined): Promise<readonly FilePath[] | undefined> {
    const options = signal && { signal };
    const [state, others] = await Promise.all([trackedState(this.#root, Date.now(), options), untracked ?? untrackedFiles(this.#root, options)]);
    if (!state || !others || others.added.some(isRepository) || state.file !== file || !sameStamp(state.stamp, stamp)) return undefined;
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
    const options = signal && { signal };
    const [state, tracked] = await Promise.all([trackedState(this.#root, since, options), trackedFiles(this.#root, options)]);
    if (!state || !tracked || state.changed.length > MOST_FRESH) return;
    const { files, telling, unsure } = await present();
    const kept = new Map<FilePath, FileRole>();
    const missing = new Set(tracked);
    for (const path of tracked) {
      const role = files.get(path);
      if (!role) continue;
      kept.set(path, role);
      missing.delete(path);
    }
    for (const path of state.changed) missing.delete(path);
    // A submodule, which may be filled without a word from git.
    if (missing.size > 0) return;
    if (files.size > kept.size && !(await this.#areNew([...files.keys()].filter((path) => !kept.has(path)), signal))) return;

    const doubtful = new Set([...unsure, ...state.changed]);
    for (const [path, scanned] of telling) if (scanned.kind === 'skipped' && scanned.reason.text !== 'binary' && !isMinifiedReason(scanned.reason)) doubtful.add(path);
    const sure = [...telling].filter(([path]) => kept.has(path) && !doubtful.has(path));
    if (doubtful.size > MOST_FRESH || sure.reduce((sum, [, scanned]) => sum + thingsIn(scanned), 0) > MOST_THINGS) return;
    writeSealed(this.#file, encodeRecord({ git: { file: state.file, stamp: state.stamp }, files: kept, telling: new Map(sure), unsure: [...doubtful].filter((path) => kept.has(path)) }));
  }

  /** False if some lie where git finds no new files, as in a repository within this one. */
  async #areNew(paths: readonly FilePath[], signal: AbortSignal | undefined): Promise<boolean> {
    const added = new Set((await untrackedFiles(this.#root, signal && { signal }))?.added);
    return paths.every((path) => added.has(path)) && ![...added].some(isRepository);
  }
}

/** Each of them once, unless they are too many. */
function fewOf(paths: readonly FilePath[] | undefined): readonly FilePath[] | undefined {
  const few = new Set(paths);
  return paths && few.size <= MOST_FRESH ? [...few] : undefined;
}

function isRepository(path: FilePath): boolean {
  return path.endsWith('/');
}

/** Nothing is taken for granted of a file on disk. */
function attempt<Value>(decode: () => Value): Value | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

function thingsIn(scanned: Scanned): number {
  if (scanned.kind !== 'facts') return 1;
  const { requirements, annotations, waivers, mentions, links, problems } = scanned.facts;
  return requirements.reduce((sum, { criteria }) => sum + 1 + criteria.length, annotations.length + waivers.length + mentions.length + links.length + problems.length);
}
