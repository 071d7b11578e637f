import type { Outcome, TestResult } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';
import { classOf, methodTitle } from './dotnetNames.ts';

/** All others are skipped: `Skip`, and `NotRun` of tests that run only when they are asked for. */
const OUTCOMES: Readonly<Record<string, Outcome>> = { Pass: 'passed', Fail: 'failed' };

/** True for the beginning of the XML of xUnit.net. */
export function isXunitXml(head: string): boolean {
  const root = rootElement(head);
  return root === 'assemblies' || (root === 'assembly' && /\b(?:test-framework|run-date)\s*=/u.test(head));
}

/**
 * Reads the XML of xUnit.net (`DelegatingXmlCreationSink.cs` of xunit 2 and 3; version 1 has classes in place of collections). What threw outside of tests is an `error` of the assembly:
 * of a class where it names one, else of all its classes, since fixtures of collections and assemblies are theirs too.
 */
export function readXunitXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  let began: string | undefined;
  let start = 0;
  let errors: string[] = [];
  const endAssembly = (): void => {
    const classes = new Set(results.slice(start).flatMap(({ groups }) => groups));
    for (const error of new Set(errors)) {
      const named = [...classes].filter((name) => classOf(error) === name || error.startsWith(`${name}.`));
      for (const group of named.length > 0 ? named : classes)
        results.push({ outcome: 'failed', whole: 'group', groups: [group], title: '' });
      if (classes.size === 0 && error !== '') results.push({ outcome: 'failed', whole: 'group', groups: [classOf(error)], title: '' });
    }
    errors = [];
    start = results.length;
  };
  const lost = readXml(text, {
    open({ name, attributes }) {
      if (name === 'assembly') {
        const { 'start-rtf': rtf, 'run-date': date, 'run-time': time } = attributes;
        began ??= rtf ?? (date !== undefined && time !== undefined ? `${date}T${time}` : undefined);
      } else if (name === 'error') errors.push(attributes['name'] ?? '');
      else if (name === 'test') results.push(resultOf(attributes));
    },
    close(name) {
      if (name === 'assembly') endAssembly();
    },
  });
  endAssembly();
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, began, lost);
}

function resultOf(attributes: XmlElement['attributes']): TestResult {
  const { name = '', type = '', method, result = '' } = attributes;
  const outcome = Object.hasOwn(OUTCOMES, result) ? OUTCOMES[result] : undefined;
  const className = classOf(type);
  return { outcome: outcome ?? 'skipped', groups: className === '' ? [] : [className], title: methodTitle(name, className, method) };
}
