import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { buildMatrix } from '../../../src/report/html/model.ts';
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

  it('has the same bytes for the same files', () => {
    assert.equal(matrixPage(buildMatrix(sampleIndex(), RUN), { theme: 'report' }), html);
  });

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

  it('names no address outside', () => {
    assert.deepEqual(html.match(/(?:https?:)?\/\/[a-z][^\s"'<]*/giu), ['http://www.w3.org/2000/svg']);
  });

  it('says so where there is no requirement', () => {
    assert.match(
      matrixPage(buildMatrix(emptyIndex(), RUN), { theme: 'report' }),
      /<strong>No requirements found\.<\/strong>[^]*<p class="doubt">Not everything could be read: no document defines a requirement<\/p>/u,
    );
  });

  it('keeps its data in one element whatever a document says', () => {
    const index = indexOf([
      document('docs/a.md', [requirement('IP-1', [criterion('AC1', 1, { text: '</script><!--<script>\u2028\uD800' })])]),
    ]);
    const [, data = ''] =
      /<script type="application\/json" id="data">([^]*?)<\/script>/u.exec(matrixPage(buildMatrix(index, RUN), { theme: 'report' })) ?? [];
    assert.doesNotMatch(data, /</u);
    assert.equal(JSON.parse(data).requirements[0].rows[0].text, '</script><!--<script> \uD800');
  });

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
