import type { TestResult } from '../../../model/evidence.ts';
import { withoutRerunsOfSuite } from './goReruns.ts';
import { JUnitCase } from './junitCase.ts';
import { JUnitTotals } from './junitTotals.ts';
import { allFailed, isJestSuite, withHooks, wholeOf } from './junitWholes.ts';
import { withoutUnsure, withSkips } from './ounitSkips.ts';
import { durationOf, failureOf, secondsIn } from '../failure.ts';
import { isSourceFile } from '../sourceFile.ts';
import { readResults } from '../reading.ts';
import type { ReadEvidence } from '../reading.ts';
import type { XmlElement } from '../../carriers/xml/xml.ts';
import { readXml, rootElement } from '../../carriers/xml/xml.ts';

interface Suite {
  readonly name: string;
  file: string | undefined;
  /** How many results came before its own. */
  readonly start: number;
  /** True as long as no other suite was in it. */
  flat: boolean;
  /** True where a hook failed, and nobody knows of which group. */
  broken: boolean;
}

/** Names that tools put where nothing has one: mocha, mocha-junit-reporter, pytest, CTest, jest-junit, jasmine-reporters, and node --test as the class of everything. */
const NO_GROUPS: ReadonlySet<string> = new Set([
  '',
  'Mocha Tests',
  'Root Suite',
  'pytest',
  '(empty)',
  'test',
  'undefined',
  'focused specs',
  'Minitest::Result',
]);

/** What busted calls the suite of all tests. */
const RUN = /^Run \d+ of \d+$/u;

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
  let suites: Suite[] = [];
  let current: JUnitCase | undefined;
  let timestamp: string | undefined;
  let [tool, output] = ['', ''];
  let inOutput = false;
  const totals = new JUnitTotals();
  const lost = readXml(text, {
    begin() {
      [suites, current, tool] = [[], undefined, ''];
      totals.begin();
    },
    text: (part) => void (inOutput ? (output += part) : current?.take(part)),
    open({ name, attributes }, line) {
      if (attributes['package'] === 'test') tool = 'libtest';
      if (name === 'testsuites' || name === 'testsuite') {
        timestamp ??= attributes['timestamp'];
        totals.open(attributes, line);
        if (name === 'testsuites') tool = attributes['name'] ?? '';
        if (name === 'testsuite') {
          for (const suite of suites) suite.flat = false;
          suites.push(suiteOf(attributes, results.length));
        }
      } else if (name === 'testcase') {
        timestamp ??= attributes['timestamp'];
        current = new JUnitCase(attributesBy(tool, attributes));
      } else if (current) current.open({ name, attributes });
      // WebdriverIO names the file nowhere else.
      else if (name === 'property' && attributes['name'] === 'file') locate(suites.at(-1), attributes['value']);
      else if (name === 'system-out') inOutput = true;
      else if (name === 'error' || name === 'failure') {
        const broken = brokenSuite(suites.at(-1));
        results.push(...broken);
        if (broken.length > 0) totals.failed(1);
        else totals.unnamed(line);
      }
    },
    close(name, line) {
      inOutput = false;
      if (name === 'testsuites' || name === 'testsuite') totals.close();
      if (name === 'testcase' && current) {
        const result = current.leftOut ? undefined : resultOf(current, suites);
        if (result) results.push(result);
        count(current, totals, line);
        const suite = suites.at(-1);
        if (suite && result?.whole && isJestSuite(current.attributes)) suite.broken = true;
        current = undefined;
      } else if (current) current.close();
      else if (name === 'testsuite') {
        const suite = suites.pop();
        if (suite) for (const result of resultsOf(suite, results.splice(suite.start), output)) results.push(result);
        output = '';
      }
    },
  });
  const isEmpty = allClosed(suites, results, output).length === 0;
  return lost[0] && isEmpty ? { kind: 'malformed', ...lost[0] } : readResults(results, timestamp, [...lost, ...totals.lost]);
}

/** The results, when the suites in which a document is cut off have ended. */
function allClosed(suites: Suite[], results: TestResult[], output: string): readonly TestResult[] {
  for (let suite = suites.pop(); suite; suite = suites.pop())
    for (const result of withoutUnsure(resultsOf({ ...suite, flat: false }, results.splice(suite.start), output))) results.push(result);
  return results;
}

/** Counts the failures of a case, and those that are of no test: what failed within pytest itself, and what minitest-reporters gives no class. */
function count(current: JUnitCase, totals: JUnitTotals, line: number): void {
  if (isInternal(current) || isOfNoClass(current)) totals.unnamed(line);
  totals.failed(Math.max(current.failures, Number(current.outcome === 'failed')));
}

