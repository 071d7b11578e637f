import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf, WRITTEN } from '../../../support/formats/evidenceBrief.ts';

const CASES: readonly (readonly [what: string, text: string, results: readonly string[]])[] = [
  [
    'of node --test',
    `TAP version 13
# Subtest: Orders
    # Subtest: empty
        # Subtest: rejects (fast) \\# 1
        ok 1 - rejects (fast) \\# 1
          ---
          duration_ms: 0.637936
          ...
        # Subtest: later
        ok 2 - later # TODO
        1..2
    ok 1 - empty
      ---
      type: 'suite'
      ...
    # Subtest: fails
    not ok 2 - fails
      ---
      location: '/repo/test/orders.test.mjs:2:138'
      error: |-
        not ok 7 - in the output
      ...
    1..2
not ok 1 - Orders
  ---
  location: '/repo/test/orders.test.mjs:2:1'
  ...
ok 2 - top # SKIP
1..2
# tests 4
`,
    [
      'passed Orders > empty > rejects (fast) # 1',
      'skipped Orders > empty > later',
      'passed Orders > empty',
      'failed /repo/test/orders.test.mjs | Orders > fails',
      'failed /repo/test/orders.test.mjs | Orders',
      'skipped top',
    ],
  ],
  [
    'of node --test, older, with a group per file',
    'TAP version 13\n# Subtest: /repo/test/orders.test.js\n    # Subtest: rejects\n    not ok 1 - rejects\n    1..1\nnot ok 1 - /repo/test/orders.test.js\n1..1\n',
    ['failed /repo/test/orders.test.js | rejects', 'failed /repo/test/orders.test.js'],
  ],
  [
    'of busted, with hooks',
    'not ok 1 - outer inner before_each\n# spec/a_spec.lua @ 2\nnot ok 2 - setup\n# spec/b_spec.lua @ 1\nnot ok 3 - inner works\n# spec/a_spec.lua @ 5\nok 4 - sets up before_each\n1..4\n',
    [
      'failed whole group spec/a_spec.lua | outer inner > ',
      'failed whole file spec/b_spec.lua | ',
      'failed spec/a_spec.lua | inner works',
      'passed sets up before_each',
    ],
  ],
  [
    'of AVA, with hooks',
    'TAP version 13\nnot ok 1 - db › stock › before hook\nnot ok 2 - stock › beforeEach hook for adds\nnot ok 3 - stock › after.always hook\nok 4 - stock › before hook\nnot ok 5 - stock › before hooks run\n1..5\n',
    [
      'failed whole file db > stock > ',
      'failed whole file stock > ',
      'failed whole file stock > ',
      'passed stock > before hook',
      'failed stock > before hooks run',
    ],
  ],
  [
    'of Check',
    "ok 1 - test/check_stock.c:core:adds: Passed\nnot ok 2 - test/check_stock.c:core:fails: Assertion 'a:b: c' failed\nok 3 - main.c: all is well\n1..3\n",
    ['passed test/check_stock.c | adds', 'failed test/check_stock.c | fails', 'passed main.c: all is well'],
  ],
  [
    'of cmocka, with a set-up that fails',
    '1..2\nnot ok 1 - works Could not run test: Test setup failed\nok 2 - tells Could not run test: why\n',
    ['failed works', 'passed tells Could not run test: why'],
  ],
  [
    'of mocha',
    'ok 1 top\nnot ok 2 Orders empty rejects > it\n  Error: a\nok 3 Orders later # SKIP -\n# tests 2\n1..3\n',
    ['passed top', 'failed Orders empty rejects > it', 'skipped Orders later'],
  ],
  [
    'of bats',
    '1..2\nok 1 rejects an empty order\nnot ok 2 accepts # TODO later\n# (in test file x.bats, line 3)\n',
    ['passed rejects an empty order', 'skipped accepts'],
  ],
  ['of Perl, with no description', '1..2\nok\nnot ok 2\n', ['passed ', 'failed ']],
  [
    'with subtests in braces',
    'TAP version 14\nok 1 - Orders {\n    ok 1 - rejects\n    1..1\n}\nok 2 - top\n1..2\n',
    ['passed Orders', 'passed Orders > rejects', 'passed top'],
  ],
  [
    'of Vitest',
    'TAP version 13\n1..1\nnot ok 1 - test/a.test.js # time=1.45ms {\n    1..1\n    not ok 1 - works # time=0.06ms\n}\n',
    ['failed test/a.test.js', 'failed test/a.test.js | works'],
  ],
  [
    'of Vitest, flat',
    'TAP version 13\n1..1\nnot ok 1 - test/a.test.js > Orders > works # time=0.06ms\n',
    ['failed test/a.test.js | Orders > works'],
  ],
  ['of node-tap', 'TAP version 14\nok 1 - a # time=3.1ms\nnot ok 2 - b # TODO # time=3ms\n1..2\n', ['passed a', 'skipped b']],
  ['of Perl, with a subtest first', '# Subtest: adds\n    not ok 1\n    1..1\nnot ok 1 - adds\n1..1\n', ['failed adds > ', 'failed adds']],
  [
    'of prove -v',
    't/a.t .. \n1..1\nnot ok 1 - adds\nFailed 1/1 subtests \nt/b.t .. \nok 1 - adds\n1..1\nok\n\nTest Summary Report\nResult: FAIL\n',
    ['failed t/a.t | adds', 'passed t/b.t | adds', 'passed t/b.t | '],
  ],
  [
    'of prove -v whose scripts do not compile, or die behind their tests',
    't/a.t .. \nDubious, test returned 2 (wstat 512, 0x200)\nNo subtests run \nt/b.t .. \nok 1 - adds\n1..1\nDubious, test returned 9\nAll 1 subtests passed \nResult: FAIL\n',
    ['passed t/b.t | adds', 'failed whole file t/a.t | ', 'failed whole file t/b.t | '],
  ],
  ['of npm', '\n> shop@1.0.0 test\n> mocha -R tap\n\n1..1\nnot ok 1 works\n', ['failed works']],
  [
    'of lab',
    '1..3\nok 1 (1) REQ-1 adds\nok 2 # SKIP (2) REQ-1 later\nnot ok 3 (3) fails\n',
    ['passed REQ-1 adds', 'skipped REQ-1 later', 'failed fails'],
  ],
  ['of busted and cmocka', '1..2\nnot ok 1 # SKIP test_skipped\nok 2 - (a) b\n', ['skipped test_skipped', 'passed (a) b']],
  [
    'of tape',
    'TAP version 13\n# adds\nok 1 should be equal\nnot ok 2 should be 3\n# SKIP later\n# other\nok 3 (unnamed assert)\n\n1..3\n# tests 3\n# pass  2\n',
    ['passed adds > should be equal', 'failed adds > should be 3', 'passed other > (unnamed assert)'],
  ],
  [
    'of tape, with lines of Windows',
    'TAP version 13\r\n# adds\r\nok 1 should be equal\r\nnot ok 2 should be 3\r\n\r\n1..2\r\n',
    ['passed adds > should be equal', 'failed adds > should be 3'],
  ],
  [
    'of tape whose test is still to be done',
    'TAP version 13\n# adds\nok 1 is there\n# TODO later\nnot ok 2 is not there # TODO\n\n1..2\n',
    ['passed adds > is there', 'skipped later > is not there'],
  ],
  ['of AVA, whose groups are files', 'TAP version 13\nok 1 - sub › stock › adds\n1..1\n', ['passed sub > stock > adds']],
  ['of tests that a pattern left out', '1..2\nok 1 - a # SKIP test name does not match pattern\nok 2 - b\n', ['passed b']],
  ['of a hook of mocha', 'not ok 1 outer "before each" hook for "never"\n1..1\n', ['failed whole group outer > ']],
  [
    'of a hook of node --test',
    '# Subtest: outer\n    # Subtest: a\n    ok 1 - a\n    1..1\nnot ok 1 - outer\n1..1\n',
    ['passed outer > a', 'failed whole group outer > '],
  ],
  ['of a file that node --test cannot run', 'not ok 1 - /p/test/a.test.mjs\n1..1\n', ['failed whole file /p/test/a.test.mjs | ']],
  ['of several runs', 'TAP version 13\n1..1\nok 1 a\nTAP version 13\nok 1 b\n1..1\n1..1\nok 1 c\n', ['passed a', 'passed b', 'passed c']],
  ['with Windows line ends', 'TAP version 14\r\nok 1 - a\r\n  ---\r\n  x: ok 2 - b\r\n  ...\r\n1..1\r\n', ['passed a']],
];

