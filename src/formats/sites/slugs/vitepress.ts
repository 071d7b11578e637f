import type { MakeAnchors } from './headingWords.ts';
import { unused, withoutImages } from './headingWords.ts';

const COMBINING = /[\u0300-\u036F]/gu;
const SPECIAL = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/gu;

/** Anchors as VitePress makes them (@mdit-vue/shared 2.1.3): `1.1 Stock` is `_1-1-stock`, `What's new?` is `what-s-new`. */
export const vitepressAnchors: MakeAnchors = () => {
  const taken = new Set<string>();
  return (heading) => unused(slugify(withoutImages(heading)), taken, (slug, count) => `${slug}-${count}`);
};

function slugify(words: string): string {
  return Array.from(words.normalize('NFKD').replace(COMBINING, ''))
    .filter((character) => character >= ' ')
    .join('')
    .replace(SPECIAL, '-')
    .replace(/^-+|-+$/gu, '')
    .replace(/^(\d)/u, '_$1')
    .toLowerCase();
}
