import { compilePlain, expandGlob, matchesGlob } from './glob.ts';
import type { CompiledGlob } from './glob.ts';
import { extensionOf, fileName } from '../paths.ts';

interface Indexed<Value> {
  readonly glob: string;
  readonly value: Value;
  readonly order: number;
}

/** A glob without braces that has to be tried. What that takes is made when a path comes by that it may match, as most globs never see one. */
class Tried<Value> {
  readonly entry: Indexed<Value>;
  readonly #plain: string;
  #inFolder: string | undefined;
  #inName: string | undefined;
  #compiled: CompiledGlob | undefined;

  constructor(entry: Indexed<Value>, plain: string) {
    this.entry = entry;
    this.#plain = plain;
  }

  /** Letters that the folder of every match contains: a quick look for them spares most of the matching. */
  get inFolder(): string {
    return (this.#inFolder ??= longestText(this.#plain.slice(0, Math.max(0, this.#plain.lastIndexOf('/')))));
  }

  /** Letters that the name of every match contains. */
  get inName(): string {
    return (this.#inName ??= longestText(fileName(this.#plain)));
  }

  matches(path: readonly string[]): boolean {
    this.#compiled ??= compilePlain(this.#plain);
    return matchesGlob(this.#compiled, path);
  }
}

/**
 * Many globs asked about many paths. `new GlobSet([['docs/*.md', 'document']]).last('docs/a.md')` finds the last glob that matches.
 * Most globs are a folder name, a file name or an ending, which are looked up instead of tried one by one: that
 * is what makes a hundred thousand paths a matter of milliseconds.
 */
export class GlobSet<Value> {
  /** Those that are not looked up yet, as nobody has asked: a thread that reads code asks about no document. */
  #waiting: readonly (readonly [glob: string, value: Value])[];
  readonly #folders = new Map<string, Indexed<Value>>();
  readonly #names = new Map<string, Indexed<Value>>();
  /** Globs that end in letters with a full stop among them, by what follows the last one. */
  readonly #extensions = new Map<string, Tried<Value>[]>();
  /** Globs that end in `**`: whether they match depends on the folder alone. */
  readonly #insides: Tried<Value>[] = [];
  readonly #others: Tried<Value>[] = [];
  /** The folder that was asked about last; paths mostly come folder by folder. */
  #last: Near<Value> | undefined;

  constructor(globs: readonly (readonly [glob: string, value: Value])[]) {
    this.#waiting = globs;
  }

  #takeIn(): void {
    for (const [order, [glob, value]] of this.#waiting.entries()) {
      const entry = { glob, value, order };
      for (const plain of expandGlob(glob)) this.#add(entry, plain);
    }
    this.#waiting = [];
  }

  #add(entry: Indexed<Value>, plain: string): void {
    const [, only, inside] = ANYWHERE.exec(plain) ?? [];
    if (only !== undefined) {
      (inside === undefined ? this.#names : this.#folders).set(only, entry);
      return;
    }
    const tried = new Tried(entry, plain);
    const name = fileName(plain);
    const end = TEXT_AT_END.exec(name)?.[0] ?? '';
    if (name === '**') this.#insides.push(tried);
    else if (end.includes('.')) this.#ofKey(extensionOf(end)).push(tried);
    else this.#others.push(tried);
  }

  #ofKey(extension: string): Tried<Value>[] {
    const list = this.#extensions.get(extension) ?? [];
    this.#extensions.set(extension, list);
    return list;
  }

  /** The last glob of the list that matches, with its value. */
  last(path: string): { readonly glob: string; readonly value: Value } | undefined {
    if (this.#waiting.length > 0) this.#takeIn();
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

  #ofExtension({ folder, extensions }: Near<Value>, extension: string): readonly Tried<Value>[] {
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
    for (const tried of this.#insides)
      if (tried.entry.order > (best?.order ?? -1) && path.includes(tried.inFolder) && tried.matches(file)) best = tried.entry;
    return best;
  }
}

/** The best one so far, or one of the list that matches and stands further down. */
function better<Value>(
  best: Indexed<Value> | undefined,
  list: readonly Tried<Value>[],
  { folder, name }: Parts,
): Indexed<Value> | undefined {
  let found = best;
  for (const tried of list) {
    if (tried.entry.order > (found?.order ?? -1) && name.includes(tried.inName) && tried.matches([...folder.segments, name]))
      found = tried.entry;
  }
  return found;
}

/** What may match in one folder. */
interface Near<Value> {
  readonly folder: Folder;
  readonly best: Indexed<Value> | undefined;
  readonly extensions: Map<string, readonly Tried<Value>[]>;
  readonly others: readonly Tried<Value>[];
}

function holdsIn({ path }: Folder): (entry: Tried<unknown>) => boolean {
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

/** A name anywhere, `**\/README.md`, or everything in a folder of that name, `**\/docs/**`. */
const ANYWHERE = /^\*\*\/([^*?[/]+)(\/\*\*)?$/u;
/** What follows the last of the signs that mean something in a name. */
const TEXT_AT_END = /[^*?[\]]*$/u;
/** Stars, question marks, classes and slashes; a class that nothing closes means itself, so it is left out as well. */
const SIGNS = /\*+|\?|\[[!^]?\]?[^\]]*\]?|\//u;

/** The longest text that every match of a glob contains. */
function longestText(plain: string): string {
  return plain.split(SIGNS).reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
