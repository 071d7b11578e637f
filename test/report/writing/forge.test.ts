import assert from 'node:assert/strict';
import { forgeAddress } from '../../../src/report/writing/forge.ts';

const COMMIT = '0a1b8e4d5c6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b';

describe('where a forge shows a line', () => {
  const cases: [remote: string, address: string | undefined][] = [
    ['https://github.com/o/r.git', `https://github.com/o/r/blob/${COMMIT}/{path}#L{line}`],
    ['git@github.com:o/r.git', `https://github.com/o/r/blob/${COMMIT}/{path}#L{line}`],
    ['github.com:o/r', `https://github.com/o/r/blob/${COMMIT}/{path}#L{line}`],
    ['ssh://git@GitHub.com:22/o/r', `https://github.com/o/r/blob/${COMMIT}/{path}#L{line}`],
    ['https://user:secret@github.example.org/o/r/', `https://github.example.org/o/r/blob/${COMMIT}/{path}#L{line}`],
    ['git@gitlab.com:group/sub/r.git', `https://gitlab.com/group/sub/r/-/blob/${COMMIT}/{path}#L{line}`],
    ['https://gitlab.example.org/g/r.git', `https://gitlab.example.org/g/r/-/blob/${COMMIT}/{path}#L{line}`],
    ['git@bitbucket.org:o/r.git', `https://bitbucket.org/o/r/src/${COMMIT}/{path}#lines-{line}`],
    ['https://codeberg.org/o/r.git', `https://codeberg.org/o/r/src/commit/${COMMIT}/{path}#L{line}`],
    ['https://example.org/o/r.git', undefined],
    ['https://notgithub.com/o/r.git', undefined],
    ['/srv/git/r.git', undefined],
    ['../r', undefined],
    ['C:\\git\\r', undefined],
    ['file:///srv/git/r', undefined],
    ['https://github.com/r', undefined],
    ['https://github.com/o/../x', undefined],
    ['https://github.com/o/r?x#y', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ];
  for (const [remote, expected] of cases) {
    it(remote || 'nothing', () => {
      const address = forgeAddress(remote, COMMIT);
      assert.equal(address && address.file + address.line, expected);
    });
  }

  it('is nowhere for what is no commit', () => assert.equal(forgeAddress('https://github.com/o/r', 'main'), undefined));
});
