import { revisionOf } from '../../../../src/index/items/pins.ts';
import { withCriteria } from '../../../../src/model/item.ts';
import type { ListName } from '../../../../src/query/diff/difference.ts';
import { Random } from '../../index/random.ts';
import type { Files } from '../../diffStates.ts';
import { difference, indexOfTexts, listed } from '../../diffStates.ts';
import { CHANGES } from './changes.ts';
import type { Expected } from './changes.ts';
import { filesOf, randomProject } from './project.ts';
import type { Part, Project } from './project.ts';

/** What `diff` says otherwise than the one who made the changes knows. */
export interface Disagreement {
  readonly seed: number;
  /** Names of the changes. */
  readonly made: readonly string[];
  /** `REQ-1/AC2: suspect`. */
  readonly expected: readonly string[];
  readonly told: readonly string[];
}

/** How the branch and the default branch came together. */
const HISTORIES = ['alone', 'merged', 'reverted'] as const;

/**
 * Makes one to four changes of known meaning in a made-up project and holds what `diff` says against it. Where others changed the default branch, too, and
 * both were merged (or the branch was rebased), only the branch's own changes are to be told; where they were taken back, none.
 */
export function tryChanges(seed: number): Disagreement | undefined {
  const random = new Random(seed);
  const project = randomProject(random);
  pinSome(project, random);
  const used = new Set<Part>();
  const history = random.pick(HISTORIES);
  const made: string[] = [history];
  if (history === 'merged') for (let at = random.below(3); at >= 0; at -= 1) change(random, project, used);
  const before = structuredClone(project);
  const idsBefore = idsOf(before);
  const base = filesOf(before);
  const expected: Expected[number][] = [];
  for (let at = random.below(4); at >= 0; at -= 1) {
    const done = change(random, project, used);
    if (!done) continue;
    made.push(done.name);
    expected.push(...done.expected);
  }
  const head = history === 'reverted' ? filesOf(structuredClone(before)) : filesOf(project);
  const idsNow = idsOf(project);
  const wanted =
    history === 'reverted'
      ? []
      : expected.flatMap(([part, list]) => {
          const id = list === 'removed' ? idsBefore.get(part.words.join(' ')) : idsNow.get(part.words.join(' '));
          return list === undefined ? [] : [`${id ?? '?'}: ${list}`];
        });
  const told = toldOf(listed(difference(base, head, renamedFiles(base, head))));
  const sorted = wanted.toSorted();
  return JSON.stringify(told) === JSON.stringify(sorted) ? undefined : { seed, made, expected: sorted, told };
}

function change(random: Random, project: Project, used: Set<Part>): { readonly name: string; readonly expected: Expected } | undefined {
  for (let tries = 0; tries < 20; tries += 1) {
    const requirement = random.pick(project.requirements);
    const free = requirement.parts.filter((part) => !used.has(part));
    if (!free.length) continue;
    const part = random.pick(free);
    const { name, make } = random.pick(CHANGES);
    const expected = make({ random, project, requirement, part, free: free.filter((other) => other !== part) });
    if (!expected) continue;
    for (const [each] of expected) used.add(each);
    return { name, expected };
  }
  return undefined;
}

/** Pins what points at some criteria to the text that they have. */
function pinSome(project: Project, random: Random): void {
  const index = indexOfTexts(filesOf(project));
  for (const { number, parts } of project.requirements) {
    for (const part of parts) {
      if (!random.oneIn(4)) continue;
      const item = [...index.requirements()].flatMap(withCriteria).find(({ id }) => id === `REQ-${number}/AC${part.number}`);
      const pin = item ? `~${revisionOf(item)}` : '';
      for (const code of [...(part.code ? [part.code] : []), ...part.tests]) code.pin = pin;
    }
  }
}

/** Code that was moved with its folder, as git finds it. */
function renamedFiles(base: Files, head: Files): Record<string, string> {
  const moved = Object.keys(base).filter((path) => path.startsWith('src/') && !(path in head));
  return Object.fromEntries(moved.map((path) => [path, path.replace('src/', 'lib/')]));
}

/** By text, since numbers change. */
function idsOf({ requirements }: Project): ReadonlyMap<string, string> {
  return new Map(
    requirements.flatMap(({ number, parts }) => parts.map((part) => [part.words.join(' '), `REQ-${number}/AC${part.number}`])),
  );
}

function toldOf(lists: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(lists)
    .flatMap(([list, ids]) => ids.map((id) => `${id}: ${list satisfies string as ListName}`))
    .toSorted();
}
