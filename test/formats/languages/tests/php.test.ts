import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of PHP', () => {
  const cases: readonly DeclaredTest[] = [
    [
      '<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  public function testX(): void {\n    f();\n  }\n}',
      'testX() in class ATest',
    ],
    [
      '<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  #[Test]\n  public function x(): void {\n    f();\n  }\n}',
      'x() in class ATest',
    ],
    [
      "<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  #[DataProvider('rows')]\n  public function testX($n): void {\n    f();\n  }\n}",
      'testX() in class ATest',
    ],
    [
      "<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  #[Test, TestDox('a pretty name')]\n  public function x(): void {}\n}",
      'x() in class ATest',
    ],
    [
      "<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  public function testX(): void {\n    $this->markTestSkipped('later');\n  }\n}",
      'testX() in class ATest: skipped',
    ],
    [
      '<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  public function testX(): void {\n    $this->markTestIncomplete();\n  }\n}',
      'testX() in class ATest: skipped',
    ],
    [
      "<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  public function testX(): void\n  {\n    throw new \\Exception('later');\n  }\n}",
      'testX() in class ATest: todo',
    ],
    [
      "<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  public function testX(): void {\n    $this->fail('later');\n  }\n}",
      'testX() in class ATest: todo',
    ],
    [
      '<?php\nclass ATest extends TestCase {\n  // @verifies IP-1\n  #[Skip]\n  public function testX(): void {}\n}',
      'testX() in class ATest: skipped',
    ],
    ["<?php\n// @verifies IP-1\nit('x', function () {\n  f();\n});", 'x'],
    ["<?php\n// @verifies IP-1\ntest('x', fn () => f());", 'x'],
    ["<?php\n// @verifies IP-1\nit('x', function () {\n  f();\n})->skip();", 'x: skipped'],
    ["<?php\n// @verifies IP-1\nit('x', function () {\n  f();\n})->with([1])->todo();", 'x: todo'],
    ["<?php\n// @verifies IP-1\nit('x')->todo();", 'x: todo'],
    ["<?php\n// @verifies IP-1\nit('x');", 'x: todo'],
    ["<?php\n// @verifies IP-1\ntest('x')->with([1, 2])->expect(fn ($n) => $n);", 'x'],
    ["<?php\ndescribe('a', function () {\n  // @verifies IP-1\n  it('x', function () {\n    f();\n  });\n});", 'x in a'],
    ['<?php\n// @verifies IP-1\npublic function x(AcceptanceTester $I) {\n}', 'function x()'],
    ["<?php\n// @verifies IP-1\ntodo('x');", 'x: todo'],
    ["<?php\n// @verifies IP-1\narch('x')->expect('A');", 'x'],
  ];
  tryDeclaredTests('ATest.php', cases);
});
