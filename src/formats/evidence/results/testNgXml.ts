import type { Outcome, TestResult } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { durationOf } from '../failure.ts';
import { XmlFailure } from '../xmlFailure.ts';
import { readResults, untoldWholly } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** All others are none: `SKIP`, and what failed within the percentage that is allowed. */
const OUTCOMES: Readonly<Record<string, Outcome>> = { PASS: 'passed', FAIL: 'failed' };

/** True for the beginning of the `testng-results.xml` of TestNG. */
export function isTestNgXml(head: string): boolean {
  return rootElement(head) === 'testng-results';
}

/**
 * Reads the `testng-results.xml` of TestNG 6 and 7 (`XMLReporter`, `XMLSuiteResultWriter`). Methods of configuration (`@BeforeClass`) are not tests: one that fails fails its class. Rows of a
 * `@DataProvider` are methods of one name, and all have to pass.
 */
export function readTestNgXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const totals: string[] = [];
  let className = '';
  let began: string | undefined;
  const said = new XmlFailure('message', 'full-stacktrace');
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'testng-results') totals.push(attributes['failed'] ?? '');
      else if (name === 'suite') began ??= attributes['started-at'];
      else if (name === 'class') className = attributes['name'] ?? '';
      else if (name === 'test-method') {
        said.take();
        results.push(...resultOf(attributes, className));
      } else said.open(name);
    },
    text: (part) => said.text(part),
    close(name) {
      said.close(name);
      const result = name === 'test-method' ? results.at(-1) : undefined;
      if (result?.outcome === 'failed' && !result.failure) results.splice(-1, 1, { ...result, ...said.take() });
    },
  });
  return lost[0] && results.length === 0
    ? { kind: 'malformed', ...lost[0] }
    : readResults(results, began, [...lost, ...untoldWholly(results, ...totals)]);
}

function resultOf(
  { name = '', status = '', 'is-config': config, 'duration-ms': time }: XmlElement['attributes'],
  className: string,
): readonly TestResult[] {
  const outcome = (Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined) ?? 'skipped';
  if (config !== 'true')
    return [{ outcome, groups: [className], title: name, ...durationOf(time === undefined ? undefined : Number(time)) }];
  return outcome === 'failed' ? [{ outcome, whole: 'group', groups: [className], title: '' }] : [];
}
