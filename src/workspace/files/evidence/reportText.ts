import { findFormat } from '../../../formats/evidence/findFormat.ts';
import { isSubunit } from '../../../formats/evidence/results/subunit.ts';
import { decodeAs, latin1Of, markedEncoding } from '../../../text/decoding.ts';

/** Larger reports than this are output of programs, with some results in it. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** Nothing, or nothing but a declaration of XML. */
const BLANK = /^[\s\uFEFF]*(?:<\?[^>]*\?>\s*)?$/u;

/** True for the beginning of a report, and of a file in which nothing stands, which is what a run leaves that did not come to its end. */
export function mayBeginReport(head: string): boolean {
  return BLANK.test(head) || findFormat(head) !== undefined;
}

/** True for what gzip made. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Text of a report in the encoding that an XML declaration or a byte order mark names, else UTF-8; of a binary format a character for each byte. */
export function reportText(bytes: Uint8Array): string {
  if (isSubunit(latin1Of(bytes.subarray(0, 2)))) return latin1Of(bytes);
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
