import type { TestResult } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { failureOf } from '../failure.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** Entries of a log that say that something failed. */
const FAILURES: ReadonlySet<string> = new Set(['Error', 'FatalError', 'Exception']);

/** Characters of a message that are gathered. */
const MOST = 20_000;

/** A suite or a case that is open. */
interface Unit {
  readonly name: string;
  readonly file: string | undefined;
  readonly isCase: boolean;
  /** What a report says of it; a log says nothing of what went well. */
  readonly result: string | undefined;
  readonly skipped: boolean;
  /** True for what an entry directly in it says has failed. */
  failed: boolean;
  /** What the first of these entries says. */
  message: string;
  at: { readonly file: string; readonly line: number } | undefined;
  /** True for a suite that has something in it that failed. */
  holdsFailure: boolean;
}

/** True for the beginning of a log or a report of Boost.Test in XML. */
export function isBoostXml(head: string): boolean {
  const root = rootElement(head);
  return root === 'TestLog' || (root === 'TestResult' && /<TestSuite\b/u.test(head));
}

/**
 * Reads the XML of Boost.Test (`xml_log_formatter.ipp` and `xml_report_formatter.ipp` of Boost 1.59 to 1.86): of a log (`--log_format=XML --log_level=test_suite`), where a case without errors passed, or of a
 * report (`--report_format=XML --report_level=detailed`), where each has a `result`. An error directly in a suite is of its fixture, and fails all in it.
 */
export function readBoostXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const open: Unit[] = [];
  let isReport = false;
  /** The unit of which a failure is being told. */
  let telling: Unit | undefined;
  const lost = readXml(text, {
    begin() {
      open.length = 0;
    },
    open({ name, attributes }) {
      if (name === 'TestLog' || name === 'TestResult') isReport = name === 'TestResult';
      const unit = open.at(-1);
      if (name === 'TestSuite' || name === 'TestCase') open.push(unitOf(name === 'TestCase', attributes));
      else if (unit && FAILURES.has(name)) {
        telling = unit.failed ? undefined : unit;
        unit.failed = true;
        const line = Number(attributes['line'] ?? 0);
        if (telling) telling.at = attributes['file'] !== undefined && line > 0 ? { file: attributes['file'], line } : undefined;
      } else telling = undefined;
    },
    text(part) {
      if (telling && telling.message.length < MOST) telling.message += part;
    },
    close(name) {
      telling = undefined;
      const unit = name === 'TestSuite' || name === 'TestCase' ? open.pop() : undefined;
      if (!unit) return;
      const groups = open.map((outer) => outer.name);
      const around = open.at(-1);
      const isFailed = unit.failed || unit.result === 'failed' || unit.result === 'aborted' || unit.result === 'timed-out';
      if (around && (isFailed || unit.holdsFailure)) around.holdsFailure = true;
      if (unit.isCase) results.push(resultOf(unit, groups, isFailed, isReport));
      else if (unit.failed || (isFailed && !unit.holdsFailure))
        results.push({ outcome: 'failed', whole: 'group', ...place(unit), groups: [...groups, unit.name], title: '', ...saidOf(unit) });
    },
  });
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, undefined, lost);
}

function unitOf(isCase: boolean, attributes: XmlElement['attributes']): Unit {
  const { name = '', file, result, skipped, assertions_failed: failures = '0' } = attributes;
  // A failure that was expected is not proof.
  return {
    name,
    file,
    isCase,
    result,
    skipped: skipped === 'yes' || (result === 'passed' && failures !== '0'),
    failed: false,
    message: '',
    at: undefined,
    holdsFailure: false,
  };
}

function saidOf({ message, at }: Unit): Pick<TestResult, 'failure'> {
  return failureOf({ message, ...at });
}

function place({ file }: Unit): { readonly file?: string } {
  return file === undefined || file === '' ? {} : { file };
}

function resultOf(unit: Unit, groups: readonly string[], isFailed: boolean, isReport: boolean): TestResult {
  const passed = !unit.skipped && (isReport ? unit.result === 'passed' : true);
  const unfailed = passed ? 'passed' : 'skipped';
  const outcome = isFailed ? 'failed' : unfailed;
  const inner = groups.at(-1);
  const said = isFailed ? saidOf(unit) : {};
  // A test with data is a suite of its rows, and one with types has these behind its name.
  if (inner !== undefined && /^_\d+$/u.test(unit.name))
    return { outcome, ...place(unit), groups: groups.slice(0, -1), title: `${inner}[${unit.name.slice(1)}]`, ...said };
  return { outcome, ...place(unit), groups, title: unit.name.replace(/<(?<type>.+)>$/u, '[$<type>]'), ...said };
}
