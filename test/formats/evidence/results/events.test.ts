import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf } from '../../../support/formats/evidenceBrief.ts';

const STOPPED = /was stopped before its end/u;

// @verifies RT-3.1/AC7~5739c2
describe('go test JSON', () => {
  const event = (Action: string, Test?: string, more: object = {}): string =>
    JSON.stringify({ Time: '2026-11-20T10:00:00.5Z', Action, Package: 'example.com/shop', ...(Test !== undefined && { Test }), ...more });
  const ran = (test: string, end: string): string[] => [
    event('run', test),
    event('output', test, { Output: `=== RUN   ${test}\n` }),
    event(end, test, { Elapsed: 0 }),
  ];

  for (const [what, lines, results] of [
    [
      'passed',
      [event('start'), ...ran('TestA', 'pass'), ...ran('TestB/x', 'pass'), event('pass')],
      ['passed example.com/shop > TestA', 'passed example.com/shop > TestB/x'],
    ],
    [
      'failed and skipped',
      [event('start'), ...ran('TestA', 'fail'), ...ran('TestB', 'skip'), event('fail')],
      ['failed example.com/shop > TestA', 'skipped example.com/shop > TestB'],
    ],
    [
      'not built',
      [event('start'), event('output', undefined, { Output: 'FAIL\texample.com/shop [build failed]\n' }), event('fail')],
      ['failed whole group example.com/shop > '],
    ],
    [
      'not built by go 1.24',
      [
        JSON.stringify({
          ImportPath: 'example.com/shop [example.com/shop.test]',
          Action: 'build-output',
          Output: './a.go:3:1: syntax error\n',
        }),
        JSON.stringify({ ImportPath: 'example.com/shop [example.com/shop.test]', Action: 'build-fail' }),
        event('start'),
        event('fail', undefined, { FailedBuild: 'example.com/shop [example.com/shop.test]' }),
      ],
      ['failed whole group example.com/shop > '],
    ],
    [
      'not built by go before 1.20',
      [
        event('run', 'TestX', { Package: 'example.com/b' }),
        event('pass', 'TestX', { Package: 'example.com/b' }),
        event('pass', undefined, { Package: 'example.com/b' }),
        'FAIL\texample.com/shop [build failed]',
      ],
      ['passed example.com/b > TestX', 'failed whole group example.com/shop > '],
    ],
    [
      'broken by TestMain',
      [event('start'), ...ran('TestA', 'pass'), event('fail')],
      ['passed example.com/shop > TestA', 'failed whole group example.com/shop > '],
    ],
    [
      'running at a panic',
      [event('start'), event('run', 'TestA'), event('run', 'TestA/x'), event('fail', 'TestA'), event('fail')],
      ['failed example.com/shop > TestA', 'failed example.com/shop > TestA/x'],
    ],
    [
      'run again by gotestsum',
      [
        event('start'),
        ...ran('TestA', 'fail'),
        ...ran('TestB', 'pass'),
        event('fail'),
        event('start'),
        ...ran('TestA', 'pass'),
        event('pass'),
      ],
      ['passed example.com/shop > TestB', 'passed example.com/shop > TestA'],
    ],
    [
      'run twice by -count=2',
      [event('start'), ...ran('TestA', 'fail'), ...ran('TestA', 'pass'), event('fail')],
      ['failed example.com/shop > TestA', 'passed example.com/shop > TestA'],
    ],
    [
      'of no test files',
      [event('start'), event('output', undefined, { Output: '?   \texample.com/shop\t[no test files]\n' }), event('skip')],
      [],
    ],
    ['of another action', [event('start'), event('run', 'TestA'), event('marvel', 'TestA'), event('pass')], []],
  ] as const) {
    it(`tells what is ${what}`, () => {
      assert.deepEqual(resultsOf(lines.join('\n')), results);
      assert.deepEqual(problemsOf(lines.join('\n')), []);
    });
  }

  it('that ends before a package does was stopped', () => {
    const text = [event('start'), ...ran('TestA', 'pass'), event('run', 'TestB')].join('\n');
    assert.deepEqual(resultsOf(text), ['passed example.com/shop > TestA']);
    assert.match(problemsOf(text).join(), STOPPED);
    assert.match(problemsOf(`${text}\n{"Time":"2026-`).join(), /not valid JSON/u);
    assert.equal(evidenceOf(text).time, Date.UTC(2026, 10, 20, 10, 0, 0, 500));
  });
});

