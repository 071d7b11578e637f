import { HEAD } from '../../formats/evidence/findFormat.ts';
import { withTrueTime } from '../../formats/evidence/trueTime.ts';
import type { EvidenceFile } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { inFolder } from '../../text/paths.ts';
import type { EvidencePlaces } from '../files/evidence/evidencePlaces.ts';
import { ignoredPlaces, isPassedOver } from '../files/evidence/passedOver.ts';
import { linkedReport, nothingIn, reportOf, TOO_LARGE, unreadReport } from '../files/evidence/reports.ts';
import { isGzip, mayBeginReport, MOST_BYTES, reportText } from '../files/evidence/reportText.ts';
import type { FolderAccess } from './folderAccess.ts';
import type { VirtualFiles } from './virtualFiles.ts';

/** Folders that ignore files name and that are looked into: each is a question over a network. */
const MOST_FOLDERS = 200;
/** Reports that are read. */
const MOST_REPORTS = 500;
/** Nobody ran tests before: a time that stands for none. */
const NO_TIME = Date.UTC(2000, 0, 1);

const UNKNOWN_TIME = say('nobody knows whether it is of the present code, since this folder does not say when files were written');

/** Finds and reads reports of test runs in a folder that has no disk. */
export class VirtualReports {
  readonly #access: FolderAccess;
  readonly #files: Pick<VirtualFiles, 'ignored' | 'isLink'>;
  readonly #places: EvidencePlaces;

  constructor(access: FolderAccess, files: Pick<VirtualFiles, 'ignored' | 'isLink'>, places: EvidencePlaces) {
    this.#access = access;
    this.#files = files;
    this.#places = places;
  }

  /** When a file was written, in milliseconds since 1970; undefined where the folder has no such times. */
  async written(path: FilePath): Promise<number | undefined> {
    const time = await this.#access.written(path).catch(() => undefined);
    return time === undefined || time < NO_TIME ? undefined : time;
  }

  /**
   * All reports that lie in the folder, by path: among the listed files, and in a bounded number of folders that ignore files name.
   *
   * @throws the signal's reason when it is aborted.
   */
  async all(listed: Iterable<FilePath>, signal?: AbortSignal): Promise<Map<FilePath, EvidenceFile>> {
    const found = new Set([...listed].filter((path) => this.#places.fits(path)));
    const { files, cut } = await this.#inIgnored(signal);
    for (const path of files) found.add(path);
    const paths = [...found];
    const read = await Promise.all(paths.slice(0, MOST_REPORTS).map((path) => this.read(path)));
    signal?.throwIfAborted();
    const reports = new Map(read.flatMap((file) => (file ? [[file.path, file] as const] : [])));
    const beyond = paths[MOST_REPORTS];
    if (beyond !== undefined) {
      const reason = say('there are more than {0} files with test results; name fewer under "evidence" in reqtrace.yaml', MOST_REPORTS);
      reports.set(beyond, unreadReport(beyond, 0, reason));
    }
    if (cut !== undefined) {
      const reason = say(
        'there are more than {0} folders that ignore files name; open the folder on a disk to have all looked into',
        MOST_FOLDERS,
      );
      reports.set(cut, { ...nothingIn(cut, Infinity), cut: reason });
    }
    return reports;
  }

  /** Undefined for what is gone. */
  async read(path: FilePath): Promise<EvidenceFile | undefined> {
    const glob = this.#places.globOf(path);
    if (this.#files.isLink(path)) return linkedReport(path, 0, glob?.vague !== true, glob?.of === 'coverage');
    try {
      const bytes = await this.#access.bytes(path);
      if (!bytes) return undefined;
      const time = await this.written(path);
      if (glob?.vague && !mayBeginReport(reportText(bytes.subarray(0, HEAD)))) return nothingIn(path, time ?? 0);
      const plain = bytes.length > MOST_BYTES ? undefined : await unpacked(bytes);
      if (!plain) return unreadReport(path, time ?? 0, TOO_LARGE);
      const now = Date.now();
      const report = reportOf(path, reportText(plain), time ?? now, glob);
      return time === undefined ? withoutProof(report) : withTrueTime(report, { written: undefined, now });
    } catch {
      return unreadReport(path, 0, say('it cannot be read'));
    }
  }

  /** Level by level, so that the bound cuts off what lies deepest. */
  async #inIgnored(signal?: AbortSignal): Promise<{ readonly files: readonly FilePath[]; readonly cut?: FilePath }> {
    const places = ignoredPlaces({ added: [], ignored: this.#files.ignored });
    const files = places.filter((path) => !path.endsWith('/') && this.#places.fits(path));
    let level = places.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
    let left = MOST_FOLDERS;
    while (level.length > 0) {
      signal?.throwIfAborted();
      const looked = level.slice(0, left);
      const found = await Promise.all(looked.map((folder) => this.#in(folder)));
      files.push(...found.flatMap((each) => each.files));
      const [cut] = level.slice(left);
      if (cut !== undefined) return { files, cut };
      left -= looked.length;
      level = found.flatMap(({ folders }) => folders);
    }
    return { files };
  }

  async #in(folder: FilePath): Promise<{ readonly files: readonly FilePath[]; readonly folders: readonly FilePath[] }> {
    const entries = (await this.#access.entries(folder).catch(() => undefined)) ?? [];
    const inside = entries.map(([name, kind]) => ({ path: inFolder(folder, name), kind }));
    return {
      // What a link names is read where it lies.
      files: inside.filter(({ path, kind }) => kind === 'file' && this.#places.fits(path)).map(({ path }) => path),
      folders: inside.filter(({ path, kind }) => kind === 'folder' && !isPassedOver(path)).map(({ path }) => path),
    };
  }
}

// @implements RT-8.2/AC4
/** A report of which nobody knows when it was written: what failed in it failed, what passed in it may have passed with other code. */
function withoutProof(file: EvidenceFile): EvidenceFile {
  if (file.results.length + file.coverage.length === 0) return file;
  return {
    ...file,
    results: file.results.filter(({ outcome }) => outcome !== 'passed'),
    coverage: [],
    lost: [...(file.lost ?? []), UNKNOWN_TIME],
  };
}

/** What is in the bytes where gzip made them, else they themselves; undefined where that is too much. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (!isGzip(bytes)) return bytes;
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
