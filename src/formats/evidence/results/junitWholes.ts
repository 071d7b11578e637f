import type { TestResult } from '../../../model/evidence.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { isSourceFile } from '../sourceFile.ts';

/** A case that failed, as it is named. */
interface FailedCase {
  readonly title: string;
  readonly className: string;
  readonly suite: string;
  readonly file: string | undefined;
  /** True for what is an error and no failure. */
  readonly error: boolean;
  readonly message: string;
}

/** A class with its package. */
const CLASS = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)+$/u;
/** What JUnit, Spock and Surefire call what failed before the tests of a class: Surefire nothing, for JUnit 5. */
const OF_CLASS = /^(?:initializationError|classMethod|executionError|setupSpec|cleanupSpec|)$/u;
const MOCHA_HOOK = /^(?<group>.*?) ?"(?:before|after) (?:all|each)" hook\b/u;
const UNITTEST_HOOK = /^(?:setUp|tearDown)(?<part>Class|Module) \((?<name>[^()]+)\)$/u;
/** The test that unittest makes of a module that cannot be imported: `unittest.loader._FailedTest.tests.test_a`, or the two apart. */
const FAILED_IMPORT = /(?:^|\.)_FailedTest(?:\.(?<name>.+))?$/u;
/** What unittest-xml-reporting takes for the file of what cannot be imported, and of a hook of a class: where unittest made a test of it. */
const OF_UNITTEST = /(?:^|\/)unittest\/(?:loader|suite|case)\.py$/u;
/** What jest-junit calls a suite that failed behind its tests. */
const JEST_SUITE = /Test execution failure: could be caused by test hooks|^Test suite failed to run/u;
const GO_PACKAGE = /^(?:TestMain|\[(?:build|setup) failed\])$/u;
/** What EUnit calls what a fixture does before and behind its tests, which are in brackets. */
const EUNIT_FIXTURE = /^fixture (?:setup|cleanup) \[[\d,]+\]$/u;
/** R's testthat. */
const OUTSIDE_TESTS = /^\(code run outside of /u;

/**
 * The file or group that failed as a whole, where that is what a case stands for and no test; each tool has its own way to say so, told from what Vitest, jest-junit, mocha,
 * pytest, unittest, Surefire, Gradle, gotestsum, bun and testthat write.
 */
export function wholeOf(failed: FailedCase): TestResult | undefined {
  const { title, className, suite, error, message } = failed;
  const file = OF_UNITTEST.test(failed.file ?? '') ? undefined : failed.file;
  if (isSourceFile(title)) return wholeFile(title);
  const hook = UNITTEST_HOOK.exec(title)?.groups;
  if (hook) return hook['part'] === 'Class' ? wholeGroup(file, hook['name'] ?? '') : wholeFile(file, hook['name']);
  const failedImport = FAILED_IMPORT.exec(className) ?? FAILED_IMPORT.exec(title);
  if (failedImport) return wholeFile(file, importedModule(failedImport.groups?.['name'], title));
  if (className === '' && (message.startsWith('collection failure') || (error && CLASS.test(title)))) return wholeFile(file, title);
  if (CLASS.test(className) && (OF_CLASS.test(title) || (title === className && error))) return wholeGroup(file, className);
  const mocha = MOCHA_HOOK.exec(title)?.groups;
  if (mocha) return ofGroup(file, mocha['group'] === '' && !MOCHA_HOOK.test(className) ? className : (mocha['group'] ?? ''));
  if (isJestSuite({ name: title, classname: className })) return file === undefined ? ofGroup(file, suite) : wholeFile(file);
  if (GO_PACKAGE.test(title)) return wholeGroup(file, className);
  if (EUNIT_FIXTURE.test(title)) return wholeFile(file, suite);
  if (title === '(unnamed)') return ofGroup(file, className);
  return OUTSIDE_TESTS.test(title) ? wholeFile(file, className) : undefined;
}

/**
 * True for the case of jest-junit that stands for its suite, which is a file: it is named after the first group in it, and the hook may be of any.
 */
export function isJestSuite({ name = '', classname = '' }: XmlElement['attributes']): boolean {
  return JEST_SUITE.test(name.trim()) || JEST_SUITE.test(classname.trim());
}

/** What is left of results of a suite that failed with all that it holds: nothing in it has passed. */
export function allFailed(results: readonly TestResult[]): readonly TestResult[] {
  return results.map((result) => (result.outcome === 'passed' ? { ...result, outcome: 'failed' } : result));
}

/** `tests.test_a` of a class that ends in `tests` and the title `test_a`, or of a class that has it all. */
function importedModule(name: string | undefined, title: string): string {
  if (name === undefined) return title;
  return title.includes('_FailedTest') || name === title || name.endsWith(`.${title}`) ? name : `${name}.${title}`;
}

/** @param module what names the file where no path does, `tests.test_a`. */
function wholeFile(file: string | undefined, module?: string): TestResult {
  return { outcome: 'failed', whole: 'file', ...(file !== undefined && { file }), groups: module === undefined ? [] : [module], title: '' };
}

function wholeGroup(file: string | undefined, group: string): TestResult {
  return { outcome: 'failed', whole: 'group', ...(file !== undefined && { file }), groups: [group], title: '' };
}

/** What is in no group fails the whole file. */
function ofGroup(file: string | undefined, group: string): TestResult | undefined {
  if (group !== '') return wholeGroup(file, group);
  return file === undefined ? undefined : wholeFile(file);
}

/**
 * Results of a suite, where a case that is named like a group of others and failed without any of them is the group's hook: so Vitest writes a `beforeAll` that threw, whose
 * tests are skipped.
 */
export function withHooks(results: readonly TestResult[]): readonly TestResult[] {
  const failed = new Set(results.filter(({ outcome, whole }) => outcome === 'failed' && !whole).map(({ title }) => title));
  const groups = new Set<string>();
  for (const { title, outcome } of failed.size > 0 ? results : []) {
    for (const group of title.split(' > ').slice(0, -1)) {
      if (outcome === 'failed') failed.delete(group);
      else if (failed.has(group)) groups.add(group);
    }
  }
  return results.map((result) => {
    const { title, file, outcome, failure } = result;
    const isHook = outcome === 'failed' && failed.has(title) && groups.has(title) && file !== undefined;
    return isHook ? { outcome, whole: 'group', file, groups: [title], title: '', ...(failure && { failure }) } : result;
  });
}
