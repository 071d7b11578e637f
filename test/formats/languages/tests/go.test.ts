import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Go', () => {
  const cases: readonly DeclaredTest[] = [
    ['// @verifies IP-1\nfunc TestX(t *testing.T) {\n\tf()\n}', 'TestX()'],
    ['// @verifies IP-1\nfunc (s *Suite) TestX() {\n\tf()\n}', 'TestX()'],
    ['// @verifies IP-1\nfunc TestX(t *testing.T) {\n\tt.Skip("later")\n}', 'TestX(): skipped'],
    ['// @verifies IP-1\nfunc TestX(t *testing.T) {\n\tt.Parallel()\n\tf()\n}', 'TestX()'],
    ['// @verifies IP-1\nfunc TestX(t *testing.T) {\n\tif testing.Short() {\n\t\tt.Skip("slow")\n\t}\n\tf()\n}', 'TestX()'],
    ['// @verifies IP-1\nfunc TestX(t *testing.T) {\n\t// why\n\tt.Fatal("not written yet")\n}', 'TestX(): todo'],
    ['// @verifies IP-1\nvar _ = Describe("x", func() {\n})', 'group x'],
    ['// @verifies IP-1\nIt("x", func() {\n\tf()\n})', 'x'],
    ['// @verifies IP-1\nPIt("x", func() {})', 'x: skipped'],
    ['// @verifies IP-1\nIt("x", Pending, func() {})', 'x: skipped'],
    ['// @verifies IP-1\nDescribeTable("x", f, Entry("a", 1))', 'group x'],
    ['// @verifies IP-1\nEntry("x", 1),', 'x'],
    ['// @verifies IP-1\nIt("x")', 'x: todo'],
    ['// @verifies IP-1\nginkgo.It("x", Label("a"), func() {\n\tf()\n})', 'x'],
    ['// @verifies IP-1\nFIt("x", func() { f() })', 'x'],
    ['// @verifies IP-1\nWhen("x", func() {})', 'x'],
    ['func TestX(t *testing.T) {\n\t// @verifies IP-1\n\tt.Run("adds", func(t *testing.T) {\n\t\tf()\n\t})\n}', 'adds in TestX()'],
    [
      'func TestX(t *testing.T) {\n\tfor _, c := range cases {\n\t\t// @verifies IP-1\n\t\tt.Run(c.name, func(t *testing.T) {\n\t\t\tf()\n\t\t})\n\t}\n}',
      'TestX()',
    ],
    [
      'func TestX(t *testing.T) {\n\tt.Run("a", func(t *testing.T) {\n\t\t// @verifies IP-1\n\t\tt.Run("b", func(t *testing.T) { t.Skip() })\n\t})\n}',
      'b in TestX() > a: skipped',
    ],
    ['func (s *Suite) TestX() {\n\t// @verifies IP-1\n\ts.Run("adds", func() {\n\t\tf()\n\t})\n}', 'adds in TestX()'],
    ['var _ = Describe("a", func() {\n\t// @verifies IP-1\n\tIt("adds", func() {\n\t\tf()\n\t})\n})', 'adds in a'],
  ];
  tryDeclaredTests('a_test.go', cases);
});
