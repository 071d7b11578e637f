import assert from 'node:assert/strict';
import type { Finding } from '../../../src/model/finding.ts';
import { say } from '../../../src/model/message.ts';
import { renderBitbucket } from '../../../src/report/findings/bitbucket.ts';
import { assertGolden } from '../../support/golden.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';

interface Rendered {
  readonly report: { readonly result: string; readonly details: string; readonly data: readonly { readonly title: string }[] };
  readonly annotations: readonly { readonly external_id: string; readonly severity: string; readonly summary: string }[];
}

const view = sampleIndex();
const findings = view.allFindings();
const rendered = (given: readonly Finding[], fails = false): Rendered =>
  JSON.parse(renderBitbucket(view, given, { prefix: '', fails: () => fails }));

describe('the report for Bitbucket', () => {
  it('is what the golden file says', () => {
    assertGolden(
      'check.bitbucket.json',
      renderBitbucket(view, findings, { prefix: 'shop/', fails: ({ severity }) => severity === 'error' }),
    );
  });

  it('has failed where a finding fails the build, else passed', () => {
    assert.deepEqual(
      [rendered(findings, true).report.result, rendered(findings).report.result, rendered([], true).report.result],
      ['FAILED', 'PASSED', 'PASSED'],
    );
  });

  // @verifies RT-9.1/AC11~e0ba14
  it('has no more annotations than Bitbucket takes, the gravest of them, each with an id of its own, and says so', () => {
    const [finding] = findings;
    assert.ok(finding);
    const many = Array.from({ length: 1200 }, (_, at): Finding => ({ ...finding, severity: at < 1100 ? 'information' : 'error' }));
    const { report, annotations } = rendered(many);
    assert.equal(annotations.length, 1000);
    assert.deepEqual(new Set(annotations.slice(0, 100).map(({ severity }) => severity)), new Set(['HIGH']));
    assert.equal(new Set(annotations.map(({ external_id }) => external_id)).size, 1000);
    assert.match(report.details, /; 200 of the findings are not shown$/u);
  });

  it('cuts a summary by whole characters', () => {
    const [finding] = findings;
    assert.ok(finding);
    const [summary] = rendered([{ ...finding, message: say('𐐀'.repeat(600)) }]).annotations.map((annotation) => annotation.summary);
    assert.equal([...(summary ?? '')].length, 450);
    assert.match(summary ?? '', /𐐀…$/u);
  });

  it('tells no share of nothing', () => {
    const { report }: Rendered = JSON.parse(renderBitbucket(emptyIndex(), [], { prefix: '', fails: () => false }));
    assert.ok(!report.data.some(({ title }) => title === 'Met'));
  });
});