describe('TAP', () => {
  for (const [what, text, results] of CASES) {
    // @verifies RT-3.1/AC3~76a3b8
    it(`${what} gives its results`, () => {
      assert.deepEqual(problemsOf(text), []);
      assert.deepEqual(resultsOf(text), results);
    });
  }

  for (const [text, problem] of [
    ['1..3\nok 1 a\n', '2: it has 2 tests fewer than it announces'],
    ['ok 1 a\n1..3\n', '1: it has 2 tests fewer than it announces'],
    ['TAP version 13\n1..2\nok 1 a\nTAP version 13\n1..1\nok 1 b\n', '3: it has 1 tests fewer than it announces'],
    ['1..3\nok 1 a\nBail out! no database\n', '2: the run was stopped before its end'],
    ['1..2\nok 1 a\n    1..3\n    ok 1 b\nok 2 c\n', ''],
    ['1..0 # SKIP no database\n', ''],
    ['TAP version 13\n', '1: it has no plan such as 1..5, as where a run was stopped'],
    ['TAP version 13\nok 1 - other', '1: it has no plan such as 1..5, as where a run was stopped'],
    ['ok 1 - a\nok 2 - b\n', '2: it has no plan such as 1..5, as where a run was stopped'],
    ['TAP version 13\n# Subtest: x\n    ok 1 - y\n', '3: it has no plan such as 1..5, as where a run was stopped'],
    ['TAP version 14\n# Subtest: x\n    1..1\n    ok 1 - y\n', '4: it has no plan such as 1..5, as where a run was stopped'],
    ['TAP version 13\n# adds\nok 1 is there\n', '3: it has no plan such as 1..5, as where a run was stopped'],
    ['TAP version 13\nok 1 a\nTAP version 13\nok 1 b\n1..1\n', '2: it has no plan such as 1..5, as where a run was stopped'],
    ['1..1\nok 1 a\n1..1\nok 1 b\nok 2 c\n', ''],
    ['ok 1 a\n1..1\nok 1 b\n', '3: it has no plan such as 1..5, as where a run was stopped'],
    ['TAP version 13\n1..2\nok 1 a\n  ---\n  at: "x', '4: it has 1 tests fewer than it announces'],
    ['t/z.t .. \nok 1 - a\n1..1\nok\nt/a.t .. \n', '5: it has no plan such as 1..5, as where a run was stopped'],
    ['t/a.t .. \nok 1 - a\n1..1\nok\nt/b.t .. \nok 1 - b\n', '6: it has no plan such as 1..5, as where a run was stopped'],
    [
      't/a.t .. \nok 1 - a\n1..1\nok\nt/b.t .. \n1..0 # SKIP no database\nskipped: no database\nt/c.t .. \nok 1\n1..1\nok\nAll tests successful.\nResult: PASS\n',
      '',
    ],
    ['TAP version 13\n1..1\nnot ok 1 - a.test.js {\n    1..1\n    not o', '4: the run was stopped before its end'],
    ['TAP version 13\n1..1\nok 1 - a.test.js {\n    1..1\n    ok 1 - b\n}\n', ''],
    ['TAP version 13\n\n1..0\n# tests 0\n', ''],
    // What is cut off in a line, behind a plan.
    ['1..2\nok 1 a\nok 2 adds o', '2: the run was stopped before its end'],
    ['1..2\r\nok 1 a\r\n  ok 2 adds o', '2: it has 1 tests fewer than it announces'],
    ['1..1\nnot ok 1 a\n  ---\n  location: "test/a', '3: the run was stopped before its end'],
    ['1..1\nnot ok 1 a\n  ---\n', '3: the run was stopped before its end'],
    ['1..1\nok 1 a\n# tests 1', ''],
    ['ok 1 a\nok 2 b\n1..2', ''],
    [`${Array.from({ length: 12 }, (_, at) => `ok ${at + 1} a`).join('\n')}\n1..1`, '12: it has 11 tests more than it announces'],
    // What prove says of a script that came to no result is not all that it says.
    [
      't/a.t .. \nDubious, test returned 2 (wstat 512, 0x200)\nFailed 1/2 subtests \n1..1\nok 1\nt/b.t .. \nDubious, test returned 2 (wstat 512, 0x200)\nNo subtests run \n',
      '8: the run was stopped before its end',
    ],
    ['t/a.t .. \nok 1 - a\n1..1\nok\n', '4: the run was stopped before its end'],
    ['KTAP version 1\n1..1\n  KTAP version 1\n  1..1\n  ok 1 a\nok 1 b\n', ''],
  ] as const) {
    it(`tells what is lost: ${JSON.stringify(text)}`, () => {
      const lost = problemsOf(text).map((one) => one.replace(/malformed-evidence (\d+): .* was lost: (.*)\. Rerun.*/u, '$1: $2'));
      assert.equal(lost.join(), problem);
    });
  }

  it('proves nothing by a title that is cut off', () => {
    assert.deepEqual(resultsOf('1..2\nok 1 a\nok 2 adds'), ['passed a']);
    assert.deepEqual(resultsOf('1..2\nok 1 a\nnot ok 2 adds'), ['passed a', 'failed adds']);
    assert.deepEqual(resultsOf('1..2\nok 1 a\nok 2 b # SKIP test name does not match pattern'), ['passed a']);
  });

  it('names no time, so that of the file counts', () => assert.equal(evidenceOf('1..0\n').time, WRITTEN));

  it('nested too deeply counts for nothing', () => {
    const text = `1..1\n${Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}ok ${depth} - a`).join('\n')}`;
    assert.deepEqual(resultsOf(text), []);
    assert.equal(problemsOf(text).length, 1);
  });
});
