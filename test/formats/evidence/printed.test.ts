import assert from 'node:assert/strict';
import type { OutputForm } from '../../../src/formats/evidence/printed/readOutput.ts';
import { readOutput } from '../../../src/formats/evidence/printed/readOutput.ts';
import { inEnglish } from '../../../src/model/message.ts';

/** `Group > title: outcome`, and what was lost. */
function read(as: OutputForm | 'ctest', text: string): readonly string[] {
  const { results, lost = [] } = readOutput(as, 'x', text, 0);
  return [...results.map(({ groups, title, outcome }) => `${[...groups, title].join(' > ')}: ${outcome}`), ...lost.map(inEnglish)];
}

const UNITTEST = `test_adds (t.A.test_adds)
A word ... ok
test_old (t.A) ... ok
test_prints (t.A.test_prints) ... noise
ok
test_skips (t.A.test_skips) ... skipped 'later'
test_expected (t.A.test_expected) ... expected failure
test_fails (t.A.test_fails) ... ok
FAIL
test_sub (t.A.test_sub) ... ok

======================================================================
FAIL: test_fails (t.A.test_fails)
----------------------------------------------------------------------
test_adds (t.A.test_adds) ... FAIL
======================================================================
ERROR: test_sub (t.A.test_sub) (n=1)
`;
const ENDED = 'Ran 7 tests in 0.001s\n\nFAILED (failures=1)\n';

describe('What a runner prints', () => {
  const cases: readonly [as: OutputForm | 'ctest', what: string, text: string, results: readonly string[]][] = [
    [
      'cargo',
      'results',
      'running 3 tests\ntest a::b ... ok\ntest c - should panic ... ok\ntest d ... FAILED\ntest e ... ignored, later\n\ntest result: FAILED. 2 passed\n',
      ['a::b: passed', 'c: passed', 'd: failed', 'e: skipped'],
    ],
    ['cargo', 'a run that broke off', 'running 2 tests\ntest a ... ok\n', ['it ends before the run does']],
    ['cargo', 'nothing', 'error: could not compile', []],
    [
      'unittest',
      'results',
      UNITTEST + ENDED,
      [
        't > A > test_adds: passed',
        't > A > test_old: passed',
        't > A > test_prints: passed',
        't > A > test_skips: skipped',
        't > A > test_expected: skipped',
        't > A > test_fails: failed',
        't > A > test_sub: failed',
      ],
    ],
    ['unittest', 'a run that broke off', UNITTEST, ['it ends before the run does']],
    [
      'minitest',
      'results',
      'StockTest#test_adds = 0.00 s = .\nA::B#test_0001_says "a" = printed\n0.01 s = F\nStockTest#test_skips = 0.00 s = S\n\n3 runs, 3 assertions, 1 failures\n',
      ['StockTest > test_adds: passed', 'A > B > says "a": failed', 'StockTest > test_skips: skipped'],
    ],
    ['minitest', 'a run that broke off', 'StockTest#test_adds = 0.00 s = .\n', ['it ends before the run does']],
    [
      'rspec',
      'results',
      JSON.stringify({
        examples: [
          { description: 'adds', full_description: 'Stock adds', status: 'passed', file_path: './spec/a_spec.rb' },
          { description: 'waits', full_description: 'Stock waits', status: 'pending' },
          { description: '', full_description: 'Stock ', status: 'failed' },
        ],
      }),
      ['Stock > adds: passed', 'Stock > waits: skipped', 'Stock : failed'],
    ],
    [
      'rspec',
      'a file that cannot be loaded',
      JSON.stringify({ examples: [], summary: { errors_outside_of_examples_count: 1 } }),
      ['a file of tests could not be loaded'],
    ],
    ['rspec', 'what is no JSON', '{', ['it is not valid JSON']],
    [
      'ctest',
      'rows and types of GoogleTest',
      '<testsuite><testcase name="P/Row.Works/1" status="run"/><testcase name="Ty/0.Works" status="fail"><failure/></testcase><testcase name="a title"/></testsuite>',
      ['Row > Works[1]: passed', 'Ty > Works: failed', 'a title: passed'],
    ],
  ];
  for (const [as, what, text, results] of cases) it(`is read as ${what} of ${as}`, () => assert.deepEqual(read(as, text), results));
});
