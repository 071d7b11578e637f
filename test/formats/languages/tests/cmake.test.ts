import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of CMake', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\nadd_test(NAME adds COMMAND stock_test)', 'adds'],
    ['# @verifies IP-1\nadd_test(adds stock_test)', 'adds'],
    ['# @verifies IP-1\nadd_test(\n  NAME adds\n  COMMAND stock_test)', 'adds'],
    ['# @verifies IP-1\n  add_test(NAME "adds two" COMMAND x)', 'adds two'],
    ['# @verifies IP-1\nfunction(make_stock)', 'function make_stock()'],
    ['# @verifies IP-1\nadd_library(stock a.c)', 'other stock'],
  ];
  tryDeclaredTests('CMakeLists.txt', cases);
});
