import { say } from '../../model/message.ts';
import { nameOf } from './rule.ts';
import type { FindingRule } from './rule.ts';

/** `- [ ] Orders are kept for a year` although code and test point at it. */
export const metNotClaimed: FindingRule = {
  code: 'met-not-claimed',
  check: (file) =>
    file.requirements
      .flatMap(({ criteria }) => criteria)
      .flatMap((item) => {
        const { facts } = item;
        if (facts.claimed !== false || file.coverage(item).status !== 'met') return [];
        const tick = facts.checkboxRange && {
          title: say('Check Off {0}', nameOf(item)),
          edits: [{ path: file.path, range: facts.checkboxRange, newText: '[x]' }],
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
