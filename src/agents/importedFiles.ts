import { compareText } from '../index/order.ts';
import type { FilePath } from '../model/position.ts';
import { ImportResolver } from '../suggest/importResolver.ts';
import { profileOfFile } from '../workspace/suggestions.ts';
import type { Project } from '../workspace/project.ts';

/** Imports inside of a line: `module.exports = require('./a.js')`, `await import("./b.ts")`. */
const LOADED = /\b(?:require|import)\s*\(\s*["'`]([^"'`\n]+)/gu;

/** More files than this are not read to find out what a test depends on. */
const MOST_FILES = 500;

/** The files of code and tests that these import, directly or not, as far as their words show it, and these: `await importedFiles(project, ['test/a.test.ts'])`. */
export async function importedFiles(project: Project, from: readonly FilePath[]): Promise<ReadonlySet<FilePath>> {
  const roles = new Map([...project.index.files].filter(([, role]) => role === 'code' || role === 'test'));
  const paths = [...roles.keys()].sort(compareText);
  const resolver = new ImportResolver(paths);
  const found = new Set(from);
  for (const path of found) {
    if (found.size > MOST_FILES) break;
    const text = await project.text(path);
    const profile = text === undefined ? undefined : profileOfFile(path, text, roles.get(path) === 'test' ? 'test' : 'code');
    const loaded = Array.from(text?.matchAll(LOADED) ?? [], ([, written = '']) => written);
    for (const written of [...(profile?.imports ?? []), ...loaded]) {
      const imported = paths[resolver.placeOf(written, path) ?? -1];
      if (imported !== undefined) found.add(imported);
    }
  }
  return found;
}
