import type { Extractor } from '../formats/extract.ts';
import { emptyFacts } from '../model/facts.ts';
import type { FileFacts, FileRole } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import { rangeAt } from '../model/position.ts';
import type { FileContent, FileSource } from './fileSource.ts';
import type { Scanned } from './scan/scanned.ts';

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

  /** Facts of an open file, from its text in the editor. */
  openFacts(path: FilePath, extractor: Extractor): FileFacts | undefined {
    const text = this.#open.get(path);
    if (text === undefined) return undefined;
    this.#skipped.delete(path);
    return extractor.extract(path, text);
  }

  /** Facts of a file that was read from the disk; undefined when it is gone. */
  scannedFacts(path: FilePath, role: FileRole, scanned: Scanned): FileFacts | undefined {
    if (scanned.kind !== 'skipped') this.#skipped.delete(path);
    switch (scanned.kind) {
      case 'facts':
        return scanned.facts;
      case 'nothing':
      case 'asleep':
        return emptyFacts(path, role);
      case 'gone':
        return undefined;
      case 'skipped':
        this.#skipped.set(path, scanned.reason);
        return skippedFacts(path, role, scanned.reason);
    }
  }

  /** Forgets a file that is gone, or that is no longer read. */
  forget(path: FilePath): void {
    this.#skipped.delete(path);
  }
}

function skippedFacts(path: FilePath, role: FileRole, reason: string): FileFacts {
  const facts = emptyFacts(path, role);
  if (UNREMARKABLE.has(reason)) return facts;
  const message = `This file was not read: ${reason}; mend it, or add it to "exclude" in reqtrace.yaml`;
  return { ...facts, problems: [{ code: 'skipped-file', range: rangeAt(0, 0, 0), message }] };
}
