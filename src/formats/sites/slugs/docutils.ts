import { createSlugs } from '../../carriers/markdown/slugs.ts';
import type { MakeAnchors } from './headingWords.ts';

/** Letters that docutils writes with others. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'sz', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };

/** Ids as docutils makes them for Sphinx (0.19): letters and digits of ASCII, none before the first letter: `1.1 Stock` is `stock`; of a second one it is not told. */
export const docutilsAnchors: MakeAnchors = () => {
  const taken = new Set<string>();
  return ({ plain }) => {
    const id = plain
      .toLowerCase()
      .replace(/[ßæœøđłı]/gu, (letter) => LETTERS[letter] ?? letter)
      .normalize('NFKD')
      .replace(/[^\p{ASCII}]/gu, '')
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^[-0-9]+|-+$/gu, '');
    if (taken.has(id)) return '';
    taken.add(id);
    return id;
  };
};

/** Anchors as MyST makes them for links: those of GitHub. */
export const mystAnchors: MakeAnchors = () => {
  const slugs = createSlugs();
  return ({ plain }) => slugs(plain);
};
