import { LIST_NAMES } from '../../../../src/query/diff/difference.ts';
import { Branches } from './branches.ts';
import { HISTORIES } from './histories.ts';
import type { Disagreement } from './knownChanges.ts';
import { toldLines } from './making.ts';
import { Works } from './works.ts';

/**
 * Makes commits of known meaning on branches of a repository, has git put them together, and holds what `diff` says against what the branch did by itself:
 * what others did is none of it, and what was taken back is not, either.
 *
 * @param name of the history; by default any.
 */
export async function tryHistory(seed: number, name?: string): Promise<Disagreement | undefined> {
  const works = new Works(seed, 6);
  const history = HISTORIES.find((each) => each.name === name) ?? works.random.pick(HISTORIES);
  const branches = new Branches(works, history.committed);
  try {
    const { base, head, asked = ['main'] } = history.make(branches);
    const made = [history.name, ...works.names(head)];
    const strays = branches.strays(head);
    if (strays.length) return { seed, made, expected: [], told: strays.map((file) => `not as it should be: ${file}`) };
    const expected = works.expected(base, head);
    const { stdout, stderr } = await branches.repository.run(['diff', ...asked, '--format', 'json']);
    const told = stdout === '' ? [stderr] : toldLines(idsIn(stdout));
    return JSON.stringify(told) === JSON.stringify(expected) ? undefined : { seed, made, expected, told };
  } finally {
    branches.delete();
  }
}

/** Ids by list of a difference in JSON. */
function idsIn(json: string): Record<string, string[]> {
  const told = JSON.parse(json) as Record<string, { readonly id: string }[]>;
  return Object.fromEntries(LIST_NAMES.map((list) => [list, (told[list] ?? []).map(({ id }) => id)]));
}
