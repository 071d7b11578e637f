import type { FilePath } from '../../model/position.ts';
import type { Stamp } from '../files/readFile.ts';
import { NOTHING } from '../scan/scanned.ts';
import type { Scanned } from '../scan/scanned.ts';
import { bytesOf, numbersOf, seal, textOf, unseal } from './sealed.ts';
import { isScanned } from './validFacts.ts';

/** What is kept of one file. */
export interface Entry {
  readonly stamp: Stamp;
  readonly scanned: Scanned;
}

/*
 * One shard on disk, made so that a hundred thousand files that say nothing are read in a moment:
 *
 *     stamps                                  4 numbers of 8 bytes for each entry
 *     paths                                   UTF-8 with a NUL between them
 *     JSON: what the others say               [[[entry, …], scanned], …]
 */
/** Changes with the layout above. */
const LAYOUT = 4;

/** Entries as the content of a file. */
export function encodeShard(entries: ReadonlyMap<FilePath, Entry>): readonly Buffer[] {
  const stamps = new Float64Array(entries.size * 4);
  const telling = new Map<number, Scanned>();
  let at = 0;
  for (const { stamp, scanned } of entries.values()) {
    stamps.set([stamp.size, stamp.modified, stamp.changed, stamp.inode], at * 4);
    if (scanned.kind !== 'nothing') telling.set(at, scanned);
    at += 1;
  }
  return seal(LAYOUT, [bytesOf(stamps), joined(entries.keys()), Buffer.from(JSON.stringify(listOf(telling)))]);
}

/** What a shard file says, taken apart only as far as it is asked. */
export class ShardContent {
  readonly paths: readonly FilePath[];
  readonly #stamps: Float64Array;
  readonly #telling: ReadonlyMap<number, Scanned>;

  constructor(paths: readonly FilePath[], stamps: Float64Array, telling: ReadonlyMap<number, Scanned>) {
    this.paths = paths;
    this.#stamps = stamps;
    this.#telling = telling;
  }

  /** @param at place of the file in `paths`. */
  scanned(at: number): Scanned {
    return this.#telling.get(at) ?? NOTHING;
  }

  stamp(at: number): Stamp {
    const [size = 0, modified = 0, changed = 0, inode = 0] = this.#stamps.subarray(at * 4, at * 4 + 4);
    return { size, modified, changed, inode };
  }

  hasStamp(at: number, stamp: Stamp): boolean {
    const stamps = this.#stamps;
    const from = at * 4;
    return (
      stamps[from] === stamp.size &&
      stamps[from + 1] === stamp.modified &&
      stamps[from + 2] === stamp.changed &&
      stamps[from + 3] === stamp.inode
    );
  }
}

/** What the content of a file says; undefined if it is not one that `encodeShard` made, or not all of it. */
export function decodeShard(content: Buffer): ShardContent | undefined {
  const [stamps, names, json] = unseal(content, LAYOUT, 3) ?? [];
  if (!stamps || !names || !json) return undefined;
  const paths = split(textOf(names), stamps.length / 32);
  const telling = paths && tellingOf(JSON.parse(textOf(json)), paths);
  return paths && telling && new ShardContent(paths, numbersOf(stamps), telling);
}

/** Paths as bytes. */
export function joined(paths: Iterable<FilePath>): Buffer {
  return Buffer.from([...paths].join('\0'));
}

/** The way back; undefined if there are not so many. */
export function split(names: string, count: number): readonly FilePath[] | undefined {
  const paths = count === 0 ? [] : names.split('\0');
  return paths.length === count ? paths : undefined;
}

/** What files say, by their places among the paths, fit for JSON: what many of them say alike, such as which ids they wait for, is there once. */
export function listOf(telling: Iterable<readonly [at: number, scanned: Scanned]>): readonly unknown[] {
  const groups: [number[], Scanned][] = [];
  const alike = new Map<string, number[]>();
  for (const [at, scanned] of telling) {
    const key = scanned.kind === 'facts' ? undefined : JSON.stringify(scanned);
    const known = key === undefined ? undefined : alike.get(key);
    if (known) {
      known.push(at);
      continue;
    }
    const group = [at];
    groups.push([group, scanned]);
    if (key !== undefined) alike.set(key, group);
  }
  return groups;
}

/** The way back; undefined for a value that does not say that. */
function tellingOf(list: unknown, paths: readonly FilePath[]): ReadonlyMap<number, Scanned> | undefined {
  const telling = new Map<number, Scanned>();
  if (!Array.isArray(list)) return undefined;
  const take = (at: number, scanned: Scanned): unknown => telling.set(at, scanned);
  return list.every((group) => takeTelling(group, paths, take)) ? telling : undefined;
}

/** Takes one entry of such a list, `[[0, 4], scanned]`; false for a value that is none. */
export function takeTelling(group: unknown, paths: readonly FilePath[], take: (at: number, scanned: Scanned) => void): boolean {
  const [places, scanned] = Array.isArray(group) ? (group as readonly unknown[]) : [];
  if (!Array.isArray(places)) return false;
  for (const at of places as readonly unknown[]) {
    const path = typeof at === 'number' ? paths[at] : undefined;
    if (typeof at !== 'number' || path === undefined || !isScanned(scanned, path)) return false;
    take(at, scanned);
  }
  return true;
}
