import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Swift', () => {
  const cases: readonly DeclaredTest[] = [
    ['// @verifies IP-1\nfunc testX() {\n  f()\n}', 'testX()'],
    ['// @verifies IP-1\n@Test func x() {\n  f()\n}', 'x()'],
    ['// @verifies IP-1\n@Test("a pretty name") func x() {\n  f()\n}', 'x() as "a pretty name"'],
    ['// @verifies IP-1\n@Test("a pretty name", .tags(.fast))\nfunc x() async throws {\n  f()\n}', 'x() as "a pretty name"'],
    ['// @verifies IP-1\n@Test(.disabled("later")) func x() {\n  f()\n}', 'x(): skipped'],
    ['// @verifies IP-1\n@Test(arguments: [1, 2])\nfunc x(n: Int) {\n  f()\n}', 'x()'],
    ['// @verifies IP-1\nfunc testX() throws {\n  throw XCTSkip("later")\n}', 'testX(): skipped'],
    ['// @verifies IP-1\nfunc testX() {\n  XCTFail("later")\n}', 'testX(): todo'],
    ['// @verifies IP-1\n@Suite("a pretty suite") struct S {\n}', 'class struct S'],
    ['// @verifies IP-1\nit("x") {\n  f()\n}', 'x'],
    ['// @verifies IP-1\nxit("x") {\n}', 'x: skipped'],
    ['@Suite(.disabled()) struct S {\n  // @verifies IP-1\n  @Test func x() {\n    f()\n  }\n}', 'x() in struct S: skipped'],
    ['final class STests: XCTestCase {\n  // @verifies IP-1\n  func testX() {\n    f()\n  }\n}', 'testX() in class STests'],
  ];
  tryDeclaredTests('ATests.swift', cases);
});
