import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Java', () => {
  const cases: readonly DeclaredTest[] = [
    ['class StockTest {\n  // @verifies IP-1\n  @Test\n  void x() {}\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @Test void x() {}\n}', 'x() in class StockTest'],
    [
      'class StockTest {\n  // @verifies IP-1\n  @Test @DisplayName("a pretty name") void x() {}\n}',
      'x() in class StockTest as "a pretty name"',
    ],
    [
      'class StockTest {\n  // @verifies IP-1\n  @Test\n  @DisplayName("a pretty name")\n  public void x() throws Exception {}\n}',
      'x() in class StockTest as "a pretty name"',
    ],
    [
      'class StockTest {\n  // @verifies IP-1\n  @ParameterizedTest(name = "{0}")\n  @ValueSource(ints = {1, 2})\n  void x(int n) {}\n}',
      'x() in class StockTest',
    ],
    [
      'class StockTest {\n  // @verifies IP-1\n  @ParameterizedTest\n  @CsvSource({\n    "a, b(",\n    "c"\n  })\n  void x(String a) {}\n}',
      'x() in class StockTest',
    ],
    ['class StockTest {\n  // @verifies IP-1\n  @Test @Tags({@Tag("a"), @Tag("b")}) void x() {}\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @Tags({\n    @Tag("a")\n  })\n  @Test\n  void x() {}\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @RepeatedTest(3)\n  void x() {}\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @TestFactory\n  Stream<DynamicTest> x() { return null; }\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @Test(enabled = false)\n  public void x() {}\n}', 'x() in class StockTest: skipped'],
    [
      'class StockTest {\n  // @verifies IP-1\n  @Test(groups = { "a" }, dataProvider = "rows")\n  public void x(int n) {}\n}',
      'x() in class StockTest',
    ],
    ['class StockTest {\n  // @verifies IP-1\n  @Disabled("slow")\n  @Test\n  void x() {}\n}', 'x() in class StockTest: skipped'],
    ['class StockTest {\n  // @verifies IP-1\n  @DisabledOnOs(OS.LINUX)\n  @Test\n  void x() {}\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @Ignore @Test public void x() {}\n}', 'x() in class StockTest: skipped'],
    ['class StockTest {\n  // @verifies IP-1\n  public void testX() {}\n}', 'testX() in class StockTest'],
    [
      'class StockTest {\n  // @verifies IP-1\n  @Test(expected = A.class)\n  public void x() { throw new A(); }\n}',
      'x() in class StockTest: todo',
    ],
    [
      'class StockTest {\n  // @verifies IP-1\n  @Test\n  void x() {\n    throw new UnsupportedOperationException("not written yet");\n  }\n}',
      'x() in class StockTest: todo',
    ],
    ['class StockTest {\n  // @verifies IP-1\n  @Test\n  void x() { fail("later"); }\n}', 'x() in class StockTest: todo'],
    [
      'class StockTest {\n  // @verifies IP-1\n  @Test\n  void x() {\n    Assumptions.assumeTrue(a);\n    f();\n  }\n}',
      'x() in class StockTest',
    ],
    ['class StockTest {\n  // @verifies IP-1\n  @Property\n  void x(@ForAll int n) {}\n}', 'function x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @Test\n  final void x() {}\n}', 'x() in class StockTest'],
    ['class StockTest {\n  // @verifies IP-1\n  @org.junit.jupiter.api.Test\n  void x() {}\n}', 'x() in class StockTest'],
    ['class T {\n  @Test @Tags({@Tag("REQ-1/AC2")}) void b() {}\n  @Test void c() {}\n}', 'b() in class T'],
    ['class T {\n  @Tags({\n    @Tag("REQ-1/AC4")\n  })\n  @Test\n  void b() {}\n}', 'b() in class T'],
    [
      'class T {\n  @Nested\n  @DisplayName("REQ-1")\n  class A {\n    @Test\n    @DisplayName("AC1 x")\n    void b() {}\n  }\n}',
      'b() in class T > class A as "AC1 x"',
    ],
    [
      'class T {\n  @Nested @DisplayName("REQ-1") class A {\n    @Test @DisplayName("AC1 x") void b() {}\n  }\n}',
      'b() in class T > class A as "AC1 x"',
    ],
    ['@Disabled\nclass T {\n  // @verifies IP-1\n  @Test\n  void x() {}\n}', 'x() in class T: skipped'],
    ['class T {\n  @Test\n  // @verifies IP-1\n  void x() {}\n}', 'x() in class T'],
    ['class T {\n  @Nested\n  class A {\n    // @verifies IP-1\n    @Test void x() {}\n  }\n}', 'x() in class T > class A'],
    ['@DisplayName("REQ-1")\nclass T {\n  @Test\n  @DisplayName("AC1 x")\n  void b() {}\n}', 'b() in class T as "AC1 x"'],
  ];
  tryDeclaredTests('A.java', cases);
});
