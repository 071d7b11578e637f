import { say } from '../../model/message.ts';
import type { FindingRule } from './rule.ts';
import { nameOf } from './rule.ts';

/** `@waives IP-1.2.1/AC4: … until 2027-03-31` on the first of April or later. */
export const expiredWaiver: FindingRule = {
  code: 'expired-waiver',
  check: (file) =>
    file.references.flatMap(({ waiver, resolution }) => {
      if (!waiver?.until || waiver.until >= file.today || resolution.kind !== 'item') return [];
      const { item } = resolution;
      return [
        {
          range: waiver.range,
          message: say('The waiver for {0} ended on {1}. Renew it or remove it', nameOf(item), waiver.until),
          item: item.key,
          related: [file.place(item, say('{0} is defined here', nameOf(item)))],
        },
      ];
    }),
};
