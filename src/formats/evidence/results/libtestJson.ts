import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { durationOf, failureOf } from '../failure.ts';
import { jsonLines, numberIn, textIn } from '../json.ts';
import { failuresOf, readResults, untold } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = { ok: 'passed', failed: 'failed', ignored: 'skipped', allowed_failure: 'skipped' };

/** `shop::stock$reserve::takes` of cargo-nextest: the package and the program, then the test; `#2` where it was tried twice. */
const NEXTEST = /^(?<program>[^$\s]+)\$(?<title>.+?)(?:#\d+)?$/u;

/** True for the beginning of what `cargo test -- -Zunstable-options --format json` and cargo-nextest write. */
export function isLibtestJson(head: string): boolean {
  return /^\s*\{(?=[^\n]*"type"\s*:\s*"(?:suite|test)")(?=[^\n]*"event"\s*:\s*")/mu.test(head);
}

/**
 * Reads events of libtest (`library/test/src/formatters/json.rs` of Rust 1.95) and those that cargo-nextest writes alike (`libtest-json-plus`). A test that runs for long has an event `timeout` and then
 * another: only the last says what became of it. One that began and did not end was stopped with its program, which is a loss.
 */
export function readLibtestJson(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const lost: Loss[] = [];
  let suites = 0;
  let running = 0;
  let announced = 0;
  let last = 0;
  for (const { line, text: entry, value } of jsonLines(text)) {
    last = line;
    if (!value) {
      if (entry.trimStart().startsWith('{')) lost.push({ reason: say('it is not valid JSON'), line });
      continue;
    }
    const event = textIn(value, 'event') ?? '';
    if (textIn(value, 'type') === 'suite') {
      suites += event === 'started' ? 1 : -1;
      announced += numberIn(value, 'failed') ?? 0;
      continue;
    }
    const name = textIn(value, 'name');
    if (textIn(value, 'type') !== 'test' || name === undefined) continue;
    const outcome = Object.hasOwn(OUTCOMES, event) ? OUTCOMES[event] : undefined;
    const seconds = numberIn(value, 'exec_time');
    const said = outcome === 'failed' ? failureOf({ message: textIn(value, 'message') ?? textIn(value, 'stdout') }) : {};
    if (outcome) results.push({ outcome, ...nameOf(name), ...said, ...durationOf(seconds && seconds * 1000) });
    else if (event !== 'started' && event !== 'timeout') results.push({ outcome: 'skipped', ...nameOf(name) });
    if (event === 'started') running += 1;
    else if (event !== 'timeout') running -= 1;
  }
  if (suites > 0 || running > 0) lost.push({ reason: say('the run was stopped before its end'), line: last });
  lost.push(...untold(announced, failuresOf(results), last));
  return readResults(results, undefined, lost);
}

function nameOf(name: string): Pick<TestResult, 'groups' | 'title'> {
  const { program, title } = NEXTEST.exec(name)?.groups ?? {};
  const plain = (title ?? name).replace(/ - should panic$/u, '');
  return { groups: program === undefined ? [] : [program], title: plain };
}
