import assert from 'node:assert/strict';
import { Random } from '../../support/index/random.ts';
import { evidenceOf } from '../../support/formats/evidenceBrief.ts';

const SAMPLES: readonly string[] = [
  '<?xml version="1.0"?><testsuites timestamp="2026-11-20T10:00:00"><testsuite name="a" file="a.ts"><testcase classname="b" name="c[1]"><failure message="&lt;"/></testcase><testcase name="d"><skipped/></testcase></testsuite></testsuites>',
  '<coverage line-rate="1"><sources><source>/a</source></sources><packages><class filename="b.py"><lines><line number="1" hits="0"/></lines></class></packages></coverage>',
  'TAP version 14\n# Subtest: a\n    ok 1 - b # SKIP\n      ---\n      location: a.ts:1:2\n      ...\n    1..1\nnot ok 1 - a {\n}\n1..1\n',
  '{"numTotalTests":1,"testResults":[{"name":"a.ts","assertionResults":[{"ancestorTitles":["a"],"title":"b","status":"passed"}]}]}',
  'TN:\nSF:a.ts\nDA:1,2\nDA:2,0\nend_of_record\n',
  '{"config":{"rootDir":"/r"},"suites":[{"file":"a.spec.ts","specs":[{"title":"a","tests":[{"status":"expected","results":[{"status":"passed"}]}]}]}],"errors":[]}',
  '{"stats":{"passes":1},"passes":[{"title":"a","fullTitle":"b a"}],"failures":[],"pending":[]}',
  '{"created":1.5,"exitcode":0,"root":"/r","tests":[{"nodeid":"a.py::B::c[1]","outcome":"passed","call":{"outcome":"passed"}}]}',
  '[{"keyword":"Feature","uri":"a.feature","elements":[{"name":"a","steps":[{"result":{"status":"passed"}}]}]}]',
  '{"meta":{}}\n{"pickle":{"id":"1","uri":"a.feature","name":"a"}}\n{"testCase":{"id":"2","pickleId":"1"}}\n{"testCaseStarted":{"id":"3","testCaseId":"2"}}\n{"testCaseFinished":{"testCaseStartedId":"3"}}\n',
  '{"Action":"run","Package":"a","Test":"TestA"}\n{"Action":"pass","Package":"a","Test":"TestA"}\n{"Action":"pass","Package":"a"}\n',
  '{ "type": "suite", "event": "started" }\n{ "type": "test", "event": "ok", "name": "a" }\n{ "type": "suite", "event": "ok" }\n',
  '<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results><UnitTestResult testId="1" testName="a" outcome="Passed"/></Results><TestDefinitions><UnitTest id="1"><TestMethod className="b" name="a"/></UnitTest></TestDefinitions></TestRun>',
  '<assemblies><assembly run-date="2026-11-20" run-time="10:00:00"><errors><error name="b"/></errors><collection><test name="b.a" type="b" method="a" result="Pass"/></collection></assembly></assemblies>',
  '<test-run><test-suite fullname="b" result="Failed" site="SetUp"><test-case name="a" fullname="b.a" methodname="a" result="Passed"/></test-suite></test-run>',
  '<test-results date="2026-11-20" time="10:00:00"><test-suite name="b" result="Failure"><test-case name="b.a" executed="True" success="True"/></test-suite></test-results>',
  '<Site><Testing><Test Status="notrun"><Name>a</Name><NamedMeasurement name="Completion Status"><Value>Disabled</Value></NamedMeasurement></Test></Testing></Site>',
  '<TestLog><TestSuite name="a"><TestCase name="_0"><Error/></TestCase><Exception/></TestSuite></TestLog>',
  '<testsuites xmlns="http://check.sourceforge.net/ns"><suite><title>a</title><test result="success"><id>b</id></test></suite></testsuites>',
  '<TestRun><FailedTests><FailedTest><Name>a::b</Name></FailedTest></FailedTests></TestRun>',
  '\u00b3)\u0003\u0012\u0005a.T.b\u0000\u0000\u0000\u0000',
  '<report name="a"><package name="b"><sourcefile name="c.java"><line nr="1" ci="0"/></sourcefile></package></report>',
  '<coverage generated="1"><file path="a"><line num="1" count="1"/></file></coverage>',
  '<CoverageSession><Module><File uid="1" fullPath="a"/><Method><SequencePoint vc="1" sl="1" fileid="1"/></Method></Module></CoverageSession>',
  'mode: set\na.go:1.1,3.2 1 1\nb.go:1.1,3.2 1 0\n',
  '{"a.js":{"path":"a.js","statementMap":{"0":{"start":{"line":1}}},"s":{"0":1}}}',
  '{"data":[{"files":[{"filename":"a.rs","segments":[[1,1,2,true,true,false],[3,1,0,false,false,false]]}]}]}',
];
const PIECES = [
  '<',
  '>',
  '</testcase>',
  '<testsuite name="',
  '&',
  ';',
  ']]>',
  '<![CDATA[',
  '<!--',
  '"',
  '\n',
  '\r',
  '  ',
  'ok ',
  '---',
  '...',
  '}',
  '{',
  '[',
  ':',
  'SF:',
  'DA:1e9,1',
  'DA:-1,',
  'end_of_record',
  '\u0000',
  '\uD800',
  '😀',
  '9'.repeat(30),
];

/** A sample with some stretches taken out, doubled or replaced. */
function mutated(random: Random): string {
  let text = random.pick(SAMPLES);
  for (let count = random.below(6); count > 0; count -= 1) {
    const from = random.below(text.length + 1);
    const to = Math.min(text.length, from + random.below(20));
    const middle = random.pick(['', text.slice(from, to).repeat(2), random.pick(PIECES), random.pick(PIECES) + random.pick(PIECES)]);
    text = text.slice(0, from) + middle + text.slice(to);
  }
  return text;
}

describe('any text read as results of tests', () => {
  it('gives plain results and says what was lost', () => {
    const random = new Random(20);
    for (let round = 0; round < 6000; round += 1) {
      const text = mutated(random);
      const { results, coverage, problems, time, lost = [] } = evidenceOf(text);
      const where = JSON.stringify(text);
      assert.ok(Number.isFinite(time), where);
      assert.equal(problems.length, lost.length, where);
      const lineCount = text.split(/\r\n|\n|\r/u).length;
      for (const { range } of problems) assert.ok(range.start.line >= 0 && range.start.line < lineCount, where);
      for (const { outcome } of results) assert.ok(['passed', 'failed', 'skipped'].includes(outcome), where);
      for (const { hit, missed } of coverage) {
        assert.equal(new Set([...hit, ...missed]).size, hit.length + missed.length, where);
        for (const line of [...hit, ...missed]) assert.ok(Number.isSafeInteger(line) && line >= 0, where);
      }
    }
  });
});
