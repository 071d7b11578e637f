import assert from 'node:assert/strict';
import { junit, linkResults } from '../../support/index/linkResults.ts';
import type { Texts } from '../../support/index/linkResults.ts';

const works = "// @verifies IP-1/AC1\ntest('works', () => {});\n";
const other = "test('other', () => {});\n";
const rows =
  "describe('stock', () => {\n  for (const n of [1, 2]) {\n    // @verifies IP-1/AC1\n    test(`adds ${n}`, () => {});\n  }\n});\n";
const whole = "// @verifies IP-1/AC1\ndescribe('stock', () => {\n  test('works', () => {});\n});\n";
const python = '# @verifies IP-1/AC1\ndef test_works():\n    pass\n';
const case_ = (outcome: string, file: string, name = 'works'): string => junit(`${outcome} file="${file}" name="${name}"`);

/** The TAP of node --test: only what failed has a place. */
const tap = (file: string, ...failed: readonly string[]): string =>
  `TAP version 13\n# Subtest: stock\n${['adds 1', 'adds 2']
    .map((title, at) =>
      failed.includes(title)
        ? `    not ok ${at + 1} - ${title}\n      ---\n      location: '${file}:3:5'\n      ...\n`
        : `    ok ${at + 1} - ${title}\n`,
    )
    .join('')}    1..2\n${failed.length > 0 ? 'not ok' : 'ok'} 1 - stock\n1..1\n`;
const jest = (status: string, file: string): string =>
  JSON.stringify({
    numFailedTests: status === 'failed' ? 1 : 0,
    testResults: [{ name: file, status, assertionResults: [{ ancestorTitles: [], title: 'works', fullName: 'works', status }] }],
  });

