import { hash } from 'node:crypto';
import path from 'node:path';
import type { FilePath } from '../../model/position.ts';
import type { Profile, Unit } from '../../suggest/profile.ts';
import { isRecord } from '../../text/parsed.ts';
import { tidyUp } from './cacheFolder.ts';
import { readSealed, seal, textOf, unseal, writeSealed } from './sealed.ts';

/** Changes with what `encode` writes. */
const LAYOUT = 1;
/** Terms in all files that are kept, 8 bytes each; what does not fit is read again. */
const MOST_TERMS = 8_000_000;
/** So much of all has to be new before it is written: a file that was edited is read again in no time. */
const NEW_SHARE = 0.02;

type Terms = ReadonlyMap<string, number>;

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
  #made = 0;
  #isOver = false;

  /** @param folder as for `FactCache`. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The profile of a file with that text, from last time or made now. */
  of(file: FilePath, role: Profile['role'], text: string, make: () => Profile): Profile {
    if (this.#isOver) return make();
    const key = hash('sha256', `${role}\0${file}\0${text}`, 'base64');
    this.#before ??= decode(readSealed(this.#file));
    const known = this.#before.profile(key, file, role);
    if (!known) this.#made += 1;
    const profile = known ?? make();
    this.#used.set(key, profile);
    return profile;
  }

  /** Writes what was used, if enough of it is new; whoever asks on keeps profiles in memory. Where that cannot be done, nothing is kept. */
  save(): void {
    if (!this.#isOver && this.#made > this.#used.size * NEW_SHARE) {
      writeSealed(this.#file, encode(this.#used));
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

/** All terms of a file: of its zones, then of each function. */
function listsOf({ zones, units }: Profile): readonly Terms[] {
  return [zones.names, zones.functions, zones.comments, zones.all, ...units.map(({ terms }) => terms)];
}

/*
 *     terms                                   UTF-8 with a NUL between them
 *     heads                                   JSON
 *     terms of each list with their counts    numbers of 4 bytes
 */
function encode(profiles: ReadonlyMap<string, Profile>): readonly Buffer[] {
  const places = new Map<string, number>();
  const heads: Head[] = [];
  const numbers: number[] = [];
  for (const [key, profile] of profiles) {
    const lists = listsOf(profile);
    const at = numbers.length;
    if (at / 2 + lists.reduce((sum, { size }) => sum + size, 0) > MOST_TERMS) continue;
    for (const list of lists)
      for (const [term, count] of list) {
        let place = places.get(term);
        if (place === undefined) places.set(term, (place = places.size));
        numbers.push(place, count);
      }
    const units = profile.units.map(({ name, kind, line, lastLine }) => [name, kind, line, lastLine] as const);
    heads.push({ key, units, imports: profile.imports, sizes: lists.map(({ size }) => size), at });
  }
  const counts = Uint32Array.from(numbers);
  return seal(LAYOUT, [
    Buffer.from([...places.keys()].join('\0')),
    Buffer.from(JSON.stringify(heads)),
    Buffer.from(counts.buffer, counts.byteOffset, counts.byteLength),
  ]);
}

function decode(content: Buffer): Kept {
  const [names, json, numbers] = unseal(content, LAYOUT, 3) ?? [];
  if (!names || !json || !numbers || numbers.length % 8 !== 0) return new Kept([], new Uint32Array(), []);
  try {
    const heads: unknown = JSON.parse(textOf(json));
    const counts = new Uint32Array(Uint8Array.from(numbers).buffer);
    return new Kept(textOf(names).split('\0'), counts, Array.isArray(heads) ? heads.filter(isHead) : []);
  } catch {
    return new Kept([], new Uint32Array(), []);
  }
}

/** The profiles of last time, each taken apart when it is asked for. */
class Kept {
  readonly #terms: readonly string[];
  readonly #numbers: Uint32Array;
  readonly #heads: ReadonlyMap<string, Head>;

  constructor(terms: readonly string[], numbers: Uint32Array, heads: readonly Head[]) {
    this.#terms = terms;
    this.#numbers = numbers;
    this.#heads = new Map(heads.map((head) => [head.key, head]));
  }

  profile(key: string, file: FilePath, role: Profile['role']): Profile | undefined {
    const head = this.#heads.get(key);
    if (!head) return undefined;
    const lists: Terms[] = [];
    let { at } = head;
    for (const size of head.sizes) {
      const list = this.#list(at, size);
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
      terms: ofUnits[index] ?? new Map<string, number>(),
    }));
    return { path: file, role, zones: { names, functions, comments, all }, units, imports: head.imports };
  }

  /** Undefined where it is not whole. */
  #list(at: number, size: number): Terms | undefined {
    const terms = new Map<string, number>();
    for (let index = at; index < at + size * 2; index += 2) {
      const term = this.#terms[this.#numbers[index] ?? -1];
      const count = this.#numbers[index + 1];
      if (term === undefined || count === undefined) return undefined;
      terms.set(term, count);
    }
    return terms;
  }
}

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
