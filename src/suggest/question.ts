import type { Item } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { Query } from './scorers.ts';
import type { Terms, Vocabulary } from './vocabulary.ts';

/** How much the prose of a requirement counts for its criteria, beside what they say themselves. */
const PROSE = 0.5;

/** What files are sought for an item by: its own words, the title of its requirement, and half as much what that says besides. */
export function questionOf(item: Item, words: Vocabulary): Query {
  const { title, text } = requirementOf(item).facts;
  const terms = new Map<number, number>();
  add(terms, words.termsIn([ownWords(item)]), (count) => count);
  if (item.type === 'criterion') {
    add(terms, words.termsIn([title]), (count) => count);
    add(terms, words.termsIn([text]), (count) => PROSE * Math.min(1, count));
  }
  return Float64Array.from([...terms].flat());
}

function add(sum: Map<number, number>, terms: Terms, weigh: (count: number) => number): void {
  for (let at = 0; at < terms.length; at += 2) {
    const term = terms[at] ?? 0;
    sum.set(term, (sum.get(term) ?? 0) + weigh(terms[at + 1] ?? 0));
  }
}

/** The words by which people would look for an item, for the reason of a suggestion. */
export function wordsAbout(item: Item): string {
  const { title, text } = requirementOf(item).facts;
  return item.type === 'requirement' ? ownWords(item) : `${ownWords(item)} ${title} ${text}`;
}

function ownWords(item: Item): string {
  return item.type === 'requirement' ? `${item.facts.title} ${item.facts.text}` : `${item.facts.text} ${item.facts.detail}`;
}
