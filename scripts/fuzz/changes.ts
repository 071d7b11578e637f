import type { Disagreement } from '../../test/support/fuzz/changes/knownChanges.ts';
import { tryChanges } from '../../test/support/fuzz/changes/knownChanges.ts';
import { tryHistory } from '../../test/support/fuzz/changes/knownHistories.ts';

/**
 * So many projects with known changes, one of each seed: two states, and branches that git merges, rebases, reverts and picks from. What is told otherwise is
 * printed with its changes.
 */
export async function fuzzChanges(first: number, runs: number): Promise<void> {
  console.log(`Seeds from ${first}, ${runs} projects.`);
  let disagreements = 0;
  for (let seed = first; seed < first + runs; seed += 1) {
    for (const disagreement of [tryChanges(seed), await tryHistory(seed)]) {
      if (!disagreement) continue;
      disagreements += 1;
      process.exitCode = 1;
      console.error(describe(disagreement));
    }
    if ((seed - first) % 100 === 99) console.log(`seed ${seed}: ${disagreements} disagreements`);
  }
  console.log(`${runs} projects, ${disagreements} disagreements.`);
}

function describe({ seed, made, expected, told }: Disagreement): string {
  return [
    `\nseed ${seed}: ${made.join(', ')}`,
    `  not told: ${expected.filter((line) => !told.includes(line)).join('; ') || 'nothing'}`,
    `  told:     ${told.filter((line) => !expected.includes(line)).join('; ') || 'nothing'}`,
  ].join('\n');
}
