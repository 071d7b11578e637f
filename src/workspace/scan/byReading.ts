import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { Breather } from '../pace/breather.ts';

/** Roles that matter only once there is something to trace to. */
export const TRACED: ReadonlySet<FileRole> = new Set<FileRole>(['code', 'test', 'prose']);

/** Files by how they are read. */
export interface ByReading {
  readonly documents: ReadonlyMap<FilePath, FileRole>;
  /** Those that are read once a document defines something. */
  readonly traced: ReadonlyMap<FilePath, FileRole>;
  /** Those that are only known to exist. */
  readonly others: readonly FilePath[];
}

/** Sorts files by how they are read: `a.md` is a document, `a.ts` is traced, `a.png` is another. */
export function byReading(files: ReadonlyMap<FilePath, FileRole>): ByReading {
  const documents = new Map<FilePath, FileRole>();
  const traced = new Map<FilePath, FileRole>();
  const others: FilePath[] = [];
  for (const [path, role] of files) {
    if (role === 'document') documents.set(path, role);
    else if (TRACED.has(role)) traced.set(path, role);
    else if (role === 'other') others.push(path);
  }
  return { documents, traced, others };
}

/** So many paths in a moment. */
const MOST_PATHS = 100;

/** The roles of very many files, with others having the thread in between: `rolesOfMany(paths, extractor.roleOf, signal)`. */
export async function rolesOfMany(
  paths: Iterable<FilePath>,
  roleOf: (path: FilePath) => FileRole,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<FilePath, FileRole>> {
  const breather = new Breather(signal);
  const roles = new Map<FilePath, FileRole>();
  for (const path of paths) {
    roles.set(path, roleOf(path));
    if (roles.size % MOST_PATHS === 0) await breather.pause();
  }
  return roles;
}

/** Why a file of such a role is not read yet: `Code: no glob of "tests" matches; not read as long as no document defines a requirement`. */
export function unreadYet(why: Message): Message {
  return say('{0}; not read as long as no document defines a requirement', why);
}
