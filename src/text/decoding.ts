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
