import type { Evidence, EvidenceFile, LinkResult } from '../../model/evidence.ts';
import type { Annotation, Declaration } from '../../model/facts.ts';
import type { Problem } from '../../model/finding.ts';
import type { FilePath } from '../../model/position.ts';
import { LineCoverage } from './lineCoverage.ts';
import type { ProjectFiles } from './places/places.ts';
import { Places } from './places/places.ts';
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
  readonly #problems: ReadonlyMap<FilePath, readonly Problem[]>;
  readonly #project: () => ProjectFiles;
  /** Made when first asked for: while a folder is opened its files are not known yet. */
  #known: Places | undefined;

  /** @param project gives the files of the project as they are. */
  constructor(evidence: Evidence, project: () => ProjectFiles, parts?: Parts) {
    this.evidence = evidence;
    this.#project = project;
    this.#known = parts?.places;
    this.hasResults = evidence.files.some(({ results }) => results.length > 0);
    this.#results = parts?.results ?? new FolderResults(evidence.files);
    this.#lines = parts?.lines ?? new LineCoverage(evidence.files);
    this.#rivals = parts?.rivals ?? new Rivals(evidence.tests);
    this.#problems = new Map(evidence.files.filter(({ problems }) => problems.length > 0).map(({ path, problems }) => [path, problems]));
  }

  /** The store of the next evidence; what has the same files is not indexed again. */
  next(evidence: Evidence): EvidenceStore {
    const rivals = evidence.tests === this.evidence.tests ? this.#rivals : undefined;
    const parts = { results: this.#results, lines: this.#lines, places: this.#known, rivals };
    return new EvidenceStore(evidence, this.#project, evidence.files === this.files ? parts : undefined);
  }

  /** The store once these files came or went; the same one where that makes no difference to where results belong. */
  relocated(toggled: Iterable<FilePath>): EvidenceStore {
    const places = this.#known;
    const matters = this.files.length > 0 && places && [...toggled].some((path) => places.cares(path));
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

  problemsOf(path: FilePath): readonly Problem[] {
    return this.#problems.get(path) ?? [];
  }

  /** Files with results that have problems. */
  troubled(): Iterable<FilePath> {
    return this.#problems.keys();
  }

  /** Files with results of which something could not be read. */
  lost(): readonly EvidenceFile[] {
    return this.files.filter(({ lost = [] }) => lost.length > 0);
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
