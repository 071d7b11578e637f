import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { durationOf, failureOf } from '../failure.ts';
import { listIn, numberIn, parsed, textIn } from '../json.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

const OUTCOMES: Readonly<Record<string, Outcome>> = { passed: 'passed', pending: 'skipped' };

/** Reads what RSpec writes with `--format json`: each example with its file and its whole description; and that a file could not be loaded. */
export function readRspecJson(text: string): ReadEvidence {
  const value = parsed(text);
  if (value === undefined) return { kind: 'malformed', reason: say('it is not valid JSON'), line: 0 };
  const results = listIn(value, 'examples').flatMap((example): TestResult[] => {
    const whole = textIn(example, 'full_description');
    const own = textIn(example, 'description') ?? '';
    const file = textIn(example, 'file_path');
    const status = textIn(example, 'status') ?? '';
    if (whole === undefined) return [];
    const isBehind = own !== '' && whole.endsWith(` ${own}`);
    const named = isBehind ? { groups: [whole.slice(0, -own.length - 1)], title: own } : { groups: [], title: whole };
    const outcome = OUTCOMES[status] ?? 'failed';
    const trace = listIn(example, 'exception', 'backtrace').join('\n');
    const failure = outcome === 'failed' ? failureOf({ message: textIn(example, 'exception', 'message'), trace }) : {};
    const seconds = numberIn(example, 'run_time');
    return [{ outcome, ...(file !== undefined && { file }), ...named, ...failure, ...durationOf(seconds && seconds * 1000) }];
  });
  // A file that cannot be loaded has no examples.
  const isBroken = (numberIn(value, 'summary', 'errors_outside_of_examples_count') ?? 0) > 0;
  return readResults(results, undefined, isBroken ? [{ reason: say('a file of tests could not be loaded'), line: 0 }] : []);
}
