import type { CoveredLines, Evidence, EvidenceFile, LinkResult } from '../../model/evidence.ts';
import type { Annotation, Declaration } from '../../model/facts.ts';
import type { Problem } from '../../model/finding.ts';
import type { FilePath } from '../../model/position.ts';
import { LineCoverage } from './lineCoverage.ts';
import type { ProjectFiles } from './places/places.ts';
import { Places } from './places/places.ts';
import { withForeignPaths } from './foreignReports.ts';
import { FolderResults } from './folderResults.ts';
import { Rivals } from './rivals.ts';

/** Results of test runs as the index asks them; never changed, only replaced. */
export class EvidenceStore {
  readonly evidence: Evidence;
  /** False while no test was ever run. */
  readonly hasResults: boolean;
  readonly #results: FolderResults;
  readonly #lines: LineCoverage;
  readonly #rivals: Rivals;
  readonly #project: () => ProjectFiles;
  /** Made when first asked for: while a folder is opened its files are not known yet. */
  #known: Places | undefined;
  #told: readonly EvidenceFile[] | undefined;
  #problems: ReadonlyMap<FilePath, readonly Problem[]> | undefined;

  /** @param project gives the files of the project as they are. */
  constructor(evidence: Evidence, project: () => ProjectFiles, parts?: Parts) {
    this.evidence = evidence;
    this.#project = project;
    this.#known = parts?.places;
    this.hasResults = evidence.files.some(({ results }) => results.length > 0);
    this.#results = parts?.results ?? new FolderResults(evidence.files);
    this.#lines = parts?.lines ?? new LineCoverage(evidence.files);
    this.#rivals = parts?.rivals ?? new Rivals(evidence.tests);
  }

  /** The store of the next evidence; what has the same files is not indexed again. */
  next(evidence: Evidence): EvidenceStore {
    const rivals = evidence.tests === this.evidence.tests ? this.#rivals : undefined;
    const parts = { results: this.#results, lines: this.#lines, places: this.#known, rivals };
    return new EvidenceStore(evidence, this.#project, evidence.files === this.files ? parts : undefined);
  }

  /** The store once these files came or went; the same one where that makes no difference to where results belong. */
  relocated(toggled: ReadonlySet<FilePath>): EvidenceStore {
    const places = this.#known;
    // Told while no file was known.
    const isEarly = this.#told !== undefined && places === undefined && toggled.size > 0;
    const matters = this.files.length > 0 && (isEarly || (places && [...toggled].some((path) => places.cares(path))));
    return matters
      ? new EvidenceStore(this.evidence, this.#project, {
          results: this.#results,
          lines: this.#lines,
          places: undefined,
          rivals: this.#rivals,
        })
      : this;
  }

  get #places(): Places {
    return (this.#known ??= new Places(this.#project(), this.files));
  }

  get files(): readonly EvidenceFile[] {
    return this.evidence.files;
  }

  /** What the newest results say of the test of a `verifies` link. */
  resultOf(path: FilePath, annotation: Annotation): LinkResult | undefined {
    return this.#results.resultOf(path, annotation, this.#places, this.#rivals);
  }

  modified(path: FilePath): number {
    return this.evidence.modified.get(path) ?? -Infinity;
  }

  /** The newest line coverage that says that no line of the declaration ran; undefined if one did, if it is silent, or if the file changed since. */
  notExecuted(path: FilePath, declaration: Declaration): FilePath | undefined {
    return this.#lines.notExecuted(path, declaration, this.modified(path), this.#places);
  }

  /** True if line coverage says something of the file as it is now. */
  hasLines(path: FilePath): boolean {
    return this.#lines.tells(path, this.modified(path), this.#places);
  }

  /** Lines of every file that line coverage says something of as it is now. */
  coveredLines(): ReadonlyMap<FilePath, CoveredLines> {
    return this.#lines.lines((path) => this.modified(path), this.#places);
  }

  /** The files with all that has to be said of them, also of paths in them that lead nowhere. */
  get told(): readonly EvidenceFile[] {
    if (this.#told) return this.#told;
    const isKnown = this.hasResults && this.#project().size > 0;
    return (this.#told = isKnown ? this.files.map((file) => withForeignPaths(file, this.#places)) : this.files);
  }

  problemsOf(path: FilePath): readonly Problem[] {
    return this.#troubles.get(path) ?? [];
  }

  /** Files with results that have problems. */
  troubled(): Iterable<FilePath> {
    return this.#troubles.keys();
  }

  get #troubles(): ReadonlyMap<FilePath, readonly Problem[]> {
    return (this.#problems ??= new Map(
      this.told.flatMap(({ path, problems }) => (problems.length > 0 ? [[path, problems] as const] : [])),
    ));
  }

  /** Files whose time is another one in the next evidence. */
  touched(modified: Evidence['modified']): FilePath[] {
    const before = this.evidence.modified;
    return [...new Set([...before.keys(), ...modified.keys()])].filter((path) => before.get(path) !== modified.get(path));
  }
}

interface Parts {
  readonly results: FolderResults;
  readonly lines: LineCoverage;
  readonly places: Places | undefined;
  readonly rivals: Rivals | undefined;
}
