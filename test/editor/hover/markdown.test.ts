import assert from 'node:assert/strict';
import { escapeMarkdown, link, shorten } from '../../../src/editor/hover/markdown.ts';

describe('escapeMarkdown', () => {
  const cases: [what: string, text: string, escaped: string][] = [
    ['leaves plain words alone', 'Orders, once placed (and paid) stay: 24/7.', 'Orders, once placed (and paid) stay: 24/7.'],
    ['shows HTML as text', '<img src=x onerror=y>', String.raw`\<img src\=x onerror\=y\>`],
    ['shows links as text', '[run](command:x)', String.raw`\[run\](command:x)`],
    ['shows images as text', '![x](https://a/b.png)', String.raw`\!\[x\](https:\//a/b.png)`],
    ['makes no link of an address', 'see https://a.b and www.c.d, a@b.c', String.raw`see https:\//a.b and www\.c.d, a\@b.c`],
    ['keeps emphasis marks', '**a** _b_ `c` ~~d~~', String.raw`\*\*a\*\* \_b\_ \`c\` \~\~d\~\~`],
    ['keeps entities as written', '&lt;b&gt;', String.raw`\&lt;b\&gt;`],
    ['begins no list', '- a', String.raw`\- a`],
    ['begins no numbered list', '1. a', String.raw`1\. a`],
    ['begins no heading', '# a', String.raw`\# a`],
    ['is one line', 'a\r\n\n  b', 'a b'],
    ['shows backslashes', String.raw`a\[b`, String.raw`a\\\[b`],
    ['shows theme icons as text', '$(x)', String.raw`\$(x)`],
  ];
  for (const [what, text, escaped] of cases) {
    it(what, () => assert.equal(escapeMarkdown(text), escaped));
  }
});

describe('shorten', () => {
  const cases: [text: string, length: number, short: string][] = [
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['one two three', 12, 'one two…'],
    ['incomprehensibilities', 8, 'incompr…'],
    ['a 123456789', 8, 'a 12345…'],
    ['abcdef😀xyz', 8, 'abcdef…'],
  ];
  for (const [text, length, short] of cases) {
    it(`${text} in ${length}`, () => assert.equal(shorten(text, length), short));
  }
});

describe('link', () => {
  it('cannot be ended early by label or address', () => {
    assert.equal(link('a](b)', 'file:///p/a (1).ts#L2'), String.raw`[a\](b)](file:///p/a%20%281%29.ts#L2)`);
  });
});
