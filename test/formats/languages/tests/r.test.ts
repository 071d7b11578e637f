import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of R', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\ntest_that("x", {\n  f()\n})', 'x'],
    ['# @verifies IP-1\ntest_that("x", {\n  skip("later")\n  f()\n})', 'x: skipped'],
    ['# @verifies IP-1\nit("x", {\n  f()\n})', 'x'],
    ['# @verifies IP-1\ndescribe("x", {\n})', 'group x'],
    ['# @verifies IP-1\ntestthat::test_that("x", {\n})', 'x'],
    ['# @verifies IP-1\ntest_that(\n  "x", {\n  f()\n})', 'x'],
    ['# @verifies IP-1\nit("x")', 'x'],
    ['# @verifies IP-1\ntest_that("x", {\n  skip_on_cran()\n  f()\n})', 'x'],
    ['describe("a", {\n  # @verifies IP-1\n  it("x", {\n    f()\n  })\n})', 'x in a'],
  ];
  tryDeclaredTests('tests/testthat/test-a.R', cases);
});
