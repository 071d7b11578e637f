import { HEAD_BYTES, mayBeLarge } from '../../formats/glance/largeTexts.ts';
import { isPacked, packedText } from '../../formats/packed/packedText.ts';
import { say } from '../../model/message.ts';
import { decodeAs, markedEncoding } from '../../text/decoding.ts';
import type { Encoding } from '../../text/decoding.ts';
import type { FileContent } from './fileSource.ts';

/**
 * Nobody writes annotations into larger files; tools write those. It bounds what is in memory at once, too: whoever reads has one file in
 * hand, its bytes, the same as a string to be searched, and its text, 16 MB at most, and what of the files before is not collected yet.
 */
export const MOST_BYTES = 4 * 1024 * 1024;

/** The limit of what other tools hand over in one file: it is read alone, and its text and what is made of it are all that is kept. */
export const MOST_BYTES_OF_LARGE = 64 * 1024 * 1024;

/** What is to be said instead of a larger file. */
export const TOO_LARGE: Extract<FileContent, { readonly kind: 'skipped' }> = { kind: 'skipped', reason: say('larger than 4 MB') };

/** As git does: a NUL near the beginning means binary. */
const SNIFFED_BYTES = 8 * 1024;

/** The text of an open editor, held to the same limit as the file that it will be. */
export function openContent(text: string): FileContent {
  const most = mayBeLarge(text.slice(0, HEAD_BYTES)) ? MOST_BYTES_OF_LARGE : MOST_BYTES;
  const fits = text.length * 3 <= most || new TextEncoder().encode(text).length <= most;
  return fits ? { kind: 'text', text } : TOO_LARGE;
}

/** Bytes as text, byte order mark taken off, and what is packed as the text that stands for it; see `readFile`. */
export function decode(bytes: Uint8Array): FileContent {
  const encoding = encodingOf(bytes);
  if (encoding === 'packed') {
    const packed = packedText(bytes, MOST_BYTES_OF_LARGE);
    return packed?.kind === 'text' ? packed : { kind: 'skipped', reason: packed?.reason ?? say('binary') };
  }
  return typeof encoding === 'string' ? { kind: 'text', text: decodeAs(encoding, bytes) } : encoding;
}

/** What a content says that git stores, undefined for one that is too large to be read: `blobContent(bytes)`. */
export function blobContent(bytes: Uint8Array | undefined): FileContent {
  return bytes ? decode(bytes) : TOO_LARGE;
}

/** How bytes are to be read as text, or why they are not. */
export function encodingOf(bytes: Uint8Array): Encoding | 'packed' | Extract<FileContent, { readonly kind: 'skipped' }> {
  if (bytes.length > MOST_BYTES && (bytes.length > MOST_BYTES_OF_LARGE || !isLarge(bytes))) return TOO_LARGE;
  if (isPacked(bytes)) return 'packed';
  return markedEncoding(bytes) ?? (bytes.subarray(0, SNIFFED_BYTES).includes(0) ? { kind: 'skipped', reason: say('binary') } : 'utf-8');
}

/** True for the first bytes of a file that may have up to `MOST_BYTES_OF_LARGE`. */
export function isLarge(head: Uint8Array): boolean {
  return mayBeLarge(new TextDecoder('latin1').decode(head.subarray(0, HEAD_BYTES)));
}
