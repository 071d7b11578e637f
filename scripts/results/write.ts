import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { junitXml } from './junit.ts';
import type { TestCase } from './junit.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** Where the results of all runs lie that `reqtrace.yaml` names as evidence: `out/results/unit.xml`. */
const RESULTS = path.join(REPOSITORY, 'out/results');

/** Writes the results of a run to `out/results/NAME.xml`, in place of those of its last run. */
export function writeResults(name: string, began: Date, cases: readonly TestCase[]): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = path.join(RESULTS, `${name}.xml`);
  writeFileSync(`${file}.new`, junitXml(name, began, cases));
  renameSync(`${file}.new`, file);
}
