import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { failureOf } from '../failure.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** `StockTest#test_adds = 0.00 s = .`; what the test prints itself is between the two signs of equality. */
const RESULT = /^(?<type>\S[^\n]*?)#(?<method>test_[^\n]*?) = (?:(?!^\S[^\n]*?#test_)[\s\S])*?\d+\.\d+ s = (?<mark>[.FES])$/gmu;
const OUTCOMES: Readonly<Record<string, Outcome>> = { '.': 'passed', S: 'skipped' };
/** `  1) Failure:` and the test that it is of, at the end of a run; an error has no place in its head. */
const TOLD =
  /^ {2}\d+\) (?:Failure|Error):\n(?<test>\S[^\n]*?#test_[^\n]*?)(?: \[(?<file>[^\]\n]+):(?<line>\d+)\])?:\n(?<text>(?:[^\n]+\n)*)/gmu;
const TOTAL = /^\d+ (?:runs|tests), \d+ assertions, /mu;

/** Reads what minitest prints with `--verbose`. Nothing counts without its last line, since the run broke off then. */
export function readMinitest(text: string): ReadEvidence {
  const plain = text.replaceAll('\r\n', '\n');
  if (!TOTAL.test(plain)) return { kind: 'malformed', reason: say('it ends before the run does'), line: 0 };
  const told = new Map(
    Array.from(plain.matchAll(TOLD), ({ groups }) => {
      const { test = '', text, file, line = '0' }: Readonly<Record<string, string | undefined>> = groups ?? {};
      return [test, failureOf({ message: text, file, line: Number(line) })] as const;
    }),
  );
  return readResults(
    Array.from(plain.matchAll(RESULT), ({ groups }): TestResult => {
      const { type = '', method = '', mark = '' } = groups ?? {};
      return {
        outcome: OUTCOMES[mark] ?? 'failed',
        groups: type.split('::'),
        title: method.replace(/^test_\d{4}_(?=.)/u, ''),
        ...told.get(`${type}#${method}`),
      };
    }),
  );
}
