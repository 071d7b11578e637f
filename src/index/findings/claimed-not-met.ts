import { lackOf } from '../../model/linkKind.ts';
import { say } from '../../model/message.ts';
import { isOpen, STATUS_WORDS } from '../../model/status.ts';
import { nameOf } from './rule.ts';
import type { RequirementRule } from './rule.ts';

/**
 * `- [x] Orders are kept for a year` where no link proves it. As long as nothing links to anything of the document, its ticks contradict nobody: most
 * projects tick off their tasks and have no annotations at all.
 */
export const claimedNotMet: RequirementRule = {
  code: 'claimed-not-met',
  check: ({ criteria }, document) =>
    criteria.flatMap((item) => {
      const { facts } = item;
      const { status, missing } = document.coverage(item);
      if (facts.claimed !== true || !isOpen(status)) return [];
      const untick = facts.checkboxRange && {
        title: say('Uncheck {0}', nameOf(item)),
        edits: [{ path: document.path, range: facts.checkboxRange, newText: '[ ]' }],
      };
      return [
        {
          range: facts.checkboxRange ?? facts.nameRange,
          message: missing.length
            ? say('{0} is checked off but has {1}', nameOf(item), lackOf(document.configuration.kinds, missing))
            : say('{0} is checked off but is {1}', nameOf(item), STATUS_WORDS[status]),
          item: item.key,
          fixes: untick ? [untick] : [],
          ...(!document.isLinked && { atMost: 'information' as const }),
        },
      ];
    }),
};
