import { liveWithGit, operationsWith } from '../../test/support/fuzz/git/gitLife.ts';
import type { Difference } from '../../test/support/fuzz/git/gitLife.ts';
import { findOtherGits } from '../../test/support/fuzz/git/otherGits.ts';

/** After so many a repository is in such a state that little happens in it. */
const OPERATIONS_OF_ONE = 60;

/** Repositories of one seed after another, until so many operations are done in all. What differs is printed, and its repository left behind. */
export async function fuzzGit(first: number, operations: number): Promise<void> {
  const others = findOtherGits();
  const { isomorphic, dulwich, pygit2, jgit } = others;
  const missing = Object.entries({ isomorphic, dulwich, pygit2, jgit }).filter(([, place]) => place === undefined);
  console.log(`Seeds from ${first}, ${operations} operations of ${operationsWith(others).length} kinds.`);
  if (missing.length > 0) console.log(`Not on this machine: ${missing.map(([name]) => name).join(', ')}.`);
  let [done, remembered, differences] = [0, 0, 0];
  for (let seed = first; done < operations; seed += 1) {
    const life = await liveWithGit({ seed, operations: Math.min(OPERATIONS_OF_ONE, operations - done), others, keep: true });
    done += life.done;
    remembered += life.remembered;
    if (life.difference) {
      differences += 1;
      console.error(describe(life.difference));
      process.exitCode = 1;
    }
    if ((seed - first) % 5 === 4) console.log(`seed ${seed}: ${done} operations, ${differences} differences`);
  }
  others.remove();
  console.log(`${done} operations, ${remembered} comparisons with a folder that was remembered, ${differences} differences.`);
}

function describe({ seed, trail, command, cached, fresh, place }: Difference): string {
  const [was, is] = [cached.split('\n'), fresh.split('\n')];
  const only = (lines: readonly string[], others: readonly string[]): string[] =>
    lines.filter((line) => !others.includes(line)).slice(0, 12);
  return [
    `\nreqtrace ${command} of seed ${seed} differs after ${trail.length} operations (${place}):`,
    ...trail.slice(-12).map((name) => `    ${name}`),
    ...only(was, is).map((line) => `  cached ${line}`),
    ...only(is, was).map((line) => `  fresh  ${line}`),
  ].join('\n');
}
