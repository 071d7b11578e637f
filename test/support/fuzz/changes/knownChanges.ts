import { Random } from '../../index/random.ts';
import type { Files } from '../../diffStates.ts';
import { difference, listed } from '../../diffStates.ts';
import { filesOf, randomProject } from './project.ts';
import type { Part } from './project.ts';
import { change, expectedLines, pinSome, toldLines } from './making.ts';

/** What `diff` says otherwise than the one who made the changes knows. */
export interface Disagreement {
  readonly seed: number;
  /** Names of the changes. */
  readonly made: readonly string[];
  /** `REQ-1/AC2: suspect`. */
  readonly expected: readonly string[];
  readonly told: readonly string[];
}

/** Makes one to four changes of known meaning in a made-up project and holds what `diff` says of the two states against it. */
export function tryChanges(seed: number): Disagreement | undefined {
  const random = new Random(seed);
  const project = randomProject(random);
  pinSome(project, random);
  const used = new Set<Part>();
  const before = structuredClone(project);
  const made = Array.from({ length: random.below(4) + 1 }, () => change(random, project, used)).filter((each) => each !== undefined);
  const [base, head] = [filesOf(before), filesOf(project)];
  const expected = expectedLines(
    made.flatMap((each) => each.expected),
    before,
    project,
  );
  const told = toldLines(listed(difference(base, head, renamedFiles(base, head))));
  return JSON.stringify(told) === JSON.stringify(expected) ? undefined : { seed, made: made.map(({ name }) => name), expected, told };
}

/** Code that was moved with its folder, as git finds it. */
function renamedFiles(base: Files, head: Files): Record<string, string> {
  const moved = Object.keys(base).filter((path) => path.startsWith('src/') && !(path in head));
  return Object.fromEntries(moved.map((path) => [path, path.replace('src/', 'lib/')]));
}
