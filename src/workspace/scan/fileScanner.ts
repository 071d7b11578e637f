import type { Extractor } from '../../formats/extraction/extract.ts';
import type { FileRole } from '../../model/facts.ts';
import { saysAnything } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { decode, encodingOf, readBytes } from '../files/readFile.ts';
import type { Stamp } from '../files/readFile.ts';
import { NOTHING } from './scanned.ts';
import type { Scanned } from './scanned.ts';

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
    return { scanned: this.#read(path, role, content.bytes, known), stamp: content.stamp };
  }

  #read(path: FilePath, role: FileRole, bytes: Buffer, known: ReadonlySet<string> | undefined): Scanned {
    const encoding = encodingOf(bytes);
    if (typeof encoding !== 'string') return encoding;
    if (encoding === 'utf-8' && (role === 'code' || role === 'test')) {
      const latin1 = bytes.toString('latin1');
      // One that may be skipped is judged by its text, as in an editor, so that it counts as skipped whatever it holds.
      const found = this.#extractor.whySkipped(path, latin1, role) ? 'read' : this.#extractor.maySay(path, latin1, role);
      if (found !== 'read') {
        if (found.length === 0) return NOTHING;
        if (known && !found.some((prefix) => known.has(prefix))) return { kind: 'asleep', prefixes: found };
      }
    }
    const content = decode(bytes);
    if (content.kind !== 'text') return content;
    const reason = this.#extractor.whySkipped(path, content.text, role);
    if (reason) return { kind: 'skipped', reason };
    const facts = this.#extractor.extract(path, content.text, undefined, role);
    return saysAnything(facts) ? { kind: 'facts', facts } : NOTHING;
  }
}
