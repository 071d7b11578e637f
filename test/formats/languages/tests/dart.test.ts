import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Dart', () => {
  const cases: readonly DeclaredTest[] = [
    ["// @verifies IP-1\ntest('x', () {\n  f();\n});", 'x'],
    ["// @verifies IP-1\ntestWidgets('x', (tester) async {\n  f();\n});", 'x'],
    ["// @verifies IP-1\ngroup('x', () {\n});", 'group x'],
    ["// @verifies IP-1\ntest('x', () {\n  f();\n}, skip: true);", 'x: skipped'],
    ["// @verifies IP-1\ntest('x', () {\n  f();\n}, skip: 'later');", 'x: skipped'],
    ["// @verifies IP-1\ntest('x', () {\n  f();\n}, skip: a);", 'x'],
    ["// @verifies IP-1\nblocTest<A, B>('x', build: () => a);", 'x'],
    ["// @verifies IP-1\ntest('x', () => throw UnimplementedError());", 'x: todo'],
    ["void main() {\n  group('a', () {\n    // @verifies IP-1\n    test('x', () {\n      f();\n    });\n  });\n}", 'x in main() > a'],
    ["@Skip('later')\nlibrary a;\n\nvoid main() {\n  // @verifies IP-1\n  test('x', () {\n    f();\n  });\n}", 'x in main(): skipped'],
  ];
  tryDeclaredTests('a_test.dart', cases);
});
