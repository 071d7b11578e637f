import { Inflate } from 'fflate/browser';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { ZipEntry } from './zipDirectory.ts';
import { SIGNATURES } from './zipSignatures.ts';

/** The bytes of a file in an archive, or why they are not read. */
export type Unpacked = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'refused'; readonly reason: Message };

/** Honest texts are seldom packed to less than a hundredth; what a bomb is made of is packed to a thousandth. */
const MOST_RATIO = 250;
/** A short file may be packed to whatever. */
const SHORT = 1024 * 1024;
const LOCAL = { length: 30, name: 26, extra: 28 };
const [STORED, DEFLATED] = [0, 8];
/** What is unpacked at once, so that one that is longer than it says is left early. */
const STEP = 16 * 1024;

// @implements RT-11.2/AC5
/**
 * Unpacks a file of an archive in memory, never more than its directory says: `unpack(bytes, entry, 64 * 1024 * 1024)`. Total.
 *
 * @param most how long it may be.
 */
export function unpack(archive: Uint8Array, entry: ZipEntry, most: number): Unpacked {
  const { name, method, packed, size, isEncrypted, at } = entry;
  if (isEncrypted) return refused(say('{0} in the archive is encrypted', name));
  if (method !== STORED && method !== DEFLATED) return refused(say('{0} in the archive is packed in a way that is not known', name));
  if (size > most) return refused(say('what is in the archive has more than {0} MB', Math.floor(most / 1024 / 1024)));
  if (size > SHORT && size > packed * MOST_RATIO) return refused(say('{0} in the archive is packed more tightly than any text is', name));
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (at + LOCAL.length > archive.length || view.getUint32(at, true) !== SIGNATURES.local) return damaged(name);
  const start = at + LOCAL.length + view.getUint16(at + LOCAL.name, true) + view.getUint16(at + LOCAL.extra, true);
  if (start + packed > archive.length) return damaged(name);
  const content = archive.subarray(start, start + packed);
  const bytes = method === STORED ? content : inflated(content, size);
  return bytes?.length === size && checksum(bytes) === entry.checksum ? { kind: 'bytes', bytes } : damaged(name);
}

function inflated(content: Uint8Array, size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    // Throws where it is longer.
    bytes.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let from = 0; from < content.length; from += STEP) stream.push(content.subarray(from, from + STEP), from + STEP >= content.length);
  } catch {
    return undefined;
  }
  return length === size ? bytes : undefined;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  return value >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let value = 0xff_ff_ff_ff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}

function damaged(name: string): Unpacked {
  return refused(say('{0} in the archive is damaged', name));
}

function refused(reason: Message): Unpacked {
  return { kind: 'refused', reason };
}
