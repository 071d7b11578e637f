import { closeSync, openSync, readSync } from 'node:fs';
import { markedEncoding } from '../../text/decoding.ts';

const MARK = Buffer.from('\uFEFF');

/**
 * The byte order mark that a file of UTF-8 begins with, empty where it has none: whoever counts bytes counts it, and a text is read without it. Undefined for a
 * file in another encoding, or that cannot be read.
 */
export function utf8Mark(systemPath: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(systemPath, 'r');
    const bytes = Buffer.alloc(MARK.length);
    const start = bytes.subarray(0, readSync(file, bytes));
    if (markedEncoding(start)) return undefined;
    return start.equals(MARK) ? '\uFEFF' : '';
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
