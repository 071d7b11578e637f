/** The name of the notation. */
export const STRICTDOC = 'strictdoc';

/** A UID as the marker of a source file can name it: it begins with a letter and has at least two characters. */
export const MARKED_UID = String.raw`(?!scope=|role=)[A-Za-z][A-Za-z0-9_/.\\-]{1,200}`;

const UID = /^[\p{L}\p{N}_][\p{L}\p{N}_()\-/.: ]*$/u;

/** True for the UID of a node, `REQ-1`. */
export function isUid(name: string): boolean {
  return UID.test(name) && name.trim() === name;
}
