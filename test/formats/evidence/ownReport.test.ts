import assert from 'node:assert/strict';
import { resultsOf } from '../../support/formats/evidenceBrief.ts';

const MARK = '<!-- reqtrace-ignore-file: made by reqtrace report -->';
const SUITE = '<testsuites><testsuite name="s"><testcase name="a"><failure/></testcase></testsuite></testsuites>';

describe('The mark of our own report', () => {
  const cases: readonly (readonly [what: string, text: string, isRead: boolean])[] = [
    ['behind the declaration of XML', `<?xml version="1.0" encoding="UTF-8"?>\n${MARK}\n${SUITE}`, false],
    ['at the beginning', `${MARK}${SUITE}`, false],
    ['behind a byte order mark', `\ufeff${MARK}\n${SUITE}`, false],
    ['printed by a test, as data', SUITE.replace('<failure/>', `<failure/><system-out><![CDATA[${MARK}]]></system-out>`), true],
    ['printed by a test, as text', SUITE.replace('<failure/>', `<failure/><system-out>${MARK}</system-out>`), true],
    ['in a suite', SUITE.replace('<testcase', `${MARK}<testcase`), true],
    ['in the name of a test', SUITE.replace('name="a"', `name="a ${MARK.replaceAll('<', '&lt;')}"`), true],
    ['in an unescaped name', SUITE.replace('name="a"', `name="a ${MARK.replaceAll('<', '')}"`), true],
    ['in a title of TAP', `1..1\nnot ok 1 - a ${MARK}\n`, true],
    ['before TAP, where programs print', `${MARK}\nTAP version 13\n1..1\nnot ok 1 - a\n`, true],
    [
      'in a title of JSON',
      JSON.stringify({
        numFailedTests: 1,
        testResults: [
          {
            name: '/a.test.js',
            status: 'failed',
            assertionResults: [{ status: 'failed', title: `a ${MARK}`, ancestorTitles: [], failureMessages: [] }],
          },
        ],
        numTotalTests: 1,
      }),
      true,
    ],
    ['behind the results', `${SUITE}\n${MARK}`, true],
  ];
  for (const [what, text, isRead] of cases)
    // @verifies RT-3.2/AC1
    it(`${isRead ? 'hides nothing' : 'leaves the report out'} ${what}`, () => {
      const failed = resultsOf(text).filter((line) => line.startsWith('failed'));
      assert.equal(failed.length > 0, isRead, failed.join('\n'));
    });
});
