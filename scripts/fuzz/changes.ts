import { tryChanges } from '../../test/support/fuzz/changes/knownChanges.ts';

/** So many projects with known changes, one of each seed; what is told otherwise is printed with its changes. */
export function fuzzChanges(first: number, runs: number): void {
  console.log(`Seeds from ${first}, ${runs} projects.`);
  let disagreements = 0;
  for (let seed = first; seed < first + runs; seed += 1) {
    const disagreement = tryChanges(seed);
    if (!disagreement) continue;
    disagreements += 1;
    process.exitCode = 1;
    const { made, expected, told } = disagreement;
    console.error(`\nseed ${seed}: ${made.join(', ')}`);
    console.error(`  not told: ${expected.filter((line) => !told.includes(line)).join('; ') || 'nothing'}`);
    console.error(`  told:     ${told.filter((line) => !expected.includes(line)).join('; ') || 'nothing'}`);
  }
  console.log(`${runs} projects, ${disagreements} disagreements.`);
}
