import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, listed, told } from '../../support/diffStates.ts';

const FIXED: Files = {
  'docs/a.md': '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- **AC1**: Orders are confirmed\n- **AC2**: Empty ones are refused\n',
  'src/a.ts': '// @implements REQ-1\nexport function a() {}\n',
};
const JS = "// @verifies REQ-1/AC1\ntest('one', () => {\n  check(1);\n});\n";
const SUITE = `describe('all', () => {\n${JS.replaceAll(/^(?=.)/gmu, '  ')}});\n`;
const TITLED = "it('REQ-1/AC1 confirms', () => {\n  check(1);\n});\n";
const PYTHON = '# @verifies REQ-1/AC1\ndef test_one():\n    assert one() == 1\n';
const GO = '// @verifies REQ-1/AC1\nfunc TestOne(t *testing.T) {\n\tcheck(t, 1)\n}\n';
const JAVA = 'class OneTest {\n    // @verifies REQ-1/AC1\n    @Test\n    void one() {\n        check(1);\n    }\n}\n';
const RUST = '// @verifies REQ-1/AC1\n#[test]\nfn one() {\n    assert!(true);\n}\n';
const RUBY = "# @verifies REQ-1/AC1\nit 'one' do\n  check 1\nend\n";
const PHP = "<?php\n// @verifies REQ-1/AC1\nit('one', function () {\n  check(1);\n});\n";

