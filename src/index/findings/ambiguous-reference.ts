import type { FindingRule } from './rule.ts';
import { changeTo, MOST_LISTED, nameOf } from './rule.ts';

/**
 * `@implements IP-1.1` where two documents define IP-1.1: it links to neither until it names one.
 * A mention in prose links to nothing anyway, and sets of documents that number alike are full of them.
 */
export const ambiguousReference: FindingRule = {
  code: 'ambiguous-reference',
  check: (file) =>
    file.references.flatMap((checked) => {
      const { reference, resolution, use } = checked;
      if (resolution.kind !== 'ambiguous' || use === 'mention') return [];
      const shown = resolution.candidates.slice(0, MOST_LISTED);
      const meanings = shown.map((item) => file.referenceTo(item));
      const more = resolution.candidates.length - shown.length;
      return [
        {
          range: reference.range,
          message: `${reference.text} may mean ${meanings.join(' or ')}${more > 0 ? ` or ${more} more` : ''}; name the document`,
          related: shown.map((item) => file.place(item, `${nameOf(item)} is defined here`)),
          fixes: shown.flatMap((item) => changeTo(checked, file.referenceTo(item), false)),
        },
      ];
    }),
};
