import assert from 'node:assert/strict';
import { plainOf } from '../../src/editor/hover/plainOf.ts';

describe('plainOf', () => {
  const cases: readonly (readonly [markdown: string, plain: string])[] = [
    ['**REQ-1** Stock', 'REQ-1 Stock'],
    ['[reserve()](file:///a%20b.ts#L3) in `stock.ts`', 'reserve() in stock.ts'],
    ['a\\_b \\*c\\* \\[x\\]', 'a_b *c* [x]'],
    ['## Head\n\n---\n\ntext', 'Head\n\ntext'],
    ['```diff\n-**a**\n+b\n```\n*end*', '-**a**\n+b\nend'],
    ['- one **two**\n  - three', '- one two\n  - three'],
  ];
  for (const [markdown, plain] of cases) it(JSON.stringify(markdown), () => assert.equal(plainOf(markdown), plain));
});
