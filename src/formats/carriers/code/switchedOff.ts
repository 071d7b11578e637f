import type { Declaration } from '../../../model/facts.ts';
import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';

type Off = NonNullable<Declaration['off']>;

/** Calls of tests that do not run: of Jest, Vitest, Mocha, Jasmine, QUnit, Playwright, Deno, lab, Quick, Kotest, Ginkgo, busted, ScalaTest. */
export const SKIPPED_CALL: ShownPattern = {
  pattern:
    /(?:^|\.)\s*(?:x(?:it|test|describe|Describe|Context|context|specify|example|should|given|when|then|feature|scenario|expect)\b|[PX](?:It|Describe|Context|When|Specify|Entry|DescribeTable)\b|(?:skip|skipped|ignore|fixme|disabled)(?!\w))|^(?:pending|ignore|skip|ptest\w*|IGNORE_TEST|xIt|xSpecify|xExample)\b/u,
  fits: ['it.skip', 'xit', 'test.fixme', 'Deno.test.ignore', 'ginkgo.PIt', 'pending', 'test.skip.each', 'xdescribe'],
  misses: ['it', 'test.skipIf', 'exit', 'it.only', 'Print'],
};

/** Calls of tests that are still to be written, or that pass while what they ask for fails: of Jest, Vitest, Playwright, AVA. */
export const TODO_CALL: ShownPattern = {
  pattern: /\.\s*(?:todo|failing|fails|fail)(?!\w)|^(?:todo|Todo)\b/u,
  fits: ['it.todo', 'test.failing', 'test.concurrent.fails', 'test.fail', 'todo', 'Todo'],
  misses: ['it.todoIf', 'test', 'todos'],
};

/** The same as an option beside the title. */
export const SKIPPED_OPTION: ShownPattern = {
  pattern:
    /\benabled\s*=\s*false\b|\s-Skip(?![:\w])|^["']?\s*\.?\s*ignore(?=[\s){]|$)|->\s*skip\(\s*(?:\)|["'])|(?<![\w.$])(?:skip|ignore|pending)\s*[:=]\s*(?:true\b|r?["'`])|(?:^|,)\s*:(?:skip|pending)\b|(?:^|,)\s*(?:[gG]inkgo\.)?Pending\s*(?:[,)]|$)|\bdoctest::skip\(\s*(?:true)?\s*\)|\butf?::disabled\(|\bunit_test::disabled\(|\.disabled\s*=\s*true|^\s*(?:\$\s*)?pending(?:With)?\b|^"[^"]*\[(?:\.|hide\])/mu,
  fits: [
    ', { skip: true }, ',
    '{ ignore: true, name: ',
    ", skip: 'slow')",
    ', Pending, ',
    ' * doctest::skip()',
    '"[.slow]"',
    '.config(enabled = false)',
    ' -Skip ',
    ' ignore ',
    '".ignore)',
    ', * boost::unit_test::disabled()',
    '$ pendingWith',
    "->skip('')",
  ],
  misses: [', { skip: isWindows }, ', ', { noskip: true }', '{ skip: false }'],
};
export const TODO_OPTION: ShownPattern = {
  pattern:
    /->\s*todo\(|(?<![\w.$])(?:todo|fails|failing)\s*[:=]\s*(?:true\b|["'`])|\bdoctest::should_fail\(\s*(?:true)?\s*\)|\[!(?:shouldfail|mayfail)\]/u,
  fits: [', { todo: true }, ', "{ todo: 'later' }", ', { fails: true }', ', "[!shouldfail]"', ', "[slow][!mayfail]"'],
  misses: [', { todo: false }', '{ mytodo: true }'],
};

/**
 * Attributes of tests that do not run, whatever the circumstances: JUnit, TestNG, Spock, xUnit.net, NUnit, TUnit, pytest, unittest, Rust, Swift Testing,
 * ExUnit, Codeception, package:test.
 */
