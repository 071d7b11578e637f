import { formatReference } from '../../formats/notations/house/ids.ts';
import { anyOf, say } from '../../model/message.ts';
import type { CheckedFile, CheckedReference, Draft, FindingRule } from './rule.ts';
import { changeTo, severityOf } from './rule.ts';
import { proposedOfNothing } from './proposed.ts';

/** `@implements IP-1.1.9` where no document defines IP-1.1.9: "did you mean IP-1.1.2?" */
export const unknownReference: FindingRule = {
  code: 'unknown-reference',
  check: (file) =>
    file.references.flatMap((checked) => {
      if (checked.use === 'waives') return [];
      return checked.proposal ? proposedOfNothing(file, checked) : unknown(file, checked);
    }),
};

/** The finding for a reference that means nothing; none for one that does. */
export function unknown(file: CheckedFile, checked: CheckedReference): readonly Draft[] {
  const { resolution, reference } = checked;
  if (resolution.kind !== 'unknown') return [];
  const { revision: _revision, ...parts } = reference;
  const { suggestions } = resolution;
  const name = formatReference(parts);
  return [
    {
      range: reference.range,
      message: suggestions.length
        ? say('No document defines {0}; did you mean {1}?', name, anyOf(suggestions))
        : say('No document defines {0}', name),
      atMost: severityOf(file, checked),
      fixes: suggestions.flatMap((suggestion, at) => changeTo(file, checked, suggestion, at === 0)),
    },
  ];
}
