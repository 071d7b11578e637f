import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { evidenceOf } from '../../support/formats/evidenceBrief.ts';

const RESULTS = new URL('../../fixtures/results/', import.meta.url);

/** What a text says of each test that failed: `fails: test/a.bats:8 …`. */
function told(text: string): string[] {
  return evidenceOf(text)
    .results.filter(({ outcome }) => outcome === 'failed')
    .map(({ groups, title, failure }) => {
      const [frame] = failure?.frames ?? [];
      const where = frame ? `${frame.file}:${frame.line} ` : '';
      return `${title || groups.join(' > ')}: ${where}${failure?.message ?? 'nothing'}`;
    });
}

describe('what a real runner says of a failure', () => {
  const files: readonly (readonly [file: string, ...told: string[]])[] = [
    [
      'bats@1.8.2/results.tap',
      "never runs: test/hook.bats:2 (from function `setup' in test file test/hook.bats, line 2)\n  `false' failed",
      "fails: test/stock.bats:8 (in test file test/stock.bats, line 8)\n  `[ 'a[b[0]]>1' = x ]' failed",
    ],
    [
      'check@0.15.2/results.tap',
      'fails: Assertion \'"a[b[0]]>1" == "x"\' failed: "a[b[0]]>1" == "a[b[0]]>1", "x" == "x"',
      "has_row: Assertion '_i == 0' failed: _i == 1, 0 == 0",
      'never_runs: not today',
    ],
    [
      'cmocka@1.1.5/results.tap',
      'fails: test/test_stock.c:10 "a[b[0]]>1" != "x"\ntest/test_stock.c:10: error: Failure!',
      'never_runs: Could not run test: Test setup failed',
    ],
    [
      'luaunit@3.4/results.tap',
      'TestHook.test_never_runs: test/test_stock.lua:30 test/test_stock.lua:30: not today',
      'TestStock.test_fails: test/test_stock.lua:12 test/test_stock.lua:12: expected: "x"\nactual: "a[b[0]]>1"',
    ],
    [
      'check@0.15.2/check-results.xml',
      'fails: test/check_stock.c:9 Assertion \'"a[b[0]]>1" == "x"\' failed: "a[b[0]]>1" == "a[b[0]]>1", "x" == "x"',
      "has_row: test/check_stock.c:13 Assertion '_i == 0' failed: _i == 1, 0 == 0",
      'never_runs: test/check_stock.c:16 not today',
    ],
    [
      'cppunit@1.15.1/cppunit-results.xml',
      'neverRuns: setUp() failed\n- uncaught exception of type std::exception (or derived).\n- not today',
      'fails: test/StockTest.cpp:24 equality assertion failed\n- Expected: a[b[0]]>1\n- Actual  : x',
    ],
    [
      'boost@1.74/boost-results.xml',
      'fails: test/stock_test.cpp:14 check std::string("a[b[0]]>1") == "x" has failed [a[b[0]]>1 != x]',
      'has_row[1]: test/stock_test.cpp:20 check n == 1 has failed [2 != 1]',
      'never_runs: std::runtime_error: not today',
    ],
    ['ctest@3.25.1/junit.xml', 'fails: a[b[0]]>1', 'hook: nothing', 'does_not_load: Unable to find executable: no_such_program'],
    [
      'libtest@1.95.0/junit.xml',
      'stock::fails: src/lib.rs:10 thread \'stock::fails\' (0) panicked at src/lib.rs:10:9:\nassertion `left == right` failed\n  left: "a[b[0]]>1"\n right: "x"\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace',
    ],
  ];
  for (const [file, ...expected] of files)
    // @verifies RT-3.1/AC13~df1790
    it(`is read of ${file}`, () => assert.deepEqual(told(readFileSync(new URL(file, RESULTS), 'utf8')), expected));

  const texts: readonly (readonly [format: string, text: string, ...told: string[]])[] = [
    [
      'Robot Framework',
      '<robot generated="2026-11-20T10:00:00" rpa="false"><suite name="Stock" source="/r/stock.robot"><test name="Adds" line="3"><kw name="Should Be Equal"><status status="FAIL">inner</status></kw><status status="FAIL">1 != 2</status></test></suite></robot>',
      'Adds: /r/stock.robot:3 1 != 2',
    ],
    [
      'Robot Framework, of a suite',
      '<robot><suite name="Stock" source="/r/stock.robot"><test name="Adds" line="3"><status status="PASS"></status></test><kw name="Stop" type="TEARDOWN"><status status="FAIL">inner</status></kw><status status="FAIL">Suite teardown failed:\nnot today</status></suite></robot>',
      'Adds: Suite teardown failed:\nnot today',
    ],
    [
      'TestNG',
      '<testng-results failed="1"><suite><test><class name="shop.StockTest"><test-method status="FAIL" name="adds" duration-ms="12"><exception class="java.lang.AssertionError"><message><![CDATA[expected [1] but found [2]]]></message><full-stacktrace><![CDATA[java.lang.AssertionError: expected [1] but found [2]\n\tat org.testng.Assert.fail(Assert.java:5)\n\tat shop.StockTest.adds(StockTest.java:12)]]></full-stacktrace></exception></test-method></class></test></suite></testng-results>',
      'adds: StockTest.java:12 expected [1] but found [2]',
    ],
    [
      'CTest',
      '<Site><Testing><Test Status="failed"><Name>adds</Name><Results><NamedMeasurement name="Completion Status"><Value>Completed</Value></NamedMeasurement><Measurement><Value>stock.cpp:12: 1 is not 2</Value></Measurement></Results></Test></Testing></Site>',
      'adds: stock.cpp:12 stock.cpp:12: 1 is not 2',
    ],
    [
      'CTest, of a time limit',
      '<Site><Testing><Test Status="failed"><Name>adds</Name><Results><NamedMeasurement name="Completion Status"><Value>Timeout</Value></NamedMeasurement><Measurement><Value encoding="base64" compression="gzip">H4sI</Value></Measurement></Results></Test></Testing></Site>',
      'adds: Timeout',
    ],
    [
      'NUnit 2',
      '<test-results failures="1"><test-suite name="S"><results><test-case name="Shop.StockTest.Adds" executed="True" result="Failure"><failure><message><![CDATA[boom]]></message><stack-trace><![CDATA[at Shop.StockTest.Adds() in /r/StockTest.cs:line 5]]></stack-trace></failure></test-case></results></test-suite></test-results>',
      'Adds: /r/StockTest.cs:5 boom',
    ],
    [
      'Perl',
      "1..2\nnot ok 1 - adds\n#   Failed test 'adds'\n#   at t/stock.t line 12.\n#          got: '1'\nok 2 - b\n# Looks like you failed 1 test of 2.\n",
      "adds: t/stock.t:12 Failed test 'adds'\nat t/stock.t line 12.\n       got: '1'",
    ],
    ['TAP with a count behind a failure', '1..1\nnot ok 1 - a\n# tests 1\n# fail 1\n', 'a: nothing'],
    ['TAP with the next subtest behind a failure', '1..2\nnot ok 1 - a\n# Subtest: b\n    ok 1 - c\n    1..1\nok 2 - b\n', 'a: nothing'],
    ['TAP with comments behind a blank line', '1..1\nnot ok 1 - a\n\n# of the run\n', 'a: nothing'],
    ['TAP with comments in the text of a test that passed', '1..2\nok 1 - a\n# fine\nnot ok 2 - b\n', 'b: nothing'],
    ['a group of TAP by what it holds', '1..1\n# Subtest: a\n    not ok 1 - b\n    # boom\n    1..1\nnot ok 1 - a\n', 'b: boom', 'a: boom'],
  ];
  for (const [format, text, ...expected] of texts)
    // @verifies RT-3.1/AC13~df1790
    it(`is read of ${format}`, () => assert.deepEqual(told(text), expected));
});
