import { requirementOf } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { FindingRule } from './rule.ts';
import { listSome, MOST_LISTED, nameOf } from './rule.ts';

/** `**Covers**: IP-1.1` in a requirement that IP-1.1 in the end covers itself: none of them can be met that way. */
export const cycle: FindingRule = {
  code: 'cycle',
  check: (file) =>
    file.references.flatMap(({ lower, reference, resolution }) => {
      if (!lower || resolution.kind !== 'item') return [];
      const { item } = resolution;
      const higher = requirementOf(item);
      const members = file.cycle(lower, higher);
      if (!members) return [];
      const way = [...members, lower].map((member) => nameOf(member));
      return [
        {
          range: reference.range,
          message: say('{0} covers itself indirectly: {1}. Remove one of these links', nameOf(lower), listSome(way)),
          item: lower.key,
          related: members.slice(1, MOST_LISTED).map((member) => file.place(member, say('{0} is part of the cycle', nameOf(member)))),
        },
      ];
    }),
};
