import type { MakeAnchors } from './headingWords.ts';
import { withoutImages } from './headingWords.ts';

const NUMBERED = /^(.*)_(\d+)$/u;

/**
 * Anchors as the `toc` of Python-Markdown makes them for MkDocs (3.4.1): in ASCII alone, so `Größe` is `groe`, and `库存` only `_1`; a second `Scope` is `scope_1`.
 */
export const pythonMarkdownAnchors: MakeAnchors = () => {
  const taken = new Set<string>();
  return (heading) => {
    let slug = slugify(withoutImages(heading));
    while (slug === '' || taken.has(slug)) {
      const numbered = NUMBERED.exec(slug);
      slug = numbered ? `${numbered[1]}_${Number(numbered[2]) + 1}` : `${slug}_1`;
    }
    taken.add(slug);
    return slug;
  };
};

function slugify(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[^\p{ASCII}]/gu, '')
    .replace(/[^\w\s-]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/gu, '-');
}
