import { formatReference } from '../../model/ids.ts';
import type { CheckedReference, Draft, FindingRule } from './rule.ts';
import { changeTo } from './rule.ts';

/** `@implements IP-1.1.9` where no document defines IP-1.1.9: "did you mean IP-1.1.2?" */
export const unknownReference: FindingRule = {
  code: 'unknown-reference',
  check: (file) => file.references.filter(({ use }) => use !== 'waives').flatMap((checked) => unknown(checked)),
};

/** The finding for a reference that means nothing; none for one that does. */
export function unknown(checked: CheckedReference): readonly Draft[] {
  const { resolution, reference } = checked;
  if (resolution.kind !== 'unknown') return [];
  const { pin: _pin, ...parts } = reference;
  const { suggestions } = resolution;
  const question = suggestions.length ? `; did you mean ${suggestions.join(' or ')}?` : '';
  return [
    {
      range: reference.range,
      message: `No document defines ${formatReference(parts)}${question}`,
      fixes: suggestions.flatMap((suggestion, at) => changeTo(checked, suggestion, at === 0)),
    },
  ];
}
