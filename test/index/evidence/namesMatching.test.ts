import assert from 'node:assert/strict';
import { junit, outcomes } from '../../support/index/matching.ts';

const CASES: readonly (readonly [what: string, path: string, code: string, results: string, outcome: string])[] = [
  [
    'a title with escapes',
    'test/a.test.ts',
    String.raw`it("IP-1/AC1 \u00fcber\tit\x27s", () => {});`,
    "1..1\nnot ok 1 IP-1/AC1 über it's\n",
    'AC1 failed',
  ],
  [
    'titles of groups with escapes',
    'test/a.test.ts',
    String.raw`describe("\u{1F600} \u00dcber", () => {
  // @verifies IP-1/AC1
  it("rejects", () => {});
});`,
    junit(['failed', 'classname="a" name="Über rejects"'], ['passed', 'classname="b" name="u00dcber rejects"']),
    'AC1 failed',
  ],
  [
    'a dollar behind a backslash',
    'test/a.test.ts',
    '// @verifies IP-1/AC1\nit(`costs \\${price}`, () => {});\nit(`costs ${price} more`, () => {});',
    junit(['passed', 'classname="a" name="costs ${price}"'], ['failed', 'classname="a" name="costs 12 more"']),
    'AC1 passed',
  ],
  ['a title with an id', 'test/a.test.ts', 'it("IP-1/AC1 rejects", () => {});', '1..1\nnot ok 1 IP-1/AC1 rejects\n', 'AC1 failed'],
  [
    'titles that make an id together',
    'test/a.test.ts',
    'describe("IP-1 orders", () => {\n  it("AC1 rejects", () => {});\n  it("AC2 accepts", () => {});\n});',
    '1..2\nnot ok 1 IP-1 orders AC1 rejects\nok 2 IP-1 orders AC2 accepts\n',
    'AC1 failed, AC2 passed',
  ],
  [
    'a name with an id',
    'tests/test_a.py',
    'def test_IP_1__AC1_rejects():\n    pass\n',
    junit(['failed', 'classname="tests.test_a" name="test_IP_1__AC1_rejects"']),
    'AC1 failed',
  ],
  [
    'a group with an id',
    'test/a.test.ts',
    'describe("IP-1/AC1 rejects", () => {\n  it("this", () => {});\n  it("that", () => {});\n});',
    '1..2\nok 1 IP-1/AC1 rejects this\nnot ok 2 IP-1/AC1 rejects that\n',
    'AC1 failed',
  ],
  ['an id that goes on', 'test/a.test.ts', 'it(`IP-1.1/AC1 ${x}`, () => {});', '1..1\nnot ok 1 IP-1.1.1/AC1 a\n', 'AC1 nothing'],
  [
    'a group',
    'test/a.test.ts',
    '// @verifies IP-1/AC1\ndescribe("Orders", () => {\n  it("this", () => {});\n});',
    junit(['passed', 'classname="a" name="Orders this"'], ['failed', 'classname="b" name="Carts this"']),
    'AC1 passed',
  ],
  [
    'a class',
    'tests/test_a.py',
    '# @verifies IP-1/AC1\nclass TestOrders:\n    def test_a(self):\n        pass\n',
    junit(['passed', 'classname="tests.test_a.TestOrders" name="test_a"'], ['failed', 'classname="tests.test_a.TestCarts" name="test_a"']),
    'AC1 passed',
  ],
  [
    'a whole file',
    'tests/test_a.py',
    '# @verifies IP-1/AC1\nimport pytest\n\ndef test_a():\n    pass\n',
    junit(
      ['passed', 'classname="tests.test_a" name="test_a"'],
      ['failed', 'classname="tests.test_a" name="test_b"'],
      ['failed', 'classname="tests.test_b" name="test_b"'],
    ),
    'AC1 failed',
  ],
  [
    'a table of tests',
    'test/a.test.ts',
    'describe("Orders", () => {\n  // @verifies IP-1/AC1\n  it.each([[1], [2]])("rejects %i of them", () => {});\n});',
    JSON.stringify({
      testResults: [
        {
          name: '/w/test/a.test.ts',
          assertionResults: [
            { ancestorTitles: ['Orders'], title: 'rejects 1 of them', status: 'passed' },
            { ancestorTitles: ['Orders'], title: 'rejects 2 of them', status: 'failed' },
            { ancestorTitles: ['Orders'], title: 'accepts 2 of them', status: 'failed' },
          ],
        },
      ],
    }),
    'AC1 failed',
  ],
  [
    'a template',
    'test/a.test.ts',
    'for (const x of [1]) {\n  // @verifies IP-1/AC1\n  it(`rejects ${x}`, () => {});\n}',
    JSON.stringify({
      testResults: [{ name: '/w/test/a.test.ts', assertionResults: [{ ancestorTitles: [], title: 'rejects 1', status: 'failed' }] }],
    }),
    'AC1 failed',
  ],
  [
    'titles that differ by signs only',
    'test/a.test.ts',
    '// @verifies IP-1/AC1\nit("takes x > 1", () => {});\n// @verifies IP-1/AC2\nit("takes x < 1", () => {});',
    '1..2\nok 1 takes x > 1\nnot ok 2 takes x < 1\n',
    'AC1 passed, AC2 failed',
  ],
  [
    'words in brackets that belong to a title',
    'test/a.test.ts',
    '// @verifies IP-1/AC1\nit("works (fast)", () => {});\n// @verifies IP-1/AC2\nit("works (slow)", () => {});',
    '1..2\nok 1 works (fast)\nnot ok 2 works (slow)\n',
    'AC1 passed, AC2 failed',
  ],
  [
    'a longer title of an unknown file',
    'test/a.test.ts',
    '// @verifies IP-1/AC1\nit("works", () => {});',
    '1..1\nnot ok 1 Orders works\n',
    'AC1 nothing',
  ],
];

describe('names of results and of tests', () => {
  for (const [what, path, code, results, outcome] of CASES) {
    it(`meet: ${what}`, () => assert.equal(outcomes(path, code, results), outcome));
  }
});
