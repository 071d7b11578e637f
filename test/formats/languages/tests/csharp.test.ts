import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of C#', () => {
  const cases: readonly DeclaredTest[] = [
    ['public class StockTests {\n  // @verifies IP-1\n  [Fact]\n  public void X() {}\n}', 'X() in class StockTests'],
    ['public class StockTests {\n  // @verifies IP-1\n  [Fact, Trait("Req", "a")]\n  public void X() {}\n}', 'X() in class StockTests'],
    ['public class StockTests {\n  // @verifies IP-1\n  [Fact, Trait("a", "b]")] public void X() {}\n}', 'X() in class StockTests'],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Theory]\n  [InlineData(1, "a[")]\n  public async Task X(int n) {}\n}',
      'X() in class StockTests',
    ],
    ['public class StockTests {\n  // @verifies IP-1\n  [Test, Category("a")]\n  public void X() {}\n}', 'X() in class StockTests'],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [TestCase(1)]\n  [TestCase(2)]\n  public void X(int n) {}\n}',
      'X() in class StockTests',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [TestMethod, TestCategory("a")]\n  public void X() {}\n}',
      'X() in class StockTests',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [DataTestMethod]\n  [DataRow(1)]\n  public void X(int n) {}\n}',
      'X() in class StockTests',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Fact(DisplayName = "a pretty name")]\n  public void X() {}\n}',
      'X() in class StockTests as "a pretty name"',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [TestMethod("a pretty name")]\n  public void X() {}\n}',
      'X() in class StockTests as "a pretty name"',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Fact(Skip = "slow")]\n  public void X() {}\n}',
      'X() in class StockTests: skipped',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Ignore("slow")]\n  [Test]\n  public void X() {}\n}',
      'X() in class StockTests: skipped',
    ],
    ['public class StockTests {\n  // @verifies IP-1\n  [Test]\n  [Explicit]\n  public void X() {}\n}', 'X() in class StockTests: skipped'],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Test, Ignore("slow")]\n  public void X() {}\n}',
      'X() in class StockTests: skipped',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Test]\n  [DisplayName("a pretty name")]\n  public async Task X() {}\n}',
      'X() in class StockTests as "a pretty name"',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Test]\n  public void X()\n  {\n      throw new NotImplementedException();\n  }\n}',
      'X() in class StockTests: todo',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Test]\n  public void X() => throw new NotImplementedException();\n}',
      'X() in class StockTests: todo',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Test]\n  public void X()\n  {\n      Assert.Inconclusive("later");\n  }\n}',
      'X() in class StockTests: skipped',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Test]\n  public void X()\n  {\n      var a = 1;\n      throw new Exception();\n  }\n}',
      'X() in class StockTests',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [TestCaseSource(nameof(Rows))]\n  public void X(int n) {}\n}',
      'X() in class StockTests',
    ],
    [
      'public class StockTests {\n  // @verifies IP-1\n  [Fact(\n    Skip = "slow"\n  )]\n  public void X() {}\n}',
      'X() in class StockTests: skipped',
    ],
    ['[Fact]\n// @verifies IP-1\npublic void X() {}', 'X()'],
    [
      '[TestFixture]\n[Ignore("later")]\npublic class T\n{\n    // @verifies IP-1\n    [Test]\n    public void X() {}\n}',
      'X() in class T: skipped',
    ],
    ['class T {\n  [Fact, Trait("Req", "REQ-1/AC1")]\n  public void X() {}\n}', 'X() in class T'],
    [
      'class T {\n  [Fact]\n  [Trait("Req", "REQ-1/AC1")]\n  public void X() {}\n  [Test, Category("REQ-1/AC2")] public void Y() {}\n}',
      'X() in class T, Y() in class T',
    ],
    ['class T {\n  [TestMethod, TestCategory("REQ-1/AC1")]\n  public void X() {}\n}', 'X() in class T'],
    ['class T {\n  [Fact(DisplayName = "REQ-1/AC1 adds")]\n  public void X() {}\n}', 'X() in class T as "REQ-1/AC1 adds"'],
    ['class T {\n  [Trait("a", "REQ-1/AC1"),\n   Fact]\n  public void X() {}\n}', 'X() in class T'],
  ];
  tryDeclaredTests('a.cs', cases);
});
