import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { failureOf } from '../failure.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** `test tests::adds ... ok`, and what a benchmark or `#[should_panic]` puts behind the name. */
const RESULT = /^test (?<name>\S+)(?: - should panic)? \.\.\. (?<outcome>ok|FAILED|ignored|bench:)/u;
const OUTCOMES: Readonly<Record<string, Outcome>> = { ok: 'passed', FAILED: 'failed', ignored: 'skipped', 'bench:': 'passed' };
const END = /^test result: /u;
/** What a test printed that failed, at the end of a run. */
const PRINTED = /^---- (?<name>\S+)(?: - should panic)? stdout ----$/u;

/**
 * Reads what `cargo test` prints, which on the stable channel writes no file: it counts only up to a line `test result:`, without which the run broke off. What a test prints is
 * held back until the end, and says why it failed.
 */
export function readCargoTest(text: string): ReadEvidence {
  const results: TestResult[] = [];
  let open: TestResult[] = [];
  let printed = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of text.split(/\r?\n/u)) {
    const { name, outcome } = RESULT.exec(line)?.groups ?? {};
    const told = PRINTED.exec(line)?.groups?.['name'];
    if (told !== undefined) printed.set(told, (lines = []));
    else if (line === 'failures:' || END.test(line)) lines = undefined;
    else lines?.push(line);
    if (name !== undefined && outcome !== undefined) open.push({ outcome: OUTCOMES[outcome] ?? 'failed', groups: [], title: name });
    else if (END.test(line)) {
      results.push(...open.map((result) => ({ ...result, ...failureOf({ message: printed.get(result.title)?.join('\n') }) })));
      open = [];
      printed = new Map();
    }
  }
  return readResults(results, undefined, open.length > 0 ? [{ reason: say('it ends before the run does'), line: 0 }] : []);
}
