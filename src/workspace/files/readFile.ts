import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { say } from '../../model/message.ts';
import { codeOf } from '../../text/errors.ts';
import type { FileContent } from './fileSource.ts';

/**
 * Nobody writes annotations into larger files; tools write those. It bounds what is in memory at once, too: whoever reads has one file in
 * hand, its bytes, the same as a string to be searched, and its text, 16 MB at most, and what of the files before is not collected yet.
 */
export const MOST_BYTES = 4 * 1024 * 1024;

/** What is to be said instead of a larger file. */
export const TOO_LARGE: Extract<FileContent, { readonly kind: 'skipped' }> = { kind: 'skipped', reason: say('larger than 4 MB') };

/** As git does: a NUL near the beginning means binary. */
const SNIFFED_BYTES = 8 * 1024;

/** The encodings in which files may be. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const DECODERS = {
  'utf-8': new TextDecoder('utf-8'),
  'utf-16le': new TextDecoder('utf-16le'),
  'utf-16be': new TextDecoder('utf-16be'),
};

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
    if (entry.size > MOST_BYTES) return TOO_LARGE;
    const bytes = readAll(descriptor, entry.size, buffer && buffer.length > entry.size ? buffer : Buffer.allocUnsafe(entry.size + 1));
    return { kind: 'bytes', bytes, stamp: stampFrom(entry) };
  } catch (error) {
    return failure(error, systemPath);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads to the end, which may be beyond the size that was told: a file can grow, and those of /proc have none. */
function readAll(descriptor: number, size: number, into: Buffer): Buffer {
  let buffer = into;
  let length = 0;
  for (;;) {
    const wanted = buffer.length - length;
    const count = readSync(descriptor, buffer, length, wanted, null);
    length += count;
    // A regular file gives less than was asked for at its end only; one of /proc says so with nothing.
    if (count === 0 || (count < wanted && size > 0) || length > MOST_BYTES) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
  }
}

/** The text of an open editor, held to the same limit as the file that it will be. */
export function openContent(text: string): FileContent {
  const fits = text.length * 3 <= MOST_BYTES || Buffer.byteLength(text) <= MOST_BYTES;
  return fits ? { kind: 'text', text } : TOO_LARGE;
}

/** Bytes as text, byte order mark taken off; see `readFile`. */
export function decode(bytes: Uint8Array): FileContent {
  const encoding = encodingOf(bytes);
  return typeof encoding === 'string' ? { kind: 'text', text: decodeAs(encoding, bytes) } : encoding;
}

/** Bytes of a known encoding as text, byte order mark taken off; a bad one costs that character. */
export function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  return DECODERS[encoding].decode(bytes);
}

/** How bytes are to be read as text, or why they are not. */
export function encodingOf(bytes: Uint8Array): Encoding | Extract<FileContent, { readonly kind: 'skipped' }> {
  if (bytes.length > MOST_BYTES) return TOO_LARGE;
  return markedEncoding(bytes) ?? (bytes.subarray(0, SNIFFED_BYTES).includes(0) ? { kind: 'skipped', reason: say('binary') } : 'utf-8');
}

/** The encoding that a byte order mark of UTF-16 names: `FF FE` is `utf-16le`. That of UTF-8 says nothing new. */
export function markedEncoding(bytes: Uint8Array): Exclude<Encoding, 'utf-8'> | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
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
