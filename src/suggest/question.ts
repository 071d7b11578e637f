import type { Item } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { Query } from './scorers.ts';
import { termsIn } from './terms.ts';

/** How much the prose of a requirement counts for its criteria, beside what they say themselves. */
const PROSE = 0.5;

/** What files are sought for an item by: its own words, the title of its requirement, and half as much what that says besides. */
export function questionOf(item: Item): Query {
  const { title, text } = requirementOf(item).facts;
  const terms = termsIn(ownWords(item));
  if (item.type === 'requirement') return terms;
  for (const [term, count] of termsIn(title)) terms.set(term, (terms.get(term) ?? 0) + count);
  for (const [term, count] of termsIn(text)) terms.set(term, (terms.get(term) ?? 0) + PROSE * Math.min(1, count));
  return terms;
}

/** The words by which people would look for an item, for the reason of a suggestion. */
export function wordsAbout(item: Item): string {
  const { title, text } = requirementOf(item).facts;
  return item.type === 'requirement' ? ownWords(item) : `${ownWords(item)} ${title} ${text}`;
}

function ownWords(item: Item): string {
  return item.type === 'requirement' ? `${item.facts.title} ${item.facts.text}` : `${item.facts.text} ${item.facts.detail}`;
}
