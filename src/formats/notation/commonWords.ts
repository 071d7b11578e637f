import { withPin } from '../ids/pin.ts';
import type { NotationWriter } from './notation.ts';

/** What may follow `@` in a comment, whatever notation the item is of: `// @implements IP-1.1.1`. */
export const KEYWORDS = ['implements', 'verifies', 'req', 'waives'] as const;

/** Any keyword with its mark and what is written behind it: `@(?:implements|…)`. */
export const ANY_KEYWORD = `@(?:${KEYWORDS.join('|')})`;

/** How to write code and waivers for items of every notation that does not have words of its own for them. */
export const COMMON_WORDS = {
  annotation: (kind, reference) => `@${kind} ${reference}`,
  waiver: (reference) => `@waives ${reference}: `,
  revise: withPin,
} satisfies NotationWriter;
