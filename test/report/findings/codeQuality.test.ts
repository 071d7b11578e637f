import assert from 'node:assert/strict';
import { renderCodeQuality } from '../../../src/report/findings/codeQuality.ts';
import { assertGolden } from '../../support/golden.ts';
import { sampleIndex } from '../../support/report/sample.ts';

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

describe('code quality report', () => {
  const findings = sampleIndex().allFindings();
  const entries: readonly Entry[] = JSON.parse(renderCodeQuality(findings, 'shop/'));

  it('is what the golden file says', () => {
    assertGolden('report.codequality.json', renderCodeQuality(findings, ''));
  });

  // @verifies RT-9.1/AC11~e0ba14
  it('has what GitLab requires of each entry', () => {
    assert.equal(entries.length, findings.length);
    for (const { description, check_name: name, severity, location } of entries) {
      assert.ok(description && name);
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity), severity);
      assert.ok(location.path.startsWith('shop/') && location.lines.begin >= 1);
    }
  });

  it('has no fingerprint twice', () => {
    assert.equal(new Set(entries.map(({ fingerprint }) => fingerprint)).size, entries.length);
  });
});
