import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { fileName, folderOf, inFolder, upwards } from '../../text/paths.ts';
import type { FileContent, FileSource } from '../files/fileSource.ts';
import { decode } from '../files/fileContent.ts';
import { isUnder } from '../files/pathCase.ts';
import { IGNORE_FILES, ignoredBy, ignoreLayer } from '../files/listing/ignoreLayers.ts';
import type { IgnoreLayer } from '../files/listing/ignoreLayers.ts';
import { UserError } from '../userError.ts';
import type { Entry, FolderAccess } from './folderAccess.ts';

/** Files that are found before the search ends: more nobody reads over a network. */
const MOST_FOUND = 50_000;
/** As of one on a disk. */
export const LINK = { kind: 'skipped', reason: say('symbolic link') } as const;
/** Folders in one another: a link back to a folder above would else have no end. */
const DEEPEST = 40;

// @implements RT-8.2/AC2
/** Files of a folder that has no disk: found by walking, under the rules of the ignore files in it. */
export class VirtualFiles implements FileSource {
  readonly repositories: readonly FilePath[] = [];
  readonly #access: FolderAccess;
  readonly #isCommitted: boolean;
  /** What lies in the folders that were looked at since the last walk began. */
  #looked = new Map<FilePath, Promise<readonly Entry[] | undefined>>();
  #rules = new Map<FilePath, Promise<readonly IgnoreLayer[]>>();
  /** Until all was walked through once, what was seen of a folder is new enough. */
  #walked = false;
  #files: ReadonlySet<FilePath> = new Set();
  /** Those that are symbolic links, which no file is read behind. */
  readonly #links = new Set<FilePath>();
  #folders: ReadonlySet<FilePath> | undefined;
  #found = 0;
  readonly #unlisted = new Set<FilePath>();
  #ignored: string[] = [];

  /** @param isCommitted true where all that is there is in git, so that no ignore file keeps it out. */
  constructor(access: FolderAccess, isCommitted: boolean) {
    this.#access = access;
    this.#isCommitted = isCommitted;
  }

