import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { decodeAs, markedEncoding } from '../../text/decoding.ts';
import { unpack } from '../carriers/archive/unpack.ts';
import { listZip } from '../carriers/archive/zipDirectory.ts';
import type { ZipEntry } from '../carriers/archive/zipDirectory.ts';
import { beginsAsZip } from '../carriers/archive/zipSignatures.ts';
import { readWorkbook } from '../carriers/workbook/readWorkbook.ts';
import { sheetText } from '../carriers/workbook/sheetText.ts';

/** The text that a packed file is read as, or why it is not read. */
export type PackedText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly reason: Message };

/** Files that nobody packed on purpose: what macOS notes of others. */
const NOBODYS = /(?:^|\/)(?:__MACOSX\/|\._)/u;
const BODY = /\.reqif$/iu;
const NESTED = /\.reqifz$/iu;
/** What every workbook of Excel has, wherever its parts are. */
const WORKBOOK = /(?:^|\/)workbook\.xml$/u;
/** How a file of Microsoft's older format begins: an encrypted workbook is one, whatever its name. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

// @implements RT-1.4/AC32
/**
 * The text that stands for a packed file wherever one is read, shown or compared: of an archive of ReqIF all its bodies, one below the other, of a workbook its
 * cells, a row to a line. Undefined for bytes that are not packed. Nothing is written to a disk.
 *
 * @param most how long the text may be.
 */
export function packedText(bytes: Uint8Array, most: number): PackedText | undefined {
  if (!isPacked(bytes)) return undefined;
  if (isCompound(bytes)) return { kind: 'refused', reason: say('a workbook that is encrypted or of a version before 2007') };
  const listing = listZip(bytes);
  if (listing.kind === 'refused') return listing;
  const entries = listing.entries.filter(({ name }) => !NOBODYS.test(name));
  const bodies = entries.filter(({ name }) => BODY.test(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const nested = entries.find(({ name }) => NESTED.test(name));
  if (nested) return { kind: 'refused', reason: say('{0} in the archive is an archive itself', nested.name) };
  if (bodies.length > 0) return bodiesTogether(bytes, bodies, most);
  if (entries.some(({ name }) => WORKBOOK.test(name))) return workbookText(bytes, entries, most);
  return { kind: 'refused', reason: say('an archive without a file that is known') };
}

/** True for bytes that {@link packedText} reads, or says why it does not. */
export function isPacked(bytes: Uint8Array): boolean {
  return beginsAsZip(bytes) || isCompound(bytes);
}

/** True for the name of a file that is packed, so that an editor shows nothing of it: `customer/a.xlsx`. */
export function isPackedName(path: FilePath): boolean {
  return /\.(?:reqifz|xls[xm])$/iu.test(path);
}

/** True for the text as which an editor shows what is packed, which nobody reads or writes. */
export function isShownPacked(text: string): boolean {
  return text.startsWith('PK\u0003\u0004');
}

function isCompound(bytes: Uint8Array): boolean {
  return COMPOUND.every((byte, at) => bytes[at] === byte);
}

function workbookText(bytes: Uint8Array, entries: readonly ZipEntry[], most: number): PackedText {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let left = most;
  const read = readWorkbook((path) => {
    const entry = byName.get(path);
    if (!entry) return undefined;
    const part = entry.size > left ? tooLarge(most) : unpack(bytes, entry, left);
    if (part.kind !== 'bytes') return { refused: part.reason };
    left -= part.bytes.length;
    return textOf(part.bytes);
  });
  if (read.kind === 'refused') return read;
  const text = sheetText(read.sheets, most);
  return text === undefined ? tooLarge(most) : { kind: 'text', text };
}

function textOf(bytes: Uint8Array): string {
  return decodeAs(markedEncoding(bytes) ?? 'utf-8', bytes);
}

function tooLarge(most: number): Extract<PackedText, { readonly kind: 'refused' }> {
  return { kind: 'refused', reason: say('what is in the archive has more than {0} MB', Math.floor(most / 1024 / 1024)) };
}

/** Bodies with the names of their files above them; the order in which a tool packs them says nothing. */
function bodiesTogether(bytes: Uint8Array, bodies: readonly ZipEntry[], most: number): PackedText {
  const total = bodies.reduce((sum, { size }) => sum + size, 0);
  if (total > most) return tooLarge(most);
  const texts: string[] = [];
  for (const entry of bodies) {
    const body = unpack(bytes, entry, most);
    if (body.kind === 'refused') return body;
    texts.push(`<!-- ${entry.name.replaceAll('--', '- -')} -->\n${textOf(body.bytes).trimEnd()}\n`);
  }
  return { kind: 'text', text: texts.join('\n') };
}
