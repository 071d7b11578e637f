import assert from 'node:assert/strict';
import { createIdGrammar } from '../../../../../src/formats/ids/idGrammar.ts';
import { DEFAULT_CONFIGURATION } from '../../../../../src/formats/configuration/defaults.ts';
import { readHouseCode } from '../../../../support/formats/codeFacts.ts';

/** Path, text. */
type Source = readonly [path: string, text: string];

const OFF: readonly Source[] = [
  ['a.test.js', "/*\n// @verifies REQ-1/AC1\nit('x', () => { run(); });\n*/\nit('y', run);\n"],
  ['a.test.js', "/* // @verifies REQ-1/AC1\nit('x', () => { run(); }); */\nit('y', run);\n"],
  ['a.test.js', "/*\n  @verifies REQ-1/AC1\n  it('x', () => {\n    run();\n  });\n*/\nit('y', run);\n"],
  ['a.test.js', "// @verifies REQ-1/AC1\n// it('x', () => { run(); });\nit('y', run);\n"],
  ['a.test.js', "// @verifies REQ-1/AC1\n// it.each([1, 2])('x %s', (n) => {\n//   run(n);\n// });\nit('y', run);\n"],
  ['a.test.js', "// // @verifies REQ-1/AC1\n// it('x', () => {\n//   run();\n// });\nit('y', run);\n"],
  ['a.test.js', "// it('x', () => {\n//   // @verifies REQ-1/AC1\n//   run();\n// });\nit('y', run);\n"],
  [
    'a.test.js',
    "describe('d', () => {\n  // @verifies REQ-1/AC1\n  // flaky on Windows\n  // test('x', async () => {\n  //   await run();\n  // });\n  test('y', run);\n});\n",
  ],
  ['a.ts', '// @implements REQ-1/AC1\n// export function reserve(order: Order): void {\n//   …\n// }\nexport function other() {}\n'],
  ['a.test.ts', '/* @verifies REQ-1/AC1\n   describe("x", () => { it("y", run); });\n*/\n'],
  ['tests/test_a.py', '# @verifies REQ-1/AC1\n# def test_x():\n#     run()\n\ndef test_y():\n    pass\n'],
  ['tests/test_a.py', '# # @verifies REQ-1/AC1\n# def test_x():\n#     run()\n\ndef test_y():\n    pass\n'],
  [
    'tests/test_a.py',
    'class TestA:\n    # @verifies REQ-1/AC1\n    # @pytest.mark.slow\n    # def test_x(self):\n    #     run()\n\n    def test_y(self):\n        pass\n',
  ],
  ['ATest.java', 'class ATest {\n  // @verifies REQ-1/AC1\n  // @Test\n  // void x() { run(); }\n  @Test\n  void y() {}\n}\n'],
  ['ATest.java', 'class ATest {\n  /*\n  // @verifies REQ-1/AC1\n  @Test\n  void x() { run(); }\n  */\n  @Test\n  void y() {}\n}\n'],
  ['ATest.kt', 'class ATest {\n  // @verifies REQ-1/AC1\n  // @Test\n  // fun x() { run() }\n  @Test\n  fun y() {}\n}\n'],
  [
    'ATests.cs',
    'public class ATests {\n  // @verifies REQ-1/AC1\n  // [Fact]\n  // public void X() { Run(); }\n  [Fact]\n  public void Y() {}\n}\n',
  ],
  ['a_test.go', 'package a\n\n// @verifies REQ-1/AC1\n// func TestX(t *testing.T) {\n// \trun()\n// }\n\nfunc TestY(t *testing.T) {}\n'],
  ['a.rs', '// @verifies REQ-1/AC1\n// #[test]\n// fn x() { run() }\n#[test]\nfn y() {}\n'],
  ['spec/a_spec.rb', "# @verifies REQ-1/AC1\n# it 'x' do\n#   run\n# end\nit 'y' do\n  run\nend\n"],
  ['spec/a_spec.rb', "=begin\n# @verifies REQ-1/AC1\nit 'x' do\n  run\nend\n=end\nit 'y' do\n  run\nend\n"],
  [
    'test/a_test.rb',
    'class ATest < Minitest::Test\n  # @verifies REQ-1/AC1\n  # def test_x\n  #   run\n  # end\n  def test_y\n  end\nend\n',
  ],
  [
    'tests/ATest.php',
    '<?php\nclass ATest extends TestCase {\n  // @verifies REQ-1/AC1\n  // public function testX() { run(); }\n  public function testY() {}\n}\n',
  ],
  ['test/a_test.exs', '# @verifies REQ-1/AC1\n# test "x" do\n#   run()\n# end\ntest "y" do\n  run()\nend\n'],
  ['a_test.cpp', '// @verifies REQ-1/AC1\n// TEST(A, X) { Run(); }\nTEST(A, Y) { Run(); }\n'],
  ['Tests/ATests.swift', 'final class ATests: XCTestCase {\n  // @verifies REQ-1/AC1\n  // func testX() { run() }\n  func testY() {}\n}\n'],
  ['test/a_test.dart', "void main() {\n  // @verifies REQ-1/AC1\n  // test('x', () { run(); });\n  test('y', run);\n}\n"],
  ['spec/a_spec.lua', "--[[\n-- @verifies REQ-1/AC1\nit('x', function() run() end)\n]]\nit('y', function() end)\n"],
  ['tests/a.Tests.ps1', "# @verifies REQ-1/AC1\n# It 'x' {\n#   Run\n# }\nIt 'y' {\n  Run\n}\n"],
];

