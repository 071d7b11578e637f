import assert from 'node:assert/strict';
import { failureOf, framesIn, secondsIn } from '../../../src/formats/evidence/failure.ts';
import { evidenceOf } from '../../support/formats/evidenceBrief.ts';

/** What a text says of its first failure: `test/a.test.js:5 boom (12 ms)`. */
function told(text: string): string {
  const result = evidenceOf(text).results.find(({ outcome }) => outcome === 'failed');
  const [frame] = result?.failure?.frames ?? [];
  const where = frame ? `${frame.file}:${frame.line} ` : '';
  return `${where}${result?.failure?.message}${result?.duration === undefined ? '' : ` (${result.duration} ms)`}`;
}

describe('the place of a failure', () => {
  const cases: readonly [line: string, places: string][] = [
    ['    at TestContext.<anonymous> (file:///repo/a%20b/test/a.test.mjs:5:12)', '/repo/a b/test/a.test.mjs:5'],
    ['    at Object.<anonymous> (/repo/a b/test/a.test.js:5:12)', '/repo/a b/test/a.test.js:5'],
    ['    at async /repo/test/a.test.js:5:12', '/repo/test/a.test.js:5'],
    ['    at adds (C:\\repo dir\\test\\a.test.js:3:4)', 'C:\\repo dir\\test\\a.test.js:3'],
    ['    at file:///C:/repo/test/a.test.ts:3:4', 'C:/repo/test/a.test.ts:3'],
    [' ❯ test/a.test.ts:12:3', 'test/a.test.ts:12'],
    ['adds@test/a.test.js:5:12', 'test/a.test.js:5'],
    ['tests/test_a.py:12: AssertionError', 'tests/test_a.py:12'],
    ['  File "/repo/tests/test_a.py", line 7, in test_b', '/repo/tests/test_a.py:7'],
    ['   at Shop.Tests.Adds() in /repo/tests/StockTests.cs:line 12', '/repo/tests/StockTests.cs:12'],
    ['   at Shop.Tests.Adds() in C:\\repo\\StockTests.cs:line 12', 'C:\\repo\\StockTests.cs:12'],
    ['\tat shop.StockTest.adds(StockTest.java:12)', 'StockTest.java:12'],
    ['\tat org.junit.jupiter.api.Assertions.fail(Assertions.java:12)', ''],
    ["thread 'adds' panicked at src/lib.rs:12:5:", 'src/lib.rs:12'],
    ['    stock_test.go:13: boom', 'stock_test.go:13'],
    ["./spec/a_spec.rb:4:in `block (2 levels)'", './spec/a_spec.rb:4'],
    ['[test/stock_test.rb:13]:', 'test/stock_test.rb:13'],
    ['app/[id]/page.test.tsx:4:2', 'app/[id]/page.test.tsx:4'],
    ['tests/tstock.nim(13, 22): Check failed', 'tests/tstock.nim:13'],
    ['    at run (node:internal/test_runner:3:4)', ''],
    ['    at it (/repo/node_modules/mocha/lib/a.test.js:3:4)', ''],
    ['see http://localhost:3000/a.test.js:1:2', ''],
    ['it took 12:30 and a.b:1', ''],
  ];
  for (const [line, places] of cases) {
    it(`is read of ${JSON.stringify(line)}`, () => {
      assert.equal(
        framesIn(line)
          .map(({ file, line: number }) => `${file}:${number}`)
          .join(' '),
        places,
      );
    });
  }

  it('is bounded, as is what it says', () => {
    const { failure } = failureOf({
      text: `${'x'.repeat(5000)}\n${Array.from({ length: 50 }, (_, at) => `test/a.test.js:${at + 1}`).join('\n')}`,
    });
    assert.deepEqual([failure?.message.length, failure?.frames.length], [1000, 6]);
  });
});

