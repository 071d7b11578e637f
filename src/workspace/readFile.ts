import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { FileContent } from './fileSource.ts';

/** Nobody writes annotations into larger files; tools write those. */
const MAX_BYTES = 4 * 1024 * 1024;
/** As git does: a NUL near the beginning means binary. */
const SNIFFED_BYTES = 8 * 1024;

/**
 * Reads a file as text: UTF-8 where a bad byte costs that character and never the file, or UTF-16 with a byte order mark.
 * Never throws and never waits: a pipe or a device is skipped, not opened. Symbolic links are not followed.
 */
export function readFile(systemPath: string): FileContent {
  let descriptor: number | undefined;
  try {
    // Windows cannot refuse a link while opening it. Elsewhere one call less for each file is felt in a large tree.
    if (constants.O_NOFOLLOW === undefined && lstatSync(systemPath).isSymbolicLink()) return { kind: 'skipped', reason: 'symbolic link' };
    descriptor = openSync(systemPath, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const entry = fstatSync(descriptor);
    if (!entry.isFile()) return { kind: 'skipped', reason: entry.isDirectory() ? 'folder' : 'not a regular file' };
    if (entry.size > MAX_BYTES) return { kind: 'skipped', reason: 'larger than 4 MB' };
    return decode(readAll(descriptor, entry.size));
  } catch (error) {
    return failure(error, systemPath);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads to the end, which may be beyond the size that was told: a file can grow, and those of /proc have none. */
function readAll(descriptor: number, size: number): Buffer {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > MAX_BYTES) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
  }
}

/** Bytes as text, byte order mark taken off; see `readFile`. */
export function decode(bytes: Uint8Array): FileContent {
  if (bytes.length > MAX_BYTES) return { kind: 'skipped', reason: 'larger than 4 MB' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { kind: 'text', text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { kind: 'text', text: new TextDecoder('utf-16be').decode(bytes) };
  if (bytes.subarray(0, SNIFFED_BYTES).includes(0)) return { kind: 'skipped', reason: 'binary' };
  return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes) };
}

function failure(error: unknown, systemPath: string): FileContent {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return systemPath.includes('\uFFFD') ? { kind: 'skipped', reason: 'its name is not valid UTF-8' } : { kind: 'gone' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'skipped', reason: 'permission denied' };
    case 'EISDIR':
      return { kind: 'skipped', reason: 'folder' };
    case 'ENXIO':
      return { kind: 'skipped', reason: 'not a regular file' };
    // What O_NOFOLLOW answers, on FreeBSD the latter.
    case 'ELOOP':
    case 'EMLINK':
      return { kind: 'skipped', reason: 'symbolic link' };
    default:
      return { kind: 'skipped', reason: typeof code === 'string' ? `cannot be read (${code})` : 'cannot be read' };
  }
}
