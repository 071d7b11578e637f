import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { Stamp } from '../readFile.ts';
import type { Scanned } from '../scan/scanned.ts';
import { seal, textOf, unseal } from './sealed.ts';
import { joined, listOf, split, tellingOf } from './shardFile.ts';
import { isStamp } from './stamp.ts';

/** What all tracked files of a folder were and said at one moment, and how to tell that they still do. */
export interface FolderRecord {
  /** Git's index file at that moment; see `TrackedState`. */
  readonly git: { readonly file: string; readonly stamp: Stamp };
  readonly files: ReadonlyMap<FilePath, FileRole>;
  /** Those that say something. */
  readonly telling: ReadonlyMap<FilePath, Scanned>;
  /** Those of the files of which git's index cannot tell whether they changed; what they say is not here. */
  readonly unsure: readonly FilePath[];
}

/*
 * A record on disk:
 *
 *     JSON: git's index file                  { file, stamp }
 *     roles                                   a byte for each file
 *     paths                                   UTF-8 with a NUL between them
 *     JSON: what they say                     { unsure: [file, …], telling: [[[file, …], scanned], …] }
 */
const LAYOUT = 2;

/** Only ever added to at its end, since their places are what is written. */
const ROLES: readonly FileRole[] = ['document', 'test', 'code', 'configuration', 'prose', 'other'];

/** Paths that leave the folder: no listing of git's has one. */
const LEADS_OUT = /(?:^|\0)(?:\/|\.\.(?:\/|\0|$))|\/\.\.(?:\/|\0|$)/u;

/** A record as the content of a file. */
export function encodeRecord({ git, files, telling, unsure }: FolderRecord): Buffer {
  const places = new Map<FilePath, number>();
  const roles = Buffer.alloc(files.size);
  for (const [path, role] of files) {
    roles[places.size] = ROLES.indexOf(role);
    places.set(path, places.size);
  }
  const json = { unsure: unsure.map((path) => places.get(path)), telling: listOf(Array.from(telling, ([path, scanned]) => [places.get(path) ?? -1, scanned] as const)) };
  return seal(LAYOUT, [Buffer.from(JSON.stringify(git)), roles, joined(files.keys()), Buffer.from(JSON.stringify(json))]);
}

/** A record whose map is free to be taken over. */
export interface OpenRecord extends FolderRecord {
  readonly files: Map<FilePath, FileRole>;
}

/** A record of which so far only the first part was looked at, since that is enough to tell whether the others are of any use. */
export interface SealedRecord extends Pick<FolderRecord, 'git'> {
  /** All of it; undefined where it is not what `encodeRecord` wrote. */
  open(): OpenRecord | undefined;
}

/** What the content of a file says; undefined if it is not one that `encodeRecord` made, or not all of it. */
export function decodeRecord(content: Buffer): SealedRecord | undefined {
  const [head, roles, names, json] = unseal(content, LAYOUT, 4) ?? [];
  if (!head || !roles || !names || !json) return undefined;
  const git: unknown = JSON.parse(head.toString());
  return isGit(git) ? { git, open: () => opened(git, roles, names, json) } : undefined;
}

function opened(git: FolderRecord['git'], roles: Buffer, names: Buffer, json: Buffer): OpenRecord | undefined {
  const text = textOf(names);
  // The pattern alone takes longer than all the rest that is done with the names.
  const isSuspicious = text.startsWith('/') || text.includes('\0/') || text.includes('..');
  const paths = isSuspicious && LEADS_OUT.test(text) ? undefined : split(text, roles.length);
  const { unsure, telling } = JSON.parse(textOf(json)) as { readonly [name in keyof FolderRecord]?: unknown };
  const told = paths && tellingOf(telling, paths);
  if (!paths || !told || !Array.isArray(unsure) || unsure.some((place: unknown) => typeof place !== 'number' || paths[place] === undefined)) return undefined;
  const files = new Map<FilePath, FileRole>();
  let at = 0;
  for (const path of paths) {
    const role = ROLES[roles[at] ?? ROLES.length];
    if (!role) return undefined;
    files.set(path, role);
    at += 1;
  }
  const path = (place: number): FilePath => paths[place] ?? '';
  return { git, files, telling: new Map(Array.from(told, ([place, scanned]) => [path(place), scanned])), unsure: (unsure as readonly number[]).map(path) };
}

function isGit(value: unknown): value is FolderRecord['git'] {
  const { file, stamp } = (value ?? {}) as { readonly file?: unknown; readonly stamp?: unknown };
  return typeof file === 'string' && isStamp(stamp);
}
