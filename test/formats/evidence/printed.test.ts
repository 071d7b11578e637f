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

describe('What a runner prints of a failure', () => {
  const cases: readonly (readonly [as: OutputForm, text: string, told: string])[] = [
    [
      'cargo',
      "running 1 test\ntest a::b ... FAILED\n\nfailures:\n\n---- a::b stdout ----\nthread 'a::b' panicked at src/lib.rs:10:9:\nassertion failed\n\n\nfailures:\n    a::b\n\ntest result: FAILED. 0 passed\n",
      "src/lib.rs:10 thread 'a::b' panicked at src/lib.rs:10:9:\nassertion failed",
    ],
    [
      'unittest',
      `test_b (t.A.test_b) ... FAIL\n\n${'='.repeat(70)}\nFAIL: test_b (t.A.test_b)\n${'-'.repeat(70)}\nTraceback (most recent call last):\n  File "/r/t.py", line 5, in test_b\n    self.assertEqual(1, 2)\n    ~~~~^^^\nAssertionError: 1 != 2 : boom\n\n${'-'.repeat(70)}\nRan 1 test in 0.001s\n\nFAILED (failures=1)\n`,
      '/r/t.py:5 AssertionError: 1 != 2 : boom',
    ],
    [
      'minitest',
      'A#test_b = 0.00 s = F\n\n\nFinished in 0.001s\n\n  1) Failure:\nA#test_b [test/a_test.rb:13]:\nExpected: 1\n  Actual: 2\n\n1 runs, 1 assertions, 1 failures\n',
      'test/a_test.rb:13 Expected: 1\n  Actual: 2',
    ],
    [
      'minitest',
      "A#test_b = 0.00 s = E\n\n\nFinished in 0.001s\n\n  1) Error:\nA#test_b:\nRuntimeError: boom\n    test/a_test.rb:9:in `test_b'\n\n1 runs, 0 assertions, 1 errors\n",
      "test/a_test.rb:9 RuntimeError: boom\n    test/a_test.rb:9:in `test_b'",
    ],
  ];
  for (const [as, text, told] of cases)
    // @verifies RT-3.1/AC13~df1790
    it(`is read: ${JSON.stringify(told)}`, () => {
      const [result] = readOutput(as, 'x', text, 0).results;
      const [frame] = result?.failure?.frames ?? [];
      assert.equal(`${frame?.file}:${frame?.line} ${result?.failure?.message}`, told);
    });
});
