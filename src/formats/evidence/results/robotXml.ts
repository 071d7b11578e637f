import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { failureOf } from '../failure.ts';
import { readResults, untoldWholly } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** All others are none: `SKIP`, `NOT RUN`. */
const OUTCOMES: Readonly<Record<string, Outcome>> = { PASS: 'passed', FAIL: 'failed' };

/** A suite, which is a file or a folder of these. */
interface Suite {
  readonly name: string;
  readonly source: string | undefined;
  /** Where its results begin. */
  readonly start: number;
  /** True if what is to run behind its tests failed, which fails all of them. */
  broken: boolean;
  /** What it says of that. */
  message: string;
}

/** A test that is open. */
interface Case {
  readonly title: string;
  readonly line: number;
  outcome: Outcome;
  message: string;
}

/** Characters of a message that are gathered. */
const MOST = 20_000;

/** True for the beginning of an `output.xml` of Robot Framework. */
export function isRobotXml(head: string): boolean {
  return rootElement(head) === 'robot';
}

/**
 * Reads the `output.xml` of Robot Framework 3 to 7 (`doc/schema/result.xsd`, `xmlelementhandlers.py`) and of rebot. What a suite does behind its tests (teardown) fails them all, although they
 * are written as passed before: `<kw type="TEARDOWN">` directly in the suite. Where its setup fails, each test is written as failed.
 */
export function readRobotXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const suites: Suite[] = [];
  /** Elements around the place, and the status of a test. */
  const open: string[] = [];
  const totals: string[] = [];
  let isTeardown = false;
  let test: Case | undefined;
  /** What a status is told of. */
  let telling: Case | Suite | undefined;
  let began: string | undefined;
  const lost = readXml(text, {
    begin() {
      [suites.length, open.length, test] = [0, 0, undefined];
    },
    open({ name, attributes }) {
      const around = open.at(-1);
      open.push(name);
      if (name === 'robot') began ??= dateOf(attributes['generated']);
      else if (name === 'suite') {
        suites.push({ name: attributes['name'] ?? '', source: attributes['source'], start: results.length, broken: false, message: '' });
      } else if (name === 'test')
        test = { title: attributes['name'] ?? '', line: Number(attributes['line'] ?? 0), outcome: 'skipped', message: '' };
      else if (name === 'kw' && around === 'suite') isTeardown = attributes['type']?.toUpperCase() === 'TEARDOWN';
      else if (name === 'stat' && around === 'total') totals.push(attributes['fail'] ?? '');
      if (name !== 'status') return;
      const status = attributes['status'] ?? '';
      if (around === 'test' && test) test.outcome = (Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined) ?? 'skipped';
      const suite = suites.at(-1);
      telling = around === 'suite' ? suite : undefined;
      if (around === 'test') telling = test;
      if (around === 'kw' && open.at(-3) === 'suite' && isTeardown && suite) suite.broken ||= status === 'FAIL';
    },
    text(part) {
      if (telling && open.at(-1) === 'status' && telling.message.length < MOST) telling.message += part;
    },
    close(name) {
      telling = undefined;
      open.pop();
      if (name === 'test' && test) {
        results.push(resultOf(test, suites));
        test = undefined;
      }
      const suite = name === 'suite' ? suites.pop() : undefined;
      if (suite?.broken) for (const result of allFailed(results.splice(suite.start), suite.message)) results.push(result);
    },
  });
  return lost[0] && results.length === 0
    ? { kind: 'malformed', ...lost[0] }
    : readResults(results, began, [...lost, ...untoldWholly(results, ...totals)]);
}

function resultOf({ title, line, outcome, message }: Case, suites: readonly Suite[]): TestResult {
  const source = suites.at(-1)?.source;
  const failure = outcome === 'failed' ? failureOf({ message, file: source, line }) : {};
  return {
    outcome,
    ...(source !== undefined && source !== '' && { file: source }),
    groups: suites.map(({ name }) => name),
    title,
    ...failure,
  };
}

function allFailed(results: readonly TestResult[], message: string): readonly TestResult[] {
  return results.map((result) =>
    result.outcome === 'passed' ? { ...result, outcome: 'failed' as const, ...failureOf({ message }) } : result,
  );
}

/** `2026-01-01 10:00:00.000` for `20260101 10:00:00.000`, as versions before 7 write it. */
function dateOf(generated: string | undefined): string | undefined {
  return generated?.replace(/^(\d{4})(\d\d)(\d\d) /u, '$1-$2-$3 ');
}
