import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { renderMarkdown } from '../../../src/report/coverage/markdown.ts';
import { cellText } from '../../../src/report/writing/markdown.ts';
import { assertGolden } from '../../support/golden.ts';
import { criterion, document, indexOf, requirement } from '../../support/index/build.ts';
import { emptyIndex, sampleIndex } from '../../support/report/sample.ts';

const HOSTILE = [
  'a | b || c',
  String.raw`back\| slash \\| end\ `,
  '<script>alert(1)</script> <img src=x onerror=y>',
  '[click](https://example.com) ![x](y) <https://example.com>',
  '`code | with` ``pipe',
  '**bold** _it_ ~~no~~ # heading',
  '- item\n\n| new | row |\n|---|---|',
  '&lt;b&gt; &#124; $x$ :tada:',
  'https://example.com www.example.com',
];

describe('Markdown report', () => {
  it('is what the golden file says', () => {
    assertGolden('report.md', renderMarkdown(sampleIndex()));
  });

  it('puts what a branch did before everything else', () => {
    assert.match(
      renderMarkdown(sampleIndex(), '## Requirements\n\n1 broken\n'),
      /^<!--[^\n]*-->\n\n## Requirements\n\n1 broken\n\n## Coverage\n\n\| Document/u,
    );
  });

  it('says so when there is no requirement', () => {
    assert.match(renderMarkdown(emptyIndex()), /\n# Requirements coverage\n\nNo requirements found: nothing was checked\.\n$/u);
  });

  const markdown = new MarkdownIt({ html: true });
  for (const text of HOSTILE) {
    it(`shows ${JSON.stringify(text)} as it is written`, () => {
      const rendered = markdown.render(`| h |\n| --- |\n| ${cellText(text)} |`);
      const cells = [...rendered.matchAll(/<td>([^]*?)<\/td>/gu)].map(([, cell]) => unescape(cell ?? ''));
      assert.deepEqual(cells, [text.replace(/\s+/gu, ' ').trim()]);
    });
  }

  // @verifies RT-9.1/AC6~783359
  it('keeps every table whole whatever a document says', () => {
    const index = indexOf([
      document(
        'docs/a|b.md',
        HOSTILE.map((text, at) => requirement(`IP-${at}`, [criterion('AC1', 1, { text })], { title: text })),
      ),
    ]);
    const html = new MarkdownIt({ html: true }).render(renderMarkdown(index));
    const tags = new Set(Array.from(html.matchAll(/<\/?(\w+)/gu), ([, tag = '']) => tag));
    assert.deepEqual([...tags].sort(), ['details', 'h1', 'h3', 'strong', 'summary', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
    assert.equal(html.match(/<td/gu)?.length, 2 * 7 + HOSTILE.length * (4 + 5));
  });

  it('mentions nobody', () => {
    assert.doesNotMatch(cellText('ask @somebody'), /@\w/u);
  });
});

function unescape(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
