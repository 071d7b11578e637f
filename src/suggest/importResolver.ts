import type { FilePath } from '../model/position.ts';
import { fileName, folderOf } from '../text/paths.ts';

/** Finds the files that imports mean, as far as their words show it: `new ImportResolver(['src/stock.ts']).placeOf('./stock.ts', 'src/a.ts')` is 0. */
export class ImportResolver {
  readonly #paths: readonly FilePath[];
  readonly #byStem = new Map<string, number[]>();

  constructor(paths: readonly FilePath[]) {
    this.#paths = paths;
    for (const [at, path] of paths.entries()) {
      const name = stemOf(path);
      const known = this.#byStem.get(name);
      if (known) known.push(at);
      else this.#byStem.set(name, [at]);
    }
  }

  /** The place in the list of the one file that an import means; where several could be meant, of the one in the folder that it names. */
  placeOf(written: string, from: FilePath): number | undefined {
    const isPath = written.includes('/') || /\.\w{1,4}$/u.test(written);
    const segments = (isPath ? written.replace(/\.\w+$/u, '') : written).split(/\.(?!\.)|::|[/\\]/u).filter((one) => /\w/u.test(one));
    const last = segments.at(-1);
    const candidates = last === undefined ? [] : (this.#byStem.get(last) ?? []);
    if (candidates.length <= 1) return candidates[0];
    const wanted = written.startsWith('.') ? joinPath(folderOf(from), written) : segments.join('/');
    return candidates.find((at) => `/${withoutEnding(this.#paths[at] ?? '')}`.endsWith(`/${withoutEnding(wanted)}`));
  }
}

/** `stock` of `src/stock.ts`: what other files call it by. */
export function stemOf(path: FilePath): string {
  return fileName(path).replace(/(?<=.)\.\w+$/u, '');
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/u, '');
}

function joinPath(folder: string, written: string): string {
  const parts = folder.split('/').filter(Boolean);
  for (const part of written.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
