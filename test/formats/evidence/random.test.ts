import assert from 'node:assert/strict';
import { Random } from '../../support/index/random.ts';
import { evidenceOf } from '../../support/formats/evidenceBrief.ts';

const SAMPLES: readonly string[] = [
  '<?xml version="1.0"?><testsuites timestamp="2026-11-20T10:00:00"><testsuite name="a" file="a.ts"><testcase classname="b" name="c[1]"><failure message="&lt;"/></testcase><testcase name="d"><skipped/></testcase></testsuite></testsuites>',
  '<coverage line-rate="1"><sources><source>/a</source></sources><packages><class filename="b.py"><lines><line number="1" hits="0"/></lines></class></packages></coverage>',
  'TAP version 14\n# Subtest: a\n    ok 1 - b # SKIP\n      ---\n      location: a.ts:1:2\n      ...\n    1..1\nnot ok 1 - a {\n}\n1..1\n',
  '{"numTotalTests":1,"testResults":[{"name":"a.ts","assertionResults":[{"ancestorTitles":["a"],"title":"b","status":"passed"}]}]}',
  'TN:\nSF:a.ts\nDA:1,2\nDA:2,0\nend_of_record\n',
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
    for (let round = 0; round < 3000; round += 1) {
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
