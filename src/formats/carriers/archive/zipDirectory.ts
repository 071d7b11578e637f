import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { decodeAs } from '../../../text/decoding.ts';
import { SIGNATURES } from './zipSignatures.ts';

/** A file in an archive, as the directory of the archive says: nothing of it was unpacked. */
export interface ZipEntry {
  /** `Files/png1.png`, with slashes whatever was written. */
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  /** How long it is in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  readonly isEncrypted: boolean;
  /** Where its own header begins. */
  readonly at: number;
}

/** What is in an archive, or why it is not read. */
export type ZipListing =
  | { readonly kind: 'entries'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'refused'; readonly reason: Message };

/** Nobody's delivery has more files; each costs time before anything is known of it. */
const MOST_ENTRIES = 10_000;

const END = { length: 22, disk: 4, entriesHere: 8, entries: 10, size: 12, offset: 16, comment: 20 };
const CENTRAL = {
  length: 46,
  flags: 8,
  method: 10,
  checksum: 16,
  packed: 20,
  size: 24,
  name: 28,
  extra: 30,
  comment: 32,
  disk: 34,
  offset: 42,
};
const MOST_COMMENT = 0xff_ff;
const FOR_ZIP64 = 0xff_ff_ff_ff;
const ENCRYPTED = 1;

// @implements RT-11.2/AC5
/** The directory of an archive in the format of zip: `listZip(bytes)`. Total; what the directory says may still be a lie. */
export function listZip(bytes: Uint8Array): ZipListing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return refused(say('the archive is damaged or cut off: its directory is missing'));
  const count = view.getUint16(end + END.entries, true);
  const size = view.getUint32(end + END.size, true);
  const offset = view.getUint32(end + END.offset, true);
  if (count === 0xff_ff || size === FOR_ZIP64 || offset === FOR_ZIP64) return refused(say('the archive is in the format zip64'));
  if (view.getUint16(end + END.disk, true) !== 0 || view.getUint16(end + END.entriesHere, true) !== count)
    return refused(say('the archive is one of several parts'));
  if (count > MOST_ENTRIES) return refused(say('the archive has more than {0} files', MOST_ENTRIES));
  if (offset + size > end) return refused(say('the archive is damaged or cut off: its directory is missing'));
  return entriesOf(bytes, view, { at: offset, end, count });
}

function entriesOf(
  bytes: Uint8Array,
  view: DataView,
  { at: start, end, count }: { readonly at: number; readonly end: number; readonly count: number },
): ZipListing {
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL.length > end || view.getUint32(at, true) !== SIGNATURES.central)
      return refused(say('the archive is damaged: its directory cannot be read'));
    const [nameLength, extra, comment] = [CENTRAL.name, CENTRAL.extra, CENTRAL.comment].map((field) => view.getUint16(at + field, true));
    const entry = {
      name: decodeAs('utf-8', bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + (nameLength ?? 0))).replaceAll('\\', '/'),
      method: view.getUint16(at + CENTRAL.method, true),
      checksum: view.getUint32(at + CENTRAL.checksum, true),
      packed: view.getUint32(at + CENTRAL.packed, true),
      size: view.getUint32(at + CENTRAL.size, true),
      isEncrypted: (view.getUint16(at + CENTRAL.flags, true) & ENCRYPTED) !== 0,
      at: view.getUint32(at + CENTRAL.offset, true),
    };
    if ([entry.packed, entry.size, entry.at].includes(FOR_ZIP64)) return refused(say('the archive is in the format zip64'));
    if (names.has(entry.name)) return refused(say('two files in the archive are called {0}', entry.name));
    names.add(entry.name);
    entries.push(entry);
    at += CENTRAL.length + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return overlap(entries, start) ?? { kind: 'entries', entries };
}

/** Files that share bytes of an archive are how a small one unpacks to very much. */
function overlap(entries: readonly ZipEntry[], directory: number): ZipListing | undefined {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < end || entry.at + entry.packed > directory)
      return refused(say('the archive is damaged: {0} is not where its directory says', entry.name));
    end = entry.at + entry.packed;
  }
  return undefined;
}

/** Where the end of the directory begins, which is the last thing in an archive but for a comment. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === SIGNATURES.end && at + END.length + view.getUint16(at + END.comment, true) === view.byteLength)
      return at;
  return undefined;
}

function refused(reason: Message): ZipListing {
  return { kind: 'refused', reason };
}