describe('a test that is switched off', () => {
  const broken: readonly [what: string, file: string, on: string, off: string][] = [
    ['test.skip', 'test/a.test.ts', JS, JS.replace('test(', 'test.skip(')],
    ['xtest', 'test/a.test.ts', JS, JS.replace('test(', 'xtest(')],
    ['test.todo', 'test/a.test.ts', JS, "// @verifies REQ-1/AC1\ntest.todo('one');\n"],
    ['test.fixme', 'test/a.spec.ts', JS, JS.replace('test(', 'test.fixme(')],
    ['describe.skip around it', 'test/a.test.ts', SUITE, SUITE.replace('describe(', 'describe.skip(')],
    ['xdescribe around it', 'test/a.test.ts', SUITE, SUITE.replace('describe(', 'xdescribe(')],
    ['describe.skip put around it', 'test/a.test.ts', JS, SUITE.replace('describe(', 'describe.skip(')],
    ['it.skip of a test with the id in its title', 'test/a.test.ts', TITLED, TITLED.replace('it(', 'it.skip(')],
    ['it.skip, and another title', 'test/a.test.ts', TITLED, TITLED.replace('it(', 'it.skip(').replace('confirms', 'confirms soon')],
    ['@pytest.mark.skip below the annotation', 'tests/test_a.py', PYTHON, PYTHON.replace('def', '@pytest.mark.skip\ndef')],
    ['@pytest.mark.skip above the annotation', 'tests/test_a.py', PYTHON, `@pytest.mark.skip\n${PYTHON}`],
    ['@unittest.skip with a reason', 'tests/test_a.py', PYTHON, PYTHON.replace('def', '@unittest.skip("slow")\ndef')],
    ['t.Skip()', 'a_test.go', GO, GO.replace('\tcheck', '\tt.Skip()\n\tcheck')],
    ['@Disabled', 'src/test/java/OneTest.java', JAVA, JAVA.replace('@Test', '@Test\n    @Disabled')],
    ['@Disabled of its class', 'src/test/java/OneTest.java', JAVA, `@Disabled\n${JAVA}`],
    ['#[ignore]', 'tests/one.rs', RUST, RUST.replace('#[test]', '#[test]\n#[ignore]')],
    ['xit of RSpec', 'spec/a_spec.rb', RUBY, RUBY.replace("it '", "xit '")],
    ['->skip() of Pest', 'tests/aTest.php', PHP, PHP.replace('});', '})->skip();')],
  ];
  for (const [what, file, on, off] of broken) {
    it(`breaks its criterion: ${what}`, () => {
      const lists = told(difference({ ...FIXED, [file]: on }, { ...FIXED, [file]: off }));
      assert.deepEqual(Object.keys(lists), ['broken'], JSON.stringify(lists));
      assert.match(lists['broken']?.[0] ?? '', /^REQ-1\/AC1: was met, is partial: its test is switched off: the test/u);
    });
  }

  const focused: readonly [what: string, on: string, off: string][] = [
    ['it.only', `${JS}\nit('two', () => {});\n`, `${JS}\nit.only('two', () => {});\n`],
    ['test.only above it', `test('two', () => {});\n\n${JS}`, `test.only('two', () => {});\n\n${JS}`],
    ['a new test.only', JS, `${JS}\ntest.only('two', () => {});\n`],
    ['describe.only', SUITE, `${SUITE}\ndescribe.only('other', () => {\n  it('two', () => {});\n});\n`],
    ['it.only in its group', SUITE, SUITE.replace("', () => {\n", "', () => {\n  it.only('two', () => {});\n")],
    ['it.only.each', JS, `${JS}\nit.only.each([1])('two', () => {});\n`],
    ['test.concurrent.only', JS, `${JS}\ntest.concurrent.only('two', () => {});\n`],
    ['fit', JS, `${JS}\nfit('two', () => {});\n`],
    ['fdescribe', JS, `${JS}\nfdescribe('two', () => {\n  it('three', () => {});\n});\n`],
    ['test.describe.only', JS, `${JS}\ntest.describe.only('two', () => {\n  test('three', () => {});\n});\n`],
  ];
  for (const [what, on, off] of focused) {
    it(`breaks its criterion, if it is left out for another one: ${what}`, () => {
      const lists = told(difference({ ...FIXED, 'test/a.test.ts': on }, { ...FIXED, 'test/a.test.ts': off }));
      assert.deepEqual(Object.keys(lists), ['broken'], JSON.stringify(lists));
      assert.match(lists['broken']?.[0] ?? '', /^REQ-1\/AC1: its test is switched off: the test/u);
    });
  }

  const running: readonly [what: string, on: string, off: string, expected: Record<string, string[]>][] = [
    ['its group is the only one', SUITE, SUITE.replace('describe(', 'describe.only('), {}],
    ['a comment speaks of one', JS, `${JS}\n// test.only('two')\n`, {}],
    ['a string does', JS, `${JS}\nconst text = 'test.only(1)';\n`, {}],
    ['something else is fitted', JS, `${JS}\nmodel.fit('two');\nfit(1);\nlist.only('a');\n`, {}],
    ['it was left out before', `${JS}\ntest.only('two', () => {});\n`, `${JS}\ntest.only('three', () => {});\n`, {}],
    [
      'it is one of two',
      `${JS}\ntest('two', () => {});\n`,
      `${JS.replace('test(', 'test.only(')}\ntest.only('two', () => {});\n`,
      { touched: ['REQ-1/AC1'] },
    ],
  ];
  for (const [what, on, off, expected] of running) {
    it(`is not one where ${what}`, () => {
      assert.deepEqual(listed(difference({ ...FIXED, 'test/a.test.ts': on }, { ...FIXED, 'test/a.test.ts': off })), expected);
    });
  }

  const others: readonly [what: string, base: Files, head: Files, expected: Record<string, string[]>][] = [
    [
      'stays so',
      { 'test/a.test.ts': JS.replace('test(', 'test.skip(') },
      { 'test/a.test.ts': JS.replace('test(', 'xtest(') },
      { touched: ['REQ-1/AC1'] },
    ],
    ['is switched on again', { 'test/a.test.ts': JS.replace('test(', 'test.skip(') }, { 'test/a.test.ts': JS }, { met: ['REQ-1/AC1'] }],
    [
      'is about something that is waived',
      { 'test/a.test.ts': JS, 'src/w.ts': '// @waives REQ-1/AC1: later\n' },
      { 'test/a.test.ts': JS.replace('test(', 'test.skip('), 'src/w.ts': '// @waives REQ-1/AC1: later\n' },
      { waived: ['REQ-1/AC1'] },
    ],
    [
      'is one of two',
      { 'test/a.test.ts': JS, 'test/b.test.ts': JS },
      { 'test/a.test.ts': JS, 'test/b.test.ts': JS.replace('test(', 'test.skip(') },
      { broken: ['REQ-1/AC1'] },
    ],
    ['is .only itself', { 'test/a.test.ts': JS }, { 'test/a.test.ts': JS.replace('test(', 'test.only(') }, { touched: ['REQ-1/AC1'] }],
  ];
  for (const [what, base, head, expected] of others) {
    it(`has its criterion looked at: it ${what}`, () => {
      assert.deepEqual(listed(difference({ ...FIXED, ...base }, { ...FIXED, ...head })), expected);
    });
  }
});
