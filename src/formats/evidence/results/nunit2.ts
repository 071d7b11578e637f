import type { Outcome, TestResult } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { durationOf, secondsIn } from '../failure.ts';
import { XmlFailure } from '../xmlFailure.ts';
import { readResults, untoldWholly } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';
import { classOf } from './dotnetNames.ts';
import { wholeSuite } from './nunitSuites.ts';

/** All others are skipped: `Ignored`, `Skipped`, `Inconclusive`. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  Success: 'passed',
  Failure: 'failed',
  Failed: 'failed',
  Error: 'failed',
  Cancelled: 'failed',
  NotRunnable: 'failed',
};

interface Suite {
  readonly name: string;
  readonly failed: boolean;
  readonly start: number;
}

/** True for the beginning of the XML of NUnit 2. */
export function isNUnit2(head: string): boolean {
  return rootElement(head) === 'test-results' && /<test-suite\b|\bnot-run\s*=|<environment\b/u.test(head);
}

/**
 * Reads the XML of NUnit 2 (`XmlResultWriter.cs` and Results.xsd of 2.4 to 2.7, which `nunit3-console --result=x.xml;format=nunit2` writes too). Names of tests have their namespace and class before them.
 * Before 2.5 there is no `result` but `executed` and `success`.
 */
export function readNUnit2(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const suites: Suite[] = [];
  let began: string | undefined;
  const totals: (string | undefined)[] = [];
  const said = new XmlFailure('message', 'stack-trace');
  let current: TestResult | undefined;
  const lost = [
    ...readXml(text, {
      open({ name, attributes }) {
        const { date, time } = attributes;
        if (name === 'test-results') totals.push(attributes['failures'], attributes['errors']);
        if (name === 'test-results' && date !== undefined && time !== undefined) began ??= `${date}T${time}`;
        else if (name === 'test-suite')
          suites.push({ name: classOf(attributes['name'] ?? ''), failed: outcomeOf(attributes) === 'failed', start: results.length });
        else if (name === 'test-case') {
          said.take();
          current = resultOf(attributes);
        } else if (current) said.open(name);
      },
      text: (part) => said.text(part),
      close(name) {
        said.close(name);
        if (name === 'test-case' && current) {
          results.push(current.outcome === 'failed' ? { ...current, ...said.take() } : current);
          current = undefined;
        }
        const suite = name === 'test-suite' ? suites.pop() : undefined;
        if (suite?.failed) results.push(...wholeSuite(suite.name, results.slice(suite.start), false));
      },
    }),
  ];
  lost.push(...untoldWholly(results, ...totals));
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, began, lost);
}

function outcomeOf({ result, executed, success }: XmlElement['attributes']): Outcome {
  // What is inconclusive has no success either.
  if (result !== undefined) return (Object.hasOwn(OUTCOMES, result) ? OUTCOMES[result] : undefined) ?? 'skipped';
  if (executed !== 'True') return 'skipped';
  return success === 'True' ? 'passed' : 'failed';
}

/** `Shop.OrderTest.Rejects("a.b")`: the last full stop before the brackets. */
function resultOf(attributes: XmlElement['attributes']): TestResult {
  const name = attributes['name'] ?? '';
  const bare = name.replace(/\([\s\S]*$/u, '');
  const dot = bare.lastIndexOf('.');
  const isQualified = dot > 0 && !/\s/u.test(bare);
  return {
    outcome: outcomeOf(attributes),
    groups: isQualified ? [classOf(bare.slice(0, dot))] : [],
    title: isQualified ? name.slice(dot + 1) : name,
    ...durationOf(secondsIn(attributes['time'])),
  };
}
