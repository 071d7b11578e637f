import assert from 'node:assert/strict';
import { SpelledName } from '../../../../src/index/evidence/names/boundaries.ts';
import { junit, linkResults } from '../../../support/index/linkResults.ts';

const PY = 'tests/test_a.py';
const JS = 'test/a.test.js';
const VITEST = `suite="${JS}" classname="${JS}"`;
const JAVA = 'class ATest {\n  // @verifies IP-1/AC1\n  @Test\n  void works() {\n  }\n}\n';
const JEST = "// @verifies IP-1/AC1\nit('works', () => {});\n";
const IN_GROUP = "describe('G', () => {\n  // @verifies IP-1/AC1\n  it('works', () => {});\n});\n";
const GO =
  'package p\n\n// @verifies IP-1/AC1\nfunc TestA(t *testing.T) {\n\t// @verifies IP-1/AC2\n\tt.Run("works", func(t *testing.T) {})\n}\n';
const GTEST = '// @verifies IP-1/AC1\nTEST(Stock, Adds) {}\n';

/** Path and test, and a result of another test that has its name in it. */
const OTHERS: readonly (readonly [path: string, code: string, result: string])[] = [
  [PY, '# @verifies IP-1/AC1\ndef test_rejects():\n    pass\n', 'classname="tests.test_a" name="test_rejects_empty"'],
  [PY, '# @verifies IP-1/AC1\ndef test_b():\n    pass\n', 'classname="tests.test_a" name="test_a_test_b"'],
  [
    PY,
    '# @verifies IP-1/AC1\nclass TestOrders:\n    def test_a(self):\n        pass\n',
    'classname="tests.test_a.TestOrders_Old" name="test_a"',
  ],
  [
    PY,
    'class TestOrders:\n    # @verifies IP-1/AC1\n    def test_x(self):\n        pass\n',
    'classname="tests.test_a.TestOld_TestOrders" name="test_x"',
  ],
  [JS, JEST, `${VITEST} name="works with large"`],
  [JS, JEST, `${VITEST} name="never works"`],
  [JS, JEST, `${VITEST} name="works [slow]"`],
  [JS, JEST, `${VITEST} name="works (not on Windows)"`],
  [JS, JEST, `${VITEST} name="Works"`],
  [JS, JEST, 'suite="x" classname="works with large" name="works with large"'],
  [JS, JEST, 'suite="x" classname="never works" name="never works"'],
  [JS, IN_GROUP, `${VITEST} name="G &gt; never works"`],
  [JS, IN_GROUP, `${VITEST} name="Old G &gt; works"`],
  [JS, IN_GROUP, 'suite="x" classname="Old G works" name="Old G works"'],
  [JS, IN_GROUP, 'suite="x" classname="G never works" name="G never works"'],
  ['src/test/java/p/ATest.java', JAVA, 'classname="p.ATest" name="never_works"'],
  ['src/test/java/p/ATest.java', JAVA, 'classname="p.ATest" name="works_never"'],
  [
    'spec/a_spec.rb',
    "describe 'G' do\n  # @verifies IP-1/AC1\n  it 'works' do\n  end\nend\n",
    'classname="spec.a_spec" file="./spec/a_spec.rb" name="G never works"',
  ],
  [
    'spec/a_spec.rb',
    "RSpec.describe Stock do\n  # @verifies IP-1/AC1\n  it 'works' do\n  end\nend\n",
    'classname="spec.a_spec" file="./spec/a_spec.rb" name="Stock never works"',
  ],
  ['test/a_test.cpp', '// @verifies IP-1/AC1\nTEST_CASE("works") {}\n', 'suite="tests" classname="tests.global" name="never works"'],
  ['test/a_test.cpp', '// @verifies IP-1/AC1\nTEST_CASE("works") {}\n', 'suite="tests" classname="tests.global" name="works [slow]"'],
  ['test/a_test.cc', GTEST, 'suite="OldStock" classname="OldStock" name="Adds"'],
  ['test/a_test.cc', GTEST, 'suite="Old_Stock" classname="Old_Stock" name="Adds"'],
  ['test/a_test.cc', GTEST, 'suite="Stock" classname="Stock" name="Adds_All"'],
  ['test/a.bats', '# @verifies IP-1/AC1\n@test "works" {\n  false\n}\n', 'suite="a.bats" classname="a.bats" name="never works"'],
  ['p/a_test.go', GO, 'suite="x/p" classname="x/p" name="TestA_b"'],
  ['p/a_test.go', GO, 'suite="x/p" classname="x/p" name="TestB/never_works"'],
  [
    'src/stock.rs',
    '#[cfg(test)]\nmod tests {\n    // @verifies IP-1/AC1\n    #[test]\n    fn works() {}\n}\n',
    'suite="shop" classname="shop" name="stock::tests::never_works"',
  ],
  [
    'tests/ATest.php',
    '<?php\nclass ATest extends TestCase {\n  // @verifies IP-1/AC1\n  public function works() {}\n}\n',
    'class="ATest" file="/repo/tests/ATest.php" name="never_works"',
  ],
];

