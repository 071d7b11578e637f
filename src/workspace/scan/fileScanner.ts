import type { Extractor } from '../../formats/extraction/extract.ts';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { readBytes } from '../files/readFile.ts';
import type { Stamp } from '../files/readFile.ts';
import type { Scanned } from './scanned.ts';
import { scanBytes } from './scanBytes.ts';

/** Files up to this size share one buffer. */
const BUFFER_BYTES = 1024 * 1024;

/** A file's content as it was at one moment. */
export interface ScannedFile {
  readonly scanned: Scanned;
  /** Undefined where no bytes could be read. */
  readonly stamp?: Stamp;
}

/** Reads the files of a folder into facts, one after the other on the thread that it is used on. */
export class FileScanner {
  readonly #root: string;
  readonly #extractor: Extractor;
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);

  /** @param root absolute path of the folder, as the operating system writes it. */
  constructor(root: string, extractor: Extractor) {
    this.#root = root;
    this.#extractor = extractor;
  }

  /**
   * @param role what the file is; whoever lists many files knows already.
   * @param known prefixes of ids that some requirement has; undefined where every file is to be read in full.
   */
  scan(path: FilePath, role: FileRole, known: ReadonlySet<string> | undefined): ScannedFile {
    // Both kinds of slash will do on Windows.
    const content = readBytes(`${this.#root}/${path}`, this.#buffer);
    if (content.kind !== 'bytes') return { scanned: content };
    const { bytes, stamp } = content;
    return { scanned: scanBytes(this.#extractor, { path, role, bytes, latin1: () => bytes.toString('latin1') }, known), stamp };
  }
}
