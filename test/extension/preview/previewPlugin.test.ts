import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { PreviewMark } from '../../../src/editor/marks/previewMarks.ts';
import { previewPlugin } from '../../../src/extension/preview/previewPlugin.ts';

const URI = 'file:///p/a.md';

function mark(line: number, text: string, more: Partial<PreviewMark> = {}): PreviewMark {
  return { line, text, use: 'reference', status: 'met', sign: '✓', statusName: 'met', title: text, href: '/b.md#L1', ...more };
}

/** The preview of a text, with marks in short: `<IP-1>✓` for a link with its sign, `[IP-1]✓` for a definition. */
function preview(text: string, marks: readonly PreviewMark[] | undefined, document: string = URI): string {
  const markdown = previewPlugin(new MarkdownIt({ html: true }), (uri) => (uri === URI ? marks : undefined));
  return markdown
    .render(text, { currentDocument: { toString: () => document } })
    .replaceAll(/<a class="reqtrace-id"[^>]*>(.*?)<\/a>/gsu, '‹$1›')
    .replaceAll(/<span id="(L\d+)" class="code-line" data-line="\d+"><\/span>/gu, '#$1:')
    .replaceAll(/<(a|span) class="reqtrace-sign[^>]*>(.*?)<\/\1>/gu, '{$2}')
    .trim();
}

describe('the plugin of the Markdown preview', () => {
  const definition = { use: 'definition', href: '/src/a.ts#L1' } as const;
  const cases: [what: string, text: string, marks: PreviewMark[], html: string][] = [
    ['a reference', 'See IP-1.', [mark(0, 'IP-1')], '<p>See ‹IP-1›{✓}.</p>'],
    ['no part of a longer word', 'See IP-12, XIP-1 and IP-1.', [mark(0, 'IP-1')], '<p>See IP-12, XIP-1 and ‹IP-1›{✓}.</p>'],
    ['each of several', 'IP-1, IP-1', [mark(0, 'IP-1'), mark(0, 'IP-1', { sign: '○' })], '<p>‹IP-1›{✓}, ‹IP-1›{○}</p>'],
    ['a definition', '## IP-1: Stock', [mark(0, 'IP-1', definition)], '<h2>#L1:IP-1{✓}: Stock</h2>'],
    ['in emphasis', '- **AC-1**: yes', [mark(0, 'AC-1', definition)], '<ul>\n<li><strong>#L1:AC-1{✓}</strong>: yes</li>\n</ul>'],
    [
      'a definition whose words are parted',
      '- It is *so*',
      [mark(0, 'It is *so*', definition)],
      '<ul>\n<li>It is <em>so</em>#L1:{✓}</li>\n</ul>',
    ],
    ['no reference whose words are parted', 'IP\\-1', [mark(0, 'IP\\-1')], '<p>IP-1</p>'],
    ['as code', 'See `IP-1`.', [mark(0, 'IP-1')], '<p>See ‹<code>IP-1</code>›{✓}.</p>'],
    ['in a piece of code', 'See `a IP-1`.', [mark(0, 'IP-1')], '<p>See <code>a IP-1</code>{✓}.</p>'],
    ['no link in a link', '[IP-1](x.md)', [mark(0, 'IP-1')], '<p><a href="x.md">IP-1{✓}</a></p>'],
    ['on the second line', 'a\nIP-1', [mark(1, 'IP-1')], '<p>a\n‹IP-1›{✓}</p>'],
    ['nothing of other lines', 'IP-1\n\nb', [mark(2, 'IP-1')], '<p>IP-1</p>\n<p>b</p>'],
    ['nothing in a fence', '```\nIP-1\n```', [mark(1, 'IP-1')], '<pre><code>IP-1\n</code></pre>'],
    [
      'in a cell of a table',
      '| a | b |\n|---|---|\n| x | IP-1 |',
      [mark(2, 'IP-1')],
      '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td>‹IP-1›{✓}</td>\n</tr>\n</tbody>\n</table>',
    ],
  ];
  for (const [what, text, marks, html] of cases) it(what, () => assert.equal(preview(text, marks), html));

  it('draws a document as it is until marks are known, and one of which none are', () => {
    assert.equal(preview('See IP-1.', undefined), '<p>See IP-1.</p>');
    assert.equal(preview('See IP-1.', [mark(0, 'IP-1')], 'file:///p/other.md'), '<p>See IP-1.</p>');
    const markdown = previewPlugin(new MarkdownIt(), () => [mark(0, 'IP-1')]);
    assert.equal(markdown.render('See IP-1.').trim(), '<p>See IP-1.</p>');
  });

  it('takes what a repository writes for text', () => {
    const markdown = previewPlugin(new MarkdownIt(), () => [mark(0, 'IP-1', { title: '"><img src=x>', href: '"onclick="x' })]);
    const html = markdown.render('IP-1', { currentDocument: { toString: () => URI } });
    assert.ok(!html.includes('<img') && !html.includes('"onclick'), html);
  });

  it('says a status in words for those who see neither sign nor colour', () => {
    const markdown = previewPlugin(new MarkdownIt(), () => [mark(0, 'IP-1', { ...definition, statusName: 'partial' })]);
    const html = markdown.render('IP-1', { currentDocument: { toString: () => URI } });
    assert.match(
      html,
      /<a class="reqtrace-sign reqtrace-met" title="IP-1" href="\/src\/a\.ts#L1" data-href="\/src\/a\.ts#L1" aria-label="partial">✓<\/a>/u,
    );
  });
});
