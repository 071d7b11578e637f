import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { failureOf } from '../failure.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** The lists that tests are sorted into; Ceedling has one more, of tests that were left out. */
const LISTS: Readonly<Record<string, Outcome>> = { FailedTests: 'failed', SuccessfulTests: 'passed', IgnoredTests: 'skipped' };

/** What may follow the name of a test that failed. */
const TOLD: ReadonlySet<string> = new Set(['File', 'Line', 'Message']);

/** True for the beginning of the XML of CppUnit; TRX has a root of that name too, in the namespace of Visual Studio. */
export function isCppUnitXml(head: string): boolean {
  return rootElement(head) === 'TestRun' && !/VisualStudio\/TeamTest/u.test(head) && /<(?:Failed|Successful|Ignored)Tests\b/u.test(head);
}

/** Reads the XML of CppUnit (`XmlOutputter.cpp` of 1.15), as Ceedling, AUnit and CUnit's scripts write it as well: lists of tests by what became of them, named `Shop::OrderTest::rejects`. */
export function readCppUnitXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  let outcome: Outcome | undefined;
  let element = '';
  let fields = new Map<string, string>();
  /** The test that is open, where it has been named. */
  let named: TestResult | undefined;
  const lost = readXml(text, {
    open({ name }) {
      if (Object.hasOwn(LISTS, name)) outcome = LISTS[name];
      if (name === 'Name') fields = new Map();
      element = name;
    },
    close(name) {
      if (Object.hasOwn(LISTS, name)) outcome = undefined;
      const title = (fields.get('Name') ?? '').trim();
      if (name === 'Name' && outcome && title !== '') results.push((named = { outcome, ...nameOf(title) }));
      else if (TOLD.has(name) && named?.outcome === 'failed') results.splice(-1, 1, { ...named, ...saidBy(fields) });
      element = '';
    },
    text(part) {
      if (element === 'Name' || TOLD.has(element)) fields.set(element, (fields.get(element) ?? '') + part);
    },
  });
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, undefined, lost);
}

function nameOf(name: string): Pick<TestResult, 'groups' | 'title'> {
  const at = name.lastIndexOf('::');
  return at < 0 ? { groups: [], title: name } : { groups: [name.slice(0, at)], title: name.slice(at + 2) };
}

function saidBy(fields: ReadonlyMap<string, string>): Pick<TestResult, 'failure'> {
  return failureOf({ message: fields.get('Message'), file: fields.get('File')?.trim(), line: Number(fields.get('Line') ?? 0) });
}
