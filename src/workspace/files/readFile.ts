import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { HEAD_BYTES } from '../../formats/glance/largeTexts.ts';
import { say } from '../../model/message.ts';
import { codeOf } from '../../text/errors.ts';
import { decode, isLarge, MOST_BYTES, MOST_BYTES_OF_LARGE, TOO_LARGE } from './fileContent.ts';
import type { FileContent } from './fileSource.ts';

/** What tells one state of a file from another; times in milliseconds since 1970, with fractions where the file system has them. */
export interface Stamp {
  readonly size: number;
  readonly modified: number;
  /** When the file or what is known of it (its name, its rights) changed last; nobody can set this one. */
  readonly changed: number;
  readonly inode: number;
}

/** The stamp of what the file system told of a regular file. */
export function stampFrom({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  return { size, modified: mtimeMs, changed: ctimeMs, inode: ino };
}

/** The bytes of a file, or what is to be said instead. */
export type FileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly stamp: Stamp }
  | Exclude<FileContent, { readonly kind: 'text' }>;

// @implements RT-11.2~f726d2
/**
 * Reads a file as text: UTF-8 where a bad byte costs that character and never the file, or UTF-16 with a byte order mark.
 * Never throws and never waits: a pipe or a device is skipped, not opened. Symbolic links are not followed.
 */
export function readFile(systemPath: string): FileContent {
  const content = readBytes(systemPath);
  return content.kind === 'bytes' ? decode(content.bytes) : content;
}

/**
 * Reads the bytes of a file, under the same rules.
 *
 * @param buffer is used where the file fits in, so that its content stands only until the next call.
 */
export function readBytes(systemPath: string, buffer?: Buffer): FileBytes {
  let descriptor: number | undefined;
  try {
    // Windows cannot refuse a link while opening it. Elsewhere one call less for each file is felt in a large tree.
    if (constants.O_NOFOLLOW === undefined && lstatSync(systemPath).isSymbolicLink())
      return { kind: 'skipped', reason: say('symbolic link') };
    descriptor = openSync(systemPath, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const entry = fstatSync(descriptor);
    if (!entry.isFile()) return { kind: 'skipped', reason: entry.isDirectory() ? say('folder') : say('not a regular file') };
    if (entry.size > MOST_BYTES && !fitsAsLarge(descriptor, entry.size)) return TOO_LARGE;
    const most = Math.max(MOST_BYTES, entry.size);
    const bytes = readAll(descriptor, entry.size, most, buffer && buffer.length > entry.size ? buffer : Buffer.allocUnsafe(entry.size + 1));
    return { kind: 'bytes', bytes, stamp: stampFrom(entry) };
  } catch (error) {
    return failure(error, systemPath);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function fitsAsLarge(descriptor: number, size: number): boolean {
  if (size > MOST_BYTES_OF_LARGE) return false;
  const head = Buffer.alloc(HEAD_BYTES);
  return isLarge(head.subarray(0, readSync(descriptor, head, 0, HEAD_BYTES, 0)));
}

/** Reads to the end, which may be beyond the size that was told: a file can grow, and those of /proc have none. */
function readAll(descriptor: number, size: number, most: number, into: Buffer): Buffer {
  let buffer = into;
  let length = 0;
  for (;;) {
    const wanted = buffer.length - length;
    const count = readSync(descriptor, buffer, length, wanted, null);
    length += count;
    // A regular file gives less than was asked for at its end only; one of /proc says so with nothing.
    if (count === 0 || (count < wanted && size > 0) || length > most) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
  }
}

function failure(error: unknown, systemPath: string): Exclude<FileContent, { readonly kind: 'text' }> {
  const code = codeOf(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return systemPath.includes('\uFFFD') ? { kind: 'skipped', reason: say('its name is not valid UTF-8') } : { kind: 'gone' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'skipped', reason: say('permission denied') };
    case 'EISDIR':
      return { kind: 'skipped', reason: say('folder') };
    case 'ENXIO':
      return { kind: 'skipped', reason: say('not a regular file') };
    // What O_NOFOLLOW answers, on FreeBSD the latter.
    case 'ELOOP':
    case 'EMLINK':
      return { kind: 'skipped', reason: say('symbolic link') };
    default:
      return { kind: 'skipped', reason: code === undefined ? say('cannot be read') : say('cannot be read ({0})', code) };
  }
}
