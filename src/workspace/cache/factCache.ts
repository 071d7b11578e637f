import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { ScannedFile } from '../scan/fileScanner.ts';
import type { Scanned } from '../scan/scanned.ts';
import { decodeShard, encodeShard } from './shardFile.ts';
import type { Entry } from './shardFile.ts';
import { isSettled, sameStamp, stampOf } from './stamp.ts';

/** What is known of some files of a folder since last time. */
export interface Shard {
  /** What the file said, if it did not change since; undefined where that is not certain. */
  get(path: FilePath, role: FileRole): Scanned | undefined;
  set(path: FilePath, file: ScannedFile): void;
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
    return new FileShard(this.#root, path.join(this.#folder, name));
  }
}

class FileShard implements Shard {
  readonly #root: string;
  readonly #file: string;
  readonly #before: ReadonlyMap<FilePath, Entry>;
  readonly #after = new Map<FilePath, Entry>();
  #changed = false;

  constructor(root: string, file: string) {
    this.#root = root;
    this.#file = file;
    this.#before = load(file);
  }

  get(file: FilePath, role: FileRole): Scanned | undefined {
    const entry = this.#before.get(file);
    if (!entry || (entry.scanned.kind === 'facts' && entry.scanned.facts.role !== role)) return undefined;
    const stamp = stampOf(`${this.#root}/${file}`);
    if (!stamp || !sameStamp(stamp, entry.stamp)) return undefined;
    this.#after.set(file, entry);
    return entry.scanned;
  }

  set(file: FilePath, { scanned, stamp }: ScannedFile): void {
    this.#changed = true;
    if (stamp && isSettled(stamp, Date.now())) this.#after.set(file, { scanned, stamp });
    else this.#after.delete(file);
  }

  save(): void {
    if (!this.#changed && this.#after.size === this.#before.size) return;
    // A name that nobody else takes; what replaces the old file is whole at any moment.
    const temporary = `${this.#file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      writeFileSync(temporary, encodeShard(this.#after), { mode: 0o600 });
      renameSync(temporary, this.#file);
    } catch {
      rmSync(temporary, { force: true });
    }
  }
}

function load(file: string): ReadonlyMap<FilePath, Entry> {
  try {
    return decodeShard(readFileSync(file)) ?? new Map();
  } catch {
    return new Map();
  }
}
