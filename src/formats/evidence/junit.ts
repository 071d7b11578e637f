import type { Outcome, TestResult } from '../../model/evidence.ts';
import { isSourceFile } from './sourceFile.ts';
import { readResults } from './reading.ts';
import type { ReadEvidence } from './reading.ts';
import type { XmlElement } from '../carriers/xml/xml.ts';
import { readXml, rootElement } from '../carriers/xml/xml.ts';

interface Suite {
  readonly name: string;
  readonly file: string | undefined;
}

interface Case {
  readonly element: XmlElement;
  failed: boolean;
  skipped: boolean;
}

/** What CTest, GoogleTest and others write in `status` or `result` of a test that did not run. */
const NOT_RUN: ReadonlySet<string> = new Set(['skipped', 'disabled', 'notrun', 'suppressed', 'ignored', 'pending']);

/** Names that tools put where nothing has one: mocha, mocha-junit-reporter, pytest, CTest, and node --test as the class of everything. */
const NO_GROUPS: ReadonlySet<string> = new Set(['', 'Mocha Tests', 'Root Suite', 'pytest', '(empty)', 'test']);

/** Attributes that name the file, in the order of trust. */
const FILE_ATTRIBUTES = ['file', 'filepath', 'filename'] as const;

/** True for the beginning of a JUnit XML file: its first element is `testsuites` or `testsuite`. */
export function isJUnit(head: string): boolean {
  const root = rootElement(head);
  return root === 'testsuites' || root === 'testsuite';
}

/**
 * Reads JUnit XML. There is no standard; this takes what Surefire and Gradle, pytest, jest-junit, mocha's reporters, Vitest, node --test, gotestsum,
 * cargo-nextest, CTest, GoogleTest, PHPUnit and the JUnit logger of .NET write, whose differences are: where the file stands (`file` of the case or a
 * suite around it, or a name that is a path), how groups are told (`classname`, `class`, nested suites) and what `skipped` looks like.
 * A test that failed first and passed when it was run again (`flakyFailure`) passed.
 */
export function readJUnit(text: string): ReadEvidence {
  const results: TestResult[] = [];
  const suites: Suite[] = [];
  let current: Case | undefined;
  let timestamp: string | undefined;
  const malformed = readXml(text, {
    open(element) {
      const { name, attributes } = element;
      if (name === 'testsuites' || name === 'testsuite') {
        timestamp ??= attributes['timestamp'];
        if (name === 'testsuite') suites.push(suiteOf(attributes));
      } else if (name === 'testcase') {
        timestamp ??= attributes['timestamp'];
        current = { element, failed: false, skipped: NOT_RUN.has((attributes['result'] ?? attributes['status'] ?? '').toLowerCase()) };
      } else if (current && (name === 'failure' || name === 'error')) current.failed = true;
      else if (current && (name === 'skipped' || name === 'disabled')) current.skipped = true;
    },
    close(name) {
      if (name === 'testsuite') suites.pop();
      if (name !== 'testcase' || !current) return;
      results.push(resultOf(current, suites));
      current = undefined;
    },
  });
  return malformed ? { kind: 'malformed', ...malformed } : readResults(results, timestamp);
}

function suiteOf(attributes: XmlElement['attributes']): Suite {
  const name = attributes['name'] ?? '';
  return { name, file: fileOf(attributes) ?? (isSourceFile(name) ? name : undefined) };
}

function resultOf({ element: { attributes }, failed, skipped }: Case, suites: readonly Suite[]): TestResult {
  const title = attributes['name'] ?? '';
  // PHPUnit has the class with backslashes in one and with full stops in the other.
  const className = attributes['classname'] ?? attributes['class'] ?? '';
  const file = fileOf(attributes) ?? (isSourceFile(className) ? className : suites.findLast((suite) => suite.file !== undefined)?.file);
  // jest-junit and mocha-junit-reporter put all groups before the title, and say the title again as a class; CTest has nothing but the title.
  const whole = className !== '' && title.endsWith(className.trim());
  const groups = whole ? [] : suites.map(({ name }) => name).filter(isGroup);
  if (!whole && isGroup(className) && groups.at(-1) !== className) groups.push(className);
  const unfailed = skipped ? 'skipped' : 'passed';
  const outcome: Outcome = failed ? 'failed' : unfailed;
  return { outcome, ...(file !== undefined && { file }), groups, title: title.trim() };
}

function isGroup(name: string): boolean {
  return !NO_GROUPS.has(name) && !isSourceFile(name);
}

function fileOf(attributes: XmlElement['attributes']): string | undefined {
  return FILE_ATTRIBUTES.map((name) => attributes[name]).find((file) => file);
}
