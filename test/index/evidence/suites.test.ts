import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';
import type { Texts } from '../../support/index/linkResults.ts';

const PATH = 'test/a.test.js';
const ALONE: Texts = { [PATH]: "// @verifies IP-1/AC1\ntest('works', () => {});\n" };
const BESIDE: Texts = {
  [PATH]: "// @verifies IP-1/AC1\ntest('works', () => {});\ndescribe('q', () => {\n  test('works', () => {});\n});\n",
};
const GINKGO: Texts = {
  'p/s_test.go': 'package p\n\nvar _ = Describe("Stock", func() {\n\t// @verifies IP-1/AC1\n\tIt("works", func() {})\n})\n',
};
const CPP: Texts = {
  'test/a.cpp': 'TEST_SUITE("stock") {\n  // @verifies IP-1/AC1\n  TEST_CASE("works") { CHECK(true); }\n}\n',
};
const cpp = (outcome: string, suite: string, group = 'test/a.cpp'): string =>
  `${outcome} suite="${suite}" file="test/a.cpp" classname="${group}" name="works"`;
const of = (outcome: string, suite: string, title = 'works'): string => `${outcome} suite="${suite}" classname="${PATH}" name="${title}"`;

/** In what a result stands, tests, reports in the order of their runs, and what the link gets. */
const CASES: readonly (readonly [what: string, tests: Texts, reports: readonly (readonly string[])[], outcome: string])[] = [
  // What a suite is called tells nothing of the file, and may be a group.
  ['a suite of any name', ALONE, [[of('failed', 'q')]], 'failed'],
  ['a suite of several words', ALONE, [[of('failed', 'all unit tests')]], 'failed'],
  ['a suite of any name, where it broke', ALONE, [[of('error', 'q')]], 'failed'],
  ['a suite of any name, behind a pass', ALONE, [[of('passed', PATH)], [of('failed', 'q')]], 'failed'],
  ['a suite of any name, where it passed', ALONE, [[of('passed', 'q')]], 'nothing'],
  ['a suite called like the file', ALONE, [[of('passed', PATH)]], 'passed'],
  ['a suite of any name, in a group', ALONE, [[of('failed', 'q', 'g &gt; works')]], 'nothing'],
  ['a suite of any name, with a longer title', ALONE, [[of('failed', 'q', 'never works')]], 'nothing'],
  ['a group beside the test, where both ran', BESIDE, [[of('passed', PATH), of('failed', 'q')]], 'passed'],
  ['a group beside the test, where that passed', BESIDE, [[of('passed', 'q')]], 'nothing'],
  ['a suite of another file', ALONE, [['failed suite="q" classname="test/b.test.js" name="works"']], 'nothing'],
  // doctest writes the program and the file, and no suites.
  ['the program', CPP, [[cpp('failed', './a')]], 'failed'],
  ['the program, elsewhere', CPP, [[cpp('error', '/build/tests/a')]], 'failed'],
  ['the program, of Windows', CPP, [[cpp('failed', 'a.exe')]], 'failed'],
  ['the program, behind a pass of another runner', CPP, [[cpp('passed', 'stock', 'stock')], [cpp('failed', './a')]], 'failed'],
  ['the program, where it passed', CPP, [[cpp('passed', './a')]], 'nothing'],
  ['another suite of C++', CPP, [[cpp('failed', 'other', 'other')]], 'nothing'],
  // Ginkgo says of each test that it is one.
  ['a suite of Ginkgo', GINKGO, [['failed suite="P Suite" classname="P Suite" name="[It] Stock works"']], 'failed'],
  ['a suite of Ginkgo, where it passed', GINKGO, [['passed suite="P Suite" classname="P Suite" name="[It] Stock works"']], 'passed'],
  ['a suite of Ginkgo, of another group', GINKGO, [['passed suite="P Suite" classname="P Suite" name="[It] Old Stock works"']], 'nothing'],
  [
    'a suite of Ginkgo, with a longer title',
    GINKGO,
    [['passed suite="P Suite" classname="P Suite" name="[It] Stock never works"']],
    'nothing',
  ],
];

describe('a result in a suite', () => {
  for (const [what, tests, reports, outcome] of CASES) {
    it(`says ${outcome} in ${what}`, () => {
      const byPath = Object.fromEntries(reports.map((cases, at) => [`${'x/'.repeat(at)}junit.xml`, junit(...cases)]));
      assert.equal(linkResults(tests, byPath), `AC1 ${outcome}`);
    });
  }
});
