import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** The lists that tests are sorted into; Ceedling has one more, of tests that were left out. */
const LISTS: Readonly<Record<string, Outcome>> = { FailedTests: 'failed', SuccessfulTests: 'passed', IgnoredTests: 'skipped' };

/** True for the beginning of the XML of CppUnit; TRX has a root of that name too, in the namespace of Visual Studio. */
export function isCppUnitXml(head: string): boolean {
  return rootElement(head) === 'TestRun' && !/VisualStudio\/TeamTest/u.test(head) && /<(?:Failed|Successful|Ignored)Tests\b/u.test(head);
}

/** Reads the XML of CppUnit (`XmlOutputter.cpp` of 1.15), as Ceedling, AUnit and CUnit's scripts write it as well: lists of tests by what became of them, named `Shop::OrderTest::rejects`. */
export function readCppUnitXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  let outcome: Outcome | undefined;
  let isName = false;
  let name = '';
  const lost = readXml(text, {
    open({ name: element }) {
      if (Object.hasOwn(LISTS, element)) outcome = LISTS[element];
      isName = element === 'Name';
      if (isName) name = '';
    },
    close(element) {
      if (Object.hasOwn(LISTS, element)) outcome = undefined;
      if (element === 'Name' && outcome && name.trim() !== '') results.push({ outcome, ...nameOf(name.trim()) });
      isName = false;
    },
    text(part) {
      if (isName) name += part;
    },
  });
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, undefined, lost);
}

function nameOf(name: string): Pick<TestResult, 'groups' | 'title'> {
  const at = name.lastIndexOf('::');
  return at < 0 ? { groups: [], title: name } : { groups: [name.slice(0, at)], title: name.slice(at + 2) };
}
