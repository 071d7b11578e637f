import type { FilePath } from '../model/position.ts';
import type { Project } from '../workspace/project.ts';
import { NamedFiles } from './namedFiles.ts';

/** More files than this are not read to find out what a test depends on. */
const MOST_FILES = 500;

/**
 * The files of code and tests that these import, directly or not, as far as their words show it, and these; undefined where those are too many to be read:
 * `await importedFiles(project, ['test/a.test.ts'])`.
 */
export async function importedFiles(project: Project, from: readonly FilePath[]): Promise<ReadonlySet<FilePath> | undefined> {
  const paths = [...project.index.files].flatMap(([path, role]) => (role === 'code' || role === 'test' ? [path] : []));
  const named = new NamedFiles(paths);
  const found = new Set(from);
  for (const path of found) {
    if (found.size > MOST_FILES) return undefined;
    const text = await project.text(path);
    if (text !== undefined) for (const other of named.in(path, text)) found.add(other);
  }
  return found;
}