/** Results of a suite, when all of it was read. */
function resultsOf({ broken, flat }: Suite, results: readonly TestResult[], output: string): readonly TestResult[] {
  const told = withSkips(results, output);
  const left = broken ? allFailed(told) : told;
  return flat ? withHooks(withoutRerunsOfSuite(left)) : left;
}

/** True for what pytest calls a failure of its own, or of a plugin (`junitxml.py`, pytest_internalerror). */
function isInternal({ attributes, outcome }: JUnitCase): boolean {
  return outcome === 'failed' && attributes['classname'] === 'pytest' && attributes['name'] === 'internal';
}

/** True for what failed where minitest-reporters before version 1.1.12 has one class for all tests: it may be of any that has its name. */
function isOfNoClass({ attributes, outcome }: JUnitCase): boolean {
  return outcome === 'failed' && attributes['classname'] === 'Minitest::Result';
}

function suiteOf(attributes: XmlElement['attributes'], start: number): Suite {
  const written = unquoted(attributes['name'] ?? '');
  const name = EUNIT_MODULE.exec(written)?.groups?.['module'] ?? written;
  return { name, file: fileOf(attributes) ?? (isSourceFile(name) ? name : undefined), start, flat: true, broken: false };
}

function locate(suite: Suite | undefined, file: string | undefined): void {
  if (suite && file !== undefined && isSourceFile(file)) suite.file ??= file;
}

function attributesBy(tool: string, attributes: XmlElement['attributes']): XmlElement['attributes'] {
  if (tool === 'bun test') return outermostFirst(attributes);
  return tool === 'libtest' ? withModules(attributes) : attributes;
}

/** bun has the innermost group first, and escapes what is between groups twice. */
function outermostFirst(attributes: XmlElement['attributes']): XmlElement['attributes'] {
  const groups = (attributes['classname'] ?? '').split(/ (?:&gt;|>) /u);
  return { ...attributes, classname: groups.toReversed().join(' > ') };
}

/** libtest takes the path of a test apart, `stock::tests` and `rejects`, where cargo-nextest has the program as the class. */
function withModules(attributes: XmlElement['attributes']): XmlElement['attributes'] {
  const { classname = '', name = '' } = attributes;
  if (isSourceFile(classname)) return attributes;
  const modules = classname === 'crate' || classname === 'integration' ? '' : `${classname}::`;
  return { ...attributes, classname: '', name: `${modules}${name}` };
}

/** node --test escapes quotes twice. */
function unquoted(name: string): string {
  return name.replaceAll('&quot;', '"');
}

function resultOf(current: JUnitCase, suites: readonly Suite[]): TestResult {
  const { attributes, outcome, error, message } = current;
  const title = unquoted(attributes['name'] ?? '').trim();
  // PHPUnit has the class with backslashes in one and with full stops in the other.
  const className = attributes['classname'] ?? attributes['class'] ?? '';
  const file = fileOf(attributes) ?? fileIn(className) ?? suites.findLast((suite) => suite.file !== undefined)?.file;
  const named = { title, className, file, suite: suites.at(-1)?.name ?? '' };
  const whole = outcome === 'failed' ? wholeOf({ ...named, suite: isGroup(named.suite) ? named.suite : '', error, message }) : undefined;
  const failure = outcome === 'failed' ? failureIn(current, file) : {};
  if (whole) return { ...whole, ...failure };
  const time = durationOf(secondsIn(attributes['time']));
  return { outcome, ...(file !== undefined && { file }), ...nameOf(named, attributes, suites), ...failure, ...time };
}

/** Where Boost.Test says that it failed, above its message. */
const BOOST = /^- file\s*: (?<file>.+)\n- line\s*: (?<line>\d+)$/mu;

/** What a case says of its failure, or printed where it says nothing; at the line of the test where no other is named. */
function failureIn({ attributes, message, text, output }: JUnitCase, file: string | undefined): Pick<TestResult, 'failure'> {
  const said = { message: unquoted(message), text: message === '' && text.trim() === '' ? output : text };
  const { failure } = failureOf(said);
  if (!failure || failure.frames.length > 0) return failure ? { failure } : {};
  const boost = BOOST.exec(text)?.groups;
  return failureOf({
    ...said,
    ...(boost ? { file: boost['file'], line: Number(boost['line']) } : { file, line: Number(attributes['line'] ?? 0) }),
  });
}

