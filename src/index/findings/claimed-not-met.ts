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
        if (facts.claimed !== true || status === 'met' || status === 'waived' || status === 'exempt') return [];
        const why = missing.length ? lacks(missing) : `it is ${status}`;
        const untick = facts.checkboxRange && {
          title: `Untick ${item.id}`,
          edits: [{ path: file.path, range: facts.checkboxRange, newText: '[ ]' }],
        };
        return [
          {
            range: facts.checkboxRange ?? facts.nameRange,
            message: `${item.id} is ticked off, but ${why}`,
            item: item.key,
            fixes: untick ? [untick] : [],
          },
        ];
      }),
};
