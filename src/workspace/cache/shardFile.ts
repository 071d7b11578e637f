import { createHash } from 'node:crypto';
import type { FilePath } from '../../model/position.ts';
import type { Stamp } from '../readFile.ts';
import { NOTHING } from '../scan/scanned.ts';
import type { Scanned } from '../scan/scanned.ts';
import { isScanned } from './validFacts.ts';

/** What is kept of one file. */
export interface Entry {
  readonly stamp: Stamp;
  readonly scanned: Scanned;
}

/*
 * One shard on disk, made so that a hundred thousand files that say nothing are read in a moment:
 *
 *     SHA-256 of what follows                 32 bytes
 *     lengths of the parts, entries           4 numbers of 8 bytes
 *     stamps                                  4 numbers of 8 bytes for each entry
 *     paths                                   UTF-8 with a NUL between them
 *     JSON: what the others say               [[entry, scanned], …]
 */
const SUM = 32;
const HEAD = SUM + 4 * 8;
/** Changes with the layout above. */
const LAYOUT = 2;

/** Entries as the content of a file. */
export function encodeShard(entries: ReadonlyMap<FilePath, Entry>): Buffer {
  const stamps = new Float64Array(entries.size * 4);
  const telling: [number, Scanned][] = [];
  let at = 0;
  for (const { stamp, scanned } of entries.values()) {
    stamps.set([stamp.size, stamp.modified, stamp.changed, stamp.inode], at * 4);
    if (scanned.kind !== 'nothing') telling.push([at, scanned]);
    at += 1;
  }
  const paths = Buffer.from([...entries.keys()].join('\0'));
  const facts = Buffer.from(JSON.stringify(telling));
  const lengths = Float64Array.of(LAYOUT, entries.size, paths.length, facts.length);
  const body = Buffer.concat([bytesOf(lengths), bytesOf(stamps), paths, facts]);
  return Buffer.concat([sumOf(body), body]);
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
    return stamps[from] === stamp.size && stamps[from + 1] === stamp.modified && stamps[from + 2] === stamp.changed && stamps[from + 3] === stamp.inode;
  }
}

/** What the content of a file says; undefined if it is not one that `encodeShard` made, or not all of it. */
export function decodeShard(content: Buffer): ShardContent | undefined {
  if (content.length < HEAD || !sumOf(content.subarray(SUM)).equals(content.subarray(0, SUM))) return undefined;
  const [layout, count = 0, pathBytes = 0, factBytes = 0] = numbersOf(content.subarray(SUM, HEAD));
  const pathsAt = HEAD + count * 32;
  const factsAt = pathsAt + pathBytes;
  // The sum keeps accidents out, not somebody who writes into the user's own folder: nothing is taken for granted.
  if (layout !== LAYOUT || ![count, pathBytes, factBytes].every((length) => Number.isSafeInteger(length) && length >= 0)) return undefined;
  if (factsAt + factBytes !== content.length) return undefined;
  const paths = count === 0 ? [] : content.toString('utf8', pathsAt, factsAt).split('\0');
  const telling = tellingOf(content.toString('utf8', factsAt), paths);
  return telling && paths.length === count ? new ShardContent(paths, numbersOf(content.subarray(HEAD, pathsAt)), telling) : undefined;
}

function tellingOf(json: string, paths: readonly FilePath[]): ReadonlyMap<number, Scanned> | undefined {
  const telling = new Map<number, Scanned>();
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) return undefined;
  for (const pair of list as readonly unknown[]) {
    const [at, scanned] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    const path = typeof at === 'number' ? paths[at] : undefined;
    if (typeof at !== 'number' || path === undefined || !isScanned(scanned, path)) return undefined;
    telling.set(at, scanned);
  }
  return telling;
}

function bytesOf(numbers: Float64Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Copied, since numbers must begin where their size divides the address. */
function numbersOf(bytes: Buffer): Float64Array {
  return new Float64Array(Uint8Array.from(bytes).buffer);
}

function sumOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
