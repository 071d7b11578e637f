import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The hash by which a Content-Security-Policy lets a style or a script of the page itself run: `'sha256-…'` (CSP Level 3, 2.3.1). */
export function base64Sha256(text: string): string {
  return btoa(String.fromCharCode(...sha256(utf8ToBytes(text))));
}
