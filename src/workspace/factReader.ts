import type { Extractor } from '../formats/extract.ts';
import { emptyFacts } from '../model/facts.ts';
import type { FileFacts } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { rangeAt } from '../model/position.ts';
import type { FileContent, FileSource } from './fileSource.ts';

/** Reasons that nobody wonders about: what a link points at is read where it lies, or lies outside. */
const UNREMARKABLE: ReadonlySet<string> = new Set(['symbolic link', 'folder', 'not a regular file']);

/** Reads files into facts; the text of an open editor wins over the disk. Remembers what it had to skip. */
export class FactReader {
  readonly #source: FileSource;
  readonly #open = new Map<FilePath, string>();
  readonly #skipped = new Map<FilePath, string>();

  constructor(source: FileSource) {
    this.#source = source;
  }

  /** Why each file that should have been read was not. */
  get skipped(): ReadonlyMap<FilePath, string> {
    return this.#skipped;
  }

  isOpen(path: FilePath): boolean {
    return this.#open.has(path);
  }

  openFiles(): Iterable<FilePath> {
    return this.#open.keys();
  }

  setOpenText(path: FilePath, text: string | undefined): void {
    if (text === undefined) this.#open.delete(path);
    // An editor takes the byte order mark off, a test may not.
    else this.#open.set(path, text.startsWith('\uFEFF') ? text.slice(1) : text);
  }

  /** What the file holds now. */
  async content(path: FilePath): Promise<FileContent> {
    const text = this.#open.get(path);
    return text === undefined ? this.#source.read(path) : { kind: 'text', text };
  }

  /** Lists the file as skipped, or no longer. */
  remember(path: FilePath, content: FileContent): void {
    if (content.kind === 'skipped') this.#skipped.set(path, content.reason);
    else this.#skipped.delete(path);
  }

  /** Facts of a file; undefined when it is gone. A file that is never read is only known to exist. */
  async facts(path: FilePath, extractor: Extractor): Promise<FileFacts | undefined> {
    const role = extractor.roleOf(path);
    if (role === 'other') {
      this.#skipped.delete(path);
      return emptyFacts(path, role);
    }
    const content = await this.content(path);
    this.remember(path, content);
    if (content.kind === 'gone') return undefined;
    if (content.kind === 'text') return extractor.extract(path, content.text);
    const facts = emptyFacts(path, role);
    if (UNREMARKABLE.has(content.reason)) return facts;
    const message = `This file was not read: ${content.reason}; mend it, or add it to "exclude" in reqtrace.yaml`;
    return { ...facts, problems: [{ code: 'skipped-file', range: rangeAt(0, 0, 0), message }] };
  }

  /** Forgets a file that is gone, or that is no longer read. */
  forget(path: FilePath): void {
    this.#skipped.delete(path);
  }
}
