import { say } from '../../model/message.ts';
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
          title: say('Check Off {0}', item.id),
          edits: [{ path: file.path, range: facts.checkboxRange, newText: '[x]' }],
          preferred: true,
        };
        return [
          {
            range: facts.checkboxRange ?? facts.nameRange,
            message: say('{0} is met but not checked off', item.id),
            item: item.key,
            fixes: tick ? [tick] : [],
          },
        ];
      }),
};
