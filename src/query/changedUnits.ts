import type { FileFacts } from '../model/facts.ts';
import type { FilePath } from '../model/position.ts';
import type { Profile, Unit } from '../suggest/profile.ts';
import { linesOf } from '../text/lines.ts';
import type { Comparison } from './diff/comparison.ts';
import { changesBetween } from './diff/texts/sequences.ts';

/** A function or a test that a branch changed and that nothing claims. */
export interface ChangedUnit {
  readonly path: FilePath;
  readonly unit: Unit;
}

// @implements RT-12.1/AC6~0803ab
/** Functions and tests that have a changed line and no annotation, by path, then by place. */
export function changedUnits(comparison: Comparison, profiles: readonly Profile[]): readonly ChangedUnit[] {
  const { files, head } = comparison;
  const byPath = new Map(profiles.map((profile) => [profile.path, profile]));
  return files.flatMap((file) => {
    const profile = file.head === undefined ? undefined : byPath.get(file.head);
    const text = file.head === undefined ? undefined : comparison.headText(file.head);
    if (!profile || text === undefined) return [];
    const before = (file.base === undefined ? undefined : comparison.baseText(file.base)) ?? '';
    const facts = head.facts(profile.path);
    return changedIn(before, text, profile.units)
      .filter((unit) => !isClaimed(unit, facts))
      .map((unit) => ({ path: profile.path, unit }));
  });
}

/** Functions and tests of a file with a line that is not the same as before: `changedIn('', text, profile.units)` are all of a new file. */
export function changedIn(before: string, text: string, units: readonly Unit[]): readonly Unit[] {
  const changes = changesBetween(trimmed(before), trimmed(text)).filter(({ headStart, headEnd }) => headStart < headEnd);
  return units.filter(({ line, lastLine }) => changes.some(({ headStart, headEnd }) => headStart <= lastLine && line < headEnd));
}

/** True where an annotation is on the function itself, or on a class or a group of tests around it: `isClaimed(unit, view.facts(path))`. */
export function isClaimed({ line }: Unit, facts: FileFacts | undefined): boolean {
  return (
    facts?.annotations.some(({ declaration, reference }) => {
      const first = declaration?.range.start.line ?? reference.range.start.line;
      return first <= line && line <= (declaration?.lastLine ?? first);
    }) ?? false
  );
}

function trimmed(text: string): readonly string[] {
  return linesOf(text).map((line) => line.trimEnd());
}
