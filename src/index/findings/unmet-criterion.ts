import { unitsOf } from '../../model/item.ts';
import type { MessageValue } from '../../model/message.ts';
import { allOf, say } from '../../model/message.ts';
import type { LinkKind } from '../../model/status.ts';
import type { FindingRule } from './rule.ts';
import { MOST_LISTED, nameOf } from './rule.ts';

/** A criterion, or a requirement without criteria, that lacks a link which it needs. */
export const unmetCriterion: FindingRule = {
  code: 'unmet-criterion',
  check: (file) =>
    file.requirements.flatMap(unitsOf).flatMap((item) => {
      const { status, missing, links } = file.coverage(item);
      if (status !== 'unmet' && status !== 'partial') return [];
      return [
        {
          range: item.facts.nameRange,
          message:
            status === 'unmet'
              ? say('{0} is not met: {1}', nameOf(item), lacks(missing))
              : say('{0} is met in part only: {1}', nameOf(item), lacks(missing)),
          item: item.key,
          related: links.slice(0, MOST_LISTED).map(({ path, kind, annotation }) => {
            const message = kind === 'implements' ? say('Implemented here') : say('Verified here');
            return { path, range: annotation.reference.range, message };
          }),
        },
      ];
    }),
};

/** `lacks(['implements', 'verifies'])` is `nothing implements it and no test verifies it`. */
export function lacks(missing: readonly LinkKind[]): MessageValue {
  return allOf(missing.map((kind) => (kind === 'implements' ? say('nothing implements it') : say('no test verifies it'))));
}
