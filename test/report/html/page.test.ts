import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { RequirementFacts } from '../../../src/model/facts.ts';
import { buildMatrix } from '../../../src/report/html/model.ts';
import type { MatrixRun } from '../../../src/report/html/model.ts';
import { matrixPage } from '../../../src/report/html/page.ts';
import { assertGolden } from '../../support/golden.ts';
import { criterion, document, indexOf, requirement } from '../../support/index/build.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';

const RUN = { name: 'shop', version: '1.2.3', commit: '0a1b8e4', modified: true };

describe('HTML report', () => {
  const html = matrixPage(buildMatrix(sampleIndex(), RUN), { theme: 'report' });

  it('says outside of its style and script what the golden file says', () => {
    assertGolden(
      'report.html',
      html
        .replace(/<style>[^]*?<\/style>/u, '<style></style>')
        .replace(/<script>[^]*?<\/script>/u, '<script></script>')
        .replaceAll(/sha256-[\w+/=]+/gu, 'sha256-'),
    );
  });

  // @verifies RT-9.1/AC3~f05b34
  it('has the same bytes for the same files', () => {
    assert.equal(matrixPage(buildMatrix(sampleIndex(), RUN), { theme: 'report' }), html);
  });

  // @verifies RT-9.1/AC2~4cd243
  it('lets exactly its own style and script run', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? '';
    const hash = (tag: string): string =>
      `'sha256-${createHash('sha256')
        .update(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'u').exec(html)?.[1] ?? '')
        .digest('base64')}'`;
    assert.equal(
      policy,
      `default-src 'none'; img-src data:; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
  });

  it('lets them run by a nonce in a webview', () => {
    const page = matrixPage(buildMatrix(sampleIndex(), RUN), { theme: 'vscode', nonce: 'n0nce' });
    assert.match(page, /style-src 'nonce-n0nce'; script-src 'nonce-n0nce';/u);
    assert.equal(page.match(/<(?:style|script) nonce="n0nce">/gu)?.length, 2);
  });

  // @verifies RT-9.1/AC2~4cd243
  it('names no address outside', () => {
    assert.deepEqual([...new Set(html.match(/(?:https?:)?\/\/[a-z][^\s"'<%]*/giu))], ['http://www.w3.org/2000/svg']);
  });

  it('says so where there is no requirement', () => {
    assert.match(
      matrixPage(buildMatrix(emptyIndex(), RUN), { theme: 'report' }),
      /<strong>No requirements found\.<\/strong>[^]*<p class="doubt">Not everything could be read: no document defines a requirement<\/p>/u,
    );
  });

  it('holds every criterion as text, whatever a document says', () => {
    const text = '</script><!--<script>\u2028\uD800 "\' &amp;';
    const index = indexOf([document('docs/a.md', [requirement('IP-1', [criterion('AC1', 1, { text })])])]);
    const page = matrixPage(buildMatrix(index, RUN), { theme: 'report' });
    assert.equal(page.match(/<script/gu)?.length, 1);
    assert.ok(page.includes('&lt;/script&gt;&lt;!--&lt;script&gt; \uD800 &quot;&#39; &amp;amp;'));
  });

  const names: readonly [what: string, requirements: readonly RequirementFacts[], ids: readonly string[]][] = [
    ['its own', [requirement('IP-1', ['AC1'])], ['IP-1', 'IP-1/AC1']],
    [
      'not that of a part of the page',
      [requirement('text'), requirement('matrix', ['AC1'])],
      ['docs/a#text', 'docs/a#matrix', 'docs/a#matrix/AC1'],
    ],
    ['without white space and half characters', [requirement('Keep it\tall \uD800')], ['docs/a#Keep-it-all-']],
  ];
  for (const [what, requirements, ids] of names) {
    it(`has for each item an anchor, ${what}`, () => {
      const page = matrixPage(buildMatrix(indexOf([document('docs/a.md', requirements)]), RUN), { theme: 'report' });
      assert.deepEqual(
        Array.from(page.matchAll(/<(?:section|tr) class=\S+ id=([^ >]*)/gu), ([, id]) => id),
        ids,
      );
      for (const id of ids) assert.ok(page.includes(`href=#${encodeURIComponent(id).replaceAll('%2F', '/')}>`), id);
    });
  }

  it('names items by their whole keys where two documents have the same id', () => {
    const index = indexOf([document('docs/a.md', [requirement('IP-1', ['AC1'])]), document('docs/b.md', [requirement('IP-1', ['AC1'])])]);
    const page = matrixPage(buildMatrix(index, RUN), { theme: 'report' });
    const ids = Array.from(page.matchAll(/ id=([^ >"]*#[^ >"]*)/gu), ([, id]) => id);
    assert.deepEqual(ids, ['docs/a#IP-1', 'docs/a#IP-1/AC1', 'docs/b#IP-1', 'docs/b#IP-1/AC1']);
  });

  const linked: readonly [what: string, run: MatrixRun, address: string | undefined][] = [
    ['leads to the forge at the commit', { ...RUN, modified: false }, 'https://example.org/blob/0a1b8e4/shop/src/orders.ts#L12'],
    ['leads nowhere where files differ from the commit', RUN, undefined],
  ];
  for (const [what, run, address] of linked) {
    it(`has places each of which ${what}`, () => {
      const permalink = 'https://example.org/blob/0a1b8e4/shop/{path}#L{line}';
      const page = matrixPage(buildMatrix(sampleIndex(), run), { theme: 'report', permalink });
      assert.equal(/<a class=p href=(\S*orders\S*)>src\/orders\.ts:12<\/a>/u.exec(page)?.[1], address);
    });
  }

  it('puts findings about no requirement below the matrix', () => {
    const { findings, requirements } = buildMatrix(sampleIndex(), RUN);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['unknown-reference'],
    );
    const inside = requirements.flatMap(({ findings: own, rows }) => [...own, ...rows.flatMap((row) => row.findings)]);
    assert.equal(inside.length + findings.length, sampleIndex().allFindings().length);
  });
});
