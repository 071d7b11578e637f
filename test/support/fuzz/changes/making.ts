import { revisionOf } from '../../../../src/index/items/pins.ts';
import { withCriteria } from '../../../../src/model/item.ts';
import { indexOfTexts } from '../../diffStates.ts';
import type { Random } from '../../index/random.ts';
import { CHANGES } from './changes.ts';
import type { Expected } from './changes.ts';
import { filesOf, idsOf } from './project.ts';
import type { Part, Project } from './project.ts';

/** A change that was made, and what is to be told of it. */
export interface Made {
  readonly name: string;
  readonly expected: Expected;
}

/** Makes a change of known meaning somewhere in a project, where nothing was done yet; undefined where there is no such place. */
export function change(random: Random, project: Project, used: Set<Part>): Made | undefined {
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
export function pinSome(project: Project, random: Random): void {
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

/** What is to be told, by the ids that a reviewer sees: `REQ-1/AC2: suspect`. */
export function expectedLines(expected: Expected, before: Project, now: Project): string[] {
  const [idsBefore, idsNow] = [idsOf(before), idsOf(now)];
  return expected
    .flatMap(([part, list]) => {
      const id = (list === 'removed' ? idsBefore : idsNow).get(part.words.join(' '));
      return list === undefined ? [] : [`${id ?? '?'}: ${list}`];
    })
    .toSorted();
}

/** What was told, of ids by list, in the same words. */
export function toldLines(lists: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(lists)
    .flatMap(([list, ids]) => ids.map((id) => `${id}: ${list}`))
    .toSorted();
}
