import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { failureOf } from '../failure.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** `test_adds (tests.test_stock.StockTest.test_adds) ... ok`; before Python 3.11 without the method in brackets, and with a documentation string on two lines. */
const NAME = /^(?<method>\w+) \((?<path>[\w.]+)\)(?<rest>.*)$/u;
const ENDS = /(?:\.\.\. |^)(?<outcome>ok|FAIL|ERROR|skipped .*|expected failure|unexpected success)$/u;
/** A heading of a failure, which also tells of those of subtests. */
const FAILURE = /^(?:FAIL|ERROR): (?<method>\w+) \((?<path>[\w.]+)\)/u;
/** What is around the trace of a failure. */
const RULE = /^(?:={70}|-{70})$/u;
const TOTAL = /^Ran \d+ tests? in /u;

/** Reads what `python -m unittest -v` prints. Nothing counts without its last lines, since the run broke off then; a failure at the end goes before any `ok`. */
export function readUnittest(text: string): ReadEvidence {
  const found = new Map<
    string,
    { readonly groups: readonly string[]; readonly title: string; outcome: Outcome | undefined; told: string[] }
  >();
  let current: string | undefined;
  let ended = false;
  let failures = false;
  for (const line of text.split(/\r?\n/u)) {
    ended ||= TOTAL.test(line);
    const failure = FAILURE.exec(line)?.groups;
    failures ||= failure !== undefined;
    const named = failure ?? (failures ? undefined : NAME.exec(line)?.groups);
    if (named) {
      const { method = '', path = '' } = named;
      const parts = path.split('.');
      const groups = parts.at(-1) === method ? parts.slice(0, -1) : parts;
      current = [...groups, method].join('.');
      const known = found.get(current);
      if (!known) found.set(current, { groups, title: method, outcome: failure ? 'failed' : undefined, told: [] });
      else if (failure) known.outcome = 'failed';
    }
    const outcome = failures ? undefined : ENDS.exec(named?.['rest'] ?? line)?.groups?.['outcome'];
    const test = current === undefined ? undefined : found.get(current);
    if (test && outcome !== undefined) test.outcome = outcomeOf(outcome);
    if (test && failures && !failure && !ended && !RULE.test(line)) test.told.push(line);
  }
  if (!ended) return { kind: 'malformed', reason: say('it ends before the run does'), line: 0 };
  return readResults(
    [...found.values()].flatMap(({ groups, title, outcome, told }): TestResult[] =>
      outcome === undefined ? [] : [{ outcome, groups, title, ...(outcome === 'failed' && failureIn(told)) }],
    ),
  );
}

function outcomeOf(word: string): Outcome {
  if (word === 'ok') return 'passed';
  return word.startsWith('skipped') || word === 'expected failure' ? 'skipped' : 'failed';
}

/** What follows the trace, which begins at the test. */
function failureIn(told: readonly string[]): Pick<TestResult, 'failure'> {
  const last = told.findLastIndex((line) => /^\s+\S/u.test(line) && /^ {2}(?:File "| {2})/u.test(line));
  return failureOf({ message: told.slice(last + 1).join('\n'), trace: told.join('\n') });
}
