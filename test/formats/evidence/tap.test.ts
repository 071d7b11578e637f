import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf, WRITTEN } from '../../support/formats/evidenceBrief.ts';

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
  ['with Windows line ends', 'TAP version 14\r\nok 1 - a\r\n  ---\r\n  x: ok 2 - b\r\n  ...\r\n1..1\r\n', ['passed a']],
];

describe('TAP', () => {
  for (const [what, text, results] of CASES) {
    it(`${what} gives its results`, () => {
      assert.deepEqual(problemsOf(text), []);
      assert.deepEqual(resultsOf(text), results);
    });
  }

  it('names no time, so that of the file counts', () => assert.equal(evidenceOf('1..0\n').time, WRITTEN));

  it('nested too deeply counts for nothing', () => {
    const text = `1..1\n${Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}ok ${depth} - a`).join('\n')}`;
    assert.deepEqual(resultsOf(text), []);
    assert.equal(problemsOf(text).length, 1);
  });
});
