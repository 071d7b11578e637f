import type { Outcome, TestResult } from '../../../model/evidence.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';
import { failureOf } from '../failure.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';

/** Why CTest may leave a test out without failing: it is switched off, or said itself that it cannot run here. */
const LEFT_OUT = /^(?:Disabled|SKIP_)/u;

/** Characters that are kept of what a program printed, from its end. */
const MOST = 20_000;

interface Case {
  readonly status: string;
  name: string;
  completion: string;
  /** What the program printed; nothing where it is packed. */
  output: string;
}

/** True for the beginning of the `Test.xml` of CTest, which it writes for CDash. */
export function isCTestXml(head: string): boolean {
  return rootElement(head) === 'Site' && /<Testing\b/u.test(head);
}

/**
 * Reads `Testing/STAMP/Test.xml` of CTest (`Source/CTest/cmCTestTestHandler.cxx` of CMake 3.25 to 4.1). A test is a program here, with a name and nothing else. One that was not run because its program, a file or a
 * fixture is missing has failed, as `ctest` says at its end; one that is disabled or skipped itself is skipped.
 */
export function readCTestXml(text: string): ReadEvidence {
  const results: TestResult[] = [];
  let current: Case | undefined;
  let began: string | undefined;
  let element = '';
  let measurement = '';
  let isPacked = false;
  const lost = readXml(text, {
    open({ name, attributes }) {
      element = name;
      if (name === 'Test' && attributes['Status'] !== undefined)
        current = { status: attributes['Status'], name: '', completion: '', output: '' };
      else if (name === 'NamedMeasurement') measurement = attributes['name'] ?? '';
      else if (name === 'Value') isPacked = attributes['encoding'] !== undefined || attributes['compression'] !== undefined;
    },
    close(name) {
      element = '';
      if (name === 'NamedMeasurement') measurement = '';
      if (name !== 'Test' || !current) return;
      if (current.name.trim() !== '')
        results.push({ outcome: outcomeOf(current), groups: [], title: current.name.trim(), ...failureIn(current) });
      current = undefined;
    },
    text(part) {
      if (element === 'StartTestTime') began = (began ?? '') + part;
      else if (current && element === 'Name') current.name += part;
      else if (current && element === 'Value' && measurement === 'Completion Status') current.completion += part;
      else if (current && element === 'Value' && measurement === '' && !isPacked) current.output = (current.output + part).slice(-MOST);
    },
  });
  return lost[0] && results.length === 0 ? { kind: 'malformed', ...lost[0] } : readResults(results, began, lost);
}

function outcomeOf({ status, completion }: Case): Outcome {
  if (status === 'passed') return 'passed';
  if (status === 'failed') return 'failed';
  const reason = completion.trim();
  return status !== 'notrun' || reason === '' || LEFT_OUT.test(reason) ? 'skipped' : 'failed';
}

/** Why the program did not run or end by itself, else what it printed. */
function failureIn(current: Case): Pick<TestResult, 'failure'> {
  if (outcomeOf(current) !== 'failed') return {};
  const completion = current.completion.trim();
  return failureOf({ message: completion === 'Completed' ? '' : completion, text: current.output });
}
