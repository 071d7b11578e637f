import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Perl', () => {
  const cases: readonly DeclaredTest[] = [
    ["# @verifies IP-1\nsubtest 'x' => sub {\n  ok(1);\n};", 'x'],
    ["# @verifies IP-1\nsubtest('x', sub {\n  ok(1);\n});", 'x'],
    ['# @verifies IP-1\nsubtest x => sub {\n  ok(1);\n};', 'x'],
    ["# @verifies IP-1\nok(1, 'x');", 'x'],
    ["# @verifies IP-1\nis($a, 1, 'x');", 'x'],
    ["# @verifies IP-1\nsubtest 'x' => sub {\n  plan skip_all => 'later';\n};", 'x: skipped'],
    ['# @verifies IP-1\nsub test_x : Test(2) {\n  ok(1);\n}', 'test_x()'],
    ["# @verifies IP-1\nit 'x' => sub {\n  ok(1);\n};", 'x'],
    ["# @verifies IP-1\nlike($a, qr/b/, 'x');", 'x'],
    ["# @verifies IP-1\nis_deeply $a, [1, 2], 'x';", 'x'],
    ["# @verifies IP-1\ncmp_ok($a, '==', 1, 'x');", 'x'],
    ["# @verifies IP-1\ntests 'x' => sub { ok 1 };", 'x'],
  ];
  tryDeclaredTests('a.t', cases);
});
