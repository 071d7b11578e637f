import type { Finding, FindingCode } from '../../model/finding.ts';
import { withCriteria } from '../../model/item.ts';
import type { Coverage, RequirementItem } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import type { CheckedDocument, CheckedFile, Draft } from './rule.ts';
import { REQUIREMENT_RULES } from './rules.ts';

/** What the rules said of a requirement, and what they saw of it. */
interface Said {
  readonly coverage: readonly Coverage[];
  readonly isLinked: boolean;
  readonly findings: readonly Finding[];
}

/**
 * What the rules about one requirement say of each that a file defines. Somebody who types in a long document changes one of its requirements with each
 * key; the others are not looked at again.
 */
export class RequirementFindings {
  readonly #said = new WeakMap<RequirementItem, Said>();
  readonly #make: (code: FindingCode, drafts: readonly Draft[], path: FilePath) => readonly Finding[];

  /** @param make puts file and severity to drafts; the same for the same drafts each time. */
  constructor(make: (code: FindingCode, drafts: readonly Draft[], path: FilePath) => readonly Finding[]) {
    this.#make = make;
  }

  /** @param keep true for a file that is looked at time and again; of all files of a large folder it would take much memory. */
  of(file: CheckedFile, keep: boolean): readonly (readonly Finding[])[] {
    const { path, configuration, requirements } = file;
    const coverages = requirements.map((requirement) => withCriteria(requirement).map((item) => file.coverage(item)));
    const isLinked = coverages.some((coverage) => coverage.some(({ links }) => links.length > 0));
    const document: CheckedDocument = {
      path,
      configuration,
      coverage: (item) => file.coverage(item),
      modified: (of) => file.modified(of),
      isLinked,
    };
    return requirements.map((requirement, at) => {
      const coverage = coverages[at] ?? [];
      const said = this.#said.get(requirement);
      if (said?.isLinked === isLinked && isSame(said.coverage, coverage)) return said.findings;
      const findings = REQUIREMENT_RULES.flatMap(({ code, check }) => this.#make(code, check(requirement, document), path));
      const isTimed = coverage.some(({ outdated }) => outdated);
      if (keep && !isTimed) this.#said.set(requirement, { coverage, isLinked, findings });
      return findings;
    });
  }
}

function isSame(one: readonly Coverage[], other: readonly Coverage[]): boolean {
  return one.length === other.length && one.every((coverage, at) => coverage === other[at]);
}
