import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { YamlPlace } from '../../carriers/yaml/yamlPlaces.ts';

/** Keys that every item has; any other may be one that `.doorstop.yml` has reviewed, too, which no item says. */
const OWN: ReadonlySet<string> = new Set([
  'active',
  'derived',
  'header',
  'level',
  'links',
  'normative',
  'ref',
  'references',
  'reviewed',
  'text',
]);

/** What Doorstop hashes of an item: its UID, its text and its reference, and for a review its links. */
export interface Hashed {
  readonly uid: string;
  readonly text: string;
  readonly root: YamlPlace;
}

/**
 * The fingerprint that Doorstop puts into links to an item and, with the links of the item itself, behind `reviewed`. Undefined where more belongs to it than the item
 * says: files, and attributes of the project's own.
 */
export function fingerprintOf({ uid, text, root }: Hashed, links: readonly string[] = []): string | undefined {
  const hasMore = root.entries().some(({ key }) => !OWN.has(key.written ?? ''));
  if (hasMore || (root.entry('references')?.items().length ?? 0) > 0) return undefined;
  const parts = [uid, plain(text), root.entry('ref')?.written ?? '', ...links.toSorted()];
  const bytes = sha256(utf8ToBytes(parts.join('')));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Without empty lines around it and white space at the ends of lines. */
function plain(text: string): string {
  return text
    .replaceAll(/^\n+|\n+$/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
