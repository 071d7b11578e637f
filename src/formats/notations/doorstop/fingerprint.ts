import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { YamlPlace } from '../../carriers/yaml/yamlPlaces.ts';
import { asHashed, asPrinted } from './pythonText.ts';

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
/** Of so many attributes of the project's own, each choice is tried; of more, only all of them and none. */
const MOST_CHOSEN = 4;

/** What Doorstop hashes of an item: its UID, its text and its references, and for a review its links. */
export interface Hashed {
  readonly uid: string;
  readonly text: string;
  readonly root: YamlPlace;
}

/**
 * The fingerprints of which one is what Doorstop puts into links to an item and, with the links of the item itself, behind `reviewed`: the first has nothing of the
 * project's own, then each choice of own attributes, since only `.doorstop.yml` says which of them are reviewed. Empty where something is in it that cannot be hashed.
 */
export function fingerprintsOf({ uid, text, root }: Hashed, links: readonly string[] = []): readonly string[] {
  const references = printedReferences(root.entry('references')?.items() ?? []);
  if (references === undefined) return [];
  const own = root
    .entries()
    .flatMap(({ key, value }) => (OWN.has(key.written ?? '') ? [] : [{ name: key.written ?? '', hashed: asHashed(value) }]))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const known = own.flatMap(({ hashed }) => (hashed === undefined ? [] : [hashed]));
  const start = [uid, plain(text), (root.entry('ref')?.written ?? '').trim(), ...references, ...links.toSorted()];
  return choices(known).map((chosen) => digest([...start, ...chosen]));
}

/** True where nothing of the project's own may belong to a fingerprint. */
export function isWholly({ root }: Pick<Hashed, 'root'>): boolean {
  return root.entries().every(({ key }) => OWN.has(key.written ?? ''));
}

function digest(parts: readonly string[]): string {
  const bytes = sha256(utf8ToBytes(parts.join('')));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** `[[], ['a'], ['b'], ['a', 'b']]`, in their order. */
function choices(all: readonly string[]): readonly (readonly string[])[] {
  if (all.length > MOST_CHOSEN) return [[], all];
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, at) => Math.floor(bits / 2 ** at) % 2 === 1));
}

/** The list of files as Python prints it; empty where there is none, undefined where a part of it is not a text. */
function printedReferences(references: readonly YamlPlace[]): readonly string[] | undefined {
  if (references.length === 0) return [];
  const printed = references.map((reference) => {
    const parts = (['type', 'path', 'keyword', 'sha'] as const).map((name) => {
      const value = reference.entry(name);
      if (!value) return name === 'type' || name === 'path' ? undefined : '';
      const text = value.text;
      return text === undefined ? undefined : `'${name}': ${asPrinted(name === 'path' ? text.trim() : text)}`;
    });
    return parts.includes(undefined) ? undefined : `{${parts.filter((part) => part !== '').join(', ')}}`;
  });
  return printed.includes(undefined) ? undefined : [`[${printed.join(', ')}]`];
}

/** Without empty lines around it and white space at the ends of lines. */
function plain(text: string): string {
  return text
    .replaceAll(/^\n+|\n+$/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
