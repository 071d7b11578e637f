import path from 'node:path';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { NOTHING } from '../scan/scanned.ts';
import type { Scanned } from '../scan/scanned.ts';
import { tidyUp } from './cacheFolder.ts';
import { bytesOf, numbersOf, readSealed, seal, textOf, unseal, writeSealed } from './sealed.ts';
import { isScanned } from './validFacts.ts';

/** Changes with what `encode` writes. */
const LAYOUT = 1;
/** Bytes of facts that are kept; those used last stay. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Files that are kept, as most say nothing and so take no bytes. */
const MOST_FILES = 200_000;

/**
 * What contents that git stores said under one configuration, at the paths at which they lay, so that a second `reqtrace diff` or `history` need
 * not read them again. A content never changes under its hash, so nothing has to be looked at: `new BlobFacts(factFolder(cache, root, configuration))`.
 *
 * One file holds all, as the caches beside it do: replaced as a whole, and empty where it is damaged or not ours.
 */
export class BlobFacts {
  readonly #folder: string;
  readonly #since = Date.now();
  readonly #before: ReadonlyMap<string, Buffer>;
  /** In the order of their last use. */
  readonly #used = new Map<string, Buffer>();
  #grown = false;

  /** @param folder as for `FactCache`. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#before = decode(readSealed(this.#file));
  }

  /**
   * What the content said there; undefined where that is not known.
   *
   * @param known prefixes of ids that some requirement has: what spoke of others only may have to be read in full now.
   */
  get(file: FilePath, blob: string, role: FileRole, known: ReadonlySet<string> | undefined): Scanned | undefined {
    const key = keyOf(file, blob);
    const bytes = this.#used.get(key) ?? this.#before.get(key);
    const scanned = bytes && scannedOf(bytes, file);
    if (!bytes || !scanned || (scanned.kind === 'facts' && scanned.facts.role !== role)) return undefined;
    if (scanned.kind === 'asleep' && (!known || scanned.prefixes.some((prefix) => known.has(prefix)))) return undefined;
    this.#used.set(key, bytes);
    return scanned;
  }

  set(file: FilePath, blob: string, scanned: Scanned): void {
    this.#used.set(keyOf(file, blob), scanned.kind === 'nothing' ? NO_BYTES : Buffer.from(JSON.stringify(scanned)));
    this.#grown = true;
  }

  /** Writes what is known now, if there is more. Where that cannot be done, nothing is kept. */
  save(): void {
    if (!this.#grown) return;
    writeSealed(this.#file, encode([...this.#used, ...[...this.#before].filter(([key]) => !this.#used.has(key))]));
    this.#grown = false;
    tidyUp(this.#folder, this.#since);
  }

  get #file(): string {
    return path.join(this.#folder, 'blobs');
  }
}

const NO_BYTES = Buffer.alloc(0);

/** Neither a hash nor a path holds a NUL. */
function keyOf(file: FilePath, blob: string): string {
  return `${blob} ${file}`;
}

function scannedOf(bytes: Buffer, file: FilePath): Scanned | undefined {
  if (bytes.length === 0) return NOTHING;
  try {
    const scanned: unknown = JSON.parse(textOf(bytes));
    return isScanned(scanned, file) ? scanned : undefined;
  } catch {
    return undefined;
  }
}

/*
 *     keys                                    UTF-8 with a NUL between them
 *     lengths of what they said               a number of 8 bytes each
 *     what they said                          JSON, one behind the other
 */
function encode(entries: readonly (readonly [key: string, bytes: Buffer])[]): readonly Buffer[] {
  let left = MOST_BYTES;
  const kept = entries.slice(0, MOST_FILES).filter(([, { length }]) => (left -= length) >= 0);
  return seal(LAYOUT, [
    Buffer.from(kept.map(([key]) => key).join('\0')),
    bytesOf(Float64Array.from(kept, ([, { length }]) => length)),
    Buffer.concat(kept.map(([, bytes]) => bytes)),
  ]);
}

function decode(content: Buffer): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  const [names, numbers, bytes] = unseal(content, LAYOUT, 3) ?? [];
  if (!names || !numbers || !bytes || numbers.length % 8 !== 0) return entries;
  const keys = numbers.length === 0 ? [] : textOf(names).split('\0');
  const lengths = numbersOf(numbers);
  if (keys.length !== lengths.length) return entries;
  let at = 0;
  for (const [index, key] of keys.entries()) {
    const length = lengths[index] ?? 0;
    entries.set(key, bytes.subarray(at, (at += length)));
  }
  return entries;
}
