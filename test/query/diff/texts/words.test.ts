import assert from 'node:assert/strict';
import { wordDiff } from '../../../../src/query/diff/texts/words.ts';

/** As `git diff --word-diff` would, blanks left where they are. */
function shown(base: string, head: string): string {
  return wordDiff(base, head)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');
}

describe('wordDiff', () => {
  const cases: readonly [base: string, head: string, expected: string][] = [
    ['same', 'same', 'same'],
    ['', '', ''],
    ['within a minute', 'within an hour', 'within[- a minute-]{+ an hour+}'],
    ['a minute.', 'a minute', 'a minute[-.-]'],
    ['one two', 'one  \n two', 'one two'],
    ['the frontmatter and file path', 'the frontmatter, file path', 'the frontmatter[- and-]{+,+} file path'],
    ['Größe ≤ 10 ms', 'Größe ≤ 20 ms', 'Größe ≤[- 10-]{+ 20+} ms'],
    ['', 'new', '{+new+}'],
  ];
  for (const [base, head, expected] of cases) {
    it(`from "${base}" to "${head}"`, () => assert.equal(shown(base, head), expected));
  }

  it('gives both texts back, white space collapsed', () => {
    const [base, head] = ['Orders (all of them), are kept: 10 years!', 'All orders are kept for 10 years, if paid.'];
    const parts = wordDiff(base, head);
    const without = (kind: string): string =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('');
    assert.equal(without('removed'), head);
    assert.equal(without('added').replaceAll(' ', ''), base.replaceAll(' ', ''));
  });

  it('does not take very long texts apart', () => {
    assert.equal(wordDiff('a '.repeat(20_000), 'b').length, 2);
  });
});
