import { hash } from 'node:crypto';
import path from 'node:path';
import type { FilePath } from '../../model/position.ts';
import type { Profile, Unit } from '../../suggest/profile.ts';
import type { Terms, Vocabulary } from '../../suggest/vocabulary.ts';
import { isRecord } from '../../text/parsed.ts';
import { tidyUp } from './cacheFolder.ts';
import { readSealed, seal, textOf, unseal, writeSealed } from './sealed.ts';

/** Changes with what `encode` writes. */
const LAYOUT = 1;
/** Terms in all files that are kept, 8 bytes each; what does not fit is read again. */
const MOST_TERMS = 8_000_000;
/** So much of all has to be new before it is written: a file that was edited is read again in no time. */
const NEW_SHARE = 0.02;

/** What is kept of one file beside its terms, whose numbers are in the order of `listsOf`. */
interface Head {
  readonly key: string;
  readonly units: readonly (readonly [name: string, kind: Unit['kind'], line: number, lastLine: number])[];
  readonly imports: readonly string[];
  readonly sizes: readonly number[];
  /** Where its terms begin. */
  readonly at: number;
}

/**
 * What suggestions know of files, by their contents, so that a second `reqtrace suggest` need not read their words again:
 * `new ProfileCache(factFolder(cache, root, configuration))`. One file holds all, replaced as a whole, and empty where it is damaged or not ours.
 */
export class ProfileCache {
  readonly #folder: string;
  readonly #since = Date.now();
  #before: Kept | undefined;
  readonly #used = new Map<string, Profile>();
  #words: Vocabulary | undefined;
  #made = 0;
  #isOver = false;

  /** @param folder as for `FactCache`. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The profile of a file with that text, from last time or made now. */
  of({ path: file, role, text }: Asked, words: Vocabulary, make: () => Profile): Profile {
    if (this.#isOver) return make();
    const key = hash('sha256', `${role}\0${file}\0${text}`, 'base64');
    if (this.#words !== words) this.#before = undefined;
    this.#words = words;
    this.#before ??= decode(readSealed(this.#file), words);
    const known = this.#before.profile(key, file, role);
    if (!known) this.#made += 1;
    const profile = known ?? make();
    this.#used.set(key, profile);
    return profile;
  }

  /** Writes what was used, if enough of it is new; whoever asks on keeps profiles in memory. Where that cannot be done, nothing is kept. */
  save(): void {
    if (!this.#isOver && this.#made > this.#used.size * NEW_SHARE) {
      if (this.#words) writeSealed(this.#file, encode(this.#used, this.#words));
      tidyUp(this.#folder, this.#since);
    }
    this.#used.clear();
    this.#before = undefined;
    this.#isOver = true;
  }

  get #file(): string {
    return path.join(this.#folder, 'profiles');
  }
}

/** A file as it is asked for. */
interface Asked {
  readonly path: FilePath;
  readonly role: Profile['role'];
  readonly text: string;
}

/** All terms of a file: of its zones, then of each function. */
function listsOf({ zones, units }: Profile): readonly Terms[] {
  return [zones.names, zones.functions, zones.comments, zones.all, ...units.map(({ terms }) => terms)];
}

/*
 *     terms                                   UTF-8 with a NUL between them
 *     heads                                   JSON
 *     terms of each list with their counts    numbers of 4 bytes
 */
function encode(profiles: ReadonlyMap<string, Profile>, words: Vocabulary): readonly Buffer[] {
  const heads: Head[] = [];
  const kept: Terms[] = [];
  let size = 0;
  for (const [key, profile] of profiles) {
    const lists = listsOf(profile);
    const sizes = lists.map((list) => list.length / 2);
    const own = sizes.reduce((sum, each) => sum + each, 0);
    if (size / 2 + own > MOST_TERMS) continue;
    const units = profile.units.map(({ name, kind, line, lastLine }) => [name, kind, line, lastLine] as const);
    heads.push({ key, units, imports: profile.imports, sizes, at: size });
    kept.push(...lists);
    size += own * 2;
  }
  const numbers = new Uint32Array(size);
  const places = new Int32Array(words.size).fill(-1);
  const terms: string[] = [];
  let to = 0;
  for (const list of kept)
    for (let at = 0; at < list.length; at += 2) {
      const term = list[at] ?? 0;
      if ((places[term] ?? -1) < 0) places[term] = terms.push(words.termOf(term)) - 1;
      numbers[to++] = places[term] ?? 0;
      numbers[to++] = list[at + 1] ?? 0;
    }
  return seal(LAYOUT, [
    Buffer.from(terms.join('\0')),
    Buffer.from(JSON.stringify(heads)),
    Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength),
  ]);
}

function decode(content: Buffer, words: Vocabulary): Kept {
  const [names, json, numbers] = unseal(content, LAYOUT, 3) ?? [];
  if (!names || !json || !numbers || numbers.length % 8 !== 0) return NOTHING;
  try {
    const heads: unknown = JSON.parse(textOf(json));
    const terms = Int32Array.from(textOf(names).split('\0'), (term) => words.numberOf(term));
    const lists = new Int32Array(new Uint8Array(numbers).buffer);
    for (let at = 0; at < lists.length; at += 2) lists[at] = terms[lists[at] ?? -1] ?? -1;
    return new Kept(lists, Array.isArray(heads) ? heads.filter(isHead) : []);
  } catch {
    return NOTHING;
  }
}

/** The profiles of last time, each taken apart when it is asked for. */
class Kept {
  readonly #lists: Int32Array;
  readonly #heads: ReadonlyMap<string, Head>;

  constructor(lists: Int32Array, heads: readonly Head[]) {
    this.#lists = lists;
    this.#heads = new Map(heads.map((head) => [head.key, head]));
  }

  profile(key: string, file: FilePath, role: Profile['role']): Profile | undefined {
    const head = this.#heads.get(key);
    if (!head) return undefined;
    const lists: Terms[] = [];
    let { at } = head;
    for (const size of head.sizes) {
      const list = this.#list(at, at + size * 2);
      if (!list) return undefined;
      lists.push(list);
      at += size * 2;
    }
    const [names, functions, comments, all, ...ofUnits] = lists;
    if (!names || !functions || !comments || !all || ofUnits.length !== head.units.length) return undefined;
    const units = head.units.map(([name, kind, line, lastLine], index) => ({
      name,
      kind,
      line,
      lastLine,
      terms: ofUnits[index] ?? new Int32Array(),
    }));
    return { path: file, role, zones: { names, functions, comments, all }, units, imports: head.imports };
  }

  /** Undefined where it is not whole. */
  #list(start: number, end: number): Terms | undefined {
    if (end > this.#lists.length) return undefined;
    for (let at = start; at < end; at += 2) if ((this.#lists[at] ?? -1) < 0) return undefined;
    return this.#lists.slice(start, end);
  }
}

const NOTHING = new Kept(new Int32Array(), []);

function isHead(value: unknown): value is Head {
  if (!isRecord(value)) return false;
  const { key, units, imports, sizes, at } = value;
  const isPlace = (number: unknown): boolean => Number.isSafeInteger(number) && Number(number) >= 0;
  return (
    typeof key === 'string' &&
    Array.isArray(units) &&
    units.every(isUnit) &&
    Array.isArray(imports) &&
    imports.every((name) => typeof name === 'string') &&
    Array.isArray(sizes) &&
    sizes.every(isPlace) &&
    isPlace(at)
  );
}

function isUnit(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [name, kind, line, lastLine] = value as readonly unknown[];
  return typeof name === 'string' && (kind === 'function' || kind === 'test') && Number.isInteger(line) && Number.isInteger(lastLine);
}
