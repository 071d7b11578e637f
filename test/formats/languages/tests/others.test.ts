import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of other languages (ASpec.scala)', () => {
  const cases: readonly DeclaredTest[] = [
    ['// @verifies IP-1\ntest("x") {\n  f()\n}', 'x'],
    ['// @verifies IP-1\nit should "x" in {\n  f()\n}', 'x'],
    ['// @verifies IP-1\n"A stock" should "x" in {\n  f()\n}', 'x'],
    ['// @verifies IP-1\nignore("x") {\n  f()\n}', 'x: skipped'],
    ['// @verifies IP-1\n"x" in {\n  f()\n}', 'x'],
    ['// @verifies IP-1\n"x" ignore {\n  f()\n}', 'x: skipped'],
    ['// @verifies IP-1\nit("x") {\n  f()\n}', 'x'],
    ['// @verifies IP-1\ntest("x".ignore) {\n  f()\n}', 'x: skipped'],
    ['// @verifies IP-1\nproperty("x") {\n}', 'x'],
    ['// @verifies IP-1\n"A stock" should {\n}', 'group A stock'],
    ['// @verifies IP-1\nit should "x" ignore {\n}', 'x: skipped'],
    ['// @verifies IP-1\n@Test def x(): Unit = {\n}', 'x()'],
  ];
  tryDeclaredTests('ASpec.scala', cases);
});

describe('tests of other languages (Tests.fs)', () => {
  const cases: readonly DeclaredTest[] = [
    ['// @verifies IP-1\n[<Fact>]\nlet ``x y`` () =\n  f()', 'x y'],
    ['// @verifies IP-1\n[<Fact(Skip = "later")>]\nlet ``x y`` () =\n  f()', 'x y: skipped'],
    ['// @verifies IP-1\n[<Test>]\nlet x () =\n  f()', 'x()'],
    ['// @verifies IP-1\ntestCase "x" <| fun _ ->\n  f()', 'x'],
    ['// @verifies IP-1\nptestCase "x" <| fun _ ->\n  f()', 'x: skipped'],
  ];
  tryDeclaredTests('Tests.fs', cases);
});

describe('tests of other languages (Tests.vb)', () => {
  const cases: readonly DeclaredTest[] = [
    ["' @verifies IP-1\n<Test>\nPublic Sub X()\nEnd Sub", 'X()'],
    ["' @verifies IP-1\n<TestMethod()>\nPublic Sub X()\nEnd Sub", 'X()'],
    ['\' @verifies IP-1\n<Fact, Trait("a", "b")>\nPublic Sub X()\nEnd Sub', 'X()'],
  ];
  tryDeclaredTests('Tests.vb', cases);
});

describe('tests of other languages (a_spec.lua)', () => {
  const cases: readonly DeclaredTest[] = [
    ["-- @verifies IP-1\nit('x', function()\n  f()\nend)", 'x'],
    ["-- @verifies IP-1\npending('x', function()\nend)", 'x: skipped'],
    ["-- @verifies IP-1\nit('x', function()\n  pending('later')\nend)", 'x: skipped'],
    ['-- @verifies IP-1\nfunction TestStock:testX()\n  f()\nend', 'TestStock:testX()'],
  ];
  tryDeclaredTests('a_spec.lua', cases);
});

describe('tests of other languages (a.Tests.ps1)', () => {
  const cases: readonly DeclaredTest[] = [
    ["# @verifies IP-1\nIt 'x' {\n  f\n}", 'x'],
    ["# @verifies IP-1\nIt 'x' -Skip {\n  f\n}", 'x: skipped'],
    ["# @verifies IP-1\nDescribe 'x' {\n}", 'group x'],
    ["Describe 'a' {\n  # @verifies IP-1\n  It 'x' {\n    f\n  }\n}", 'x in a'],
    ["# @verifies IP-1\nIt 'x' {\n  Set-ItResult -Skipped\n}", 'x: skipped'],
  ];
  tryDeclaredTests('a.Tests.ps1', cases);
});

describe('tests of other languages (test_a.jl)', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\n@testset "x" begin\n  f()\nend', 'x'],
    ['# @verifies IP-1\n@testset "x $n" for n in 1:2\n  f()\nend', 'x $n'],
  ];
  tryDeclaredTests('test_a.jl', cases);
});

describe('tests of other languages (test_a.nim)', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\ntest "x":\n  f()', 'x'],
    ['# @verifies IP-1\nsuite "x":\n  f()', 'group x'],
  ];
  tryDeclaredTests('test_a.nim', cases);
});

describe('tests of other languages (a_test.clj)', () => {
  const cases: readonly DeclaredTest[] = [['; @verifies IP-1\n(testing "x"\n  (is 1))', 'x']];
  tryDeclaredTests('a_test.clj', cases);
});

describe('tests of other languages (ATests.m)', () => {
  const cases: readonly DeclaredTest[] = [
    ['// @verifies IP-1\n- (void)testX {\n  f();\n}', 'testX()'],
    ['// @verifies IP-1\nit(@"x", ^{\n  f();\n});', 'x'],
  ];
  tryDeclaredTests('ATests.m', cases);
});

describe('tests of other languages (a_spec.cr)', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\nit "x" do\n  f\nend', 'x'],
    ['# @verifies IP-1\npending "x" do\nend', 'x: skipped'],
  ];
  tryDeclaredTests('a_spec.cr', cases);
});

describe('tests of other languages (a_test.zig)', () => {
  const cases: readonly DeclaredTest[] = [
    ['// @verifies IP-1\ntest "x" {\n  try f();\n}', 'x'],
    ['// @verifies IP-1\ntest "x" {\n  return error.SkipZigTest;\n}', 'x: skipped'],
  ];
  tryDeclaredTests('a_test.zig', cases);
});

describe('tests of other languages (a_test.coffee)', () => {
  const cases: readonly DeclaredTest[] = [
    ["# @verifies IP-1\nit 'x', ->\n  f()", 'x'],
    ["# @verifies IP-1\ndescribe 'x', ->\n  f()", 'group x'],
  ];
  tryDeclaredTests('a_test.coffee', cases);
});

describe('tests of other languages (a_test.ml)', () => {
  const cases: readonly DeclaredTest[] = [
    ['(* @verifies IP-1 *)\nlet test_x () =\n  f ()', 'test_x()'],
    ['(* @verifies IP-1 *)\nlet%test "x" = f ()', 'x'],
  ];
  tryDeclaredTests('a_test.ml', cases);
});

describe('tests of other languages (a.test.vue)', () => {
  const cases: readonly DeclaredTest[] = [["<script>\n// @verifies IP-1\nit('x', f)\n</script>", 'x']];
  tryDeclaredTests('a.test.vue', cases);
});