// @verifies RT-3.1/AC7~5739c2
describe('libtest JSON', () => {
  const suite = (...tests: readonly string[]): string =>
    [
      '{ "type": "suite", "event": "started", "test_count": 3 }',
      ...tests,
      `{ "type": "suite", "event": "failed", "passed": 1, "failed": ${tests.filter((events) => events.includes('"failed"')).length}, "allowed_fail": 0, "ignored": 1, "measured": 0, "filtered_out": 0, "exec_time": 0.1 }`,
    ].join('\n');
  const test = (name: string, ...events: readonly string[]): string =>
    ['started', ...events]
      .map(
        (event) =>
          `{ "type": "test", "name": "${name}", "event": "${event}"${event === 'failed' ? ', "stdout": "thread \\"x\\" panicked"' : ''} }`,
      )
      .join('\n');

  for (const [what, text, results] of [
    [
      'all outcomes',
      suite(test('stock::tests::adds', 'ok'), test('stock::tests::fails', 'failed'), test('later', 'ignored')),
      ['passed stock::tests::adds', 'failed stock::tests::fails', 'skipped later'],
    ],
    ['a test that takes long', suite(test('a', 'timeout', 'ok')), ['passed a']],
    ['a test that panics', suite(test('a - should panic', 'ok')), ['passed a']],
    ['a failure that is allowed', suite(test('a', 'allowed_failure')), ['skipped a']],
    ['another event', suite(test('a', 'admired')), ['skipped a']],
    ['several programs', [suite(test('a', 'ok')), suite(test('a', 'failed'))].join('\n'), ['passed a', 'failed a']],
    [
      'cargo-nextest',
      suite(test('shop::stock$tests::adds', 'ok'), test('shop$tests::again#2', 'ok')),
      ['passed shop::stock > tests::adds', 'passed shop > tests::again'],
    ],
    ['lines of cargo', `   Compiling shop v0.1.0\n${suite(test('a', 'ok'))}`, ['passed a']],
  ] as const) {
    it(`tells ${what}`, () => {
      assert.deepEqual(resultsOf(text), results);
      assert.deepEqual(problemsOf(text), []);
    });
  }

  it('that ends in a test was stopped', () => {
    const text = suite(test('a', 'ok'), test('b'));
    assert.deepEqual(resultsOf(text), ['passed a']);
    assert.match(problemsOf(text).join(), STOPPED);
    assert.match(problemsOf(text.slice(0, text.lastIndexOf('\n'))).join(), STOPPED);
  });
});

// @verifies RT-3.1/AC7~5739c2
describe('pytest JSON', () => {
  const stages = (setup: string, call?: string, teardown = 'passed'): object => ({
    setup: { duration: 0.1, outcome: setup },
    ...(call !== undefined && { call: { duration: 0.1, outcome: call } }),
    teardown: { duration: 0.1, outcome: teardown },
  });
  const pytest = (tests: readonly object[], more: object = {}): string =>
    JSON.stringify({
      created: 1795168801.5,
      duration: 1.5,
      exitcode: 1,
      root: '/repo',
      environment: {},
      summary: { total: 1 },
      tests,
      ...more,
    });

  for (const [what, outcome, of, result] of [
    ['passed', 'passed', stages('passed', 'passed'), 'passed'],
    ['failed', 'failed', stages('passed', 'failed'), 'failed'],
    ['broken in its set-up', 'error', stages('failed'), 'failed'],
    ['broken in its tear-down', 'error', stages('passed', 'passed', 'failed'), 'failed'],
    ['skipped', 'skipped', stages('skipped'), 'skipped'],
    ['expected to fail', 'xfailed', stages('passed', 'skipped'), 'skipped'],
    ['expected to fail and did not', 'xpassed', stages('passed', 'passed'), 'skipped'],
    ['run again and passed', 'rerun', stages('passed', 'passed'), 'passed'],
    ['run again and failed', 'rerun', stages('passed', 'failed'), 'failed'],
    ['interrupted before its call', 'passed', { setup: { outcome: 'passed' } }, 'skipped'],
    ['of another outcome', 'great', stages('passed', 'passed'), 'skipped'],
  ] as const) {
    it(`tells a test that is ${what}`, () => {
      const nodeid = 'tests/test_a.py::TestA::test_b[1::2]';
      assert.deepEqual(resultsOf(pytest([{ nodeid, lineno: 3, outcome, ...of }])), [
        `${result} /repo/tests/test_a.py | TestA > test_b[1::2]`,
      ]);
    });
  }

  it('names what cannot be collected', () => {
    const collectors = [
      { nodeid: '', outcome: 'passed', result: [] },
      { nodeid: 'tests/test_a.py', outcome: 'failed', result: [], longrepr: 'ImportError' },
      { nodeid: 'tests/test_b.py::TestB', outcome: 'failed', result: [] },
      { nodeid: 'tests/test_c.py', outcome: 'passed', result: [] },
    ];
    const text = pytest([], { collectors, exitcode: 2 });
    assert.deepEqual(resultsOf(text), [
      'failed whole file /repo/tests/test_a.py | ',
      'failed whole group /repo/tests/test_b.py | TestB > ',
    ]);
    assert.deepEqual(problemsOf(text), []);
    assert.equal(evidenceOf(text).time, 1795168800000);
  });

  it('of a run that was interrupted is not whole', () => assert.match(problemsOf(pytest([], { exitcode: 2 })).join(), STOPPED));
});
