import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of bats', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\n@test "x" {\n  f\n}', 'x'],
    ["# @verifies IP-1\n@test 'x' {\n  f\n}", 'x'],
    ['# @verifies IP-1\n@test "x" {\n  skip "later"\n  f\n}', 'x: skipped'],
    ['# @verifies IP-1\n@test "x" {\n  skip\n}', 'x: skipped'],
    ['# @verifies IP-1\n# bats test_tags=a\n@test "x" {\n  f\n}', 'x'],
    ['# @verifies IP-1\n@test "x" { false; }', 'x'],
    ['# @verifies IP-1\n@test x {\n  f\n}', 'x'],
    ['# @verifies IP-1\nfunction test_x {\n  f\n}', 'test_x()'],
  ];
  tryDeclaredTests('a.bats', cases);
});
