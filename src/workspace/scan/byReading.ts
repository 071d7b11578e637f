import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';

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

/** Why a file of such a role is not read yet: `Code: no glob of "tests" matches; not read as long as no document defines a requirement`. */
export function unreadYet(why: Message): Message {
  return say('{0}; not read as long as no document defines a requirement', why);
}