/** What the path is, tests, reports, what the link gets, other files of the project. */
const CASES: readonly (readonly [what: string, tests: Texts, reports: Texts, outcome: string, others?: readonly string[]])[] = [
  // The package of the report lay in a container.
  [
    'one of a container',
    { 'packages/a/test/x.test.js': works },
    { 'packages/a/junit.xml': case_('passed', '/app/test/x.test.js') },
    'passed',
  ],
  [
    'one of a container, failed',
    { 'packages/a/test/x.test.js': works },
    { 'packages/a/junit.xml': case_('failed', '/app/test/x.test.js') },
    'failed',
  ],
  [
    'one of Windows',
    { 'packages/a/test/x.test.js': works },
    { 'packages/a/junit.xml': case_('passed', String.raw`C:\agent\_work\1\s\test\x.test.js`) },
    'passed',
  ],
  [
    'one of a container in JSON',
    { 'packages/a/test/x.test.js': works },
    { 'packages/a/jest-results.json': jest('passed', '/project/test/x.test.js') },
    'passed',
  ],
  [
    'the longest end of two',
    { 'packages/a/test/x.test.js': other, 'packages/a/src/test/x.test.js': works },
    { 'packages/a/junit.xml': case_('passed', '/app/src/test/x.test.js') },
    'passed',
  ],
  [
    'one of a package that is there',
    { 'packages/a/test/x.test.js': works, 'packages/b/test/y.test.js': other },
    { 'packages/a/junit.xml': case_('passed', '/ci/packages/b/test/x.test.js') },
    'nothing',
  ],
  [
    'one of a package that is gone',
    { 'packages/a/test/x.test.js': works },
    { 'packages/a/junit.xml': case_('passed', '/ci/packages/gone/test/x.test.js') },
    'nothing',
  ],
  [
    'one of a container, beside another package',
    { 'packages/a/test/x.test.js': works, 'packages/b/test/x.test.js': other },
    { 'packages/b/junit.xml': case_('passed', '/app/test/x.test.js') },
    'nothing',
  ],
  // Rows of which only the failing one has a path.
  ...[
    '/project/test/x.test.mjs',
    '/app/build/x.test.mjs',
    '/app/build/bundle.js',
    String.raw`C:\\s\\spec\\x.test.mjs`,
    'file:///srv/spec/x.test.mjs',
  ].flatMap((path) => [
    [
      `a failing row, ${path}`,
      { 'packages/a/test/x.test.mjs': rows },
      { 'packages/a/results.tap': tap(path, 'adds 2') },
      'failed',
    ] as const,
    [`a failing row, ${path}, at the root`, { 'test/x.test.mjs': rows }, { 'results.tap': tap(path, 'adds 2') }, 'failed'] as const,
  ]),
  ['no failing row', { 'test/x.test.mjs': rows }, { 'results.tap': tap('/x') }, 'passed'],
  [
    'a failing row, as its file was renamed',
    { 'test/y.test.mjs': rows },
    { 'results.tap': tap('/repo/test/x.test.mjs', 'adds 2') },
    'failed',
  ],
  // What failed counts wherever its path leads, what passed does not.
  ['another folder, failed', { 'test/x.test.js': works }, { 'junit.xml': case_('failed', '/app/spec/x.test.js') }, 'failed'],
  ['another folder, passed', { 'test/x.test.js': works }, { 'junit.xml': case_('passed', '/app/spec/x.test.js') }, 'nothing'],
  ['another folder, skipped', { 'test/x.test.js': works }, { 'junit.xml': case_('skipped', '/app/spec/x.test.js') }, 'nothing'],
  [
    'another folder, failed after it passed',
    { 'test/x.test.js': works },
    { 'a/junit.xml': case_('passed', 'test/x.test.js'), 'junit.xml': case_('failed', '/app/spec/x.test.js') },
    'failed',
  ],
  [
    'another folder, passed later',
    { 'test/x.test.js': works },
    { 'a/junit.xml': case_('failed', '/app/spec/x.test.js'), 'junit.xml': case_('passed', 'test/x.test.js') },
    'passed',
  ],
  [
    'other capital letters, failed',
    { 'test/Stock.test.js': works },
    { 'junit.xml': case_('failed', 'c:\\repo\\TEST\\stock.test.js') },
    'failed',
  ],
  ['other capital letters, passed', { 'test/Stock.test.js': works }, { 'junit.xml': case_('passed', 'test/stock.test.js') }, 'nothing'],
  [
    'an accent that is written otherwise, failed',
    { 'test/gr\u00F6sse.test.js': works },
    { 'junit.xml': case_('failed', 'test/gro\u0308sse.test.js') },
    'failed',
  ],
  [
    'an address with a blank',
    { 'test/my stock.test.js': works },
    { 'junit.xml': case_('passed', 'file:///repo/test/my%20stock.test.js') },
    'passed',
  ],
  ['an address that is none', { 'test/x.test.js': works }, { 'junit.xml': case_('failed', 'file:///repo/100%/x.test.js') }, 'failed'],
  [
    'an address of a server',
    { 'test/x.test.js': works },
    { 'junit.xml': case_('failed', 'http://localhost:9876/base/spec/x.test.js?a1') },
    'failed',
  ],
  ['a file that was compiled', { 'test/x.test.ts': works }, { 'junit.xml': case_('failed', '/app/build/x.test.mjs') }, 'failed'],
  ['another file', { 'test/x.test.js': works }, { 'junit.xml': case_('failed', '/app/spec/y.test.js') }, 'nothing'],
  ['another title', { 'test/x.test.js': works }, { 'junit.xml': case_('failed', '/app/spec/x.test.js', 'breaks') }, 'nothing'],
  [
    'either of two files, failed',
    { 'a/x.test.js': works, 'b/x.test.js': works },
    { 'junit.xml': case_('failed', '/app/x.test.js') },
    'failed, AC1 failed',
  ],
  [
    'a file that is gone beside one that is there',
    { 'test/x.test.js': works },
    { 'junit.xml': junit('passed file="test/x.test.js" name="works"', 'failed file="/app/spec/x.test.js" name="works"') },
    'passed',
  ],
  [
    'another package',
    { 'packages/a/test/x.test.js': works, 'packages/b/test/y.test.js': other },
    { 'packages/b/junit.xml': case_('failed', 'test/x.test.js') },
    'nothing',
  ],
  [
    'a test of Python',
    { 'tests/test_x.py': python },
    { 'junit.xml': junit('failed file="/app/unit/test_x.py" classname="unit.test_x" name="test_works"') },
    'failed',
  ],
  [
    'a group',
    { 'test/x.test.js': whole },
    { 'junit.xml': junit('failed file="/app/spec/x.test.js" classname="stock" name="stock works"') },
    'failed',
  ],
  [
    'a file',
    { 'test/x.test.js': `// @verifies IP-1/AC1\nimport x from 'x';\n${other}` },
    { 'junit.xml': case_('failed', '/app/spec/x.test.js') },
    'failed',
  ],
  [
    'a file that could not be loaded',
    { 'test/x.test.js': works },
    {
      'jest-results.json': JSON.stringify({
        numFailedTestSuites: 1,
        testResults: [{ name: '/app/spec/x.test.js', status: 'failed', message: 'SyntaxError', assertionResults: [] }],
      }),
    },
    'failed',
  ],
];

describe('results of which the path leads nowhere', () => {
  for (const [what, tests, reports, outcome, others = []] of CASES)
    it(what, () => {
      assert.equal(linkResults(tests, reports, others), `AC1 ${outcome}`);
    });
});
