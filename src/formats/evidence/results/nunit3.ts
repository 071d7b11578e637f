import type { Outcome, TestResult } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { durationOf, secondsIn } from '../failure.ts';
import { XmlFailure } from '../xmlFailure.ts';
import { readResults, untoldWholly } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';
import { classOf, methodTitle } from './dotnetNames.ts';
import { wholeSuite } from './nunitSuites.ts';

/** All others are skipped: `Skipped` (ignored, explicit), `Inconclusive`, and `Warning`, which neither passed nor failed. */
const OUTCOMES: Readonly<Record<string, Outcome>> = { Passed: 'passed', Failed: 'failed' };

interface Suite {
  readonly name: string;
  readonly failed: boolean;
  /** True for a set-up or tear-down of its own that threw, after its tests or before. */
  readonly hook: boolean;
  readonly start: number;
}

/** True for the beginning of the XML of NUnit 3 and 4. */
export function isNUnit3(head: string): boolean {
  return rootElement(head) === 'test-run';
}

/**
 * Reads the XML of NUnit 3 (`Internal/Results/TestResult.cs` of NUnit 3 and 4, `nunit3-console`). A suite that failed though none of its tests did, or at the `site` of its set-up or tear-down, fails every
 * class in it.
 */
export function readNUnit3(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const suites: Suite[] = [];
  let began: string | undefined;
  const totals: (string | undefined)[] = [];
  const said = new XmlFailure('message', 'stack-trace');
  let current: TestResult | undefined;
  const lost = [
    ...readXml(text, {
      open({ name, attributes }) {
        if (name === 'test-run') {
          began ??= attributes['start-time'];
          totals.push(attributes['failed']);
        } else if (name === 'test-suite') suites.push(suiteOf(attributes, results.length));
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
        if (suite?.failed) results.push(...wholeSuite(suite.name, results.slice(suite.start), suite.hook));
      },
    }),
  ];
  lost.push(...untoldWholly(results, ...totals));
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, began, lost);
}

function suiteOf(attributes: XmlElement['attributes'], start: number): Suite {
  const { classname, fullname, name = '', result, site = '' } = attributes;
  return {
    name: classOf(classname ?? fullname ?? name),
    failed: result === 'Failed',
    hook: site === 'SetUp' || site === 'TearDown',
    start,
  };
}

function resultOf(attributes: XmlElement['attributes']): TestResult {
  const { name = '', fullname = '', classname, methodname, result = '' } = attributes;
  const outcome = Object.hasOwn(OUTCOMES, result) ? OUTCOMES[result] : undefined;
  const className = classOf(classname ?? (fullname.endsWith(`.${name}`) ? fullname.slice(0, -name.length - 1) : ''));
  return {
    outcome: outcome ?? 'skipped',
    groups: className === '' ? [] : [className],
    title: methodTitle(name, className, methodname),
    ...durationOf(secondsIn(attributes['duration'])),
  };
}