export const SKIPPED_ATTRIBUTE: ShownPattern = {
  pattern:
    /@(?:[\w.]+\.)?(?:Disabled|Ignored?|PendingFeature|NotYetImplemented|Skip)(?![\w])|@(?:[\w.]+\.)?Test\s*\([^)]*\benabled\s*=\s*false|(?:[[,]<?|^\s*<)\s*(?:\w+\.)*(?:Ignore|Explicit|Skip)(?:Attribute)?\s*[\](,>]|(?:[[,]<?|^\s*<)\s*(?:\w+\.)*(?:Fact|Theory|\w*Fact|\w*Theory)(?:Attribute)?\s*\((?![^\]]*\bSkip(?:When|Unless)\b)[^\]]*\b(?:Skip\s*=\s*(?!null)|Explicit\s*=\s*true)|#\[\s*ignore\s*[\]=(]|#\[\s*cfg\(\s*(?:any\(\s*\)|false)\s*\)|@(?:pytest\.)?mark\.skip(?!\w)|@(?:unittest\.)?skip\s*(?:\(|$)|@(?:Test|Suite)\s*\([^)]*\.disabled\s*\(\s*["')]|@(?:module|describe)?tag\s+(?::skip\b|skip:\s*(?:true|"))|#\[\s*\\?(?:\w+\\)*(?:Skip|Incomplete)\b|(?:^|\s)@(?:skip|skipped|ignored?|disabled|todo|pending)(?=\s|$)/mu,
  fits: [
    '@Disabled',
    '@Ignore("slow")',
    '@Test(enabled = false)',
    '[Ignore("slow")]',
    '[Test, Explicit]',
    '[Fact(Skip = "slow")]',
    '#[ignore]',
    '#[ignore = "slow"]',
    '#[cfg(any())]',
    '@pytest.mark.skip(reason="slow")',
    '@unittest.skip("slow")',
    '@Test(.disabled("slow"))',
    '@Suite(.disabled())',
    '@tag :skip',
    '@tag skip: "slow"',
    '#[Skip]',
    '[<Fact(Skip = "slow")>]',
    '<Ignore>',
    '@IP-1 @ignore',
  ],
  misses: [
    '@DisabledOnOs(OS.LINUX)',
    '@IgnoreIf({ a })',
    '[Fact(Skip = "a", SkipWhen = nameof(A))]',
    '[Fact]',
    '@pytest.mark.skipif(a)',
    '@unittest.skipIf(a)',
    '@Test(.disabled(if: a))',
    '@tag :skipped_once',
    '#[cfg_attr(miri, ignore)]',
  ],
};
/** Attributes of tests that are expected to fail: a pass of theirs shows the opposite. */
export const TODO_ATTRIBUTE: ShownPattern = {
  pattern: /@(?:pytest\.)?mark\.xfail\s*(?:\(\s*(?:\)|(?:reason|strict|raises|run)\s*=)|$)|@(?:unittest\.)?expectedFailure\b/mu,
  fits: ['@pytest.mark.xfail', '@pytest.mark.xfail(reason="later")', '@unittest.expectedFailure'],
  misses: ['@pytest.mark.xfail(sys.platform == "win32", reason="a")', '@pytest.mark.slow'],
};
/** Names of tests that GoogleTest does not run. */
export const SKIPPED_NAME: ShownPattern = {
  pattern: /(?:^|,\s*)DISABLED_/u,
  fits: ['Stock, DISABLED_Rejects', 'DISABLED_Stock, Rejects'],
  misses: ['Stock, Rejects', 'Stock, IS_DISABLED_Now'],
};

/** Files of which no test runs: of pytest, unittest, ExUnit, package:test, Go and Rust. */
export const SKIPPED_FILE: ShownPattern = {
  pattern:
    /^(?:\/\/\s*(?:go:build\s+(?:[\w!.]+\s*&&\s*)*|\+build\s+)ignore\s*(?:&&[^|\n]*)?$|#!\[cfg\((?:any\(\)|false)\)\]|__test__\s*=\s*False\b|raise\s+(?:unittest\.)?SkipTest\b|pytestmark\s*=\s*(?:\[[^\]]*)?pytest\.mark\.skip(?!\w)|pytest\.skip\([^\n]*\ballow_module_level\s*=\s*True|\s*@moduletag\s+(?::skip\b|skip:\s*(?:true|"))|@Skip\([^\n]*\)\s*\nlibrary\b)/mu,
  fits: [
    'pytestmark = pytest.mark.skip',
    'pytestmark = [pytest.mark.slow, pytest.mark.skip(reason="a")]',
    '  @moduletag :skip',
    "@Skip('a')\nlibrary a;",
    '//go:build ignore',
    '//go:build linux && ignore',
    '// +build ignore',
    '#![cfg(any())]',
    '__test__ = False',
    'raise unittest.SkipTest("a")',
  ],
  misses: [
    'pytestmark = pytest.mark.skipif(a, reason="b")',
    'pytest.skip("a")',
    '//go:build ignore || linux',
    '//go:build !ignore',
    '  __test__ = False',
  ],
};

/** Blocks of which failures do not count: Perl's. */
export const TODO_BLOCK: ShownPattern = { pattern: /^\s*TODO\s*:\s*\{/u, fits: ['TODO: {'], misses: ['# TODO: {', 'SKIP: {'] };
/** Blocks that are never run. */
export const DEAD_BLOCK: ShownPattern = {
  pattern: /^\s*(?:if\s*\(?\s*(?:false|False|FALSE|0|constexpr\s*\(\s*false)\s*\)?|unless\s*\(?\s*(?:true|1)\s*\)?)\s*(?:\{|:|then)?\s*$/u,
  fits: ['if (false) {', 'if False:', 'if 0:', '  if false', 'unless true'],
  misses: ['if (isFast) {', 'if (0 < n) {', 'if falsely:', 'else if (false) {'],
};

/** Statements that give a test up wherever a body begins with them; conditions such as `testing.Short()` are before or within. */
const GIVES_UP = String.raw`(?:await\s+|return\s+)?(?:(?:(?:\w+|\$this)(?:\.|->|::))+(?:skip|Skip|Skipf|skipTest|fixme|todo|Ignore|Inconclusive|markTestSkipped|markTestIncomplete)|pending|skip|pytest\.xfail|Assumptions\.abort|GTEST_SKIP|SKIP|throw\s+XCTSkip|throw\s+new\s+(?:Skip|TestAborted|Assumption\w*)Exception)\s*\(\s*(?:\)|[frL$@]{0,2}["'\x60]|true\b|(?:reason|msg|message)\s*=)|\w+\.SkipNow\s*\(|(?:pending|skip)\s*(?:["'\n;}]|$)|(?:\w+\.)*(?:assume|assumeTrue|assumeThat|Assume\.That)\s*\((?:\s*["'][^"'\n]*["']\s*,)?\s*false\b|(?:\w+\.)*assumeFalse\s*\((?:\s*["'][^"'\n]*["']\s*,)?\s*true\b|pendingWith\s|plan\s+skip_all\b|return\s+error\.SkipZigTest\b|Set-ItResult\s+-(?:Skipped|Pending|Inconclusive)\b|raise\s+(?:unittest\.)?SkipTest\b`;
/** Statements that only fail. */
const FAILS = String.raw`throw\s+(?:new\s+)?[\w.:\\]+\s*(?:\([^()]*\)|\{[^{}]*\})?|throw\s+["'\x60][^;\n]*|raise\b[^;\n}]*|(?:todo|unimplemented|panic|unreachable)!\s*\([^()]*\)|(?:TODO|abort|cancel|FAIL|ADD_FAILURE|fatalError|XCTFail|fail|flunk|panic|die|stop|error|Fail|BOOST_FAIL|expectationFailure|assertFailure|ck_abort_msg|ck_abort|TEST_FAIL|TEST_FAIL_MESSAGE|TEST_IGNORE_MESSAGE|TEST_IGNORE|fail_msg)\s*(?:\([^()]*\)|["'][^;\n]*|$)|(?:t|self|this|assert|Assert|expect|pytest|Issue|Assertions|Test|\$this|\w+Assert)(?:\.|->|::)(?:Fatal|Fatalf|Error|Errorf|FailNow|Fail|fail|failTest|Inconclusive|Ignore|unreachable|assert_fail|record)\s*\([^()]*\)|\?\?\?|Promise\.reject\s*\((?:[^()]|\([^()]*\))*\)|expect\(\s*(?:true\s*\)\.(?:toBe\(\s*false\s*\)|toEqual\(\s*false\s*\)|toBeFalsy\(\))|false\s*\)\.(?:toBe\(\s*true\s*\)|toEqual\(\s*true\s*\)|toBeTruthy\(\)))|assert(?:\.ok|\.isTrue|\.isOk)?\s*\(\s*false\b[^()]*\)|assert\s+False\b[^;\n]*|assert!\s*\(\s*false[^()]*\)|Assert\.(?:True|IsTrue)\s*\(\s*false[^()]*\)`;
const END = String.raw`(?:\s*<<[^;\n]*)?\s*;?\s*(?:[})\];,]|\bend\b|\s)*$`;

const OPENING = String.raw`(?:\{(?:[^\S\n]*\|[^|\n]*\|)?|=>|->|[:=]|\bdo\b(?:[^\S\n]*\|[^|\n]*\|)?|\bin\b|\bbegin\b|function\s*\([^()]*\)|\)[^\S\n]*(?=\n))`;
/** In one line: nothing else is before it. */
const ONE_LINE = new RegExp(String.raw`^(?:[^;{}\n]|\(\s*\{[^{}\n]*\})*(?:${OPENING})\s*(?:(?:return|await)\s+)?(?:${FAILS})${END}`, 'u');
const ONE_LINE_UP = new RegExp(String.raw`^(?:[^;{}\n]|\(\s*\{[^{}\n]*\})*(?:${OPENING})\s*(?:${GIVES_UP})`, 'u');
const BODY = new RegExp(String.raw`^\s*(?:(?:return|await)\s+)?(?:${FAILS})${END}`, 'u');
const BODY_UP = new RegExp(String.raw`^\s*(?:${GIVES_UP})`, 'u');
/** Ends the head of a declaration whose body begins in the next line. */
const HEAD_END = new RegExp(String.raw`^(?:(?:async\s+)?def\s[^\n:=]*|sub\s+\w+)\n|(?:${OPENING})[^\S\n]*\n`, 'u');
/** Robot Framework, whose settings are before what a test does. */
const ROBOT =
  /^[^\n]+\n(?:\s+(?:\[[^\n]*|\.\.\.[^\n]*)\n)*\s+(?:Skip|(Fail))(?:\s{2,}[^\n]*)?(?:\n|$)|^[^\n]+\n(?:[^\n]*\n)*?\s+\[Tags\][^\n]*\srobot:skip(?:\s|$)/u;
/** Longer bodies do more than fail, in UTF-16 code units. */
const LONGEST = 4000;

/**
 * Whether a body of a test gives up or fails whatever the code does, as what the editor writes for a new test does: `throw new Error('not written yet')`.
 *
 * @param code the whole declaration without comments, its strings empty.
 */
export function bodyOff(code: string): Off | undefined {
  const text = code
    .slice(0, LONGEST)
    .replaceAll(/[^\S\n]*\n(?:\s*\n)*/gu, '\n')
    .trim();
  const robot = ROBOT.exec(text);
  if (robot) return robot[1] === undefined ? 'skipped' : 'todo';
  const head = HEAD_END.exec(text);
  // A brace of its own line belongs to the head.
  const body = head && text.slice(head.index + head[0].length).replace(/^\s*(?:\{|begin)[^\S\n]*\n/u, '');
  if (ONE_LINE_UP.test(text) || (body && BODY_UP.test(body))) return 'skipped';
  if (code.length > LONGEST) return undefined;
  return ONE_LINE.test(text) || (body && BODY.test(body)) ? 'todo' : undefined;
}

/** Whether a call of a test is switched off by its callee, `it.skip.each(table)`, or by what is next to its title. */
export function callOff(callee: string, options: string): Off | undefined {
  const chain = callee.replace(/\([\s\S]*\)|`[\s\S]*`/u, '');
  if (TODO_CALL.pattern.test(chain) || TODO_OPTION.pattern.test(options)) return 'todo';
  return SKIPPED_CALL.pattern.test(chain) || SKIPPED_OPTION.pattern.test(options) ? 'skipped' : undefined;
}

/** Whether attributes switch a test off. */
export function attributesOff(attributes: string): Off | undefined {
  if (TODO_ATTRIBUTE.pattern.test(attributes)) return 'todo';
  return SKIPPED_ATTRIBUTE.pattern.test(attributes) ? 'skipped' : undefined;
}