interface Named {
  readonly title: string;
  readonly className: string;
  readonly suite: string;
}

/** What the case is in, and its own name. */
function nameOf({ title, className, suite }: Named, attributes: XmlElement['attributes'], suites: readonly Suite[]) {
  // jest-junit and mocha-junit-reporter put all groups before the title, and say the title again as a class; CTest has nothing but the title.
  const again = className.trim();
  const isPest = TITLED_FILE.test(attributes['file'] ?? '');
  const isWhole = again !== '' && (title.endsWith(` ${again}`) || (title === again && suite !== className));
  const groups = isWhole ? [] : suites.map(({ name }) => name).filter(isGroup);
  // tasty joins the groups once more.
  const isRepeated = groups.at(-1) === className || groups.join('.') === className;
  if (!isWhole && isGroup(className) && !isRepeated) groups.push(className);
  const plain = plainTitle(isPest ? title.replace(/(?<=^|→ )it (?=.)/u, '') : title, again);
  const { type_param: type, value_param: value } = attributes;
  // The value of a test of GoogleTest, or the name that somebody gave it, follows the name of the test.
  if (value !== undefined) return { groups, title: `${plain.replace(/\/[^/]*$/u, '')}[${value}]` };
  if (type === undefined) return { groups, title: plain };
  // A typed test of GoogleTest: its type follows the name of the suite.
  return { groups: [...new Set(groups.map((group) => group.replace(/\/[^/]*$/u, '')))], title: `${plain}[${className}, ${type}]` };
}

/** EUnit puts the module and line before a test, and a place in the generator that made it: `stock_tests:10 -titled_test_/0-fun-1- (title)`. */
const EUNIT = /^\w+:\d+(?::\d+)? (?:-(?<generator>\w+)\/\d+-fun-\d+-)?(?<rest>.*)$/su;

/** The suite of a module, and what follows the only test of one. */
const EUNIT_MODULE = /^module '(?<module>\w+)'$/u;
const EUNIT_ONLY = / \(module '\w+'\)$/u;

/** What a specification of behaviour is called by Kotest: `Given: a stock When: empty Then: refuses`. */
const BEHAVIOUR = /^Given: .+ Then: ./su;
const JVM_CLASS = /^[\w$.]+$/u;

/** The title without what a tool puts before each. */
function plainTitle(title: string, className: string): string {
  // minitest numbers what `it` makes; ExUnit says of each test that it is one, and so does Ginkgo.
  const plain = title
    .replace(/^test_\d{4}_(?=.)|^\[It\] (?=.)/u, '')
    .replace(className.startsWith('Elixir.') ? /^(?:test|property) (?=.)/u : /^(?!)/u, '');
  if (JVM_CLASS.test(className) && BEHAVIOUR.test(plain)) return plain.replace(/^Given: /u, '').replaceAll(/ (?:And|When|Then): /gu, ' > ');
  const { generator = '', rest } = EUNIT.exec(plain)?.groups ?? {};
  return rest === undefined ? plain : `${generator}${rest.replace(EUNIT_ONLY, '')}`.trim();
}

/** What failed in a suite before or after its tests. */
function brokenSuite(suite: Suite | undefined): TestResult[] {
  if (!suite) return [];
  const { name, file } = suite;
  if (file !== undefined) return [{ outcome: 'failed', whole: 'file', file, groups: [], title: '' }];
  return isGroup(name) ? [{ outcome: 'failed', whole: 'group', groups: [name], title: '' }] : [];
}

function isGroup(name: string): boolean {
  return !NO_GROUPS.has(name) && !RUN.test(name) && fileIn(name) === undefined;
}

/** Longer names are not looked through for a path, once for each test of a suite. */
const LONGEST_PATH = 1100;

/** `spec/a_spec.lua` for a name that is a path, with a line behind it or not. */
function fileIn(name: string): string | undefined {
  if (name.length > LONGEST_PATH) return undefined;
  const file = name.replace(/:\d+$/u, '');
  return isSourceFile(file) ? file : undefined;
}

/** Pest puts the title behind the file: `tests/ATest.php::it adds one`. */
const TITLED_FILE = /^(?<file>.+\.php)::/u;

function fileOf(attributes: XmlElement['attributes']): string | undefined {
  const file = FILE_ATTRIBUTES.map((name) => attributes[name]).find((value) => value);
  return TITLED_FILE.exec(file ?? '')?.groups?.['file'] ?? file;
}