/** Path and test, and a result of that test in a group, or of a test in that group. */
const OWN: readonly (readonly [path: string, code: string, result: string])[] = [
  [JS, "// @verifies IP-1/AC1\ndescribe('G', () => {});\n", `${VITEST} name="G &gt; works"`],
  [JS, "// @verifies IP-1/AC1\ndescribe('G', () => {});\n", 'suite="x" classname="G works" name="G works"'],
  [JS, IN_GROUP, 'suite="x" classname="G works" name="G works"'],
  [JS, IN_GROUP, 'suite="x" classname="G.works" name="works"'],
  [JS, "// @verifies IP-1/AC1\ntest.describe('G', () => {});\n", 'file="test/a.test.js" name="G › works"'],
  ['p/a_test.go', GO.replace(/\t\/\/ .*\n/u, ''), 'suite="x/p" classname="x/p" name="TestA/b"'],
  [
    'spec/a_spec.rb',
    "RSpec.describe Shop::Stock, '#add' do\n  # @verifies IP-1/AC1\n  it 'works' do\n  end\nend\n",
    'classname="spec.a_spec" file="./spec/a_spec.rb" name="Shop::Stock#add works"',
  ],
  [
    PY,
    '# @verifies IP-1/AC1\nclass TestOrders:\n    def test_a(self):\n        pass\n',
    'classname="tests.test_a.TestOrders" name="test_a"',
  ],
];

describe('a test of which no result is there', () => {
  for (const [path, code, result] of OTHERS) {
    it(`is not proven by that of a longer name: ${result}`, () => {
      assert.doesNotMatch(linkResults({ [path]: code }, { 'junit.xml': junit(`passed ${result}`) }), /passed/u);
    });
  }

  for (const [path, code, result] of OWN) {
    it(`is none of which one is: ${result}`, () => {
      assert.match(linkResults({ [path]: code }, { 'junit.xml': junit(`passed ${result}`) }), /AC1 passed/u);
    });
  }
});

describe('between words of a name', () => {
  for (const [name, boundaries] of [
    ['a > b', 'hard'],
    ['a › b', 'hard'],
    ['a/b', 'hard'],
    ['a.b', 'hard'],
    ['a::b', 'hard'],
    ['a\\b', 'hard'],
    ['a$B', 'hard'],
    ['a\nb', 'hard'],
    ['a - b', 'hard'],
    ['a[b', 'hard'],
    ['a b', 'blank'],
    ['a, b', 'blank'],
    ['a: b', 'blank'],
    ['a. b', 'blank'],
    ['a (b', 'blank'],
    ['a\n(b', 'hard'],
    ['a_b', 'joined'],
    ['a-b', 'joined'],
    ["a'b", 'joined'],
  ] as const) {
    it(`is ${boundaries} in ${JSON.stringify(name)}`, () => {
      const spelled = new SpelledName(name);
      assert.deepEqual([spelled.before(0), spelled.before(1), spelled.before(2)], ['hard', boundaries, 'hard']);
      assert.equal(spelled.hardStart(1), boundaries === 'hard' ? 1 : 0);
    });
  }
});
