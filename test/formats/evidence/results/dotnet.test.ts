import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf } from '../../../support/formats/evidenceBrief.ts';

const STOPPED = /was stopped before its end/u;

// @verifies RT-3.1/AC8~a87943
describe('TRX', () => {
  const trx = (
    results: string,
    definitions: string,
    summary = '<ResultSummary outcome="Completed"><Counters total="1"/></ResultSummary>',
  ): string => `<?xml version="1.0" encoding="utf-8"?>
<TestRun id="1" name="ci@host 2026-11-20" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
  <Times creation="2026-11-20T10:00:00.0000000+00:00" queuing="2026-11-20T10:00:00.0000000+00:00" start="2026-11-20T10:00:00.0000000+00:00" finish="2026-11-20T10:00:01.0000000+00:00" />
  <Results>${results}</Results>
  <TestDefinitions>${definitions}</TestDefinitions>
  <TestLists><TestList name="Results Not in a List" id="8c84fa94"/></TestLists>
  ${summary}
</TestRun>`;
  const result = (testName: string, outcome: string | undefined, inner = ''): string =>
    `<UnitTestResult executionId="e" testId="t1" testName="${testName}" computerName="host" duration="00:00:00.01"${outcome === undefined ? '' : ` outcome="${outcome}"`} testListId="8c84fa94">${inner}</UnitTestResult>`;
  const DEFINITION =
    '<UnitTest name="x" storage="/repo/bin/shop.tests.dll" id="t1"><Execution id="e"/><TestMethod codeBase="/repo/bin/Shop.Tests.dll" adapterTypeName="executor://x" className="Shop.Outer+OrderTests" name="Rejects"/></UnitTest>';

  for (const [outcome, expected] of [
    ['Passed', 'passed'],
    ['Failed', 'failed'],
    ['Error', 'failed'],
    ['Timeout', 'failed'],
    ['Aborted', 'failed'],
    ['Disconnected', 'failed'],
    ['NotRunnable', 'failed'],
    ['NotExecuted', 'skipped'],
    ['Inconclusive', 'skipped'],
    ['PassedButRunAborted', 'skipped'],
    ['Warning', 'skipped'],
    ['Completed', 'skipped'],
    ['InProgress', 'skipped'],
    ['Pending', 'skipped'],
    ['Splendid', 'skipped'],
    [undefined, 'skipped'],
  ] as const) {
    it(`tells ${outcome ?? 'no outcome'}`, () =>
      assert.deepEqual(resultsOf(trx(result('Rejects', outcome), DEFINITION)), [`${expected} Shop.Outer.OrderTests > Rejects`]));
  }

  for (const [what, name, title] of [
    ['of xUnit.net', 'Shop.Outer+OrderTests.Rejects(x: 1)', 'Rejects(x: 1)'],
    ['of NUnit', 'Rejects(&quot;a.b&quot;)', 'Rejects("a.b")'],
    ['of MSTest', 'Rejects (1,2)', 'Rejects (1,2)'],
    ['to show', 'no empty orders', 'Rejects (no empty orders)'],
    ['with types', 'Rejects&lt;Int32&gt;(1)', 'Rejects(1)'],
  ] as const) {
    it(`takes a name ${what}`, () =>
      assert.deepEqual(resultsOf(trx(result(name, 'Passed'), DEFINITION)), [`passed Shop.Outer.OrderTests > ${title}`]));
  }

  it('counts rows of data, and what failed beside them', () => {
    const rows = `<InnerResults>${result('Rejects (1)', 'Passed')}${result('Rejects (2)', 'Failed')}</InnerResults>`;
    assert.deepEqual(resultsOf(trx(result('Rejects', 'Failed', rows), DEFINITION)), [
      'passed Shop.Outer.OrderTests > Rejects (1)',
      'failed Shop.Outer.OrderTests > Rejects (2)',
    ]);
    const passing = `<InnerResults>${result('Rejects (1)', 'Passed')}</InnerResults>`;
    assert.deepEqual(resultsOf(trx(result('Rejects', 'Failed', passing), DEFINITION)), [
      'passed Shop.Outer.OrderTests > Rejects (1)',
      'failed Shop.Outer.OrderTests > Rejects',
    ]);
  });

  for (const [what, summary] of [
    ['aborted', '<ResultSummary outcome="Aborted"/>'],
    [
      'broken though nothing failed',
      '<ResultSummary outcome="Failed"><RunInfos><RunInfo outcome="Error"><Text>One or more errors</Text></RunInfo></RunInfos></ResultSummary>',
    ],
    [
      'of a host that crashed',
      '<ResultSummary outcome="Failed"><RunInfos><RunInfo outcome="Error"><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo></RunInfos></ResultSummary>',
    ],
  ] as const) {
    it(`tells a run that was ${what}`, () =>
      assert.match(problemsOf(trx(result('Rejects', 'Passed'), DEFINITION, summary)).join(), STOPPED));
  }

  it('says when the run began; messages of failures are no loss', () => {
    const summary =
      '<ResultSummary outcome="Failed"><RunInfos><RunInfo outcome="Error"><Text>[xUnit.net 00:00:00.72]     Shop.OrderTests.Rejects [FAIL]</Text></RunInfo></RunInfos></ResultSummary>';
    const text = trx(result('Rejects', 'Failed'), DEFINITION, summary);
    assert.deepEqual(problemsOf(text), []);
    assert.equal(evidenceOf(text).time, Date.UTC(2026, 10, 20, 10));
  });
});

