import type { CoveredFile, CoveredLines, EvidenceFile } from '../../model/evidence.ts';
import type { Declaration } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { fileName } from '../../text/paths.ts';
import { MultiMap } from '../multiMap.ts';
import { isNewer } from './times.ts';
import type { Places } from './places/places.ts';
import { plainPath } from './places/plainPath.ts';

interface Entry {
  readonly run: EvidenceFile;
  readonly file: string;
  readonly hit: CoveredFile['hit'];
  readonly missed: CoveredFile['missed'];
}

// @implements RT-3.3~4a7164
/** Which lines ran, found by file. */
export class LineCoverage {
  readonly #byName = new MultiMap<string, Entry>();

  constructor(files: readonly EvidenceFile[]) {
    for (const run of files) {
      for (const { file, hit, missed } of run.coverage) {
        this.#byName.add(fileName(plainPath(file).path), { run, file, hit, missed });
      }
    }
  }

  /**
   * The file that says that no line of the declaration ran. Lines of its head do not count where it has others: a definition is run when its file
   * is loaded.
   *
   * @param modified when the file changed last; older coverage speaks of other lines.
   */
  notExecuted(path: FilePath, { range, lastLine }: Declaration, modified: number, places: Places): FilePath | undefined {
    const from = lastLine === undefined ? range.start.line : range.end.line + 1;
    const to = lastLine ?? range.end.line;
    const within = (line: number) => line >= from && line <= to;
    let source: EvidenceFile | undefined;
    for (const { run, file, hit, missed } of this.#byName.get(fileName(path))) {
      if (isOutside(run, path) || isNewer(modified, run.time) || places.coveredFile(run, file) !== path) continue;
      if (hit.some(within)) return undefined;
      if (missed.some(within) && (!source || run.path < source.path)) source = run;
    }
    return source?.path;
  }

  /**
   * Lines of every file that some of it speaks of and that has not changed since, in order of lines; one that ran in any of the runs did run.
   *
   * @param modified when each file changed last.
   */
  lines(modified: (path: FilePath) => number, places: Places): Map<FilePath, CoveredLines> {
    const found = new MultiMap<FilePath, Entry>();
    for (const entry of Array.from(this.#byName.keys(), (name) => [...this.#byName.get(name)]).flat()) {
      const path = places.coveredFile(entry.run, entry.file);
      if (path === undefined || isOutside(entry.run, path) || isNewer(modified(path), entry.run.time)) continue;
      found.add(path, entry);
    }
    return new Map(Array.from(found.keys(), (path) => [path, union([...found.get(path)])]));
  }

  /** True if some of it names lines of the file, and is not older than this. */
  tells(path: FilePath, modified: number, places: Places): boolean {
    return [...this.#byName.get(fileName(path))].some(
      ({ run, file, hit, missed }) =>
        hit.length + missed.length > 0 && !isOutside(run, path) && !isNewer(modified, run.time) && places.coveredFile(run, file) === path,
    );
  }
}

function union(entries: readonly Entry[]): CoveredLines {
  const hit = new Set(entries.flatMap((entry) => entry.hit));
  const missed = new Set(entries.flatMap((entry) => entry.missed.filter((line) => !hit.has(line))));
  return { hit: [...hit].sort(ascending), missed: [...missed].sort(ascending) };
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** True for coverage in a folder of samples, of what does not lie there. */
function isOutside({ within }: EvidenceFile, path: FilePath): boolean {
  return within !== undefined && !path.startsWith(`${within}/`);
}
