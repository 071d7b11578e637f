import { parseArgs } from 'node:util';
import { fuzzChanges } from './fuzz/changes.ts';
import { fuzzGit } from './fuzz/git.ts';
import { fuzzServer } from './fuzz/server.ts';
import { fuzzTexts } from './fuzz/texts.ts';

/*
 * Random life, longer than the tests have time for. Each prints its seed, counts seeds up from there, and exits with 1 if anything failed:
 *
 *     npm run fuzz -- [--minutes M]              texts, and whatever must hold of them (test/support/fuzz/subjects.ts)
 *     npm run fuzz -- --git [--operations N]     a repository and what people and programs do to it: with a cache and without, the answer is the same
 *
 *     npm run fuzz -- --server N [--each]        a language server and what happens to its folder: it says what a new one says
 *     npm run fuzz -- --changes N                projects and changes of known meaning, as states and as branches of git: `diff` tells them as what they are
 *
 * `--seed N` is where to begin; by default, the time.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '1' },
    git: { type: 'boolean', default: false },
    server: { type: 'string' },
    changes: { type: 'string' },
    each: { type: 'boolean', default: false },
    operations: { type: 'string', default: '2000' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);

if (values.git) await fuzzGit(seed, Number(values.operations));
else if (values.server !== undefined) await fuzzServer(seed, Number(values.server), values.each);
else if (values.changes !== undefined) await fuzzChanges(seed, Number(values.changes));
else await fuzzTexts(seed, Number(values.minutes));
