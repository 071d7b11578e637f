import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { durationOf } from '../failure.ts';
import { XmlFailure } from '../xmlFailure.ts';
import { readResults, untoldWholly } from '../reading.ts';
import type { Loss, ReadEvidence } from '../reading.ts';
import { classOf, methodTitle } from './dotnetNames.ts';

/** What `TestOutcome` of Visual Studio has, in small letters. All others are skipped: notexecuted, inconclusive, passedbutrunaborted, pending and so on. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'failed',
  timeout: 'failed',
  aborted: 'failed',
  disconnected: 'failed',
  notrunnable: 'failed',
};
/** How a run ends that has not run all of its tests. */
const STOPPED: ReadonlySet<string> = new Set(['aborted', 'timeout', 'error', 'disconnected']);

interface Case {
  readonly id: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Rows of a test that is driven by data. */
  rows: number;
  failedRows: number;
  readonly time: Pick<TestResult, 'duration'>;
  failure: Pick<TestResult, 'failure'>;
}

/** A test as it is defined, which follows the results. */
interface Definition {
  readonly className: string;
  readonly method: string;
}

/** True for the beginning of a TRX file: its root is `TestRun` in the namespace of Visual Studio. CppUnit has a root of that name too. */
export function isTrx(head: string): boolean {
  return rootElement(head) === 'TestRun' && /VisualStudio\/TeamTest/u.test(head);
}

/**
 * Reads TRX as `dotnet test --logger trx` (vstest `Microsoft.TestPlatform.Extensions.TrxLogger`, 17) and MSTest write it. Results name their test by an id, whose class and method
 * are in its definition. A result whose outcome is missing or unknown is skipped. Rows of a data-driven test count each, and the test itself where it failed without any of
 * them. Where the run was aborted the rest of its tests is lost.
 */
export function readTrx(text: string): ReadEvidence {
  const cases: Case[] = [];
  const open: Case[] = [];
  const definitions = new Map<string, Definition>();
  let id = '';
  let began: string | undefined;
  let ended = '';
  let hasErrors = false;
  let info = '';
  let counters: XmlElement['attributes'] = {};
  let inInfo = false;
  const said = new XmlFailure('Message', 'StackTrace');
  const lost: Loss[] = [
    ...readXml(text, {
      open({ name, attributes }) {
        if (name === 'Times') began ??= attributes['start'];
        else if (name === 'ResultSummary') ended = (attributes['outcome'] ?? '').toLowerCase();
        else if (name === 'Counters') counters = attributes;
        else if (name === 'RunInfo') {
          inInfo = true;
          hasErrors ||= attributes['outcome'] === 'Error';
        } else if (name.endsWith('TestResult')) {
          said.take();
          const made = caseOf(attributes);
          const parent = open.at(-1);
          if (parent) parent.rows += 1;
          if (parent && made.outcome === 'failed') parent.failedRows += 1;
          open.push(made);
        } else if (open.length > 0) said.open(name);
        else if (name === 'UnitTest') id = attributes['id'] ?? '';
        else if (name === 'TestMethod')
          definitions.set(id, { className: classOf(attributes['className'] ?? ''), method: attributes['name'] ?? '' });
      },
      close(name) {
        if (name === 'RunInfo') inInfo = false;
        said.close(name);
        const done = name.endsWith('TestResult') ? open.pop() : undefined;
        if (done?.outcome === 'failed') done.failure = said.take();
        if (done && (done.rows === 0 || (done.outcome === 'failed' && done.failedRows === 0))) cases.push(done);
      },
      text(part) {
        if (inInfo) info += part;
        said.text(part);
      },
    }),
  ];
  const hasFailed = cases.some(({ outcome }) => outcome === 'failed');
  if (STOPPED.has(ended) || (hasErrors && !hasFailed) || /\b(?:test run was aborted|process crashed)\b/iu.test(info))
    lost.push({ reason: say('the run was stopped before its end'), line: 0 });
  const results = cases.map((one) => resultOf(one, definitions.get(one.id)));
  const { failed, error, timeout, aborted } = counters;
  lost.push(...untoldWholly(results, failed, error, timeout, aborted));
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, began, lost);
}

function caseOf(attributes: XmlElement['attributes']): Case {
  const word = (attributes['outcome'] ?? '').toLowerCase();
  const outcome = Object.hasOwn(OUTCOMES, word) ? OUTCOMES[word] : undefined;
  return {
    id: attributes['testId'] ?? '',
    name: attributes['testName'] ?? '',
    outcome: outcome ?? 'skipped',
    rows: 0,
    failedRows: 0,
    time: durationOf(clockIn(attributes['duration'])),
    failure: {},
  };
}

function resultOf({ name, outcome, failure, time }: Case, definition: Definition | undefined): TestResult {
  if (!definition || definition.className === '') return { outcome, groups: [], title: name, ...failure, ...time };
  const { className, method } = definition;
  // Some have the class before the method here, too.
  const bare = method.startsWith(`${className}.`) ? method.slice(className.length + 1) : method;
  return { outcome, groups: [className], title: methodTitle(name, className, bare), ...failure, ...time };
}

/** `00:00:01.2345678` in milliseconds. */
function clockIn(text: string | undefined): number | undefined {
  const { hours, minutes, seconds } = /^(?<hours>\d+):(?<minutes>\d\d):(?<seconds>\d\d(?:\.\d+)?)$/u.exec(text ?? '')?.groups ?? {};
  return seconds === undefined ? undefined : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
