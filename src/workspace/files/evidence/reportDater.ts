import { WIDEST_ZONE } from '../../../formats/evidence/runTime.ts';
import { CLOCKS_APART, withTrueTime } from '../../../formats/evidence/trueTime.ts';
import type { EvidenceFile } from '../../../model/evidence.ts';
import type { FilePath } from '../../../model/position.ts';
import { committedReports } from './committedReports.ts';

/** What was committed before is older than any code that matters, and git need not go through all of a long history. In milliseconds. */
const LONG_AGO = 400 * 24 * 60 * 60 * 1000;

/** Holds what reports say of when their tests ran against when they can have been written. */
export class ReportDater {
  readonly #root: string;
  readonly #trusted: boolean;
  readonly #known = new WeakMap<EvidenceFile, { readonly written: number | undefined; readonly file: EvidenceFile }>();

  constructor(root: string, trusted: boolean) {
    this.#root = root;
    this.#trusted = trusted;
  }

  /**
   * The reports at true times.
   *
   * @param isListed false for files that git ignores: those it did not write.
   * @param before what it gave before; that very array where nothing is otherwise.
   * @throws the signal's reason when it is aborted.
   */
  async dated(
    files: readonly EvidenceFile[],
    isListed: (path: FilePath) => boolean,
    before: readonly EvidenceFile[],
    signal?: AbortSignal,
  ): Promise<readonly EvidenceFile[]> {
    const now = Date.now();
    const listed = files.filter(({ path, results, coverage }) => results.length + coverage.length > 0 && isListed(path));
    const asked = this.#trusted && listed.length > 0;
    const written = asked
      ? await committedReports(
          this.#root,
          listed.map(({ path }) => path),
          sinceOf(listed, now),
          signal,
        )
      : new Map<FilePath, number>();
    const dated = files.map((file) => this.#dated(file, written.get(file.path), now));
    return dated.length === before.length && dated.every((file, at) => file === before[at]) ? before : dated;
  }

  #dated(file: EvidenceFile, written: number | undefined, now: number): EvidenceFile {
    const known = this.#known.get(file);
    if (known && known.written === written) return known.file;
    const dated = withTrueTime(file, { written, now });
    this.#known.set(file, { written, file: dated });
    return dated;
  }
}

/**
 * Since when it matters when a report was committed: whether that was before its tests ran, and whether code is newer than one that does not say when they did.
 * Two clocks without a zone are further apart than any two places are.
 */
function sinceOf(files: readonly EvidenceFile[], now: number): number {
  const claimed = files.map(({ timestamp, time }) => (timestamp === undefined ? -Infinity : time - 2 * (WIDEST_ZONE + CLOCKS_APART)));
  return Math.max(now - LONG_AGO, Math.min(now, ...claimed));
}
