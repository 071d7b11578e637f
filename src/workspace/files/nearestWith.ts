import { existsSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder that holds something of a name, from this one upward: `nearestWith('/home/a/shop/src', '.git')` may be `/home/a/shop`. */
export function nearestWith(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, name))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}
