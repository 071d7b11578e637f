import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { ScannedFile } from '../scan/fileScanner.ts';
import type { Scanned } from '../scan/scanned.ts';
import type { Stamp } from '../files/readFile.ts';
import { ShardContent, decodeShard, encodeShard } from './shardFile.ts';
import type { Entry } from './shardFile.ts';
import { readSealed, writeSealed } from './sealed.ts';
import { isSettled, stampOf } from './stamp.ts';

/** Other files may lie beside the shards, and half-written ones. */
const SHARD = /^[a-z]+(?:-\d+){2}$/u;

const EMPTY = new ShardContent([], new Float64Array(), new Map());

/** What is known of some files of a folder since last time. */
export interface Shard {
  /** What the file said, if it did not change since; undefined where that is not certain. */
  get(path: FilePath, role: FileRole): Scanned | undefined;
  /** @param read when it was about to be read, in milliseconds since 1970. */
  set(path: FilePath, file: ScannedFile, read: number): void;
  /** Writes what is known now, if it differs. Where that cannot be done, nothing is kept: a cache can cost time, never more. */
  save(): void;
}

/**
 * What the files of one folder said last time, in files of its own outside the folder. Any number of programs may use it at once:
 * each of its files is replaced as a whole, by whoever comes last, and one that is damaged or not ours counts as empty.
 */
export class FactCache {
  readonly #root: string;
  readonly #folder: string;
  readonly #ahead = new Map<string, FileShard>();

  /**
   * @param root the workspace folder.
   * @param folder where to keep its facts, see `factFolder`.
   */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  /** The shard of that name; files must always be looked for in the same one. */
  open(name: string): Shard {
    const ahead = this.#ahead.get(name);
    this.#ahead.delete(name);
    return ahead ?? new FileShard(this.#root, path.join(this.#folder, name));
  }

  /** Reads a shard ahead, and looks which of its files changed: what `open` would do, while there is time. */
  prepare(name: string): void {
    const shard = new FileShard(this.#root, path.join(this.#folder, name));
    shard.look();
    this.#ahead.set(name, shard);
  }

  /** Names of the shards that there are. */
  names(): readonly string[] {
    try {
      return readdirSync(this.#folder).filter((name) => SHARD.test(name));
    } catch {
      return [];
    }
  }
}

class FileShard implements Shard {
  readonly #root: string;
  readonly #file: string;
  readonly #before: ShardContent;
  readonly #places: ReadonlyMap<FilePath, number>;
  /** Places of entries that still hold. */
  readonly #kept = new Set<number>();
  readonly #added = new Map<FilePath, Entry>();
  /** Stamps that were taken ahead. */
  #stamps: readonly (Stamp | undefined)[] | undefined;

  constructor(root: string, file: string) {
    this.#root = root;
    this.#file = file;
    this.#before = load(file);
    this.#places = new Map(this.#before.paths.map((path, at) => [path, at]));
  }

  /** Looks at all of its files at once, ahead of the questions. */
  look(): void {
    this.#stamps = this.#before.paths.map((path) => stampOf(`${this.#root}/${path}`));
  }

  get(file: FilePath, role: FileRole): Scanned | undefined {
    const at = this.#places.get(file);
    if (at === undefined) return undefined;
    const scanned = this.#before.scanned(at);
    if (scanned.kind === 'facts' && scanned.facts.role !== role) return undefined;
    const stamp = this.#stamps ? this.#stamps[at] : stampOf(`${this.#root}/${file}`);
    if (!stamp || !this.#before.hasStamp(at, stamp)) return undefined;
    this.#kept.add(at);
    return scanned;
  }

  set(file: FilePath, { scanned, stamp }: ScannedFile, read: number): void {
    const at = this.#places.get(file);
    if (at !== undefined) this.#kept.delete(at);
    if (stamp && isSettled(stamp, read)) this.#added.set(file, { scanned, stamp });
  }

  save(): void {
    if (this.#added.size === 0 && this.#kept.size === this.#places.size) return;
    const entries = new Map<FilePath, Entry>();
    for (const [path, at] of this.#places)
      if (this.#kept.has(at)) entries.set(path, { scanned: this.#before.scanned(at), stamp: this.#before.stamp(at) });
    for (const [path, entry] of this.#added) entries.set(path, entry);
    writeSealed(this.#file, encodeShard(entries));
  }
}

function load(file: string): ShardContent {
  try {
    return decodeShard(readSealed(file)) ?? EMPTY;
  } catch {
    return EMPTY;
  }
}