describe('a failure', () => {
  const cases: readonly [format: string, text: string, said: string][] = [
    [
      'JUnit XML',
      '<testsuite><testcase name="a" time="0.012"><failure message="1 !== 2">at x (/r/test/a.test.js:5:1)</failure></testcase></testsuite>',
      '/r/test/a.test.js:5 1 !== 2 (12 ms)',
    ],
    [
      'JUnit XML without a message',
      '<testsuite><testcase name="a" time="1,234.5"><failure>Error: boom\n    at x (/r/test/a.test.js:5:1)</failure></testcase></testsuite>',
      '/r/test/a.test.js:5 Error: boom (1234500 ms)',
    ],
    [
      'JUnit XML whose message says nothing',
      '<testsuite><testcase name="TestA"><failure message="Failed">=== RUN   TestA\n    a_test.go:13: boom\n--- FAIL: TestA (0.00s)</failure></testcase></testsuite>',
      'a_test.go:13 a_test.go:13: boom',
    ],
    [
      'Jest',
      '{"numTotalTests":1,"numFailedTests":1,"testResults":[{"name":"/r/test/a.test.js","status":"failed","assertionResults":[{"status":"failed","title":"a","ancestorTitles":[],"duration":3.5,"failureMessages":["Error: \\u001b[31mboom\\u001b[39m\\n    at x (/r/test/a.test.js:6:1)"]}]}]}',
      '/r/test/a.test.js:6 Error: boom (3.5 ms)',
    ],
    [
      'Mocha',
      '{ "stats": { "passes": 0, "failures": 1 }, "passes": [], "pending": [], "failures": [{ "title": "a", "fullTitle": "a", "duration": 2, "err": { "message": "boom", "stack": "Error: boom\\n    at x (test/a.test.js:6:1)" } }] }',
      'test/a.test.js:6 boom (2 ms)',
    ],
    [
      'TAP',
      "TAP version 13\nnot ok 1 - a\n  ---\n  duration_ms: 1.25\n  error: 'it''s broken'\n  stack: |-\n    TestContext.<anonymous> (file:///r/test/a.test.mjs:5:10)\n  ...\n1..1\n",
      "/r/test/a.test.mjs:5 it's broken (1.25 ms)",
    ],
    [
      'TAP of Vitest',
      'TAP version 13\n1..1\nnot ok 1 - a # time=2ms\n  ---\n  error:\n    name: "AssertionError"\n    message: "1 is not 2"\n  at: "/r/test/a.test.js:6:3"\n  ...\n',
      '/r/test/a.test.js:6 1 is not 2 (2 ms)',
    ],
    [
      'TRX',
      '<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testName="A.B" outcome="Failed" duration="00:00:01.5000000"><Output><ErrorInfo><Message>boom</Message><StackTrace>   at A.B() in /r/ATests.cs:line 5</StackTrace></ErrorInfo></Output></UnitTestResult></Results></TestRun>',
      '/r/ATests.cs:5 boom (1500 ms)',
    ],
    [
      'NUnit',
      '<test-run><test-suite result="Failed"><test-case name="B" classname="A" result="Failed" duration="0.5"><failure><message>boom</message><stack-trace>at A.B() in /r/ATests.cs:line 5</stack-trace></failure></test-case></test-suite></test-run>',
      '/r/ATests.cs:5 boom (500 ms)',
    ],
    [
      'xUnit.net',
      '<assemblies><assembly run-date="2026-11-20"><collection><test name="A.B" type="A" method="B" time="0.5" result="Fail"><failure><message>boom</message><stack-trace>at A.B() in /r/ATests.cs:line 5</stack-trace></failure></test></collection></assembly></assemblies>',
      '/r/ATests.cs:5 boom (500 ms)',
    ],
    [
      'go test',
      '{"Action":"run","Package":"p","Test":"TestA"}\n{"Action":"output","Package":"p","Test":"TestA","Output":"=== RUN   TestA\\n"}\n{"Action":"output","Package":"p","Test":"TestA","Output":"    a_test.go:13: boom\\n"}\n{"Action":"fail","Package":"p","Test":"TestA","Elapsed":0.02}\n{"Action":"fail","Package":"p"}\n',
      'a_test.go:13 a_test.go:13: boom (20 ms)',
    ],
    [
      'pytest',
      '{"created":1,"exitcode":1,"tests":[{"nodeid":"test_a.py::test_b","outcome":"failed","setup":{"duration":0.001,"outcome":"passed"},"call":{"duration":0.002,"outcome":"failed","crash":{"path":"/r/test_a.py","lineno":5,"message":"assert 1 == 2"},"longrepr":"def test_b():"}}]}',
      '/r/test_a.py:5 assert 1 == 2 (3 ms)',
    ],
    [
      'Cucumber',
      '[{"keyword":"Feature","uri":"a.feature","name":"A","elements":[{"keyword":"Scenario","name":"b","type":"scenario","steps":[{"name":"c","result":{"status":"failed","error_message":"Error: boom\\n    at World.<anonymous> (/r/features/steps.js:5:1)"}}]}]}]',
      '/r/features/steps.js:5 Error: boom',
    ],
    ['nothing that says anything', '<testsuite><testcase name="a"><failure/></testcase></testsuite>', 'undefined'],
  ];
  for (const [format, text, said] of cases)
    // @verifies RT-3.1/AC13~df1790
    it(`is read of ${format}`, () => assert.equal(told(text), said));

  it('is plain text, whatever a test prints', () => {
    const { failure } = failureOf({ message: '\u001b[31m<b>boom</b>\u001b[0m\u0007\r\nmore\u202e' });
    assert.equal(failure?.message, '<b>boom</b>\nmore');
  });
});

describe('a time of a test', () => {
  const cases: readonly [text: string, milliseconds: number | undefined][] = [
    ['0.012', 12],
    ['1,234.5', 1_234_500],
    ['1e-3', 1],
    ['2s', 2000],
    ['', undefined],
    ['-1', undefined],
    ['soon', undefined],
  ];
  for (const [text, milliseconds] of cases) it(`is read of "${text}"`, () => assert.equal(secondsIn(text), milliseconds));
});
