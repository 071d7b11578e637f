import { say } from '../../model/message.ts';
import type { FindingRule } from './rule.ts';
import { nameOf } from './rule.ts';
import { isPredated, otherRevision, toPresent } from './otherRevision.ts';

/** `[impl->dsn~boil~3]` where the item has revision 2: there is no such revision yet. */
export const predatedLink: FindingRule = {
  code: 'predated-link',
  check: (file) =>
    file.references.flatMap((checked) => {
      const item = otherRevision(file, checked);
      if (!item || !isPredated(file, checked, item)) return [];
      const { range, revision = '' } = checked.reference;
      return [
        {
          range,
          message: say(
            'This is for revision {0}, but {1} has only revision {2}. Correct the revision here, or raise that of the item',
            revision,
            nameOf(item),
            file.revision(item),
          ),
          item: item.key,
          related: [file.place(item, say('Current text of {0}', nameOf(item)))],
          fixes: toPresent(file, checked, item),
        },
      ];
    }),
};
