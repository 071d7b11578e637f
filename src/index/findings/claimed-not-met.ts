import { say } from '../../model/message.ts';
import { isOpen, STATUS_WORDS } from '../../model/status.ts';
import type { FindingRule } from './rule.ts';
import { lacks } from './unmet-criterion.ts';

/** `- [x] Orders are kept for a year` where no link proves it. */
export const claimedNotMet: FindingRule = {
  code: 'claimed-not-met',
  check: (file) =>
    file.requirements
      .flatMap(({ criteria }) => criteria)
      .flatMap((item) => {
        const { facts } = item;
        const { status, missing } = file.coverage(item);
        if (facts.claimed !== true || !isOpen(status)) return [];
        const why = missing.length ? lacks(missing, file.configuration.kinds) : say('it is {0}', STATUS_WORDS[status]);
        const untick = facts.checkboxRange && {
          title: say('Untick {0}', item.id),
          edits: [{ path: file.path, range: facts.checkboxRange, newText: '[ ]' }],
        };
        return [
          {
            range: facts.checkboxRange ?? facts.nameRange,
            message: say('{0} is ticked off, but {1}', item.id, why),
            item: item.key,
            fixes: untick ? [untick] : [],
          },
        ];
      }),
};
