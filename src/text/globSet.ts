import { compileGlob, matchesGlob } from './glob.ts';
import type { CompiledGlob } from './glob.ts';
import { extensionOf } from './paths.ts';

interface Indexed<Value> {
  readonly glob: string;
  readonly value: Value;
  readonly order: number;
}

interface Compiled<Value> extends Indexed<Value> {
  readonly compiled: CompiledGlob;
  /** Letters that the folder of every match contains, and those that its name does: a quick look for them spares most of the matching. */
  readonly inFolder: string;
  readonly inName: string;
}

/**
 * Many globs asked about many paths. `new GlobSet([['docs/*.md', 'document']]).last('docs/a.md')` finds the last glob that matches.
 * Most globs are a folder name, a file name or an ending, which are looked up instead of tried one by one: that
 * is what makes a hundred thousand paths a matter of milliseconds.
 */
export class GlobSet<Value> {
  readonly #folders = new Map<string, Indexed<Value>>();
  readonly #names = new Map<string, Indexed<Value>>();
  /** Globs that end in letters with a full stop among them, by what follows the last one. */
  readonly #extensions = new Map<string, Compiled<Value>[]>();
  /** Globs that end in `**`: whether they match depends on the folder alone. */
  readonly #insides: Compiled<Value>[] = [];
  readonly #others: Compiled<Value>[] = [];
  /** The folder that was asked about last; paths mostly come folder by folder. */
  #last: Near<Value> | undefined;

  constructor(globs: readonly (readonly [glob: string, value: Value])[]) {
    for (const [order, [glob, value]] of globs.entries()) {
      for (const compiled of compileGlob(glob)) this.#add({ glob, value, order }, compiled);
    }
  }

  #add(entry: Indexed<Value>, compiled: CompiledGlob): void {
    const [first, second, third] = compiled.segments;
    const { length } = compiled.segments;
    const only = Array.isArray(second) && second.length === 1 ? second[0] : undefined;
    if (first === '**' && only?.kind === 'text' && length === 2) this.#names.set(only.text, entry);
    else if (first === '**' && only?.kind === 'text' && length === 3 && third === '**') this.#folders.set(only.text, entry);
    else {
      const last = compiled.segments.at(-1);
      const end = Array.isArray(last) ? last.at(-1) : undefined;
      const key = end?.kind === 'text' && end.text.includes('.') ? extensionOf(end.text) : undefined;
      const ofKey = key === undefined ? this.#others : (this.#extensions.get(key) ?? []);
      const list = last === '**' ? this.#insides : ofKey;
      list.push({
        ...entry,
        compiled,
        inFolder: longestText(compiled.segments.slice(0, -1)),
        inName: longestText(compiled.segments.slice(-1)),
      });
      if (key !== undefined) this.#extensions.set(key, list);
    }
  }

  /** The last glob of the list that matches, with its value. */
  last(path: string): { readonly glob: string; readonly value: Value } | undefined {
    const parts = partsOf(path);
    if (this.#last?.folder !== parts.folder) this.#last = this.#near(parts.folder);
    let { best } = this.#last;
    const named = this.#names.get(parts.name);
    if (named && named.order > (best?.order ?? -1)) best = named;
    best = better(best, this.#ofExtension(this.#last, parts.extension), parts);
    return better(best, this.#last.others, parts);
  }

  #near(folder: Folder): Near<Value> {
    return { folder, best: this.#inFolder(folder), extensions: new Map(), others: this.#others.filter(holdsIn(folder)) };
  }

  #ofExtension({ folder, extensions }: Near<Value>, extension: string): readonly Compiled<Value>[] {
    const all = this.#extensions.get(extension);
    if (!all) return [];
    const known = extensions.get(extension) ?? all.filter(holdsIn(folder));
    extensions.set(extension, known);
    return known;
  }

  #inFolder({ path, segments }: Folder): Indexed<Value> | undefined {
    let best: Indexed<Value> | undefined;
    for (const segment of segments) {
      const entry = this.#folders.get(segment);
      if (entry && entry.order > (best?.order ?? -1)) best = entry;
    }
    // Any name will do for a file in it, since the `**` at the end takes it.
    const file = [...segments, ''];
    for (const entry of this.#insides)
      if (entry.order > (best?.order ?? -1) && path.includes(entry.inFolder) && matchesGlob(entry.compiled, file)) best = entry;
    return best;
  }
}

/** The best one so far, or one of the list that matches and stands further down. */
function better<Value>(
  best: Indexed<Value> | undefined,
  list: readonly Compiled<Value>[],
  { folder, name }: Parts,
): Indexed<Value> | undefined {
  let found = best;
  for (const entry of list) {
    if (entry.order > (found?.order ?? -1) && name.includes(entry.inName) && matchesGlob(entry.compiled, [...folder.segments, name]))
      found = entry;
  }
  return found;
}

/** What may match in one folder. */
interface Near<Value> {
  readonly folder: Folder;
  readonly best: Indexed<Value> | undefined;
  readonly extensions: Map<string, readonly Compiled<Value>[]>;
  readonly others: readonly Compiled<Value>[];
}

function holdsIn({ path }: Folder): (entry: Compiled<unknown>) => boolean {
  return ({ inFolder }) => path.includes(inFolder);
}

interface Folder {
  readonly path: string;
  readonly segments: readonly string[];
}

interface Parts {
  readonly path: string;
  /** The same object for all files of a folder that come one after the other. */
  readonly folder: Folder;
  readonly name: string;
  readonly extension: string;
}

/** The path that was taken apart last: several sets are asked about each, and paths mostly come folder by folder. */
let latest: Parts = { path: '', folder: { path: '', segments: [] }, name: '', extension: '' };

function partsOf(path: string): Parts {
  if (latest.path === path) return latest;
  const slash = path.lastIndexOf('/');
  let { folder } = latest;
  if (folder.path.length !== Math.max(0, slash) || !path.startsWith(folder.path)) {
    const folderPath = path.slice(0, Math.max(0, slash));
    folder = { path: folderPath, segments: folderPath === '' ? [] : folderPath.split('/') };
  }
  const name = path.slice(slash + 1);
  latest = { path, folder, name, extension: extensionOf(name) };
  return latest;
}

function longestText(segments: CompiledGlob['segments']): string {
  const texts = segments.flatMap((segment) => (segment === '**' ? [] : segment.map((token) => (token.kind === 'text' ? token.text : ''))));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