  /** Folders that are there and whose files nobody told of. */
  get unlisted(): readonly FilePath[] {
    return [...this.#unlisted];
  }

  /** What the rules left out in the last walk: files, and folders with a `/` behind, `out/`. */
  get ignored(): readonly string[] {
    return this.#ignored;
  }

  /** True where the last walk ended before it had seen all. */
  get isCut(): boolean {
    return this.#found >= MOST_FOUND;
  }

  async list(under?: readonly FilePath[], signal?: AbortSignal): Promise<readonly FilePath[]> {
    if (this.#walked) {
      this.#looked = new Map();
      this.#rules = new Map();
    }
    if (under) return this.#listOnly(under, signal);
    this.#unlisted.clear();
    if (!(await this.#entries('').catch(() => undefined))) throw new UserError(say('This folder cannot be listed'));
    const files: FilePath[] = [];
    this.#found = 0;
    this.#ignored = [];
    this.#links.clear();
    await this.#walk('', files, signal);
    this.#walked = true;
    this.#files = new Set(files);
    this.#folders = undefined;
    return files;
  }

  /** True for a symbolic link. */
  isLink(path: FilePath): boolean {
    return this.#links.has(path);
  }

  spelling(path: FilePath): FilePath {
    return path;
  }

  /** Until the first walk, of nothing is it known that it is not there. */
  exists(path: FilePath): boolean {
    if (!this.#walked || this.#files.has(path)) return true;
    this.#folders ??= new Set([...this.#files].flatMap((file) => [...upwards(folderOf(file))]));
    return this.#folders.has(path);
  }

  async ignores(path: FilePath): Promise<boolean> {
    const names = path.split('/').slice(0, -1);
    for (const at of names.keys()) {
      const folder = names.slice(0, at + 1).join('/');
      if (ignoredBy(await this.#rulesIn(folderOf(folder)), folder, true)) return true;
    }
    return ignoredBy(await this.#rulesIn(folderOf(path)), path, false);
  }

  async read(path: FilePath): Promise<FileContent> {
    // At the first start a look at the folder says what need not be asked for: most projects have settings of few tools.
    if (!this.#walked && !(await this.#has(path))) return { kind: 'gone' };
    if (this.isLink(path)) return LINK;
    try {
      const bytes = await this.#access.bytes(path);
      return bytes ? decode(bytes) : { kind: 'gone' };
    } catch {
      return { kind: 'skipped', reason: say('cannot be read') };
    }
  }

  async #has(path: FilePath): Promise<boolean> {
    const entries = await this.#entries(folderOf(path)).catch(() => undefined);
    return entries?.some(([name]) => name === fileName(path)) === true;
  }

  /** Files and folders that changed: what lies beside them is not listed again. */
  async #listOnly(under: readonly FilePath[], signal: AbortSignal | undefined): Promise<readonly FilePath[]> {
    const files: FilePath[] = [];
    for (const path of this.#links) if (isUnder(path, new Set(under))) this.#links.delete(path);
    await Promise.all(
      under.map(async (path) => {
        const entries = (await this.#entries(folderOf(path)).catch(() => undefined)) ?? [];
        const kind = entries.find(([name]) => name === fileName(path))?.[1];
        if (kind === undefined || kind === 'other' || (await this.ignores(path))) return;
        if (kind === 'file' || kind === 'link') this.#take(path, kind, files);
        else if (!ignoredBy(await this.#rulesIn(folderOf(path)), path, true)) await this.#walk(path, files, signal);
      }),
    );
    const gone = new Set(under);
    this.#files = new Set([...[...this.#files].filter((path) => !isUnder(path, gone)), ...files]);
    this.#folders = undefined;
    return [...new Set(files)];
  }

  async #walk(folder: FilePath, files: FilePath[], signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const entries = await this.#entries(folder).catch(() => {
      this.#unlisted.add(folder);
      return undefined;
    });
    // It may be gone meanwhile.
    if (!entries || folder.split('/').length > DEEPEST) return;
    this.#unlisted.delete(folder);
    const rules = await this.#rulesIn(folder);
    signal?.throwIfAborted();
    const inner: FilePath[] = [];
    for (const [name, kind] of entries) {
      const path = inFolder(folder, name);
      if (kind === 'other') continue;
      if (ignoredBy(rules, path, kind === 'folder')) {
        if (kind !== 'link') this.#ignored.push(kind === 'folder' ? `${path}/` : path);
      } else if (kind === 'folder') inner.push(path);
      else if (this.#found < MOST_FOUND) {
        this.#found += 1;
        this.#take(path, kind, files);
      }
    }
    if (!this.isCut) await Promise.all(inner.map((path) => this.#walk(path, files, signal)));
  }

  #take(path: FilePath, kind: 'file' | 'link', files: FilePath[]): void {
    files.push(path);
    if (kind === 'link') this.#links.add(path);
  }

  #entries(folder: FilePath): Promise<readonly Entry[] | undefined> {
    const known = this.#looked.get(folder) ?? this.#access.entries(folder);
    this.#looked.set(folder, known);
    return known;
  }

  /** The rules that hold in a folder, its own ignore files last. */
  #rulesIn(folder: FilePath): Promise<readonly IgnoreLayer[]> {
    const known = this.#rules.get(folder) ?? this.#readRules(folder);
    this.#rules.set(folder, known);
    return known;
  }

  async #readRules(folder: FilePath): Promise<readonly IgnoreLayer[]> {
    if (this.#isCommitted) return [];
    const above = folder === '' ? [] : await this.#rulesIn(folderOf(folder));
    const entries = (await this.#entries(folder).catch(() => undefined)) ?? [];
    const names = IGNORE_FILES.filter((name) => entries.some(([entry, kind]) => entry === name && kind === 'file'));
    const base = folder === '' ? '' : `${folder}/`;
    const own = await Promise.all(
      names.map(async (name) => {
        const content = await this.read(inFolder(folder, name));
        return content.kind === 'text' ? [ignoreLayer(base, content.text)] : [];
      }),
    );
    return [...above, ...own.flat()];
  }
}
