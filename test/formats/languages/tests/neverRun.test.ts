import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

const V = '@verifies IP-1';

/** Tests that a body, a block around them, their class or their file keeps from running or from counting, by the file; and others that look like them. */
const CASES: Readonly<Record<string, readonly DeclaredTest[]>> = {
  'tests/test_a.py': [
    [`# ${V}\ndef test_x():\n    pytest.xfail("later")\n    run()`, 'test_x(): skipped'],
    [`# ${V}\ndef test_x():\n    pytest.xfail(reason="later")`, 'test_x(): skipped'],
    [`# ${V}\ndef test_x():\n    if windows:\n        pytest.xfail("later")\n    run()`, 'test_x()'],
    [`class TestA:\n    __test__ = False\n\n    # ${V}\n    def test_x(self):\n        run()`, 'test_x() in class TestA: skipped'],
    [
      `class TestA:\n    """Doc."""\n\n    __test__ = False  # base\n\n    # ${V}\n    def test_x(self):\n        run()`,
      'test_x() in class TestA: skipped',
    ],
    [`class TestA:\n    __test__ = True\n\n    # ${V}\n    def test_x(self):\n        run()`, 'test_x() in class TestA'],
    [`class TestB:\n    __test__ = False\n\nclass TestA:\n    # ${V}\n    def test_x(self):\n        run()`, 'test_x() in class TestA'],
    [`__test__ = False\n\n# ${V}\ndef test_x():\n    run()`, 'test_x(): skipped'],
    [`if False:\n    # ${V}\n    def test_x():\n        run()`, 'test_x(): skipped'],
    [`if windows:\n    # ${V}\n    def test_x():\n        run()`, 'test_x()'],
    [`import unittest\nraise unittest.SkipTest("later")\n\n# ${V}\ndef test_x():\n    run()`, 'test_x(): skipped'],
  ],
  'ATest.java': [
    [`class ATest {\n  // ${V}\n  @Test void x() { Assumptions.abort("later"); run(); }\n}`, 'x() in class ATest: skipped'],
    [`class ATest {\n  // ${V}\n  @Test void x() { abort("later"); }\n}`, 'x() in class ATest: todo'],
    [`class ATest {\n  // ${V}\n  @Test void x() {\n    assumeTrue(false);\n    run();\n  }\n}`, 'x() in class ATest: skipped'],
    [
      `class ATest {\n  // ${V}\n  @Test void x() {\n    Assume.assumeTrue("later", false);\n    run();\n  }\n}`,
      'x() in class ATest: skipped',
    ],
    [`class ATest {\n  // ${V}\n  @Test void x() {\n    assumeFalse(true);\n    run();\n  }\n}`, 'x() in class ATest: skipped'],
    [`class ATest {\n  // ${V}\n  @Test void x() {\n    assumeTrue(isLinux());\n    run();\n  }\n}`, 'x() in class ATest'],
  ],
  'a_test.go': [
    [`//go:build ignore\n\npackage a\n\n// ${V}\nfunc TestX(t *testing.T) {\n\trun()\n}`, 'TestX(): skipped'],
    [`// +build ignore\n\npackage a\n\n// ${V}\nfunc TestX(t *testing.T) {\n\trun()\n}`, 'TestX(): skipped'],
    [`//go:build linux && ignore\n\npackage a\n\n// ${V}\nfunc TestX(t *testing.T) {\n\trun()\n}`, 'TestX(): skipped'],
    [`//go:build integration\n\npackage a\n\n// ${V}\nfunc TestX(t *testing.T) {\n\trun()\n}`, 'TestX()'],
    [`//go:build !ignore\n\npackage a\n\n// ${V}\nfunc TestX(t *testing.T) {\n\trun()\n}`, 'TestX()'],
  ],
  'a.rs': [
    [`// ${V}\n#[cfg(any())]\n#[test]\nfn x() { run() }`, 'x(): skipped'],
    [`#![cfg(any())]\n// ${V}\n#[test]\nfn x() { run() }`, 'x(): skipped'],
    [`// ${V}\n#[cfg(unix)]\n#[test]\nfn x() { run() }`, 'x()'],
  ],
  'a_test.cpp': [
    [`#if 0\nTEST(A, Z) { Run(); }\n#else\n// ${V}\nTEST(A, X) { Run(); }\n#endif`, 'A, X'],
    [`#if 1\n// ${V}\nTEST(A, X) { Run(); }\n#endif`, 'A, X'],
    [`#if 0\n#ifdef A\n#endif\nint a;\n#endif\n// ${V}\nTEST(A, X) { Run(); }`, 'A, X'],
    [`// ${V}\nTEST_CASE("x", "[!mayfail]") { CHECK(run()); }`, 'x: todo'],
    [`// ${V}\nTEST_CASE("x", "[slow][!mayfail]") { CHECK(run()); }`, 'x: todo'],
    [`// ${V}\nTEST_CASE("x", "[slow]") { CHECK(run()); }`, 'x'],
  ],
  'ASpec.scala': [
    [`class ASpec extends AnyFunSuite {\n  // ${V}\n  test("x") { pending }\n}`, 'x in class ASpec: skipped'],
    [`class ASpec extends AnyFunSuite {\n  // ${V}\n  test("x") {\n    pending\n    run()\n  }\n}`, 'x in class ASpec: skipped'],
    [`class ASpec extends AnyFunSuite {\n  // ${V}\n  test("x") { ??? }\n}`, 'x in class ASpec: todo'],
    [`class ASpec extends AnyFunSuite {\n  // ${V}\n  test("x") {\n    cancel("later")\n  }\n}`, 'x in class ASpec: todo'],
    [`class ASpec extends AnyFunSuite {\n  // ${V}\n  test("x") {\n    assume(false)\n    run()\n  }\n}`, 'x in class ASpec: skipped'],
    [`class ASpec extends AnyFunSuite {\n  // ${V}\n  test("x") { assume(isLinux); run() }\n}`, 'x in class ASpec'],
  ],
  'ATest.kt': [
    [`class ATest : FunSpec({\n  // ${V}\n  test("!x") { run() }\n})`, '!x in class ATest: skipped'],
    [`class ATest : StringSpec({\n  // ${V}\n  "!x" { run() }\n})`, '!x in class ATest: skipped'],
    [`class ATest : StringSpec({\n  // ${V}\n  "x!" { run() }\n})`, 'x! in class ATest'],
  ],
  'a.t': [
    [`TODO: {\n  local $TODO = 'later';\n  # ${V}\n  subtest 'x' => sub { ok(1) };\n}`, 'x: todo'],
    [`TODO: {\n  local $TODO = 'later';\n  for my $n (1, 2) {\n    # ${V}\n    ok($n, 'x');\n  }\n}`, 'x: todo'],
    [`if (0) {\n  # ${V}\n  subtest 'x' => sub { ok(1) };\n}`, 'x: skipped'],
    [`TODO: {\n  ok(1, 'y');\n}\n# ${V}\nsubtest 'x' => sub { ok(1) };`, 'x'],
    [`SKIP: {\n  skip 'no net', 1 unless $net;\n  # ${V}\n  subtest 'x' => sub { ok(1) };\n}`, 'x'],
  ],
  'a.test.js': [
    [`// ${V}\nit('x', () => { expect(true).toBe(false); });`, 'x: todo'],
    [`// ${V}\nit('x', () => { expect(false).toBeTruthy(); });`, 'x: todo'],
    [`// ${V}\nit('x', () => Promise.reject(new Error('later')));`, 'x: todo'],
    [`// ${V}\nit('x', async () => {\n  await Promise.reject(new Error(say('later')));\n});`, 'x'],
    [`// ${V}\nit('x', () => { assert(false); });`, 'x: todo'],
    [`// ${V}\nit('x', () => { expect(true).toBe(true); });`, 'x'],
    [`// ${V}\nit('x', () => { controller.abort('now'); expect(run()).toBe(1); });`, 'x'],
    [`// ${V}\nit('x', () => { cancel('order'); expect(run()).toBe(1); });`, 'x'],
    [`if (false) {\n  // ${V}\n  it('x', () => { run(); });\n}`, 'x: skipped'],
    [`if (isFast) {\n  // ${V}\n  it('x', () => { run(); });\n}`, 'x'],
  ],
  'spec/a_spec.rb': [
    [`if false\n  # ${V}\n  it 'x' do\n    run\n  end\nend`, 'x: skipped'],
    [`# ${V}\nit 'x' do\n  pending\n  run\nend`, 'x: skipped'],
  ],
  'a.feature': [
    [`Feature: S\n  # ${V}\n  Scenario: x\n`, 'x in S: todo'],
    [`Feature: S\n  # ${V}\n  Scenario: x\n    As a user of the stock.\n\n  Scenario: y\n    Given z`, 'x in S: todo'],
    [`Feature: S\n  # ${V}\n  Scenario: x\n\n  @slow\n  Scenario: y\n    Given z`, 'x in S: todo'],
    [`Feature: S\n  # ${V}\n  Scenario: x\n    # Given z\n`, 'x in S: todo'],
    [`Feature: S\n  # ${V}\n  Scenario: x\n  Given z`, 'x in S'],
    [`Feature: S\n# ${V}\nScenario: x\n* z`, 'x in S'],
    [`Feature: S\n  # ${V}\n  Scenario: x\n    Words.\n    When z`, 'x in S'],
    [`# language: de\nFunktionalität: S\n  # ${V}\n  Szenario: x\n    Gegeben sei z`, 'x in S'],
    [`# language: eo\nFeature: S\n  # ${V}\n  Scenario: x\n    Donitaĵo z`, 'x in S'],
    [`# language: de\nFunktionalität: S\n  # ${V}\n  Szenario: x\n`, 'x in S: todo'],
  ],
};

// @verifies RT-2.2/AC4~4a69b3
describe('tests that never run, or whose failures count for nothing', () => {
  for (const [path, cases] of Object.entries(CASES)) tryDeclaredTests(path, cases);
});
