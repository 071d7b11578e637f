import type { FilePath } from '../../model/position.ts';
import { leadsOut } from './leadsOut.ts';

/** What git's index file says of the tracked files of a folder, in its own order. */
export interface IndexEntries {
  readonly paths: readonly FilePath[];
  /** For each as many bytes, one after the other: size, times, inode, mode and owner of the file when git looked, and the name of the object that holds it. */
  readonly states: Buffer;
}

/** Where the repository's own rules for its index file differ. */
export interface IndexLayout {
  /** Path of the folder in the repository, with a slash at the end; empty for the repository itself. */
  readonly prefix: string;
  /** Bytes of an object's name: 20 (SHA-1) or 32 (SHA-256). */
  readonly hashBytes: number;
}

const SIGNATURE = 'DIRC';
/** Bytes before the first entry. */
export const INDEX_HEADER = 12;
/** Times, device, inode, mode, owner, group, size. */
const STAT = 40;
const MODE_AT = 24;
const REGULAR = 0o10;
const LINK = 0o12;
/** Somebody told git to take the file as unchanged. */
const ASSUME_VALID = 0x8000;
const EXTENDED = 0x4000;
/** Both sides of a merge that is not done. */
const STAGE = 0x3000;
const NAME_LENGTH = 0x0fff;
/** Left out by a sparse checkout. */
const SKIP_WORKTREE = 0x4000;

/** Bytes for each entry in `states`. */
export function stateBytes({ hashBytes }: Pick<IndexLayout, 'hashBytes'>): number {
  return STAT + hashBytes;
}

/** How many files an index file tells of, as its first bytes say; undefined if they are those of something else. */
export function countOfEntries(header: Buffer): number | undefined {
  const version = header.readUInt32BE(4);
  return header.toString('latin1', 0, 4) === SIGNATURE && version >= 2 && version <= 4 ? header.readUInt32BE(8) : undefined;
}

/**
 * Takes git's index file apart, as gitformat-index(5) describes its versions 2 to 4: what git would need a tenth of a second to print, and we as
 * long to read, is there in a moment.
 *
 * @returns undefined where the index does not simply tell of files and what they were: in a merge, with submodules, in a sparse checkout, split
 * into several files, with files that git was told not to look at, or if it is not whole.
 */
export function readGitIndex(content: Buffer, { prefix, hashBytes }: IndexLayout): IndexEntries | undefined {
  if (content.length < INDEX_HEADER + hashBytes) return undefined;
  const version = content.readUInt32BE(4);
  const count = countOfEntries(content);
  const size = STAT + hashBytes;
  const end = content.length - hashBytes;
  if (count === undefined || count > (end - INDEX_HEADER) / (size + 2)) return undefined;

  const paths: FilePath[] = [];
  const states = Buffer.alloc(count * size);
  let name = '';
  let at = INDEX_HEADER;
  for (let entry = 0; entry < count; entry += 1) {
    const start = at;
    if (start + size + 4 > end) return undefined;
    const type = content.readUInt32BE(start + MODE_AT) >> 12;
    const flags = content.readUInt16BE(start + size);
    const isExtended = (flags & EXTENDED) !== 0;
    if ((type !== REGULAR && type !== LINK) || (flags & (ASSUME_VALID | STAGE)) !== 0) return undefined;
    if (isExtended && (version < 3 || (content.readUInt16BE(start + size + 2) & SKIP_WORKTREE) !== 0)) return undefined;
    at = start + size + (isExtended ? 4 : 2);

    let kept = '';
    if (version === 4) {
      const cut = offsetAt(content, at);
      if (cut.value > name.length) return undefined;
      kept = name.slice(0, name.length - cut.value);
      at = cut.next;
    }
    const stop = content.indexOf(0, at);
    if (stop < 0 || stop >= end) return undefined;
    name = kept + content.toString('latin1', at, stop);
    if (name === '' || leadsOut(name) || Math.min(name.length, NAME_LENGTH) !== (flags & NAME_LENGTH)) return undefined;
    at = version === 4 ? stop + 1 : start + ((stop - start + 8) & ~7);

    const path = decoded(name);
    if (!path.startsWith(prefix)) continue;
    content.copy(states, paths.length * size, start, start + size);
    paths.push(path.slice(prefix.length));
  }
  return isComplete(content, at, end) ? { paths, states: states.subarray(0, paths.length * size) } : undefined;
}

/** A number as git writes it, seven bits in a byte, and where it ends. */
function offsetAt(content: Buffer, from: number): { readonly value: number; readonly next: number } {
  let at = from;
  let byte = content[at++] ?? 0;
  let value = byte & 127;
  while (byte >= 128 && value < 0x100_0000) {
    byte = content[at++] ?? 0;
    value = ((value + 1) << 7) + (byte & 127);
  }
  return { value, next: at };
}

/** A name of bytes, read as Latin-1, in what nearly every system has them in. */
function decoded(name: string): string {
  return /[\u0080-\u00FF]/u.test(name) ? Buffer.from(name, 'latin1').toString() : name;
}

/** False if something follows the entries that has to be understood to know what they are; such things have names in small letters. */
function isComplete(content: Buffer, from: number, end: number): boolean {
  let at = from;
  while (at + 8 <= end) {
    const first = content[at] ?? 0;
    if (first < 0x41 || first > 0x5a) return false;
    at += 8 + content.readUInt32BE(at + 4);
  }
  return at === end;
}
