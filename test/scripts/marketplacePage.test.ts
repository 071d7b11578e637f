import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marketplacePage } from '../../scripts/marketplacePage.ts';

const root = path.resolve(import.meta.dirname, '../..');
const GITHUB = 'git+https://github.com/o/r.git';

describe('the page of the extension', () => {
  const cases: [text: string, repository: string | undefined, page: string][] = [
    ['![a](shots/a.png)', GITHUB, '![a](https://github.com/o/r/raw/HEAD/media/shots/a.png)'],
    ['[a](../docs/a.md#b)', GITHUB, '[a](https://github.com/o/r/blob/HEAD/docs/a.md#b)'],
    ['![a](a.png)', 'https://gitlab.com/g/r', '![a](https://gitlab.com/g/r/-/raw/HEAD/media/a.png)'],
    ['x\n\n![a](a.png)\n\ny', undefined, 'x\n\ny'],
    ['see [a](../a.md)', undefined, 'see a'],
    ['see [a](../a.md)', 'https://example.org/o/r', 'see a'],
    ['[a](https://example.org) [b](#c)', undefined, '[a](https://example.org) [b](#c)'],
  ];
  for (const [text, repository, page] of cases)
    it(`${JSON.stringify(text)} of ${repository ?? 'no repository'}`, () => assert.equal(marketplacePage(text, 'media', repository), page));

  it('names files that are there, and is shown without any that does not load', () => {
    const text = readFileSync(path.join(root, 'media/marketplace.md'), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/gu)) assert.ok(existsSync(path.join(root, 'media', target)), target);
    assert.doesNotMatch(marketplacePage(text, 'media', undefined), /\]\((?!https:)/u);
  });
});
