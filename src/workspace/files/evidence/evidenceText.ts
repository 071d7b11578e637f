import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findFormat, HEAD } from '../../../formats/evidence/findFormat.ts';
import { isSubunit } from '../../../formats/evidence/results/subunit.ts';
import { decodeAs, markedEncoding } from '../../../text/decoding.ts';

/** Larger reports than this are output of programs, with some results in it. */
export const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The text of a file with results; of one that gzip made, what is in it.
 *
 * @throws what the file system or zlib says where that is not possible.
 */
export function evidenceText(systemPath: string): string {
  const bytes = readFileSync(systemPath);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return decode(isGzip ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes);
}

/** Nothing, or nothing but a declaration of XML. */
const BLANK = /^[\s\uFEFF]*(?:<\?[^>]*\?>\s*)?$/u;

/**
 * True for a file that is a report by what is at its beginning, where its name may be that of anything, `report.xml`; also for one in which nothing stands, which is
 * what a run leaves that did not come to its end. No more of it is read.
 *
 * @throws what the file system says where it cannot be read.
 */
export function beginsAsReport(systemPath: string): boolean {
  const file = openSync(systemPath, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    const head = decode(bytes.subarray(0, readSync(file, bytes)));
    return BLANK.test(head) || findFormat(head) !== undefined;
  } finally {
    closeSync(file);
  }
}

/** Text in the encoding that an XML declaration or a byte order mark names, else UTF-8; of a binary format a character for each byte. */
function decode(bytes: Buffer): string {
  const latin1 = bytes.toString('latin1', 0, 2);
  if (isSubunit(latin1)) return bytes.toString('latin1');
  const marked = markedEncoding(bytes);
  if (marked) return decodeAs(marked, bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?<label>[\w.-]+)["']/u.exec(head)?.groups?.['label'];
  try {
    return new TextDecoder(label ?? 'utf-8').decode(bytes);
  } catch {
    return decodeAs('utf-8', bytes);
  }
}
