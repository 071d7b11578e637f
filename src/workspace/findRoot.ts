import { existsSync } from 'node:fs';
import path from 'node:path';
import { CONFIGURATION_FILE } from '../model/configuration.ts';

/** The nearest folder that holds reqtrace.yaml, from this one upward; this one itself if none does. */
export function findRoot(start: string): string {
  const from = path.resolve(start);
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, CONFIGURATION_FILE))) return folder;
    if (path.dirname(folder) === folder) return from;
  }
}
