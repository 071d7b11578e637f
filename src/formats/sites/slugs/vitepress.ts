import { unescapeText } from '../../carriers/markdown/commonMark.ts';
import type { HeadingWords, MakeAnchors } from './headingWords.ts';
import { unused, withoutImages } from './headingWords.ts';

const ENTITY = /&(?:[a-z][a-z\d]{1,30}|#x?[\da-f]{1,7});/giu;
const COMBINING = /[\u0300-\u036F]/gu;
const SPECIAL = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/gu;

/** Anchors as VitePress makes them (@mdit-vue/shared 2.1.3): `1.1 Stock` is `_1-1-stock`, `What's new?` is `what-s-new`. */
export const vitepressAnchors: MakeAnchors = () => {
  const taken = new Set<string>();
  return (heading) => unused(slugify(withEntities(heading)), taken, (slug, count) => `${slug}-${count}`);
};

/** The words with the entities that are written there, which VitePress leaves as they are: `&amp;` is `amp`. */
function withEntities(heading: HeadingWords): string {
  let words = withoutImages(heading);
  for (const [entity] of heading.raw.matchAll(ENTITY)) words = words.replace(unescapeText(entity), () => entity);
  return words;
}

function slugify(words: string): string {
  return Array.from(words.normalize('NFKD').replace(COMBINING, ''))
    .filter((character) => character >= ' ')
    .join('')
    .replace(SPECIAL, '-')
    .replace(/^-+|-+$/gu, '')
    .replace(/^(\d)/u, '_$1')
    .toLowerCase();
}
