/** The encodings in which files may be. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const DECODERS = {
  'utf-8': new TextDecoder('utf-8'),
  'utf-16le': new TextDecoder('utf-16le'),
  'utf-16be': new TextDecoder('utf-16be'),
};

/** Bytes of a known encoding as text, byte order mark taken off; a bad one costs that character: `decodeAs('utf-8', bytes)`. */
export function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  return DECODERS[encoding].decode(bytes);
}

/** The encoding that a byte order mark of UTF-16 names: `FF FE` is `utf-16le`. That of UTF-8 says nothing new. */
export function markedEncoding(bytes: Uint8Array): Exclude<Encoding, 'utf-8'> | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Bytes that become text at once: an engine takes only so many arguments. */
const PART = 0x80_00;

/** A character for each byte: `latin1Of(new Uint8Array([0xe9]))` is `é`. */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PART) text += String.fromCharCode(...bytes.subarray(at, at + PART));
  return text;
}
