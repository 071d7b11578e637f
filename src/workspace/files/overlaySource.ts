import { isShownPacked } from '../../formats/packed/packedText.ts';
import type { FilePath } from '../../model/position.ts';
import { withoutByteOrderMark } from '../../text/lines.ts';
import type { PathCase } from './pathCase.ts';
import { isUnder } from './pathCase.ts';
import type { FileContent, FileSource } from './fileSource.ts';
import { openContent } from './fileContent.ts';

/** Texts of editors, saved or not, by path: a view of what the editors hold at any moment, or a `Map`. */
export type OpenTexts = Pick<ReadonlyMap<FilePath, string>, 'get' | 'keys'>;

/**
 * The files of a folder with the texts of editors laid over them: an open file is there, whatever the disk says, and says what the
 * editor shows. Knows which of these texts the index has, so that nobody has to keep a second account of what was typed.
 */
export class OverlaySource implements FileSource {
  readonly #inside: (path: string) => FilePath | undefined;
  readonly #disk: FileSource;
  readonly #texts: OpenTexts;
  readonly #case: PathCase;
  /** Texts that were given out to be indexed, by the name that is the same in any spelling. */
  readonly #taken = new Map<string, { readonly path: FilePath; readonly text: string }>();
  /** Those of them that are in the index. */
  #indexed: ReadonlyMap<string, { readonly path: FilePath; readonly text: string }> = new Map();
  readonly #unheard = new Set<FilePath>();
  /** Open files that an ignore file names, as of the last look: git must not be asked at each key. */
  readonly #ignored = new Set<string>();
  /** Open files that the disk had not, as of the last look: a folder of that name may lie there. */
  readonly #beside = new Set<string>();
  /** Whether each path that was ever open lies in the folder. */
  readonly #known = new Map<FilePath, boolean>();

  /**
   * @param inside a path as the index knows it; undefined for what lies outside the folder.
   * @param pathCase learns what is listed.
   */
  constructor(inside: (path: string) => FilePath | undefined, disk: FileSource, texts: OpenTexts, pathCase: PathCase) {
    this.#inside = inside;
    this.#disk = disk;
    this.#texts = texts;
    this.#case = pathCase;
  }

  /** Open files in the folder, as the listing spells them. */
  open(): readonly FilePath[] {
    return Array.from(this.#texts.keys()).flatMap((path) => (this.#isInside(path) ? this.#case.spelling(path) : []));
  }

  isOpen(path: FilePath): boolean {
    return this.#text(path) !== undefined;
  }

  /** The text of an open file, for the index: it has it once all that was taken is {@link settle}d. Undefined if the file is not open. */
  take(path: FilePath): string | undefined {
    const text = this.#text(path);
    if (text === undefined) this.#taken.delete(this.#nameOf(path));
    else this.#taken.set(this.#nameOf(path), { path, text });
    return text;
  }

  /**
   * To be called when the index is about to have of this file what the disk says, or nothing: an editor may have closed it and may open it
   * again with the same text before anybody hears of either.
   */
  forget(path: FilePath): void {
    this.#taken.delete(this.#nameOf(path));
    if (this.isOpen(path)) this.#unheard.add(path);
  }

  /** Files that were forgotten though they are open, since this was asked last: ignored ones, and those that were opened after the listing. */
  unheard(): readonly FilePath[] {
    const unheard = [...this.#unheard];
    this.#unheard.clear();
    return unheard;
  }

  /** To be called when the index has all texts that were taken. */
  settle(): void {
    this.#indexed = new Map(this.#taken);
  }

  /** False while the index has another text of a file than the editor, be it that of the disk after the file was closed. */
  isCurrent(path: FilePath): boolean {
    return this.#indexed.get(this.#nameOf(path))?.text === this.#text(path);
  }

  /** Files of which the index has, or is about to have, something else than the disk. */
  unsaved(): readonly FilePath[] {
    return [...this.open(), ...Array.from(this.#taken.values(), ({ path }) => path)];
  }

  async list(under?: readonly FilePath[], signal?: AbortSignal): Promise<readonly FilePath[]> {
    const files = await this.#disk.list(under, signal);
    this.#case.learn(files);
    const beside = await this.openBeside(new Set(files), under && new Set(under));
    return beside.length > 0 ? [...files, ...beside] : files;
  }

  /**
   * Open files that are not listed but might be, were they on the disk; the others are noted as ignored.
   *
   * @param under only these files, and those in these folders.
   */
  async openBeside(listed: Pick<ReadonlySet<FilePath>, 'has'>, under?: ReadonlySet<FilePath>): Promise<readonly FilePath[]> {
    // What was judged by what lay on the disk may be judged otherwise now, be it open or to be opened again.
    const judged = under && new Set(Array.from(under, (path) => this.#nameOf(path)));
    for (const names of [this.#ignored, this.#beside]) for (const name of names) if (!judged || isUnder(name, judged)) names.delete(name);
    const beside: FilePath[] = [];
    for (const path of this.open()) {
      if (under && !isUnder(path, under)) continue;
      if (!listed.has(path) && !(await this.ignores(path))) beside.push(path);
    }
    for (const path of beside) this.#beside.add(this.#nameOf(path));
    this.#case.learn(beside);
    return beside;
  }

  get repositories(): readonly FilePath[] {
    return this.#disk.repositories;
  }

  spelling(path: FilePath): FilePath {
    return this.#disk.spelling(path);
  }

  exists(path: FilePath): boolean {
    return this.isOpen(path) || this.#disk.exists(path);
  }

  async ignores(path: FilePath): Promise<boolean> {
    const name = this.#nameOf(path);
    if (this.#ignored.has(name)) return true;
    const ignored = await this.#disk.ignores(path);
    if (ignored && this.isOpen(path)) this.#ignored.add(name);
    return ignored;
  }

  /** True for a file that was listed last, or taken up, only because an editor had it open. */
  wasBeside(path: FilePath): boolean {
    return this.#beside.has(this.#nameOf(path));
  }

  /** True for an open file that the listing would name if it were on the disk; from now on it is known. */
  async takesUp(path: FilePath): Promise<boolean> {
    if (!this.isOpen(path) || (await this.ignores(path))) return false;
    this.#beside.add(this.#nameOf(path));
    this.#case.learn([path]);
    return true;
  }

  async read(path: FilePath): Promise<FileContent> {
    const text = this.#text(path);
    return text === undefined ? this.#disk.read(path) : openContent(text);
  }

  #text(path: FilePath): string | undefined {
    const text = this.#texts.get(path) ?? (this.#case.ignoresCase ? this.#textInAnyCase(path) : undefined);
    // An editor takes the byte order mark off, a test may not.
    return text === undefined || isShownPacked(text) ? undefined : withoutByteOrderMark(text);
  }

  #textInAnyCase(path: FilePath): string | undefined {
    const name = this.#nameOf(path);
    for (const other of this.#texts.keys()) if (this.#nameOf(other) === name) return this.#texts.get(other);
    return undefined;
  }

  #isInside(path: FilePath): boolean {
    let isInside = this.#known.get(path);
    if (isInside === undefined) {
      isInside = this.#inside(path) !== undefined;
      this.#known.set(path, isInside);
    }
    return isInside;
  }

  #nameOf(path: FilePath): string {
    return this.#case.ignoresCase ? path.toLowerCase() : path;
  }
}
