/** So many bytes of a file tell whether it may be larger than others. */
export const HEAD_BYTES = 4096;

/** What tools write in one piece, however much it is. */
const LARGE = /^PK\u0003\u0004|<(?:[\w.-]{1,40}:)?REQ-IF[\s>]/u;

/** True for the beginning of a file that may be as large as a delivery of another tool is: the 18 MB of a `.reqif`, an archive, a workbook. */
export function mayBeLarge(head: string): boolean {
  // UTF-16 has a NUL beside each letter.
  return LARGE.test(head.slice(0, HEAD_BYTES).replaceAll('\0', ''));
}
