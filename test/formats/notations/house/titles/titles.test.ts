import assert from 'node:assert/strict';
import { factsOf, linksOf, notesOf, testLinks } from '../../../../support/formats/codeFacts.ts';
import { say } from '../../../../../src/model/message.ts';

/** Path, text, links; `IP-9` never counts. */
const CASES: readonly (readonly [what: string, path: string, text: string, ...links: string[]])[] = [
  ['a title', 'a.test.ts', 'it("IP-1.1.1/AC2 rejects", () => { check("IP-9"); });', 'IP-1.1.1/AC2'],
  [
    'single quotes, templates and modifiers',
    'a.test.js',
    "test.only('IP-1/AC1'); suite.skip(`IP-2/AC1 x`); Deno.test('IP-3/AC1', f)",
    'IP-1/AC1',
    'IP-2/AC1',
    'IP-3/AC1',
  ],
  [
    'a table',
    'a.test.ts',
    'it.each([["IP-9", (1)]])("IP-1/AC1 %s", f); describe.each`a|${"IP-9"}`("IP-2/AC1", f);',
    'IP-1/AC1',
    'IP-2/AC1',
  ],
  ['no call of another thing', 'a.test.ts', 'it("x", () => { /a/.test("IP-9"); audit("IP-9"); submit("IP-9", it); });'],
  [
    'nested titles',
    'a.test.ts',
    'describe("IP-1.1.1", () => {\n  describe("order", () => { it("AC2 rejects"); });\n  it(`AC-3: x`);\n});',
    'IP-1.1.1/AC2',
    'IP-1.1.1/AC3',
  ],
  ['a group whose tests name nothing', 'a.test.ts', 'describe("IP-1", () => { it("works"); }); it("AC2 of nothing");', 'IP-1'],
  [
    'a group whose tests repeat it',
    'a.test.ts',
    'describe("IP-1", () => { it("IP-1/AC1 x"); it("IP-2/AC1 y"); });',
    'IP-1/AC1',
    'IP-2/AC1',
  ],
  ['a group of another requirement', 'a.test.ts', 'describe("IP-1", () => { it("IP-2/AC1 y"); });', 'IP-1', 'IP-2/AC1'],
  ['a closed group', 'a.test.ts', 'describe("IP-1", () => { it("AC1"); });\n  it("AC2");', 'IP-1/AC1'],
  ['a group of two requirements', 'a.test.ts', 'describe("IP-1, IP-2", () => { it("AC1"); });', 'IP-1', 'IP-2'],
  ['an id and criteria in one title', 'a.test.ts', 'it("IP-1: AC1, AC2 and AC3");', 'IP-1/AC1', 'IP-1/AC2', 'IP-1/AC3'],
  [
    'a criterion by its word',
    'a.test.ts',
    'it("IP-1 criterion 2: sorts"); it("IP-2 (AC: 3)"); it("IP-3 sorts by criterion 1");',
    'IP-1/AC2',
    'IP-2/AC3',
    'IP-3',
  ],
  ['criteria in brackets', 'a.test.ts', 'describe("IP-1", () => { it("rejects (AC2)"); it("uses AC3 codec"); });', 'IP-1/AC2'],
  [
    'half an id',
    'a.test.ts',
    'it(`IP-9/AC${n}`); it(`IP-9${n}`); it("IP-9/" + n); it(`${n}-IP-9`); it(`IP-1/AC1 ${n} IP-2/AC2`);',
    'IP-1/AC1',
    'IP-2/AC2',
  ],
  [
    'a class with a display name around tests with such',
    'A.java',
    'class T {\n  @Nested @DisplayName("IP-1")\n  class A {\n    @Test @DisplayName("AC1 x") void b() {}\n    @Test @DisplayName("AC2 x") void c() {}\n  }\n  @Test @DisplayName("AC3 x") void d() {}\n}',
    'IP-1/AC1',
    'IP-1/AC2',
  ],
  [
    'a tagged class around classes',
    'A.java',
    '@Tag("IP-1")\n@DisplayName("Orders")\nclass T {\n  @Nested\n  class A {\n    @Test\n    @DisplayName("AC1 x")\n    void b() {}\n  }\n}',
    'IP-1/AC1',
  ],
  [
    'a function that names it around calls',
    'a_test.go',
    'func TestIP_1(t *testing.T) {\n\tt.Run("AC1 x", f)\n\tt.Run("AC2 y", f)\n}\n\nfunc TestOther(t *testing.T) {\n\tt.Run("AC3 x", f)\n}',
    'IP-1/AC1',
    'IP-1/AC2',
  ],
  [
    'tags in one line, and over lines',
    'A.java',
    'class T {\n  @Test @Tags({@Tag("IP-1/AC1"), @Tag("IP-1/AC2")}) void b() {}\n}',
    'IP-1/AC1',
    'IP-1/AC2',
  ],
  ['a Playwright tag', 'a.spec.ts', 'test("x", { tag: ["@IP-1/AC1", "@IP-2"] }, f);', 'IP-1/AC1', 'IP-2'],
  ['a comment before the title', 'a.test.ts', 'it(/* why */ "IP-1/AC1");', 'IP-1/AC1'],
  [
    'Go',
    'a_test.go',
    'func TestX(t *testing.T) {\n\tt.Run("IP-1", func(t *testing.T) { t.Run("AC2 x", f) })\n\tcases := []c{{name: "IP-2/AC1", in: "IP-9"}}\n}\nfunc TestIP_3_1__AC1(t *testing.T) {}',
    'IP-1/AC2',
    'IP-2/AC1',
    'IP-3.1/AC1',
  ],
  [
    'pytest marks',
    'test_a.py',
    '@pytest.mark.req("IP-1/AC1",\n                 "IP-2/AC2")\ndef test_x():\n    assert f("IP-9")',
    'IP-1/AC1',
    'IP-2/AC2',
  ],
  [
    'names of functions',
    'test_a.py',
    'def test_IP_1_1_1__AC2_rejects():\n    IP_9_1()\ndef test_AC_US1_01(): pass\ndef test_step_2(): pass\nLIMIT_9 = 1',
    'IP-1.1.1/AC2',
    'AC-US1-01',
  ],
  [
    'a class that names the requirement',
    'test_a.py',
    'class TestIP_1_1_1:\n    def test_AC2_rejects(self): pass\nclass TestOther:\n    def test_AC9(self): pass',
    'IP-1.1.1/AC2',
  ],
  [
    'JUnit',
    'ATest.java',
    '@Tag("IP-1/AC1")\nclass ATest {\n  @Tags({@Tag("fast"), @Tag("IP-2/AC1")})\n  @DisplayName("IP-3/AC1 rejects")\n  @Test void x() { f("IP-9"); }\n  @Test void IP_4__AC1_x() {}\n}',
    'IP-1/AC1',
    'IP-2/AC1',
    'IP-3/AC1',
    'IP-4/AC1',
  ],
  ['Spock', 'ASpec.groovy', 'def "IP-1/AC1 rejects"() { expect: f("IP-9") }', 'IP-1/AC1'],
  [
    'Kotlin',
    'ATest.kt',
    'class A {\n  @Test fun `IP-1 AC2 rejects`() = f("IP-9")\n}\ndescribe("IP-2") { it("AC1 x") { } }',
    'IP-1/AC2',
    'IP-2/AC1',
  ],
  [
    'C#',
    'ATests.cs',
    '[Fact(DisplayName = "IP-1/AC1 x")]\n[Trait("req", "IP-2/AC1")]\n[Category("IP-3")]\npublic void X() { F("IP-9"); }\n[Test] public void IP_4__AC1() {}',
    'IP-1/AC1',
    'IP-2/AC1',
    'IP-3',
    'IP-4/AC1',
  ],
  ['Rust', 'tests/a.rs', '#[test]\nfn ip_1_1_1__ac2_rejects() { step_2(); }\n#[test]\nfn utf_8() {}', 'IP-1.1.1/AC2'],
  [
    'Gherkin',
    'a.feature',
    '@IP-1\nFeature: Orders\n  @IP-2/AC1 @fast\n  Scenario: rejects\n    Given "IP-9"\n  Scenario Outline: AC3 takes\n  Rule: IP-3\n    Example: AC1 x',
    'IP-2/AC1',
    'IP-1/AC3',
    'IP-3/AC1',
  ],
  ['Gherkin in another language', 'a.feature', '# language: de\nFunktionalität: IP-1\n  Szenario: AC2 lehnt ab', 'IP-1/AC2'],
  ['Catch2', 'a_test.cpp', 'TEST_CASE("IP-1", "[IP-2/AC1][fast]")\n{\n  SECTION("AC2 x") { f("IP-9"); }\n}', 'IP-2/AC1', 'IP-1/AC2'],
  ['GoogleTest', 'a_test.cc', 'TEST(Stock, IP_1_1_1__AC2_rejects) { F(IP_9_1); }', 'IP-1.1.1/AC2'],
  [
    'Robot Framework',
    'a.robot',
    '*** Settings ***\nTest Tags    IP-1\n*** Test Cases ***\nIP-2/AC1 Rejects\n    [Tags]    IP-3/AC1    fast\n    Log    IP-9\n*** Keywords ***\nIP-9 Step\n    Log    x',
    'IP-1',
    'IP-2/AC1',
    'IP-3/AC1',
  ],
  [
    'RSpec',
    'a_spec.rb',
    'RSpec.describe Stock, "IP-1" do\n  context "x" do\n    it "AC2 rejects" do\n      f "IP-9"\n    end\n  end\n  it "y", req: "IP-2/AC1" do\n  end\nend',
    'IP-1/AC2',
    'IP-2/AC1',
  ],
  [
    'PHPUnit',
    'ATest.php',
    "<?php\nclass ATest {\n  #[TestDox('IP-1/AC1 x')]\n  public function testA() { f('IP-9'); }\n  /** @testdox IP-2/AC1 y */\n  public function testB() {}\n}",
    'IP-1/AC1',
    'IP-2/AC1',
  ],
  ['Swift Testing', 'ATests.swift', '@Suite("IP-1") struct A {\n  @Test("IP-2/AC1 x") func x() { f("IP-9") }\n}', 'IP-1', 'IP-2/AC1'],
  ['Dart', 'a_test.dart', "void main() { group('IP-1', () { test('AC2 x', () { f('IP-9'); }); }); }", 'IP-1/AC2'],
  [
    'ExUnit',
    'a_test.exs',
    'describe "IP-1" do\n  @tag req: "IP-2/AC1"\n  test "AC2 rejects" do\n    f("IP-9")\n  end\nend',
    'IP-2/AC1',
    'IP-1/AC2',
  ],
  ['Pester', 'a.Tests.ps1', "Describe 'IP-1' {\n  It 'AC2 rejects' {\n    f 'IP-9'\n  }\n}", 'IP-1/AC2'],
  ['bats', 'a.bats', '@test "IP-1/AC1 rejects" {\n  f "IP-9"\n}', 'IP-1/AC1'],
  ['testthat', 'test_a.r', 'test_that("IP-1/AC1 rejects", { f("IP-9") })', 'IP-1/AC1'],
  ['hspec', 'ASpec.hs', 'spec = do\n  describe "IP-1" $ do\n    it "AC2 rejects" $\n      f "IP-9"', 'IP-1/AC2'],
];

