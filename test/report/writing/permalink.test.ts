import assert from 'node:assert/strict';
import { isPermalink, linkedPlace, plainPlace } from '../../../src/report/writing/permalink.ts';

const TEMPLATE = 'https://example.org/o/r/blob/3f2a9c1/{path}#L{line}';

describe('permalinks', () => {
  for (const [path, prefix, link] of [
    ['docs/a.md', '', '[docs/a.md:7](https://example.org/o/r/blob/3f2a9c1/docs/a.md#L7)'],
    ['docs/a.md', 'shop/', '[docs/a.md:7](https://example.org/o/r/blob/3f2a9c1/shop/docs/a.md#L7)'],
    ['a b/(c)#?.md', '', String.raw`[a b/(c)\#?.md:7](https://example.org/o/r/blob/3f2a9c1/a%20b/%28c%29%23%3F.md#L7)`],
    [
      'ä](x)$&{line}.md',
      '',
      String.raw`[ä\](x)\$\&\{line\}.md:7](https://example.org/o/r/blob/3f2a9c1/%C3%A4%5D%28x%29%24%26%7Bline%7D.md#L7)`,
    ],
  ] as const) {
    it(`lead to ${prefix}${path}`, () => assert.equal(linkedPlace(TEMPLATE, prefix)(path, 7), link));
  }

  it('are only words where it is not known where they lead', () => assert.equal(plainPlace('docs/a.md', 7), 'docs/a.md:7'));

  for (const [template, isOne] of [
    [TEMPLATE, true],
    ['http://localhost:8080/{path}', true],
    ['https://example.org/', false],
    ['javascript:alert(1)//{path}', false],
    ['https://example.org/{path}) [x](y', false],
    ['{path}', false],
  ] as const) {
    it(`${isOne ? 'can' : 'cannot'} be ${template}`, () => assert.equal(isPermalink(template), isOne));
  }
});
