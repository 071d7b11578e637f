import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { stateBytes } from '../git/gitIndex.ts';
import type { IndexEntries } from '../git/gitIndex.ts';
import type { Scanned } from '../scan/scanned.ts';
import type { IndexFile } from '../git/trackedFiles.ts';
import { seal, textOf, unseal } from './sealed.ts';
import { joined, listOf, split, takeTelling } from './shardFile.ts';
import { isStamp } from './stamp.ts';

/** What all tracked files of a folder were and said at one moment, and how to tell that they still do. */
export interface FolderRecord {
  /** Git's index file at that moment. */
  readonly git: IndexFile;
  readonly files: ReadonlyMap<FilePath, FileRole>;
  /** What the index file said of each of them, in the same order; see `IndexEntries`. */
  readonly states: Buffer;
  /** Those that say something. */
  readonly telling: ReadonlyMap<FilePath, Scanned>;
  /** Those of the files of which git's index cannot tell whether they changed; what they say is not here. */
  readonly unsure: readonly FilePath[];
  /** Those of the files at which git's index is not exact enough to tell; see `racyEntries`. */
  readonly racy: readonly FilePath[];
  /** False where code and tests were not read, as long as nothing defines a requirement. */
  readonly traced: boolean;
}

/*
 * A record on disk:
 *
 *     JSON: git's index file                  { file, stamp, prefix, hashBytes }
 *     roles                                   a byte for each file
 *     paths                                   UTF-8 with a NUL between them
 *     states                                  60 bytes for each file, 72 with SHA-256
 *     lines of JSON: what they say            { unsure: [file, …], racy: [file, …], traced }, then [[file, …], scanned] in each line
 */
const LAYOUT = 5;
const LINE_END = 0x0a;

/** Lets others have the thread; see `Breather`. */
type Pause = () => Promise<void>;

/** Only ever added to at its end, since their places are what is written. */
const ROLES: readonly FileRole[] = ['document', 'test', 'code', 'configuration', 'prose', 'other'];

/** Paths that leave the folder: no listing of git's has one. */
const LEADS_OUT = /(?:^|\0)(?:\/|\.\.(?:\/|\0|$))|\/\.\.(?:\/|\0|$)/u;

/** The parts of a record; with `sealRecord` the content of a file. What is said in a large folder takes seconds to write down. */
export async function recordParts(
  { git, files, states, telling, unsure, racy, traced }: FolderRecord,
  pause: Pause,
): Promise<readonly Buffer[]> {
  const places = new Map<FilePath, number>();
  const roles = Buffer.alloc(files.size);
  for (const [path, role] of files) {
    roles[places.size] = ROLES.indexOf(role);
    places.set(path, places.size);
  }
  const head = { unsure: unsure.map((path) => places.get(path)), racy: racy.map((path) => places.get(path)), traced };
  const lines = [Buffer.from(JSON.stringify(head))];
  for (const group of listOf(Array.from(telling, ([path, scanned]) => [places.get(path) ?? -1, scanned] as const))) {
    await pause();
    lines.push(Buffer.from(`\n${JSON.stringify(group)}`));
  }
  return [Buffer.from(JSON.stringify(git)), roles, joined(files.keys()), states, Buffer.concat(lines)];
}

/** A record as the content of a file. */
export function sealRecord(parts: readonly Buffer[]): readonly Buffer[] {
  return seal(LAYOUT, parts);
}

/** What is remembered of files, taken over from a record; the map is free to be changed. */
export interface Remembered extends Pick<FolderRecord, 'telling' | 'unsure' | 'racy' | 'traced'> {
  readonly files: Map<FilePath, FileRole>;
}

/** A record that is taken apart only as far as it is asked, since its first parts are enough to tell whether the others are of any use. */
export class SealedRecord implements Pick<FolderRecord, 'git'> {
  readonly git: IndexFile;
  readonly #roles: Buffer;
  readonly #names: Buffer;
  readonly #states: Buffer;
  readonly #json: Buffer;
  #paths: readonly FilePath[] | undefined;

  constructor(git: IndexFile, [roles, names, states, json]: readonly [Buffer, Buffer, Buffer, Buffer]) {
    this.git = git;
    this.#roles = roles;
    this.#names = names;
    this.#states = states;
    this.#json = json;
  }

  /** Its files and what the index file said of them; undefined where that is not what `sealRecord` wrote. */
  entries(): IndexEntries | undefined {
    if (!this.#paths) {
      const text = textOf(this.#names);
      // The pattern alone takes longer than all the rest that is done with the names.
      const isSuspicious = text.startsWith('/') || text.includes('\0/') || text.includes('..');
      this.#paths = isSuspicious && LEADS_OUT.test(text) ? undefined : split(text, this.#roles.length);
    }
    return this.#paths && this.#states.length === this.#paths.length * stateBytes(this.git)
      ? { paths: this.#paths, states: this.#states }
      : undefined;
  }

  /** All that it remembers; undefined where it is not what `sealRecord` wrote. */
  async open(pause: Pause): Promise<Remembered | undefined> {
    const paths = this.entries()?.paths;
    const lines = linesOf(this.#json);
    const { unsure, racy, traced } = JSON.parse(lines.next().value ?? '') as { readonly [name in keyof FolderRecord]?: unknown };
    if (!paths || !arePlaces(unsure, paths) || !arePlaces(racy, paths) || typeof traced !== 'boolean') return undefined;
    const telling = new Map<FilePath, Scanned>();
    for (const line of lines) {
      await pause();
      if (!takeTelling(JSON.parse(line), paths, (at, scanned) => telling.set(paths[at] ?? '', scanned))) return undefined;
    }
    const files = new Map<FilePath, FileRole>();
    let at = 0;
    for (const path of paths) {
      const role = ROLES[this.#roles[at] ?? ROLES.length];
      if (!role) return undefined;
      files.set(path, role);
      at += 1;
    }
    const path = (place: number): FilePath => paths[place] ?? '';
    return { files, telling, unsure: unsure.map(path), racy: racy.map(path), traced };
  }
}

function* linesOf(bytes: Buffer): Generator<string, undefined> {
  let from = 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(LINE_END, from);
    const end = found < 0 ? bytes.length : found;
    yield textOf(bytes.subarray(from, end));
    from = end + 1;
  }
}

function arePlaces(value: unknown, paths: readonly FilePath[]): value is readonly number[] {
  return Array.isArray(value) && value.every((place: unknown) => typeof place === 'number' && paths[place] !== undefined);
}

/** What the content of a file says; undefined if it is not one that `sealRecord` made, or not all of it. */
export function decodeRecord(content: Buffer): SealedRecord | undefined {
  const [head, roles, names, states, json] = unseal(content, LAYOUT, 5) ?? [];
  if (!head || !roles || !names || !states || !json) return undefined;
  const git: unknown = JSON.parse(head.toString());
  return isIndexFile(git) ? new SealedRecord(git, [roles, names, states, json]) : undefined;
}

function isIndexFile(value: unknown): value is IndexFile {
  const { file, stamp, prefix, hashBytes } = (value ?? {}) as { readonly [name in keyof IndexFile]?: unknown };
  return typeof file === 'string' && isStamp(stamp) && typeof prefix === 'string' && (hashBytes === 20 || hashBytes === 32);
}
