import assert from 'node:assert/strict';
import { resultsOf } from '../../../support/formats/evidenceBrief.ts';

/** Attributes of a case and what is in it, by how it ended. */
const CASES: Readonly<Record<'passed' | 'failed' | 'skipped', readonly (readonly [attributes: string, inside: string])[]>> = {
  passed: [
    ['', ''],
    ['status="run" result="completed"', ''],
    ['status="PASSED"', ''],
    ['status="Success"', ''],
    ['status="ok"', ''],
    ['result="Passed" executed="True" asserts="1"', ''],
    ['status="FIXED"', ''],
    ['status=""', ''],
    ['skipped="false" disabled="0"', ''],
    ['', '<flakyFailure message="once"><stackTrace>at x</stackTrace><system-out/></flakyFailure>'],
    ['', '<rerunError/><system-err>warning</system-err>'],
    ['', '<properties><property name="warning" value="ignored"/></properties>'],
    ['', '<system-out><ignored/><b>incomplete</b></system-out>'],
    ['', '<attachments><attachment path="a.png"/></attachments><steps><step status="passed"><warning/></step></steps>'],
  ],
  failed: [
    ['', '<failure/>'],
    ['', '<Failure/>'],
    ['', '<ERROR/>'],
    ['', '<failed/>'],
    ['', '<failures><x/></failures>'],
    ['', '<j:failure xmlns:j="urn:j"/>'],
    ['', '<warning/><failure/>'],
    ['', '<rerunFailure/><failure/>'],
    ['status="failed"', ''],
    ['status="timed-out"', ''],
    ['status="run" result="crashed"', ''],
    ['status="REGRESSION"', ''],
    ['result="Failure" executed="True" success="False"', ''],
    ['status="inconclusive"', '<failure/>'],
    ['passed="false"', ''],
  ],
  skipped: [
    ['', '<warning type="PHPUnit\\Framework\\Warning">No tests</warning>'],
    ['', '<ignored/>'],
    ['', '<incomplete/>'],
    ['', '<risky/>'],
    ['', '<pending/>'],
    ['', '<inconclusive/>'],
    ['', '<not-run/>'],
    ['', '<Skipped/>'],
    ['', '<system-out/><aborted/>'],
    ['', '<somethingNew/>'],
    ['status="Inconclusive"', ''],
    ['status="aborted"', ''],
    ['status="interrupted"', ''],
    ['status="blocked"', ''],
    ['status="unknown"', ''],
    ['status="not run"', ''],
    ['result="NotExecuted"', ''],
    ['result="completed" status="suppressed"', ''],
    ['outcome="NotRunnable"', ''],
    ['executed="false"', ''],
    ['Skipped="x" skipped="true"', ''],
    ['ignored="yes"', ''],
  ],
};

describe('A case of JUnit XML', () => {
  for (const [outcome, cases] of Object.entries(CASES)) {
    for (const [attributes, inside] of cases) {
      it(`that says ${[attributes, inside].filter(Boolean).join(' ') || 'nothing'} has ${outcome}`, () => {
        const text = `<testsuite name="a"><testcase name="b" ${attributes}>${inside}</testcase></testsuite>`;
        assert.deepEqual(resultsOf(text), [`${outcome} a > b`]);
      });
    }
  }

  for (const [className, title, read] of [
    ['shop.StockTest', 'Given: a stock When: empty Then: refuses', 'shop.StockTest > a stock > empty > refuses'],
    [
      'shop.StockTest',
      'Given: a stock And: open When: empty And: old Then: refuses',
      'shop.StockTest > a stock > open > empty > old > refuses',
    ],
    ['shop.StockTest', 'Given: a stock Then: refuses', 'shop.StockTest > a stock > refuses'],
    ['shop.StockTest', 'Given: a stock', 'shop.StockTest > Given: a stock'],
    ['shop.StockTest', 'says Given: a Then: b', 'shop.StockTest > says Given: a Then: b'],
    ['the stock', 'Given: a stock Then: refuses', 'the stock > Given: a stock Then: refuses'],
  ] as const) {
    it(`of Kotest has the groups of a specification: ${className}, ${title}`, () => {
      const text = `<testsuite name="${className}"><testcase name="${title}" classname="${className}"/></testsuite>`;
      assert.deepEqual(resultsOf(text), [`passed ${read}`]);
    });
  }
});
