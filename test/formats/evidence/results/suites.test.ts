import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf } from '../../../support/formats/evidenceBrief.ts';

const status = (outcome: string): string => `<status status="${outcome}" start="2026-11-20T10:00:01.000000" elapsed="0.001"/>`;

// @verifies RT-3.1/AC10~341aa0
describe('output.xml of Robot Framework', () => {
  const robot = (inner: string, behind = ''): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<robot generator="Robot 7.1 (Python 3.12.3 on linux)" generated="2026-11-20T10:00:00.000000" rpa="false" schemaversion="5">\n<suite id="s1" name="Tests" source="/project/tests"><suite id="s1-s1" name="Stock" source="/project/tests/stock.robot">${inner}${status('PASS')}</suite>${status('PASS')}</suite>${behind}<errors></errors></robot>`;
  const test = (name: string, outcome: string, inner = ''): string =>
    `<test id="s1-s1-t1" name="${name}" line="2">${inner}<tag>REQ-1/AC1</tag>${status(outcome)}</test>`;
  const AT = '/project/tests/stock.robot | Tests > Stock > ';
  const kw = (type: string, outcome: string): string =>
    `<kw name="K" owner="BuiltIn" type="${type}"><msg level="INFO">m</msg>${status(outcome)}</kw>`;

  for (const [what, inner, results] of [
    ['passed', test('adds', 'PASS'), [`passed ${AT}adds`]],
    ['failed', test('adds', 'FAIL'), [`failed ${AT}adds`]],
    ['left out', test('adds', 'SKIP'), [`skipped ${AT}adds`]],
    ['not run', test('adds', 'NOT RUN'), [`skipped ${AT}adds`]],
    ['of a status that nobody knows', test('adds', 'FINE'), [`skipped ${AT}adds`]],
    ['passed though a keyword in it failed', test('adds', 'PASS', kw('KEYWORD', 'FAIL')), [`passed ${AT}adds`]],
    ['failed though its keywords passed', test('adds', 'FAIL', kw('TEARDOWN', 'PASS')), [`failed ${AT}adds`]],
    ['passed with a teardown of its own that failed', test('adds', 'PASS', kw('TEARDOWN', 'FAIL')), [`passed ${AT}adds`]],
    [
      'in blocks',
      test('adds', 'FAIL', `<for flavor="IN"><iter>${kw('KEYWORD', 'PASS')}${status('PASS')}</iter>${status('PASS')}</for>`),
      [`failed ${AT}adds`],
    ],
    ['below a setup that failed', `${kw('SETUP', 'FAIL')}${test('adds', 'FAIL')}`, [`failed ${AT}adds`]],
    [
      'before a teardown that failed',
      `${test('adds', 'PASS')}${test('left out', 'SKIP')}${kw('TEARDOWN', 'FAIL')}`,
      [`failed ${AT}adds`, `skipped ${AT}left out`],
    ],
    ['before a teardown that failed, as version 3 has it', `${test('adds', 'PASS')}${kw('teardown', 'FAIL')}`, [`failed ${AT}adds`]],
    ['before a teardown that passed', `${test('adds', 'PASS')}${kw('TEARDOWN', 'PASS')}`, [`passed ${AT}adds`]],
    ['without a status, as the run was stopped', '<test name="adds"></test>', [`skipped ${AT}adds`]],
  ] as const) {
    it(`tells a test that is ${what}`, () => assert.deepEqual(resultsOf(robot(inner)), results));
  }

  it('fails the suites in a suite of which the teardown failed', () => {
    const text = `<robot generator="Robot 7.1"><suite name="All"><suite name="A">${test('a', 'PASS')}</suite><suite name="B">${test('b', 'PASS')}</suite>${kw('TEARDOWN', 'FAIL')}</suite><suite name="C">${test('c', 'PASS')}</suite></robot>`;
    assert.deepEqual(resultsOf(text), ['failed All > A > a', 'failed All > B > b', 'passed C > c']);
  });

  it('says when it began, in the form of each version', () => {
    // Without a zone: the last hour whose seventh minute was before the file was written.
    const minute = (generated: string): number => evidenceOf(robot('').replace('2026-11-20T10:00:00.000000', generated)).time;
    assert.equal(minute('2026-11-20T10:07:00.000000'), Date.UTC(2026, 10, 20, 11, 52));
    assert.equal(minute('20261120 10:07:00.000'), Date.UTC(2026, 10, 20, 11, 52));
  });

  it('has lost what is cut off, and failures that it counts and does not tell', () => {
    assert.equal(problemsOf(robot(test('adds', 'PASS')).slice(0, -60)).length, 1);
    const total = (fail: number): string =>
      `<statistics><total><stat pass="1" fail="${fail}" skip="0">All Tests</stat></total></statistics>`;
    assert.equal(problemsOf(robot(test('adds', 'PASS'), total(1))).length, 1);
    assert.equal(problemsOf(robot(test('adds', 'PASS'), total(0))).length, 0);
    assert.equal(problemsOf(robot(test('adds', 'FAIL'), total(1))).length, 0);
  });
});

// @verifies RT-3.1/AC10~341aa0
describe('testng-results.xml', () => {
  const testng = (failed: number, methods: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<testng-results ignored="0" total="2" passed="1" failed="${failed}" skipped="0"><reporter-output></reporter-output><suite started-at="2026-11-20T10:00:00Z" name="Suite" finished-at="2026-11-20T10:00:01Z" duration-ms="9"><groups></groups><test started-at="2026-11-20T10:00:00Z" name="Test"><class name="shop.StockTest">${methods}</class></test></suite></testng-results>`;
  const method = (name: string, outcome: string, more = ''): string =>
    `<test-method signature="${name}()[pri:0, instance:shop.StockTest@1]" started-at="2026-11-20T10:00:00Z" name="${name}" duration-ms="1" status="${outcome}"${more}><params><param index="0"><value><![CDATA[1]]></value></param></params></test-method>`;
  const AT = 'shop.StockTest > ';

  for (const [what, failed, methods, results] of [
    ['passed', 0, method('adds', 'PASS'), [`passed ${AT}adds`]],
    ['failed', 1, method('adds', 'FAIL'), [`failed ${AT}adds`]],
    ['left out', 0, method('adds', 'SKIP', ' depends-on-methods="shop.StockTest.opens"'), [`skipped ${AT}adds`]],
    ['tried again', 0, `${method('adds', 'SKIP', ' retried="true"')}${method('adds', 'PASS')}`, [`skipped ${AT}adds`, `passed ${AT}adds`]],
    ['of a status that nobody knows', 0, method('adds', 'FINE'), [`skipped ${AT}adds`]],
    [
      'beside a configuration that passed',
      0,
      `${method('opens', 'PASS', ' is-config="true"')}${method('adds', 'PASS')}`,
      [`passed ${AT}adds`],
    ],
    [
      'below a configuration that failed',
      0,
      `${method('opens', 'FAIL', ' is-config="true"')}${method('adds', 'SKIP')}`,
      [`failed whole group ${AT}`, `skipped ${AT}adds`],
    ],
  ] as const) {
    it(`tells a method that is ${what}`, () => {
      assert.deepEqual(resultsOf(testng(failed, methods)), results);
      assert.deepEqual(problemsOf(testng(failed, methods)), []);
    });
  }

  it('says when it began', () => assert.equal(evidenceOf(testng(0, '')).time, Date.UTC(2026, 10, 20, 10)));

  it('has lost failures that it counts and does not tell', () => assert.equal(problemsOf(testng(1, method('adds', 'PASS'))).length, 1));
});
