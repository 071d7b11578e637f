import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';
import type { Texts } from '../../support/index/linkResults.ts';

const works = "// @verifies IP-1/AC1\ntest('works', () => {});\n";
const other = "test('other', () => {});\n";
const python = '# @verifies IP-1/AC1\ndef test_works():\n    pass\n';
const java = 'package shop;\nclass StockTest {\n  // @verifies IP-1/AC1\n  @Test\n  void works() {\n  }\n}\n';
const go = 'package p\n\n// @verifies IP-1/AC1\nfunc TestWorks(t *testing.T) {}\n';
const ruby = "RSpec.describe 'X' do\n  # @verifies IP-1/AC1\n  it 'works' do\n  end\nend\n";
const of = (file: string): string => junit(`passed suite="${file}" classname="${file}" name="works"`);
const named = (file: string): string => junit(`passed file="${file}" name="works"`);
const inPackage = (name: string): string => junit(`passed suite="${name}" classname="${name}" name="TestWorks"`);

/** Whose file is gone or was never there, tests, reports, what the link gets, other files of the project. */
const CASES: readonly (readonly [what: string, tests: Texts, reports: Texts, outcome: string, others?: readonly string[]])[] = [
  // A relative path in the report of another package.
  [
    'its namesake in a package',
    { 'packages/a/test/index.test.js': works, 'packages/b/test/main.test.js': other },
    { 'packages/b/junit.xml': of('test/index.test.js') },
    'nothing',
  ],
  [
    'its namesake at the root',
    { 'test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'packages/a/junit.xml': of('test/index.test.js') },
    'nothing',
  ],
  [
    'its namesake at the root, where no folder of tests is left',
    { 'test/index.test.js': works },
    { 'packages/a/junit.xml': of('test/index.test.js') },
    'nothing',
    ['packages/a/package.json'],
  ],
  // Reports of languages that name no files, where no manifest tells of a package.
  ...['nim', 'ml', 'hs', 'jl', 'lua', 'pl', 't', 'sh', 'bats', 'zig', 'kt', 'swift'].map(
    (ending) =>
      [
        `no file, beside a test in .${ending}`,
        { 'packages/a/test/index.test.js': works, [`packages/b/tests/test_b.${ending}`]: '' },
        { 'packages/b/junit.xml': junit('passed name="works"') },
        'nothing',
      ] as const,
  ),
  ...['stock.nimble', 'dune-project', 'deno.json', 'rebar.config', 'CMakeLists.txt', 'meson.build']
    .map((name) => `packages/b/${name}`)
    .map(
      (manifest) =>
        [
          `no file, beside ${manifest}`,
          { 'packages/a/test/index.test.js': works },
          { 'packages/b/junit.xml': junit('passed name="works"') },
          'nothing',
          [manifest],
        ] as const,
    ),
  [
    'a longer path that ends like it',
    { 'test/index.test.js': works, 'packages/b/test/main.test.js': other },
    { 'junit.xml': of('packages/b/test/index.test.js') },
    'nothing',
  ],
  [
    'one above the folder of the report',
    { 'test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'packages/a/out/junit.xml': of('../test/index.test.js') },
    'nothing',
  ],
  [
    'the path from the root',
    { 'packages/b/test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'packages/a/junit.xml': of('packages/b/test/index.test.js') },
    'passed',
  ],
  [
    'the way to another package',
    { 'packages/b/test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'packages/a/junit.xml': of('../b/test/index.test.js') },
    'passed',
  ],
  [
    'the way to the root',
    { 'test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'packages/a/junit.xml': of('../../test/index.test.js') },
    'passed',
  ],
  [
    'the end of a path in its package',
    { 'packages/a/test/unit/x.test.js': works, 'packages/b/test/unit/x.test.js': other },
    { 'packages/a/junit.xml': of('unit/x.test.js') },
    'passed',
  ],
  // An absolute one.
  [
    'an absolute path in the package of the report',
    { 'test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'packages/a/junit.xml': named('/ci/repo/packages/a/test/index.test.js') },
    'nothing',
  ],
  [
    'an absolute path in a package with other tests',
    { 'test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'junit.xml': named('/ci/repo/packages/a/test/index.test.js') },
    'nothing',
  ],
  [
    'an absolute path in a package without tests',
    { 'test/index.test.js': works },
    { 'junit.xml': named('/ci/repo/web/test/index.test.js') },
    'nothing',
    ['web/package.json'],
  ],
  [
    'an absolute path of Windows',
    { 'test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'junit.xml': named('D:\\ci\\packages\\a\\test\\index.test.js') },
    'nothing',
  ],
  [
    'an absolute path in a folder called like one of the project',
    { 'test/index.test.js': works, 'shop/main.js': '' },
    { 'junit.xml': named('/build/shop/shop/test/index.test.js') },
    'passed',
  ],
  [
    'an absolute path of a container',
    { 'test/index.test.js': works, 'packages/a/test/main.test.js': other },
    { 'junit.xml': named('/app/test/index.test.js') },
    'passed',
  ],
  [
    'an absolute path in another package',
    { 'packages/b/test/x.test.js': works, 'packages/a/test/main.test.js': other },
    { 'packages/a/junit.xml': named('/ci/packages/b/test/x.test.js') },
    'passed',
  ],
  // What was compiled.
  [
    'a compiled file',
    { 'packages/a/test/index.test.ts': works, 'packages/b/test/main.test.ts': other },
    { 'packages/b/junit.xml': of('dist/test/index.test.js') },
    'nothing',
  ],
  [
    'a compiled file of a package',
    { 'packages/a/test/index.test.ts': works, 'packages/b/src/main.ts': '' },
    { 'junit.xml': of('packages/b/dist/test/index.test.js') },
    'nothing',
  ],
  [
    'a compiled file of its package',
    { 'packages/a/test/index.test.ts': works, 'packages/b/test/main.test.ts': other },
    { 'packages/a/junit.xml': of('dist/test/index.test.js') },
    'passed',
  ],
  // Classes, modules and packages.
  [
    'a module of Python',
    { 'svc/a/tests/test_x.py': python, 'svc/b/tests/test_y.py': '' },
    { 'svc/b/junit.xml': junit('passed classname="tests.test_x" name="test_works"') },
    'nothing',
  ],
  [
    'a module of Python with its folders',
    { 'svc/a/tests/test_x.py': python, 'svc/b/tests/test_y.py': '' },
    { 'svc/b/junit.xml': junit('passed classname="svc.a.tests.test_x" name="test_works"') },
    'passed',
  ],
  [
    'a class of Java',
    { 'a/src/test/java/shop/StockTest.java': java, 'b/src/test/java/shop/OtherTest.java': '' },
    { 'b/target/surefire-reports/TEST-shop.StockTest.xml': junit('passed classname="shop.StockTest" name="works"') },
    'nothing',
  ],
  [
    'a class of Java, where no test is left',
    { 'a/src/test/java/shop/StockTest.java': java },
    { 'b/target/surefire-reports/TEST-shop.StockTest.xml': junit('passed classname="shop.StockTest" name="works"') },
    'nothing',
    ['b/pom.xml'],
  ],
  [
    'a spec of Ruby',
    { 'engines/a/spec/x_spec.rb': ruby, 'engines/b/spec/y_spec.rb': '' },
    { 'engines/b/rspec.xml': junit('passed classname="spec.x_spec" name="X works" file="./spec/x_spec.rb"') },
    'nothing',
  ],
  [
    'a module of Go',
    { 'a/s_test.go': go },
    { 'b/junit.xml': inPackage('example.org/beta') },
    'nothing',
    ['a/go.mod', 'b/go.mod', 'b/x.go'],
  ],
  [
    'a package of Go',
    { 'a/stock/s_test.go': go },
    { 'b/junit.xml': inPackage('example.org/beta/stock') },
    'nothing',
    ['a/go.mod', 'b/go.mod'],
  ],
  [
    'a package of Go with its folders',
    { 'a/stock/s_test.go': go },
    { 'b/junit.xml': inPackage('example.org/all/a/stock') },
    'passed',
    ['a/go.mod', 'b/go.mod'],
  ],
  [
    'no file at all',
    { 'packages/a/test/index.test.js': works, 'packages/b/checks/index.js': other },
    { 'packages/b/junit.xml': junit('passed classname="works" name="works"') },
    'nothing',
    ['packages/a/package.json', 'packages/b/package.json'],
  ],
];

describe('a result of another package', () => {
  for (const [what, tests, reports, outcome, others] of CASES) {
    it(`says ${outcome} where it names ${what}`, () => assert.equal(linkResults(tests, reports, others), `AC1 ${outcome}`));
  }
});
