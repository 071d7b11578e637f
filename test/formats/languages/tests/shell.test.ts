import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of shells', () => {
  const cases: readonly DeclaredTest[] = [
    ['# @verifies IP-1\ntestAdds() {\n  f\n}', 'testAdds()'],
    ['# @verifies IP-1\ntest_adds() {\n  f\n}', 'test_adds()'],
    ["# @verifies IP-1\nIt 'x'\n  f\nEnd", 'x'],
    ["# @verifies IP-1\nDescribe 'x'\nEnd", 'group x'],
    ["Describe 'a'\n  # @verifies IP-1\n  It 'x'\n    f\n  End\nEnd", 'x in a'],
    ["# @verifies IP-1\nxIt 'x'\n  f\nEnd", 'x: skipped'],
    ["# @verifies IP-1\nTodo 'x'", 'x: todo'],
  ];
  tryDeclaredTests('a_test.sh', cases);
});
