import type { Outcome, TestResult } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { durationOf, secondsIn } from '../failure.ts';
import { XmlFailure } from '../xmlFailure.ts';
import { readResults, untoldWholly } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';
import { classOf, methodTitle } from './dotnetNames.ts';

/** All others are skipped: `Skip`, and `NotRun` of tests that run only when they are asked for. */
const OUTCOMES: Readonly<Record<string, Outcome>> = { Pass: 'passed', Fail: 'failed' };

/** Longer names are not classes. */
const LONGEST = 500;

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
  const totals: (string | undefined)[] = [];
  const said = new XmlFailure('message', 'stack-trace');
  let current: TestResult | undefined;
  const endAssembly = (): void => {
    const classes = new Set(results.slice(start).flatMap(({ groups }) => groups));
    const failed = new Set<string>();
    for (const error of errors) {
      const named = classAround(error, classes);
      for (const group of named === undefined ? classes : [named]) failed.add(group);
      if (classes.size === 0 && error !== '') failed.add(classOf(error));
      if (failed.size === classes.size && classes.size > 0) break;
    }
    for (const group of failed) results.push({ outcome: 'failed', whole: 'group', groups: [group], title: '' });
    errors = [];
    start = results.length;
  };
  const lost = [
    ...readXml(text, {
      open({ name, attributes }) {
        if (name === 'assembly') {
          totals.push(attributes['failed'], attributes['errors']);
          const { 'start-rtf': rtf, 'run-date': date, 'run-time': time } = attributes;
          began ??= rtf ?? (date !== undefined && time !== undefined ? `${date}T${time}` : undefined);
        } else if (name === 'error') errors.push(attributes['name'] ?? '');
        else if (name === 'test') {
          said.take();
          current = resultOf(attributes);
        } else if (current) said.open(name);
      },
      text: (part) => said.text(part),
      close(name) {
        said.close(name);
        if (name === 'test' && current) {
          results.push(current.outcome === 'failed' ? { ...current, ...said.take() } : current);
          current = undefined;
        }
        if (name === 'assembly') endAssembly();
      },
    }),
  ];
  endAssembly();
  lost.push(...untoldWholly(results, ...totals));
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, began, lost);
}

/** The class that is named, or one whose test is. */
function classAround(name: string, classes: ReadonlySet<string>): string | undefined {
  const parts = classOf(name)
    .slice(0, LONGEST)
    .replace(/\([\s\S]*$/u, '')
    .split('.');
  for (let count = parts.length; count > 0; count -= 1) {
    const around = parts.slice(0, count).join('.');
    if (classes.has(around)) return around;
  }
  return undefined;
}

function resultOf(attributes: XmlElement['attributes']): TestResult {
  const { name = '', type = '', method, result = '' } = attributes;
  const outcome = Object.hasOwn(OUTCOMES, result) ? OUTCOMES[result] : undefined;
  const className = classOf(type);
  return {
    outcome: outcome ?? 'skipped',
    groups: className === '' ? [] : [className],
    title: methodTitle(name, className, method),
    ...durationOf(secondsIn(attributes['time'])),
  };
}
