import type { HeadingWords, MakeAnchors } from './headingWords.ts';
import { withoutImages, withoutTypography } from './headingWords.ts';

/** What is not a letter, mark, digit or connector for Ruby, a hyphen or white space. */
const OTHER = /[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu;

/**
 * Anchors as kramdown makes them of GitHub's Markdown, which Jekyll reads (kramdown-parser-gfm 1.1.0): `1.1 Stock` is `11-stock`, a second `Scope` is `scope-1`, and
 * so may be a heading `Scope 1`, since numbers are counted by the words alone.
 */
export const kramdownAnchors: MakeAnchors = () => {
  const seen = new Map<string, number>();
  return (heading: HeadingWords) => {
    const slug = withoutTypography(withoutImages(heading)).toLowerCase().replace(OTHER, '').replace(/[ \t]/gu, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
};