// @verifies RT-3.1/AC8~a87943
describe('xUnit.net XML', () => {
  const xunit = (tests: string, errors = '<errors />'): string =>
    `<assemblies timestamp="11/20/2026 10:00:00"><assembly name="/repo/bin/Shop.Tests.dll" environment="64-bit .NET 9" test-framework="xUnit.net 2.9.3" run-date="2026-11-20" run-time="10:00:00" total="1" passed="1" failed="0" skipped="0" time="0.1" errors="0">${errors}<collection total="1" name="Test collection for Shop.OrderTests" time="0.1">${tests}</collection></assembly></assemblies>`;
  const test = (name: string, result: string): string =>
    `<test name="${name}" type="Shop.OrderTests" method="Rejects" time="0.1" result="${result}"><traits/></test>`;

  it('gives results', () => {
    const text = xunit(
      test('Shop.OrderTests.Rejects(x: 1)', 'Pass') +
        test('Shop.OrderTests.Rejects(x: 2)', 'Fail') +
        test('rejects it', 'Skip') +
        test('Shop.OrderTests.Rejects', 'NotRun') +
        test('Shop.OrderTests.Rejects', 'Good'),
    );
    assert.deepEqual(resultsOf(text), [
      'passed Shop.OrderTests > Rejects(x: 1)',
      'failed Shop.OrderTests > Rejects(x: 2)',
      'skipped Shop.OrderTests > Rejects (rejects it)',
      'skipped Shop.OrderTests > Rejects',
      'skipped Shop.OrderTests > Rejects',
    ]);
  });

  for (const [what, error] of [
    [
      'of a class',
      '<error type="test-class-cleanup" name="Shop.OrderTests"><failure exception-type="System.Exception"><message><![CDATA[x]]></message></failure></error>',
    ],
    ['of an assembly', '<error type="assembly-cleanup" name="/repo/bin/Shop.Tests.dll"><failure/></error>'],
    ['of a collection', '<error type="test-collection-cleanup" name="Test collection for db"><failure/></error>'],
    ['without a name', '<error type="fatal"><failure/></error>'],
    ['of a test', '<error type="test-cleanup" name="Shop.OrderTests.Rejects(x: 1)"><failure/></error>'],
  ] as const) {
    it(`tells an error ${what}`, () => {
      assert.deepEqual(resultsOf(xunit(test('Shop.OrderTests.Rejects', 'Pass'), `<errors>${error}</errors>`)), [
        'passed Shop.OrderTests > Rejects',
        'failed whole group Shop.OrderTests > ',
      ]);
    });
  }

  it('of version 1 has classes', () => {
    const text = `<assembly name="a.dll" run-date="2026-11-20" run-time="10:00:00"><class name="Shop.OrderTests"><test name="Shop.OrderTests.Rejects" type="Shop.OrderTests" method="Rejects" result="Pass" time="0.1"/></class></assembly>`;
    assert.deepEqual(resultsOf(text), ['passed Shop.OrderTests > Rejects']);
  });
});

