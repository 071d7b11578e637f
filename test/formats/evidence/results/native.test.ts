import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { evidenceOf, problemsOf, resultsOf } from '../../../support/formats/evidenceBrief.ts';

// @verifies RT-3.1/AC9~759112
describe('CTest XML', () => {
  const ctest = (...tests: readonly string[]): string =>
    `<?xml version="1.0" encoding="UTF-8"?><Site BuildName="Linux" BuildStamp="20261120-1000-Experimental" Name="host" Generator="ctest-3.31.6"><Testing><StartDateTime>Nov 20 10:00 UTC</StartDateTime><StartTestTime>1795168800</StartTestTime><TestList><Test>./stock</Test></TestList>${tests.join('')}<EndTestTime>1795168801</EndTestTime></Testing></Site>`;
  const test = (status: string, completion: string): string =>
    `<Test Status="${status}"><Name>stock</Name><Path>.</Path><FullName>./stock</FullName><FullCommandLine>/b/stock</FullCommandLine><Results><NamedMeasurement type="numeric/double" name="Execution Time"><Value>0.1</Value></NamedMeasurement><NamedMeasurement type="text/string" name="Completion Status"><Value>${completion}</Value></NamedMeasurement><Measurement><Value>Disabled</Value></Measurement></Results></Test>`;

  for (const [status, completion, outcome] of [
    ['passed', 'Completed', 'passed'],
    ['failed', 'Completed', 'failed'],
    ['failed', 'Timeout', 'failed'],
    ['notrun', 'Disabled', 'skipped'],
    ['notrun', 'SKIP_RETURN_CODE=77', 'skipped'],
    ['notrun', 'SKIP_REGULAR_EXPRESSION_MATCHED', 'skipped'],
    ['notrun', 'Unable to find executable', 'failed'],
    ['notrun', 'Required Files Missing', 'failed'],
    ['notrun', 'Fixture dependency failed', 'failed'],
    ['great', 'Completed', 'skipped'],
  ] as const) {
    it(`tells ${status}, ${completion}`, () => assert.deepEqual(resultsOf(ctest(test(status, completion))), [`${outcome} stock`]));
  }

  it('says when it began', () => assert.equal(evidenceOf(ctest()).time, 1795168800000));
});

// @verifies RT-3.1/AC9~759112
describe('Boost.Test XML', () => {
  const log = (inner: string): string =>
    `<TestLog><TestSuite name="Shop"><TestSuite name="stock" file="test/stock.cpp" line="3">${inner}</TestSuite></TestSuite></TestLog>`;
  const test = (inner: string, name = 'adds'): string =>
    `<TestCase name="${name}" file="test/stock.cpp" line="5">${inner}<TestingTime>10</TestingTime></TestCase>`;
  const AT = 'test/stock.cpp | Shop > stock > ';

  for (const [what, inner, results] of [
    ['passed', test('<Info file="a" line="1"><![CDATA[check ok]]></Info><Warning/><Message/>'), [`passed ${AT}adds`]],
    ['failed', test('<Error file="test/stock.cpp" line="7"><![CDATA[check false]]></Error>'), [`failed ${AT}adds`]],
    ['broken', test('<FatalError file="a" line="1"/>'), [`failed ${AT}adds`]],
    ['thrown', test('<Exception file="a" line="1"><![CDATA[x]]><LastCheckpoint/></Exception>'), [`failed ${AT}adds`]],
    ['left out', '<TestCase name="adds" file="test/stock.cpp" line="5" skipped="yes" reason="disabled"/>', [`skipped ${AT}adds`]],
    ['of a type', test('', 'adds&lt;int&gt;'), [`passed ${AT}adds[int]`]],
    ['in a fixture that threw', `${test('')}<Exception file="a" line="1"/>`, [`passed ${AT}adds`, `failed whole group ${AT}`]],
  ] as const) {
    it(`tells a case that is ${what}`, () => assert.deepEqual(resultsOf(log(inner)), results));
  }

  it('makes rows of a case with data', () => {
    assert.deepEqual(resultsOf(log(`<TestSuite name="grows">${test('', '_0')}${test('<Error/>', '_1')}</TestSuite>`)), [
      `passed ${AT}grows[0]`,
      `failed ${AT}grows[1]`,
    ]);
  });

  it('is a report as well', () => {
    const report = (name: string, result: string): string =>
      `<TestCase name="${name}" result="${result}" assertions_passed="1" assertions_failed="0"/>`;
    const text = `<TestResult><TestSuite name="Shop" result="failed">${report('a', 'passed')}${report('b', 'failed')}${report('c', 'aborted')}${report('d', 'skipped')}${report('e', 'fine')}<TestCase name="f" result="passed" assertions_failed="1" expected_failures="1"/></TestSuite></TestResult>`;
    assert.deepEqual(resultsOf(text), [
      'passed Shop > a',
      'failed Shop > b',
      'failed Shop > c',
      'skipped Shop > d',
      'skipped Shop > e',
      'skipped Shop > f',
    ]);
  });
});