// @verifies RT-2.2/AC1~1f58ba
describe('titles, tags and names of tests', () => {
  for (const [what, path, text, ...links] of CASES) {
    it(`verify: ${what}`, () => {
      assert.deepEqual(
        testLinks(path, text),
        links.map((link) => `verifies ${link}`),
      );
    });
  }

  // @verifies RT-2.2/AC2~5f284d
  it('count in test files only', () => {
    assert.deepEqual(linksOf('a.ts', 'it("IP-1/AC1");', { role: 'code' }), []);
  });

  it('say where the criterion stands and that its requirement stands elsewhere', () => {
    const facts = factsOf('a.test.ts', 'describe("IP-1", () => {\n  it("AC2 x");\n});', { role: 'test' });
    const [annotation] = facts.annotations;
    assert.deepEqual(annotation?.reference, {
      text: 'AC2',
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
      id: 'IP-1',
      criterion: 'AC2',
      composed: true,
    });
    assert.deepEqual(annotation?.declaration, {
      name: 'AC2 x',
      kind: 'test',
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 12 } },
      within: ['IP-1'],
      off: 'todo',
    });
    assert.deepEqual(
      facts.mentions.map(({ text }) => text),
      ['IP-1'],
    );
  });

  it('name a test alike whatever the line ends in its title', () => {
    for (const [path, text] of [
      ['a.test.ts', 'it(`IP-1/AC1\nand more`);'],
      ['a_spec.rb', 'it "IP-1/AC1\nand more" do'],
    ] as const) {
      const names = ['\n', '\r\n', '\r'].map(
        (end) => factsOf(path, text.replaceAll('\n', end), { role: 'test' }).annotations[0]?.declaration?.name,
      );
      assert.deepEqual(names, Array(3).fill('IP-1/AC1\nand more'));
    }
  });

  it('tell titles from names', () => {
    const sources = (path: string, text: string): string[] => factsOf(path, text, { role: 'test' }).annotations.map(({ source }) => source);
    assert.deepEqual(sources('a.test.ts', 'it("IP-1/AC1");\n// @verifies IP-2'), ['test-title', 'keyword']);
    assert.deepEqual(sources('test_a.py', 'def test_IP_1(): pass'), ['test-name']);
  });

  it('take ids of the project', () => {
    assert.deepEqual(linksOf('a.test.ts', 'it("HLR_12 rejects");', { role: 'test', ids: ['HLR_[0-9]+'] }), ['verifies HLR_12']);
  });

  it('stay out of constants', () => {
    assert.deepEqual(testLinks('a_test.c', '#define COUNT_1 1000'), []);
    assert.deepEqual(testLinks('a_test.js', 'const COORDS_1 = new Coordinate(1, 1);'), []);
    assert.deepEqual(testLinks('tests/a.rs', 'const YR_5: u64 = 5;'), []);
  });

  it('tell explain of a title without an id', () => {
    assert.deepEqual(notesOf('a.test.ts', 'it("rejects");', 'test'), [
      { line: 0, what: 'nothing', why: say('Title of a test that has no ID') },
    ]);
  });
});
