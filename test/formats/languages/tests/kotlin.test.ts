import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Kotlin', () => {
  const cases: readonly DeclaredTest[] = [
    ['class StockTest {\n  // @verifies IP-1\n  @Test\n  fun x() {}\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @Test fun `a pretty name`() {}\n}', 'a pretty name in class StockTest'],
    [
      'class StockTest {\n  // @verifies IP-1\n  @Test @DisplayName("a pretty name") fun x() = runTest { f() }\n}',
      'x() in class StockTest as "a pretty name"',
    ],
    ['class StockTest {\n  // @verifies IP-1\n  @Ignore\n  @Test\n  fun x() {}\n}', 'x() in class StockTest: skipped'],
    ['class StockTest {\n  // @verifies IP-1\n  @Test\n  fun x() {\n    TODO("not written yet")\n  }\n}', 'x() in class StockTest: todo'],
    ['class StockTest {\n  // @verifies IP-1\n  @Test\n  fun x(): Unit = TODO("later")\n}', 'x() in class StockTest: todo'],
    [
      'class StockTest {\n  // @verifies IP-1\n  @ParameterizedTest\n  @MethodSource("rows")\n  fun x(n: Int) {}\n}',
      'x() in class StockTest',
    ],
    ['class S : StringSpec({\n  // @verifies IP-1\n  "adds" { f() }\n})', 'adds in class S'],
    ['class S : StringSpec({\n  // @verifies IP-1\n  "adds".config(enabled = false) { f() }\n})', 'adds in class S: skipped'],
    ['class S : WordSpec({\n  // @verifies IP-1\n  "a" should {\n    "adds" { f() }\n  }\n})', 'group a in class S'],
    ['class S : FreeSpec({\n  "a" - {\n    // @verifies IP-1\n    "adds" { f() }\n  }\n})', 'adds in class S > a'],
    ['class S : FunSpec({\n  // @verifies IP-1\n  test("adds") { f() }\n  xtest("b") {}\n})', 'adds in class S'],
    ['class S : FunSpec({\n  // @verifies IP-1\n  xtest("adds") { f() }\n})', 'adds in class S: skipped'],
    ['class S : DescribeSpec({\n  describe("a") {\n    // @verifies IP-1\n    it("adds") { f() }\n  }\n})', 'adds in class S > a'],
    [
      'class S : FunSpec({\n  context("a") {\n    // @verifies IP-1\n    test("adds").config(enabled = false) { f() }\n  }\n})',
      'adds in class S > a: skipped',
    ],
    ['class S : ShouldSpec({\n  // @verifies IP-1\n  should("adds") { f() }\n})', 'adds in class S'],
    ['class S : WordSpec({\n  "a" should {\n    // @verifies IP-1\n    "adds" { f() }\n  }\n})', 'adds in class S > a'],
    [
      'class S : BehaviorSpec({\n  given("a") {\n    `when`("b") {\n      // @verifies IP-1\n      then("adds") { f() }\n    }\n  }\n})',
      'adds in class S > a',
    ],
  ];
  tryDeclaredTests('A.kt', cases);
});
