import { isAscii } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../../text/errors.ts';

/*
 * Files of the cache: several parts behind a sum over them, so that one that is cut off, damaged or not ours is known at once.
 *
 *     SHA-256 of what follows                 32 bytes
 *     layout, lengths of the parts            numbers of 8 bytes
 *     the parts
 */
const SUM = 32;
const NUMBER = 8;

/**
 * Parts of bytes as the content of one file, to be written one behind the other: `seal(1, [paths, facts])`. They may be hundreds of megabytes, so they are not
 * copied into one.
 *
 * @param layout a number that changes with what the parts mean.
 */
export function seal(layout: number, parts: readonly Buffer[]): readonly Buffer[] {
  const body = [bytesOf(Float64Array.of(layout, ...parts.map(({ length }) => length))), ...parts];
  return [sumOf(body), ...body];
}

/**
 * The parts that `seal` was given, without copying them; undefined for content that it did not make, or not with this layout.
 *
 * @param count how many parts there were.
 */
export function unseal(content: Buffer, layout: number, count: number): readonly Buffer[] | undefined {
  const start = SUM + NUMBER * (count + 1);
  if (content.length < start || !sumOf([content.subarray(SUM)]).equals(content.subarray(0, SUM))) return undefined;
  const [written, ...lengths] = numbersOf(content.subarray(SUM, start));
  // The sum keeps accidents out, not somebody who writes into the user's own folder: nothing is taken for granted.
  if (written !== layout || !lengths.every((length) => Number.isSafeInteger(length) && length >= 0)) return undefined;
  if (lengths.reduce((sum, length) => sum + length, start) !== content.length) return undefined;
  let at = start;
  return lengths.map((length) => content.subarray(at, (at += length)));
}

/** Bytes of UTF-8 as text; such a text is nearly always plain ASCII, which is taken over as it is. */
export function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** The bytes of numbers, 8 each. */
export function bytesOf(numbers: Float64Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The way back; copied, since numbers must begin where their size divides the address. */
export function numbersOf(bytes: Buffer): Float64Array {
  return new Float64Array(Uint8Array.from(bytes).buffer);
}

const TEMPORARY = '.tmp';

/** True for the name of a file that `writeSealed` had not finished, `folder.0a1b2c3d4e5f.tmp`. */
export function isTemporary(name: string): boolean {
  return name.endsWith(TEMPORARY);
}

/** What the file holds; nothing where it cannot be read. */
export function readSealed(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * Puts content in the place of a file that is whole at any moment, whoever else writes or reads it. Where that cannot be done, nothing
 * is written: a cache can cost time, never more.
 */
export function writeSealed(file: string, content: readonly Buffer[]): void {
  // A name that nobody else takes.
  const temporary = `${file}.${randomBytes(6).toString('hex')}${TEMPORARY}`;
  try {
    makeFolder(path.dirname(file));
    writeAll(temporary, content);
    renameSync(temporary, file);
  } catch {
    discard(temporary);
  }
}

function writeAll(file: string, content: readonly Buffer[]): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    for (const part of content) for (let at = 0; at < part.length;) at += writeSync(descriptor, part, at);
  } finally {
    closeSync(descriptor);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What could not be written need not be deleted.
  }
}

/** Node's own way of making folders above it, too, never ends where one cannot be made and the reason is ENOENT, as in /proc. */
function makeFolder(folder: string): void {
  if (make(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolder(above);
  if (above === folder || !make(folder)) throw new Error(`${folder} cannot be made`);
}

/** False if the folder above is missing. */
function make(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
    return code === 'EEXIST';
  }
}

function sumOf(parts: readonly Buffer[]): Buffer {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest();
}