const ON: readonly Source[] = [
  ['a.test.js', "// @verifies REQ-1/AC1\nit('x', run);\n// it('y', run);\n"],
  ['a.test.js', "// it('y', run);\n// @verifies REQ-1/AC1\nit('x', run);\n"],
  ['a.test.js', "/* @verifies REQ-1/AC1 */\n// it('y', run);\nit('x', run);\n"],
  [
    'a.test.js',
    "// @verifies REQ-1/AC1\n// It works as long as the stock (see below) lasts,\n// and it('x') is not enough.\nit('x', run);\n",
  ],
  ['a.ts', '/**\n * @implements REQ-1/AC1\n * @example\n * function use() { reserve(); }\n */\nfunction reserve() {}\n'],
  ['a.ts', '/**\n * Reserves.\n *\n * @implements REQ-1/AC1\n */\nfunction reserve() {}\n'],
  ['a.ts', '// @implements REQ-1/AC1\n// function of the stock, as long as it lasts:\nfunction reserve() {}\n'],
  ['a.ts', '// @implements REQ-1/AC1\n// class of orders (all of them).\nfunction reserve() {}\n'],
  ['a.ts', '// @implements REQ-1/AC1\n// const before = 1;\nfunction reserve() {}\n'],
  ['a.ts', '//// @implements REQ-1/AC1 ////\nfunction reserve() {}\n'],
  ['a.rs', '/// @implements REQ-1/AC1\n/// fn example() {}\nfn reserve() {}\n'],
  ['a.py', '## @implements REQ-1/AC1\n## def example():\ndef reserve():\n    pass\n'],
  ['a.py', '# @implements REQ-1/AC1\n# @implements REQ-1/AC2 (and more)\ndef reserve():\n    pass\n'],
  ['a.sh', '# @implements REQ-1/AC1\n# usage: reserve ORDER (or none);\nreserve() {\n  :\n}\n'],
];

function annotated(path: string, text: string): readonly string[] {
  const context = { configuration: DEFAULT_CONFIGURATION, ids: createIdGrammar([]) };
  const { annotations } = readHouseCode(path, text, /test|spec/iu.test(path) ? 'test' : 'code', context);
  return annotations.filter(({ source }) => source === 'keyword').map(({ reference }) => reference.criterion ?? '');
}

// @verifies RT-2.1/AC6~036237
describe('An annotation that is commented out with its code', () => {
  for (const [path, text] of OFF) it(`is none: ${path} ${JSON.stringify(text)}`, () => assert.deepEqual(annotated(path, text), []));
  for (const [path, text] of ON)
    it(`is told from others: ${path} ${JSON.stringify(text)}`, () => assert.equal(annotated(path, text)[0], 'AC1'));

  it('still mentions what it names', () => {
    const context = { configuration: DEFAULT_CONFIGURATION, ids: createIdGrammar([]) };
    const [path, text] = OFF[0] ?? ['', ''];
    assert.deepEqual(
      readHouseCode(path, text, 'test', context).mentions.map((mention) => mention.text),
      ['REQ-1/AC1'],
    );
  });
});