// @verifies RT-3.1/AC8~a87943
describe('NUnit XML', () => {
  const nunit3 = (fixture: string, inner: string): string =>
    `<?xml version="1.0" encoding="utf-8" standalone="no"?><test-run id="2" testcasecount="1" result="Failed" start-time="2026-11-20 10:00:00Z" end-time="2026-11-20 10:00:01Z"><test-suite type="Assembly" id="0-1" name="Shop.Tests.dll" fullname="/repo/Shop.Tests.dll" result="Failed" site="Child"><test-suite type="TestFixture" id="0-2" name="OrderTests" fullname="Shop.OrderTests" classname="Shop.OrderTests" ${fixture}>${inner}</test-suite></test-suite></test-run>`;
  const test = (name: string, result: string): string =>
    `<test-case id="0-3" name="${name}" fullname="Shop.OrderTests.${name}" methodname="Rejects" classname="Shop.OrderTests" runstate="Runnable" result="${result}"/>`;

  for (const [result, outcome] of [
    ['Passed', 'passed'],
    ['Failed', 'failed'],
    ['Failed" label="Error" site="Parent', 'failed'],
    ['Skipped" label="Ignored', 'skipped'],
    ['Skipped" label="Explicit', 'skipped'],
    ['Inconclusive', 'skipped'],
    ['Warning', 'skipped'],
    ['Super', 'skipped'],
  ] as const) {
    it(`tells ${result}`, () =>
      assert.deepEqual(resultsOf(nunit3('result="Passed"', test('Rejects(1)', result)))[0], `${outcome} Shop.OrderTests > Rejects(1)`));
  }

  for (const [what, fixture, inner, wholes] of [
    ['whose set-up threw', 'result="Failed" label="Error" site="SetUp"', test('Rejects', 'Failed'), 1],
    ['whose tear-down threw', 'result="Failed" label="Error" site="TearDown"', test('Rejects', 'Passed'), 1],
    ['that failed without any test', 'result="Failed" label="Invalid"', '', 1],
    ['of which a test failed', 'result="Failed" site="Child"', test('Rejects', 'Failed'), 0],
  ] as const) {
    it(`tells a suite ${what}`, () => {
      const found = resultsOf(nunit3(fixture, inner)).filter((line) => line.includes('whole'));
      assert.deepEqual(
        found,
        Array.from({ length: wholes }, () => 'failed whole group Shop.OrderTests > '),
      );
    });
  }

  it('tells an assembly whose set-up threw by the classes in it', () => {
    const text = nunit3('result="Passed"', test('Rejects', 'Passed')).replace(
      'result="Failed" site="Child"',
      'result="Failed" site="TearDown"',
    );
    assert.deepEqual(resultsOf(text), ['passed Shop.OrderTests > Rejects', 'failed whole group Shop.OrderTests > ']);
    assert.equal(evidenceOf(text).time, Date.UTC(2026, 10, 20, 10));
  });

  const nunit2 = (suite: string, inner: string): string =>
    `<test-results name="Shop.Tests.dll" total="1" errors="0" failures="0" not-run="0" date="2026-11-20" time="10:00:00"><environment nunit-version="2.6.4"/><test-suite type="TestFixture" name="OrderTests" executed="True" ${suite}><results>${inner}</results></test-suite></test-results>`;

  for (const [attributes, outcome] of [
    ['executed="True" result="Success" success="True"', 'passed'],
    ['executed="True" result="Failure" success="False"', 'failed'],
    ['executed="True" result="Error" success="False"', 'failed'],
    ['executed="False" result="NotRunnable"', 'failed'],
    ['executed="True" result="Inconclusive" success="False"', 'skipped'],
    ['executed="False" result="Ignored"', 'skipped'],
    ['executed="True" result="Odd" success="True"', 'skipped'],
    ['executed="True" success="True"', 'passed'],
    ['executed="True" success="False"', 'failed'],
    ['executed="False"', 'skipped'],
  ] as const) {
    it(`of version 2 tells ${attributes}`, () =>
      assert.deepEqual(
        resultsOf(nunit2('result="Success"', `<test-case name="Shop.OrderTests.Rejects(&quot;a.b&quot;)" ${attributes}/>`)),
        [`${outcome} Shop.OrderTests > Rejects("a.b")`],
      ));
  }

  it('of version 2 tells a fixture that failed as a whole', () => {
    const inner = '<test-case name="Shop.OrderTests.Rejects" executed="True" result="Success" success="True"/>';
    assert.deepEqual(resultsOf(nunit2('result="Error" success="False"', inner)), [
      'passed Shop.OrderTests > Rejects',
      'failed whole group Shop.OrderTests > ',
    ]);
  });
});
