import assert from 'node:assert/strict';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { soak } from '../test/support/soak/soak.ts';
import { assertSteady } from '../test/support/soak/steady.ts';

/*
 * `npm run soak -- [--rounds N] [--seed N]`: one built server, thousands of edits, checkouts, deletions, configurations and results of
 * tests in minutes. Prints memory and open files of each round; exits with 1 if they grow, or if the server ends with another
 * index than a new one.
 */

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } } });
const server = path.resolve(import.meta.dirname, '../dist/server.cjs');
const { samples, final, fresh } = await soak({
  server,
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  log: (line) => console.log(line),
});
assertSteady(samples);
assert.deepEqual(final, fresh);
console.log('Memory and open files are steady, and a new server says the same.');
