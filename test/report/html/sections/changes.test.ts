import assert from 'node:assert/strict';
import { changesHtml } from '../../../../src/report/html/sections/changes.ts';
import { ENGLISH, htmlWords } from '../../../../src/report/html/pageLanguage.ts';
import { renderCodeQuality } from '../../../../src/report/findings/codeQuality.ts';
import { renderDiffText } from '../../../../src/report/diff/text.ts';
import { renderDiffMarkdown } from '../../../../src/report/diff/markdown.ts';
import { PLAIN } from '../../../../src/report/writing/palette.ts';
import type { DiffReport } from '../../../../src/report/diff/diffReport.ts';
import { difference } from '../../../support/diffStates.ts';

const DOCUMENT = '## REQ-1: <b>Orders</b>\n\n**Acceptance Criteria**:\n\n- Orders are kept\n- Orders are sold\n';
const BEFORE = { 'docs/a.md': DOCUMENT, 'src/a.ts': '// @implements REQ-1/AC1\nexport function one() {}\n' };
const report: DiffReport = {
  base: { name: 'main', commit: 'a'.repeat(40) },
  head: { name: 'working tree', on: 'b'.repeat(40) },
  difference: difference(BEFORE, {
    ...BEFORE,
    'docs/a.md': DOCUMENT.replace('- Orders are kept\n', '').replace('- Orders are sold', '- [deferred] Orders are sold'),
    'reqtrace.yaml': 'exclude: ["<x>"]\n',
  }),
  notes: [],
};

describe('rules and obligations that shrink', () => {
  const html = changesHtml(report, htmlWords(ENGLISH));
  const pages: readonly [name: string, text: string, order: readonly string[]][] = [
    ['the page', html, ['Rules Changed (1)', '&lt;x&gt;', 'Removed: was met or linked (1)', 'Waived or exempt (1)']],
    ['the text', renderDiffText(report, PLAIN), ['Rules changed\n', '<x>', 'Removed: was met or linked', 'Waived or exempt']],
    [
      'the comment',
      renderDiffMarkdown(report),
      ['### ⚖️ Rules changed (1)', 'asks for less', '### 🗑️ Removed: was met or linked (1)', '### ➖ Waived or exempt (1)'],
    ],
  ];
  for (const [name, text, order] of pages) {
    it(`stand open on top of ${name}, in this order`, () => {
      const places = order.map((part) => text.indexOf(part));
      assert.ok(
        places.every((place) => place >= 0),
        text,
      );
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
      // What nobody has to act on may be folded below them.
      assert.doesNotMatch(text.slice(0, places.at(-1)), /<details>/u);
    });
  }

  it('are text in the page', () => assert.doesNotMatch(html, /<b>|<x>/u));

  it('name both states', () => {
    for (const [, text] of pages) assert.match(text, /main \(aaaaaaaaaa\) to working tree on bbbbbbbbbb/u);
  });

  it('are issues before all others for GitLab, each with a mark of its own', () => {
    const { rules } = report.difference;
    const issues: { check_name: string; severity: string; fingerprint: string; location: object }[] = JSON.parse(
      renderCodeQuality([], 'shop/', [...rules, ...rules.map((rule) => ({ ...rule, effect: 'more' as const, reason: 'another' }))]),
    );
    assert.deepEqual(
      issues.map(({ check_name: name, severity, location }) => ({ name, severity, location })),
      ['major', 'info'].map((severity) => ({
        name: 'rule-changed',
        severity,
        location: { path: 'shop/reqtrace.yaml', lines: { begin: 1 } },
      })),
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 2);
  });
});
