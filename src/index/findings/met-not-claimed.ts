import { say } from '../../model/message.ts';
import { nameOf } from './rule.ts';
import type { RequirementRule } from './rule.ts';

/** `- [ ] Orders are kept for a year` although code and test point at it. */
export const metNotClaimed: RequirementRule = {
  code: 'met-not-claimed',
  check: ({ criteria }, document) =>
    criteria.flatMap((item) => {
      const { facts } = item;
      if (facts.claimed !== false || document.coverage(item).status !== 'met') return [];
      const tick = facts.checkboxRange && {
        title: say('Check Off {0}', nameOf(item)),
        edits: [{ path: document.path, range: facts.checkboxRange, newText: '[x]' }],
        preferred: true,
      };
      return [
        {
          range: facts.checkboxRange ?? facts.nameRange,
          message: say('{0} is met but not checked off', nameOf(item)),
          item: item.key,
          fixes: tick ? [tick] : [],
        },
      ];
    }),
};