// @verifies RT-3.1/AC9~759112
describe('Check XML', () => {
  const test = (result: string, iteration = 0): string =>
    `<test result="${result}"><path>tests</path><fn>check_stock.c:12</fn><id>test_adds</id><iteration>${iteration}</iteration><description>core</description><message>Passed</message></test>`;
  it('gives results without the file of the last assertion', () => {
    const text = `<?xml version="1.0"?>\n<?xml-stylesheet type="text/xsl" href="http://check.sourceforge.net/xml/check_unittest.xslt"?>\n<testsuites xmlns="http://check.sourceforge.net/ns">\n<datetime>2026-11-20 10:00:00</datetime>\n<suite><title>Stock</title>${test('success')}${test('failure', 1)}${test('error')}${test('fabulous')}</suite><duration>0.1</duration></testsuites>`;
    assert.deepEqual(
      resultsOf(text),
      ['passed', 'failed', 'failed', 'skipped'].map((outcome) => `${outcome} Stock > core > test_adds`),
    );
    assert.equal(evidenceOf(text).time, Date.UTC(2026, 10, 20, 12));
  });
});

// @verifies RT-3.1/AC9~759112
describe('CppUnit XML', () => {
  it('gives results by their lists', () => {
    const text = `<?xml version="1.0" encoding='ISO-8859-1' standalone='yes' ?>
<TestRun><FailedTests><FailedTest id="1"><Name>shop::StockTest::fails</Name><FailureType>Assertion</FailureType><Location><File>../lib/money.cpp</File><Line>3</Line></Location><Message>x</Message></FailedTest></FailedTests>
<SuccessfulTests><Test id="2"><Name>shop::StockTest::adds</Name></Test></SuccessfulTests><IgnoredTests><Test id="3"><Name>later</Name></Test></IgnoredTests><Statistics><Tests>2</Tests></Statistics></TestRun>`;
    assert.deepEqual(resultsOf(text), ['failed shop::StockTest > fails', 'passed shop::StockTest > adds', 'skipped later']);
  });
});

// @verifies RT-3.1/AC4~1b30ed
describe('subunit', () => {
  /** A packet with a test id and a status, as `python/subunit/v2.py` builds it. */
  const packet = (testId: string, status: number, seconds?: number): string => {
    const id = Buffer.from(testId);
    const time = Buffer.alloc(seconds === undefined ? 0 : 5);
    if (seconds !== undefined) time.writeUInt32BE(seconds, 0);
    const flags = 0x2800 | 0x0100 | status | (seconds === undefined ? 0 : 0x0200);
    const body = Buffer.concat([time, Buffer.from([id.length]), id]);
    const length = 4 + body.length + 4;
    const bytes = Buffer.concat([Buffer.from([0xb3, flags >> 8, flags & 0xff, length]), body, Buffer.alloc(4)]);
    bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), length - 4);
    return bytes.toString('latin1');
  };

  for (const [what, status, results] of [
    ['a success', 3, ['passed tests.test_a.TestA > test_ü']],
    ['an unexpected success', 4, ['failed tests.test_a.TestA > test_ü']],
    ['a skip', 5, ['skipped tests.test_a.TestA > test_ü']],
    ['a failure', 6, ['failed tests.test_a.TestA > test_ü']],
    ['an expected failure', 7, ['skipped tests.test_a.TestA > test_ü']],
    ['a test that is only listed', 1, []],
  ] as const) {
    it(`tells ${what}`, () => assert.deepEqual(resultsOf(packet('tests.test_a.TestA.test_ü', status)), results));
  }

  it('takes output between packets as such, and says when it began', () => {
    const text = `${packet('a.T.b', 2, 1_795_168_800)}output \u00c2\u00b3 m, \u00d0\u00b3${packet('a.T.b', 3, 1_795_168_801)}`;
    assert.deepEqual(resultsOf(text), ['passed a.T > b']);
    assert.equal(evidenceOf(text).time, 1_795_168_800_000);
  });

  it('tells a class and a module that failed as a whole', () => {
    assert.deepEqual(resultsOf(packet('unittest.loader._FailedTest.tests.test_a', 6) + packet('setUpClass (tests.test_a.TestA)', 6)), [
      'failed whole file tests.test_a > ',
      'failed whole group tests.test_a.TestA > ',
    ]);
  });

  it('that is damaged or cut off says so', () => {
    assert.match(problemsOf(packet('a.T.b', 3) + packet('a.T.c', 3).slice(0, -2)).join(), /packets are damaged/u);
    assert.match(problemsOf(packet('a.T.b', 2)).join(), /was stopped/u);
    assert.match(problemsOf(packet('a.T.b', 3).slice(0, -1)).join(), /^malformed-evidence 0: Ignored this .* file: its packets/u);
  });
});
