import type { MakeAnchors } from './headingWords.ts';
import { unused } from './headingWords.ts';

/**
 * Anchors as Hugo makes them (0.111.3, `autoHeadingIDType: github`): of the heading as it is written, with the targets of its links; `heading` where nothing is left.
 */
export const hugoAnchors: MakeAnchors = () => {
  const taken = new Set<string>();
  return ({ raw }) => unused(slugify(raw) || 'heading', taken, (slug, count) => `${slug}-${count}`);
};

function slugify(raw: string): string {
  return Array.from(raw.trim(), (character) => {
    if (character === ' ' || character === '-') return '-';
    // Go lowers each letter to one letter.
    return /^[\p{L}\p{Nd}_]$/u.test(character) ? Array.from(character.toLowerCase()).slice(0, 1).join('') : '';
  }).join('');
}
