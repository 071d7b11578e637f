import type { Configuration } from '../../model/configuration.ts';
import { DEFAULT_SEVERITIES, SEVERITIES } from '../../model/finding.ts';
import type { Finding, FindingCode, Severity } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { RequirementFindings } from './requirementFindings.ts';
import type { CheckedFile, Draft } from './rule.ts';
import { FINDING_RULES } from './rules.ts';
import { MultiMap } from '../multiMap.ts';
import { compareRanges, compareText } from '../order.ts';
import { sameValue } from '../../model/sameValue.ts';

/** Something of other files that findings depend on, such as `item:docs/launch#IP-1.1`; `page:mkdocs.yml /a/index.html` which page is at an address, `folder` is which files there are at all, and whether any defines something. */
export type Dependency = `item:${string}` | `id:${string}` | `path:${string}` | `anchors:${string}` | `page:${string}` | 'folder';

const NO_DEPENDENCIES: ReadonlySet<Dependency> = new Set();
const NONE: readonly Finding[] = [];

/** Findings of every file, and what they depend on. */
export class FindingStore {
  readonly #configuration: Configuration;
  readonly #byFile = new Map<FilePath, readonly Finding[]>();
  readonly #dependencies = new Map<FilePath, ReadonlySet<Dependency>>();
  readonly #dependents = new MultiMap<Dependency, FilePath>();
  readonly #ofRequirements = new RequirementFindings((code, drafts, path) => this.#made(code, drafts, path));
  #all: readonly Finding[] | undefined;

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  get(path: FilePath): readonly Finding[] {
    return this.#byFile.get(path) ?? [];
  }

  all(): readonly Finding[] {
    this.#all ??= [...this.#byFile.keys()].sort(compareText).flatMap((path) => this.get(path));
    return this.#all;
  }

  /** True as long as no finding depends on anything of other files. */
  get dependOnNothing(): boolean {
    return this.#dependencies.size === 0;
  }

  /** Files whose findings may be others when that changes. */
  dependentsOn(dependency: Dependency): Iterable<FilePath> {
    return this.#dependents.get(dependency);
  }

  /**
   * Makes the findings of a file anew.
   *
   * @param dependencies those that the file notes while it is checked.
   * @returns true if the findings are others now.
   */
  check(file: CheckedFile, dependencies: ReadonlySet<Dependency>): boolean {
    const findings = this.#findingsOf(file);
    this.#depend(file.path, dependencies);
    if (sameValue(this.get(file.path), findings)) return false;
    if (findings.length) this.#byFile.set(file.path, findings);
    else this.#byFile.delete(file.path);
    this.#all = undefined;
    return true;
  }

  /**
   * Forgets a file that is gone or says nothing.
   *
   * @returns true if it had findings.
   */
  clear(path: FilePath): boolean {
    this.#depend(path, NO_DEPENDENCIES);
    if (!this.#byFile.delete(path)) return false;
    this.#all = undefined;
    return true;
  }

  #findingsOf(file: CheckedFile): Finding[] {
    const findings: Finding[] = [];
    for (const problem of file.facts.problems) findings.push(...this.#made(problem.code, [problem], file.path));
    for (const { code, check } of FINDING_RULES) {
      if (this.#configuration.severity[code] !== 'off') findings.push(...this.#made(code, check(file), file.path));
    }
    for (const ofRequirement of this.#ofRequirements.of(file, this.#byFile.has(file.path))) findings.push(...ofRequirement);
    return findings.sort(
      (a, b) => compareRanges(a.range, b.range) || compareText(a.code, b.code) || compareText(inEnglish(a.message), inEnglish(b.message)),
    );
  }

  /** With their severity; none where it is off. */
  #made(code: FindingCode, drafts: readonly Draft[], path: FilePath): readonly Finding[] {
    const configured = this.#configuration.severity[code];
    if (configured === 'off' || drafts.length === 0) return NONE;
    return drafts.map(({ range, message, item, mention, related = [], fixes = [], atMost = 'error' }) => ({
      code,
      severity: configured ?? milder(DEFAULT_SEVERITIES[code], atMost),
      path,
      range,
      message,
      related,
      fixes,
      ...(item && { item }),
      ...(mention && { mention }),
    }));
  }

  #depend(path: FilePath, dependencies: ReadonlySet<Dependency>): void {
    for (const dependency of this.#dependencies.get(path) ?? []) this.#dependents.delete(dependency, path);
    for (const dependency of dependencies) this.#dependents.add(dependency, path);
    if (dependencies.size) this.#dependencies.set(path, dependencies);
    else this.#dependencies.delete(path);
  }
}

function milder(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other) ? other : one;
}
