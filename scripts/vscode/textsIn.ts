import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The text of each file in a folder, by its path in it: `{ 'docs/a.md': '# A' }`. */
export async function textsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return Object.fromEntries(files.map((file, at) => [path.relative(folder, file).replaceAll(path.sep, '/'), texts[at] ?? '']));
}
