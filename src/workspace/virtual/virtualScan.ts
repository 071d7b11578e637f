import type { Extractor } from '../../formats/extraction/extract.ts';
import type { FileRole } from '../../model/facts.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { latin1Of } from '../../text/decoding.ts';
import { Breather } from '../pace/breather.ts';
import { scanBytes } from '../scan/scanBytes.ts';
import type { FileScan, ScanRequest } from '../scan/scanRequest.ts';
import type { Scanned } from '../scan/scanned.ts';
import type { FolderAccess } from './folderAccess.ts';
import type { VirtualFacts } from './virtualFacts.ts';
import type { VirtualFiles } from './virtualFiles.ts';
import { LINK } from './virtualFiles.ts';

/** Files of a whole folder that are read over a network; of one with more, those after them are not. */
export const MOST_READ = 3000;
/** Files that are asked for before the first of them has come. */
const AHEAD = 256;
/** Who says more about requirements than the others comes first. */
const ORDER: readonly FileRole[] = ['document', 'test', 'code', 'prose'];

/** How much of a folder was read: `{ read: 3000, of: 12000 }`. */
export interface ReadShare {
  readonly read: number;
  readonly of: number;
}

// @implements RT-8.2/AC2
/** Reads files that somebody else has to be asked for, many at once. */
export class VirtualScan implements FileScan {
  readonly #access: FolderAccess;
  readonly #files: Pick<VirtualFiles, 'isLink'>;
  readonly #extractor: Extractor;
  readonly #share: Map<NonNullable<ScanRequest['kind']>, ReadShare>;
  readonly #facts: VirtualFacts | undefined;
  /** True once all files of a kind were read, so that what is kept knows of all. */
  #isWhole = false;

  /**
   * @param share takes how much of each kind of files was read.
   * @param facts what contents said last time, where that is kept.
   */
  constructor(
    access: FolderAccess,
    files: Pick<VirtualFiles, 'isLink'>,
    extractor: Extractor,
    share: Map<NonNullable<ScanRequest['kind']>, ReadShare>,
    facts?: VirtualFacts,
  ) {
    this.#facts = facts;
    this.#access = access;
    this.#files = files;
    this.#extractor = extractor;
    this.#share = share;
  }

  async scan(files: ReadonlyMap<FilePath, FileRole>, { known, kind, take, signal }: ScanRequest): Promise<void> {
    const ordered = [...files].sort(([, a], [, b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
    const room = kind === 'traced' ? Math.max(0, MOST_READ - (this.#share.get('documents')?.read ?? 0)) : MOST_READ;
    const read = kind ? ordered.slice(0, room) : ordered;
    if (kind) this.#share.set(kind, { read: read.length, of: ordered.length });
    take.done(ordered.length - read.length);
    const breather = new Breather(signal);
    const asked: Promise<readonly [FilePath, Scanned]>[] = [];
    const ask = async ([path, role]: (typeof read)[number]) => [path, await this.#scanned(path, role, known)] as const;
    for (const [at] of read.entries()) {
      while (asked.length < Math.min(read.length, at + AHEAD)) {
        const next = read[asked.length];
        if (next) asked.push(ask(next));
      }
      const [path, scanned] = (await asked[at]) ?? [];
      if (path !== undefined && scanned && scanned.kind !== 'nothing') take.file(path, scanned);
      take.done(1);
      await breather.pause();
    }
    this.#isWhole ||= kind === 'traced';
  }

  prepare(): void {
    // Nothing here takes long to start.
  }

  async dismiss(): Promise<void> {
    // Nobody helps.
  }

  async rest(): Promise<void> {
    // Nobody waits for what is for the next start.
    if (this.#isWhole) void this.#facts?.save();
  }

  async #scanned(path: FilePath, role: FileRole, known: ReadonlySet<string> | undefined): Promise<Scanned> {
    if (this.#files.isLink(path)) return LINK;
    try {
      const bytes = await this.#access.bytes(path);
      if (!bytes) return { kind: 'gone' };
      const hash = await this.#facts?.hash(bytes);
      const kept = hash === undefined ? undefined : await this.#facts?.get(path, hash, role, known);
      if (kept) return kept;
      const scanned = scanBytes(this.#extractor, { path, role, bytes, latin1: () => latin1Of(bytes) }, known);
      if (hash !== undefined && scanned.kind !== 'skipped') this.#facts?.set(path, hash, scanned);
      return scanned;
    } catch {
      return { kind: 'skipped', reason: say('cannot be read') };
    }
  }
}
