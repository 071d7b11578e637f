import assert from 'node:assert/strict';
import { linkResults } from '../../support/index/linkResults.ts';
import type { Texts } from '../../support/index/linkResults.ts';

const go = (criterion: string): string => `package p\n\n// @verifies IP-1/${criterion}\nfunc TestA(t *testing.T) {}\n`;
const suite = (name: string, ...cases: readonly string[]): string =>
  `<testsuites><testsuite name="${name}">${cases.join('')}</testsuite></testsuites>`;
const pass = (name: string): string => suite(name, `<testcase classname="${name}" name="TestA"/>`);
/** What `go test -json` writes of a package that does not build. */
const unbuilt = (name: string): string =>
  [
    { Action: 'start', Package: name },
    { Action: 'output', Package: name, Output: `FAIL\t${name} [build failed]\n` },
    { Action: 'fail', Package: name, Elapsed: 0 },
  ]
    .map((event) => JSON.stringify(event))
    .join('\n');
/** What gotestsum writes of one whose TestMain ends it. */
const ended = (name: string): string =>
  suite(name, `<testcase classname="${name}" name="TestMain"><failure message="Failed">x</failure></testcase>`);

/** Whose package failed as a whole, tests, what passed before, what failed, what the links get, other files of the project. */
const CASES: readonly (readonly [
  whose: string,
  tests: Texts,
  before: string,
  failure: string,
  outcome: string,
  modules: readonly string[],
  folder?: string,
])[] = [
  ['that of the module', { 's_test.go': go('AC1') }, pass('example.org/s'), unbuilt('example.org/s'), 'AC1 failed', ['go.mod']],
  ['that of the module, in TestMain', { 's_test.go': go('AC1') }, pass('example.org/s'), ended('example.org/s'), 'AC1 failed', ['go.mod']],
  [
    'that of a module with a version',
    { 's_test.go': go('AC1') },
    pass('example.org/s/v2'),
    unbuilt('example.org/s/v2'),
    'AC1 failed',
    ['go.mod'],
  ],
  ['that of a module of one name', { 's_test.go': go('AC1') }, pass('stock'), unbuilt('stock'), 'AC1 failed', ['go.mod']],
  [
    'that of a module in a folder of another name',
    { 'svc/s_test.go': go('AC1') },
    pass('example.org/stock'),
    unbuilt('example.org/stock'),
    'AC1 failed',
    ['svc/go.mod'],
    'svc/',
  ],
  [
    'that of a module in a folder, reported at the root',
    { 'svc/s_test.go': go('AC1') },
    pass('example.org/stock'),
    unbuilt('example.org/stock'),
    'AC1 failed',
    ['svc/go.mod'],
  ],
  [
    'one in the module',
    { 's_test.go': go('AC1'), 'p/s_test.go': go('AC2') },
    pass('example.org/s'),
    unbuilt('example.org/s/p'),
    'AC1 passed, AC2 failed',
    ['go.mod'],
  ],
  [
    'that of the module, not one in it',
    { 's_test.go': go('AC1'), 'p/s_test.go': go('AC2') },
    pass('example.org/s/p'),
    unbuilt('example.org/s'),
    'AC1 failed, AC2 passed',
    ['go.mod'],
  ],
  [
    'one of a version in a folder',
    { 'p/s_test.go': go('AC1'), 'p/v2/s_test.go': go('AC2') },
    pass('example.org/s/p'),
    unbuilt('example.org/s/p/v2'),
    'AC1 passed, AC2 failed',
    ['go.mod'],
  ],
  [
    'one of another module',
    { 'a/s_test.go': go('AC1'), 'b/s_test.go': go('AC2') },
    pass('example.org/a'),
    unbuilt('example.org/b'),
    'AC1 passed, AC2 failed',
    ['a/go.mod', 'b/go.mod'],
  ],
];

describe('a package of Go that fails as a whole', () => {
  for (const [whose, tests, before, failure, outcome, modules, folder = ''] of CASES) {
    it(`is ${whose}, whatever passed before`, () => {
      assert.equal(linkResults(tests, { [`${folder}old/junit.xml`]: before, [`${folder}results`]: failure }, modules), outcome);
    });
  }
});
